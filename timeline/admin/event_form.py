"""The form of an event, in which what a curator changes becomes a curator's word."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from timeline.admin.date_box import Understood, date_box, understand
from timeline.models import Event


class EventForm(forms.ModelForm):  # type: ignore[type-arg]  # Django has no brackets here
    """Headline, summary, date, topics and timelines; never the status."""

    instance: Event
    understood: Understood | None = None

    class Meta:
        model = Event
        fields = ["headline", "edtf", "is_planned", "summary", "topics", "timelines"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "edtf" in self.fields:
            self.fields["edtf"] = date_box(self._date_typed())

    def _date_typed(self) -> str:
        """What the box holds, as EDTF where it can be read."""
        if not self.is_bound:
            return self.instance.edtf
        try:
            return understand(str(self.data.get("edtf", "")), timezone.localdate()).edtf
        except ValidationError:
            return ""

    def clean_edtf(self) -> str:
        """The date as EDTF."""
        self.understood = understand(self.cleaned_data["edtf"], timezone.localdate())
        return self.understood.edtf

    def decided(self) -> list[str]:
        """The fields that hold another value than before, or, of a new event, all."""
        if self.instance._state.adding:
            return sorted(self.cleaned_data)
        return [name for name in self.changed_data if self._differs(name)]

    def _differs(self, name: str) -> bool:
        return name != "edtf" or self.cleaned_data["edtf"] != self.initial.get("edtf")

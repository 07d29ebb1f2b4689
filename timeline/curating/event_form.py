"""The form of an event, in which what a curator changes becomes a curator's word."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from articles.dates import in_words
from timeline.curating.date_box import Understood, date_box, understand
from timeline.curating.meanwhile import SAVE_AGAIN, knows_now
from timeline.models import Event


class EventForm(forms.ModelForm):  # type: ignore[type-arg]  # Django has no brackets here
    """Headline, summary, date, topics and timelines; never the status.

    It knows the version of the event that the page showed, and stores nothing over another.
    `refused` are the reasons why what was typed, though valid, could not be stored.
    """

    instance: Event
    understood: Understood | None = None
    refused: tuple[str, ...] = ()

    seen_version = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Event
        fields = [
            "headline", "edtf", "is_inferred", "is_planned", "summary", "topics", "timelines",
        ]  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["seen_version"] = str(self.instance.version)
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

    def clean(self) -> dict[str, Any]:
        """What was typed, if the event is as the page showed it."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        seen = cleaned.pop("seen_version", "")
        stored = self.stored()
        if stored and str(stored.version) != seen:
            knows_now(self, "seen_version", str(stored.version))
            self.add_error(None, _changed_meanwhile(stored))
        if self.refused:
            self.add_error(None, ["Nothing was stored.", *self.refused])
        return cleaned

    def stored(self) -> Event | None:
        """The event as it is stored, locked, so that it stays so until what was typed is."""
        return Event.objects.select_for_update().filter(pk=self.instance.pk).first()

    def decided(self) -> list[str]:
        """The fields that hold another value than before, or, of a new event, all.

        Who says that a date is not only inferred stands by it.
        """
        if self.instance._state.adding:
            return sorted(self.cleaned_data)
        changed = [name for name in self.changed_data if self._differs(name)]
        stands = "is_inferred" in changed and not self.cleaned_data.get("is_inferred")
        return [*changed, *(["edtf"] if stands else [])]

    def _differs(self, name: str) -> bool:
        return name != "edtf" or self.cleaned_data["edtf"] != self.initial.get("edtf")


def _changed_meanwhile(stored: Event) -> str:
    """What the event is now, and since whom."""
    latest: Any = stored.history.select_related("history_user").first()
    who = latest and latest.history_user
    return (
        f"{f'The curator {who}' if who else 'A reading of its articles'} changed this event "
        f"meanwhile. It is now “{stored.headline}”, {in_words(stored.edtf)}, "
        f"{stored.get_status_display()}. {SAVE_AGAIN}"
    )

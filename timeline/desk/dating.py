"""An article's publication date, set at the desk: what would move is shown before it does."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from articles.dates import iso_day, parse_edtf
from articles.models import Article
from timeline.curating.date_box import BOX_LENGTH, understand


class DatingForm(forms.Form):
    """The day of publication in plain words; empty takes a wrong one away.

    `seen` is the date that the page showed: nothing is stored over another.
    """

    day = forms.CharField(
        label="Published on", required=False, max_length=BOX_LENGTH,
        widget=forms.TextInput({"autocomplete": "off", "data-key": "e"}),
        help_text="One day, in plain words or as 2019-11-05. Empty: not known.",
    )  # fmt: skip
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, article: Article, data: Any = None) -> None:
        shown = str(article.published_on or "")
        initial = {"day": shown, "seen": shown}
        super().__init__(data, initial=initial, auto_id="dating_%s", label_suffix="")
        self.article = article

    def clean_day(self) -> date | None:
        """The day; raises ValidationError for what is no single one."""
        typed = self.cleaned_data["day"].strip()
        if not typed:
            return None
        span = parse_edtf(understand(typed, timezone.localdate()).edtf)
        if span.first_day is None or span.first_day != span.last_day or span.first_day < 1:
            raise ValidationError("A text is published on one day: type day, month and year.")
        return date.fromisoformat(iso_day(span.first_day))

    def clean(self) -> dict[str, Any]:
        """What was typed, if the date is still the one that the page showed."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        stored = str(self.article.published_on or "")
        if cleaned.get("seen", "") != stored:
            self.add_error(
                None, f"Meanwhile it was set to {stored or 'no date'}. Look at it, and type again."
            )
        return cleaned

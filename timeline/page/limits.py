"""One end of the span of days that a reader asks for, read from plain words or EDTF."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from articles.dates import DateNotUnderstood, iso_day, read_date
from timeline.phrasing.when import is_chinese, label


@dataclass(frozen=True)
class Limit:
    """One end of the span of days that a reader asked for: "from 1 March 2018".

    `date` is the date of which it is the first or last day, in words: "spring 2018"; "" of a day.
    """

    day: int
    words: str
    date: str = ""


class LimitBox(forms.CharField):
    """A box that takes a date in plain words or EDTF, and gives its Limit, or None if empty.

    `words` are those of the Limit, with a place for its day. `is_last` says which of the date's
    own days counts: to 2018 is to the end of 2018.
    """

    def __init__(self, *, words: Promise, is_last: bool, **kwargs: Any) -> None:
        super().__init__(required=False, max_length=100, **kwargs)
        self.words = words
        self.is_last = is_last
        self.today = date.min

    def clean(self, value: Any) -> Limit | None:
        """The Limit that was typed; raises ValidationError with the reason."""
        typed: str = super().clean(value)
        if not typed:
            return None
        try:
            span = read_date(typed, self.today).span
        except DateNotUnderstood as error:
            raise ValidationError(_not_understood(typed, error)) from error
        day = span.last_day if self.is_last else span.first_day
        if day is None:
            no_end = _("“%(typed)s” has no end; the filter leaves it out.")
            no_beginning = _("“%(typed)s” has no beginning; the filter leaves it out.")
            raise ValidationError((no_end if self.is_last else no_beginning) % {"typed": typed})
        day_words, date_words = label(iso_day(day)), label(span.edtf)
        words = str(self.words) % {"day": day_words}
        return Limit(day, words, "" if day_words == date_words else date_words)


def _not_understood(typed: str, error: DateNotUnderstood) -> str:
    """Why the filter leaves the date out: the reasons themselves are told in English only."""
    if is_chinese():
        return _("“%(typed)s” isn’t understood; the filter leaves it out.") % {"typed": typed}
    return f"{error} The filter leaves it out."

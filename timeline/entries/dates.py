"""Dates of events and articles as pages show them: each is worded once, since pages repeat them."""

from datetime import date
from functools import lru_cache
from html import escape
from typing import NamedTuple

from django.utils.safestring import SafeString
from django.utils.translation import gettext, pgettext

from timeline.phrasing import when
from timeline.phrasing.precision import Sign, html_date, sign_of

# Those of half a century, if something happened on each day: nine megabytes.
MOST_DATES = 20_000


class DateEntry(NamedTuple):
    """A date as it is shown: its sign, its words, and what is said of its precision."""

    shape: str
    when: SafeString
    precision: str


@lru_cache(maxsize=MOST_DATES)
def date_entry(edtf: str, language: str, *, is_planned: bool) -> DateEntry:
    """The date in the reader's language, which the argument names."""
    sign = sign_of(edtf, is_planned=is_planned)
    return DateEntry(sign.shape, date_label(edtf), in_reading(sign))


def in_reading(sign: Sign) -> str:
    """What is said of the precision, in the reader's language; "" for a day."""
    if not sign.parts:  # to look for the comma takes as long as all the rest of a date
        return ""
    return pgettext("between parts of a list", ", ").join(map(gettext, sign.parts))


def date_label(edtf: str) -> SafeString:
    """The date at the precision it has, as a time element where HTML knows the date."""
    label = escape(when.bare(edtf))
    if machine := html_date(edtf):
        return SafeString(f'<time datetime="{machine}">{label}</time>')
    return SafeString(f"<b>{label}</b>")


def day(value: date) -> str:
    """A day of the calendar, worded like the dates of events: "4 November 2019"."""
    return when.label(value.isoformat()[:10])


@lru_cache(maxsize=4096)
def day_in(language: str, value: date | None) -> str:
    """The day in the reader's language, which the argument names; "" of none."""
    return day(value) if value else ""

"""Year and month headings over events that are in order of time."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from django.utils.translation import get_language

from articles.dates import Span, iso_day, parse_edtf
from timeline.phrasing.when import bare

PARTS = re.compile(r"/|,|\.\.")
# What was over by a day or month stands where that was reported.
BY_A_DATE = re.compile(r"\[\.\.\d{4}-\d\d(?:-\d\d)?\]", re.ASCII)


class EventDate(NamedTuple):
    """An event by its id, and its date."""

    pk: int
    edtf: str


@dataclass
class Section:
    """Events under one month's heading, or, where `heading` is "", directly under their year.

    `html` is what a page shows of them.
    """

    heading: str
    events: list[EventDate] = field(default_factory=list)
    html: str = ""

    @property
    def level(self) -> int:
        """The level of its events' own headings, just below the one they stand under."""
        return 4 if self.heading else 3


@dataclass
class Era:
    """A year, or what is coarser ("The 1990s", "Before 2049"), and its sections in order."""

    heading: str
    sections: list[Section] = field(default_factory=list)


def under_headings(events: Iterable[EventDate]) -> list[Era]:
    """The events, in the order given, under headings that repeat nothing twice in a row.

    What is coarser than a month stands directly under its year. Where months of that year come
    before it ("spring 2018" after January), it has a heading of its own, so that nobody takes
    it for a part of the month above.
    """
    eras: list[Era] = []
    language = get_language()
    for event in events:
        year, month = _headings_of(event.edtf, language)
        if not eras or eras[-1].heading != year:
            eras.append(Era(year))
        sections = eras[-1].sections
        if not month and sections and sections[-1].heading:
            month = bare(event.edtf)
        if not sections or sections[-1].heading != month:
            sections.append(Section(month))
        sections[-1].events.append(event)
    return eras


@lru_cache(maxsize=4096)
def _headings_of(edtf: str, language: str | None) -> tuple[str, str]:
    """What `headings_of` gives in the language of the reader, who is on the same page for long."""
    return headings_of(edtf)


def headings_of(edtf: str) -> tuple[str, str]:
    """The year's and the month's heading of a date; the latter "" for what is coarser.

    What lasts ("since September 2017") stands where it begins.
    """
    span = parse_edtf(edtf)
    if BY_A_DATE.fullmatch(edtf):
        span = parse_edtf(edtf.strip("[.]"))
    if span.first_day is None or (span.last_day is None and not span.is_throughout):
        return bare(edtf), ""
    if span.is_throughout:
        span = _beginning(span)
    if span.first_day is None or span.last_day is None:
        return bare(edtf), ""
    first, last = iso_day(span.first_day), iso_day(span.last_day)
    if _month(first) == _month(last):
        year = bare(_year(first))
        return year, bare(_month(first)).removesuffix(f" {year}").removeprefix(year)
    if _year(first) == _year(last):
        return bare(_year(first)), ""
    return bare(span.edtf.rstrip("~?%")), ""


def _beginning(span: Span) -> Span:
    """The part that it begins with: its list may be in any order, as in "{2019,2017}"."""
    parts = map(parse_edtf, filter(None, PARTS.split(span.edtf.strip("{}"))))
    return next((part for part in parts if part.first_day == span.first_day), span)


def _month(day: str) -> str:
    return day[:-3]


def _year(day: str) -> str:
    return day[:-6]

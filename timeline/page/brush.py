"""A scale on which two handles choose from when to when: its steps hold about as many events."""

from dataclasses import dataclass
from functools import cache, lru_cache, partial
from typing import NamedTuple

from django.utils.translation import get_language

from articles.dates import iso_day
from timeline.index import Found
from timeline.index.days import first_day_of
from timeline.index.selection import Selection
from timeline.page.asked import Asked
from timeline.phrasing.when import label

STEPS = 48
FEWEST = 4  # steps, below which there is little to choose


class BrushBar(NamedTuple):
    """Some months in a row: the first and last as EDTF and in words, and what happens in them.

    `height` is the number of events in percent of the most; `is_in` holds of what is chosen.
    """

    first: str
    last: str
    first_words: str
    last_words: str
    events: int
    height: int
    is_in: bool


@dataclass(frozen=True)
class Brush:
    """The steps in order of time, and between which two the handles stand."""

    steps: list[BrushBar]
    low: int
    high: int

    @property
    def low_words(self) -> str:
        """With what the chosen steps begin."""
        return self.steps[self.low].first_words

    @property
    def high_words(self) -> str:
        """With what the chosen steps end."""
        return self.steps[self.high].last_words

    @property
    def end(self) -> int:
        """The number of the last step."""
        return len(self.steps) - 1

    @property
    def bars(self) -> str:
        """The steps as an SVG path: a bar in the middle of each, a hundred high at most."""
        return "".join(f"M{at}.5 100V{100 - step.height}" for at, step in enumerate(self.steps))

    @property
    def choices(self) -> str:
        """What the script is told of the steps: their dates as typed, and in words."""
        told = ((one.first, one.last, one.first_words, one.last_words) for one in self.steps)
        return ";".join("|".join(step) for step in told)


def brush_of(asked: Asked) -> Brush | None:
    """The brush over all that the other filters leave; None where there is little to choose."""
    found = asked.found.without("days")
    stretches = found.once("stretches", lambda: stretches_of(found))
    if len(stretches) < FEWEST:
        return None
    most = max(stretch.events for stretch in stretches)
    language = get_language()
    steps = [_step(stretch, most, asked.selection, language) for stretch in stretches]
    inside = [number for number, step in enumerate(steps) if step.is_in]
    return Brush(steps, inside[0], inside[-1]) if inside else None


class Months(NamedTuple):
    """From one month to another, both numbered as in the index, and the events that begin there."""

    first: int
    last: int
    events: int


def stretches_of(found: Found) -> list[Months]:
    """The events found, in stretches of months that hold about as many of them.

    Each month with events is one of its own where there are few. Of a year that doesn't fill a
    stretch no months are looked at: a page has a few milliseconds, and history many months.
    """
    starts = found.snapshot.starts
    months_of = cache(partial(_months_of, found))

    def events_of(year: int) -> int:
        if len(starts.years) > STEPS:
            return found.count(starts.years[year])
        return sum(month.events for month in months_of(year))

    counted = [(year, events_of(year)) for year in sorted(starts.years)]
    years = [(year, events) for year, events in counted if events]
    if len(years) <= STEPS:
        months = [month for year, _ in years for month in months_of(year)]
        if len(months) <= STEPS:
            return months
    enough = found.total / STEPS
    stretches: list[Months] = []
    for year, events in years:
        whole = Months(year * 12, year * 12 + 11, events)
        for part in months_of(year) if events > enough else [whole]:
            begun = stretches[-1] if stretches else None
            if begun is None or begun.events >= enough:
                stretches.append(part)
            else:
                stretches[-1] = Months(begun.first, part.last, begun.events + part.events)
    return stretches


def _months_of(found: Found, year: int) -> list[Months]:
    """The months of the year in which events begin."""
    begun, count = found.snapshot.starts.months, found.count
    months = range(year * 12, year * 12 + 12)
    return [Months(at, at, told) for at in months if at in begun and (told := count(begun[at]))]


def _step(stretch: Months, most: int, asked: Selection, language: str | None) -> BrushBar:
    begin, end = first_day_of(stretch.first), first_day_of(stretch.last + 1) - 1
    (first, begun), (last, ended) = (_month(month, language) for month in stretch[:2])
    is_in = (asked.first_day is None or end >= asked.first_day) and (
        asked.last_day is None or begin <= asked.last_day
    )
    height = -(-100 * stretch.events // most)
    return BrushBar(first, last, begun, ended, stretch.events, height, is_in)


@lru_cache(maxsize=4096)
def _month(month: int, language: str | None) -> tuple[str, str]:
    """A month as EDTF and in words of the reader's language: most brushes have the same ones."""
    edtf = iso_day(first_day_of(month))[:-3]
    return edtf, label(edtf)

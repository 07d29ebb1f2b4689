"""From day numbers to places on the axis; long empty stretches are folded away, and say so."""

from dataclasses import dataclass
from itertools import pairwise

from articles.dates.days import day_number
from articles.dates.edtf import FARTHEST_YEAR
from timeline.axis.folding import Count, Days, folded
from timeline.axis.periods import UNITS, WEEK, Unit, coarser

MOST_BINS = 160
FOLD_WIDTH = 5.0  # per cent
SHORTEST = 28  # days; a shorter axis is rounded out to months
FIRST, LAST = day_number(-FARTHEST_YEAR, 1, 1), day_number(FARTHEST_YEAR, 12, 31)

Limits = tuple[int | None, int | None]


@dataclass(frozen=True)
class Segment:
    """Days that are drawn to scale, and where: all segments of an axis have one scale."""

    first: int
    last: int
    x: float
    width: float


@dataclass(frozen=True)
class Fold:
    """An empty stretch that is not drawn, and where it is left out."""

    first: int
    last: int
    x: float


@dataclass(frozen=True)
class Scale:
    """Segments from left to right, and the unit that their days are counted by."""

    segments: tuple[Segment, ...]
    unit: Unit

    @property
    def first(self) -> int:
        """The first day drawn."""
        return self.segments[0].first

    @property
    def last(self) -> int:
        """The last day drawn."""
        return self.segments[-1].last

    def at(self, day: float) -> float:
        """Where the day begins, in per cent; days out of sight are at the edges or in a fold."""
        for segment in self.segments:
            if day < segment.first:
                return max(0.0, segment.x - FOLD_WIDTH / 2 if segment.x else 0.0)
            if day <= segment.last + 1:
                days = segment.last + 1 - segment.first
                return segment.x + segment.width * (day - segment.first) / days
        return 100.0

    def folds(self) -> list[Fold]:
        """The stretches that are left out."""
        return [
            Fold(before.last + 1, after.first - 1, after.x - FOLD_WIDTH / 2)
            for before, after in pairwise(self.segments)
        ]

    def bins(self) -> list[Days]:
        """First and last day of each bin, in order; none is longer than its segment."""
        return [
            (max(first, segment.first), min(last, segment.last))
            for segment in self.segments
            for first, last in self.unit.periods(segment.first, segment.last)
        ]


def scale_of(
    first: int, last: int, count: Count, *, limits: Limits = (None, None), is_folded: bool = True
) -> Scale:
    """The axis from day to day, divided into as many bins as may be.

    `count` tells how many events have an end between each two of the days it is given. The axis
    is rounded out to whole periods, but not beyond the limits that a reader has set.
    """
    stretches = folded(first, last, count) if is_folded else [(first, last)]
    unit, rounded = _divided(stretches, limits)
    days = sum(last + 1 - first for first, last in rounded)
    room = 100 - FOLD_WIDTH * (len(rounded) - 1)
    segments, x = [], 0.0
    for begin, end in rounded:
        width = room * (end + 1 - begin) / days
        segments.append(Segment(begin, end, x, width))
        x += width + FOLD_WIDTH
    return Scale(tuple(segments), unit)


def _divided(stretches: list[Days], limits: Limits) -> tuple[Unit, list[Days]]:
    """The shortest unit that gives no more bins than may be, and the stretches rounded to it."""
    for unit in UNITS:
        rounded = _rounded(stretches, unit, limits)
        if sum(unit.count(*days) for days in rounded) <= MOST_BINS or unit is UNITS[-1]:
            break
    return unit, rounded


def _rounded(stretches: list[Days], unit: Unit, limits: Limits) -> list[Days]:
    """The edges moved out to whole periods; stretches that then meet are one.

    Edges at a fold, and those of a very short axis, are moved to periods that are easy to name.
    """
    wide = coarser(unit)
    outer = wide if unit is WEEK else unit  # years and months don't begin with weeks
    is_short = stretches[-1][1] - stretches[0][0] < SHORTEST
    merged: list[Days] = []
    for number, (begin, end) in enumerate(stretches):
        begin = max(FIRST, (wide if number or is_short else outer).floor(begin))
        is_inner = number < len(stretches) - 1 or is_short
        end = min(LAST, (wide if is_inner else outer).after(end) - 1)
        if merged and begin <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((begin, end))
    return _limited(merged, limits)


def _limited(stretches: list[Days], limits: Limits) -> list[Days]:
    """The stretches within what the reader asked for."""
    (first, last), (begin, end) = limits, (stretches[0][0], stretches[-1][1])
    inner = [day for days in stretches for day in days][1:-1]
    edges = [begin if first is None else first, *inner, end if last is None else last]
    return list(zip(edges[::2], edges[1::2], strict=True))

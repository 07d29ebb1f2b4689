"""How many events there are when, as bars."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from timeline.axis.folding import Count
from timeline.axis.periods import period_edtf
from timeline.axis.scale import Scale
from timeline.axis.zooming import Stretch

HEIGHT = 8.0  # em
LEAST = 0.25


@dataclass(frozen=True)
class Bar:
    """A bin in which there may be events: its days, its EDTF, and where its bar stands."""

    stretch: Stretch
    edtf: str
    count: int
    x: float
    width: float
    height: float

    @property
    def y(self) -> float:
        """Where it begins, in em from the top."""
        return HEIGHT - self.height


def counts_of(stretches: Sequence[Stretch], count: Count) -> list[int]:
    """How many events each of the stretches has; they are in order and may have gaps between."""
    if not stretches:
        return []
    edges = [stretches[0].first]
    wanted = []
    for stretch in stretches:
        if stretch.first != edges[-1]:
            edges.append(stretch.first)
        edges.append(stretch.last + 1)
        wanted.append(len(edges) - 2)
    counts = count(edges)
    return [counts[number] for number in wanted]


def bars_of(scale: Scale, count: Count) -> list[Bar]:
    """The bars from left to right; bins without events have none."""
    stretches = [Stretch(*days) for days in scale.bins()]
    counts = counts_of(stretches, count)
    most = max(counts, default=0)
    return [
        _bar(stretch, number, most, scale)
        for stretch, number in zip(stretches, counts, strict=True)
        if number
    ]


def _bar(stretch: Stretch, count: int, most: int, scale: Scale) -> Bar:
    x = scale.at(stretch.first)
    days = stretch.last + 1 - stretch.first
    segment = next(s for s in scale.segments if s.first <= stretch.first <= s.last)
    width = segment.width * days / (segment.last + 1 - segment.first)
    height = max(LEAST, HEIGHT * count / most)
    edtf = period_edtf(stretch.first, stretch.last)
    return Bar(stretch, edtf, count, x, width, height)


def overlapping(spans: Sequence[tuple[int, int]]) -> Count:
    """What counts how many of these spans (first and last day) reach into each stretch."""

    def count(edges: Sequence[int]) -> list[int]:
        return [
            sum(first < end and last >= begin for first, last in spans)
            for begin, end in pairwise(edges)
        ]

    return count

"""The whole drawing: what a template needs to write, worked out in full."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.axis.density import Bar, bars_of
from timeline.axis.folding import Count, Days
from timeline.axis.lanes import Lane, lane_of
from timeline.axis.marks import Cluster, Mark
from timeline.axis.scale import Limits, Scale, scale_of
from timeline.axis.ticks import SHORT_MONTHS, Tick, ticks_of
from timeline.axis.zooming import Stretch

MOST_LANES = 6
MOST_MARKS = 200
# The name of the lane of what is in no other.
REST = ""
SHAPES = ("day", "within", "through", "many")


@dataclass(frozen=True)
class Drawing:
    """An axis from above: how many events when, the dates, and a lane of each topic."""

    scale: Scale
    bars: list[Bar]
    ticks: list[Tick]
    lanes: list[Lane]

    @property
    def most(self) -> int:
        """How many events the highest bar stands for."""
        return max((bar.count for bar in self.bars), default=0)

    def legend(self) -> list[str]:
        """The signs that are drawn, by name, for a reader who meets them first."""
        shapes = [placed.shape for lane in self.lanes for placed in lane.placed]
        marks = [shape.of for shape in shapes if isinstance(shape.of, Mark)]
        held = {
            "open": any(shape.ends == "open" for shape in shapes),
            "back": any(shape.begins == "open" for shape in shapes),
            "about": any(mark.is_approximate for mark in marks),
            "perhaps": any(mark.is_uncertain for mark in marks),
            "planned": any(mark.is_planned for mark in marks),
            "disputed": any(mark.is_disputed for mark in marks),
        }
        kinds = [kind for kind in SHAPES if any(shape.kind == kind for shape in shapes)]
        return [*kinds, *(name for name, holds in held.items() if holds)]


def drawn(
    scale: Scale, count: Count, lanes: Iterable[Lane], months: Sequence[str] = SHORT_MONTHS
) -> Drawing:
    """The drawing on this scale; `count` tells how many events reach into which days."""
    return Drawing(scale, bars_of(scale, count), ticks_of(scale, months), list(lanes))


def window_of(span: Days | None, limits: Limits) -> Days | None:
    """The days to be drawn: up to what a reader asked for, else up to the events themselves."""
    first, last = limits
    if span is None:
        return (first, last) if first is not None and last is not None else None
    begin = span[0] if first is None else first
    end = span[1] if last is None else last
    return (begin, max(begin, end))


def scale_for(
    span: Days | None, limits: Limits, begun: Count, *, is_folded: bool = True
) -> Scale | None:
    """The scale of events with this span, within the limits; None if there is nothing to draw."""
    window = window_of(span, limits)
    return scale_of(*window, begun, limits=limits, is_folded=is_folded) if window else None


def lanes_of(marks: Sequence[Mark], names: Sequence[str], scale: Scale) -> list[Lane]:
    """A lane of each name, and one of the marks that are in none of them.

    A mark stands in each of its lanes; where that would be too many, in its last alone.
    """
    standing = [[name for name in names if name in mark.lanes] or [REST] for mark in marks]
    if sum(map(len, standing)) > MOST_MARKS:
        standing = [lanes[-1:] for lanes in standing]
    by_lane: dict[str, list[Mark]] = defaultdict(list)
    for mark, lanes in zip(marks, standing, strict=True):
        for name in lanes:
            by_lane[name].append(mark)
    return [lane_of(name, by_lane[name], scale) for name in [*names, REST] if by_lane[name]]


def clusters_of(stretches: Sequence[Stretch], counts: Sequence[int]) -> list[Cluster]:
    """The stretches that have events, each with its number."""
    return [
        Cluster(stretch.first, stretch.last, number)
        for stretch, number in zip(stretches, counts, strict=True)
        if number
    ]

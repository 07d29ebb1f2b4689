"""Marks in rows, so that none covers another, in windows of every width."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.axis.marks import Cluster, Mark, Shape, cluster_shape, shapes_of
from timeline.axis.periods import UNITS, Unit
from timeline.axis.scale import Scale
from timeline.axis.widths import TIERS

MOST_ROWS = 12  # static/css/axis.css has a place for each
MOST_LABELLED = 10
MOST_CLUSTERS = 40


@dataclass(frozen=True)
class PlacedShape:
    """A shape and its row in each tier of windows."""

    shape: Shape
    rows: dict[str, int]

    @property
    def row_classes(self) -> str:
        """ "n3 m1 w0": the row by tier, as names of CSS classes."""
        return " ".join(f"{tier}{row}" for tier, row in self.rows.items())


@dataclass(frozen=True)
class Lane:
    """The events of one topic or publisher, in rows; `name` is what readers filter by."""

    name: str
    count: int
    placed: list[PlacedShape]
    labelled: tuple[str, ...]

    @property
    def most(self) -> int:
        """The largest number of events that one of its shapes stands for."""
        return max((placed.shape.count for placed in self.placed), default=1)

    @property
    def row_classes(self) -> str:
        """The last row by tier, which tells how high it is, and the tiers that have labels."""
        last = {tier: max((p.rows[tier] for p in self.placed), default=0) for tier in TIERS}
        rows = [f"{tier}{row}" for tier, row in last.items()]
        return " ".join([*rows, *(f"label-{tier}" for tier in self.labelled)])


def lane_of(name: str, marks: Sequence[Mark], scale: Scale) -> Lane:
    """The marks in rows; where they stand too close for that, they are counted instead."""
    return arranged(name, len(marks), _thinned(shapes_of(marks, scale), scale))


def counted_lane(name: str, count: int, clusters: Iterable[Cluster], scale: Scale) -> Lane:
    """A lane of so many events that they are only counted."""
    return arranged(name, count, [cluster_shape(cluster, scale) for cluster in clusters])


def arranged(name: str, count: int, shapes: Sequence[Shape]) -> Lane:
    """The shapes in as few rows as each tier of windows allows, labelled where that takes few."""
    rows: dict[str, list[int]] = {}
    labelled = []
    for tier in TIERS:
        rows[tier] = packed([shape.extent(tier, with_label=True) for shape in shapes])
        if max(rows[tier], default=0) < MOST_LABELLED:
            labelled.append(tier)
        else:
            rows[tier] = packed([shape.extent(tier, with_label=False) for shape in shapes])
    placed = [
        PlacedShape(shape, {tier: min(rows[tier][number], MOST_ROWS - 1) for tier in TIERS})
        for number, shape in enumerate(shapes)
    ]
    return Lane(name, count, placed, tuple(labelled))


def packed(extents: Sequence[tuple[float, float]]) -> list[int]:
    """The row of each extent: the first in which it meets none that begins before it."""
    rows = [0] * len(extents)
    ends: list[float] = []
    for number in sorted(range(len(extents)), key=lambda number: extents[number]):
        left, right = extents[number]
        row = next((row for row, end in enumerate(ends) if end <= left), len(ends))
        if row == len(ends):
            ends.append(right)
        ends[row] = right
        rows[number] = row
    return rows


def _thinned(shapes: list[Shape], scale: Scale) -> list[Shape]:
    """The shapes, those of crowded periods as one number each, until all have a row."""
    for unit in (None, *UNITS):
        if unit and unit.count(scale.first, scale.last) > 2 * MOST_CLUSTERS:
            continue
        found = _clustered(shapes, unit, scale) if unit else shapes
        rows = packed([shape.extent("n", with_label=False) for shape in found])
        if max(rows, default=0) < MOST_ROWS:
            return found
    return [cluster_shape(Cluster(scale.first, scale.last, len(shapes)), scale)]


def _clustered(shapes: list[Shape], unit: Unit, scale: Scale) -> list[Shape]:
    """The shapes of each period as one, where it has more than two."""
    periods: dict[int, list[Shape]] = defaultdict(list)
    for shape in shapes:
        periods[unit.floor(_day(shape, scale))].append(shape)
    found: list[Shape] = []
    for first, those in periods.items():
        if len(those) > 2:
            cluster = Cluster(first, unit.after(first) - 1, len(those))
            found.append(cluster_shape(cluster, scale))
        else:
            found.extend(those)
    return found


def _day(shape: Shape, scale: Scale) -> int:
    """The day by which an event is ordered, as far as it is in sight."""
    of = shape.of
    day = of.first_day if of.first_day is not None else of.last_day
    return min(max(day or 0, scale.first), scale.last)

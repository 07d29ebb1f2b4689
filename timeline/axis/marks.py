"""How an event is drawn: its shape says how precisely its date is known, and no more."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from timeline.axis.scale import Scale
from timeline.axis.widths import TIERS, shortened, text_width

# Narrower than this, in per cent, a span is drawn as a sign of fixed size in its middle.
SMALL = 2.2
REACH = 0.95  # em on either side of a mark that are its own, to be met by a finger
# What happened some time before a day has an arrow of this length, in per cent, not a line through
# all of history, which would be the longest mark of the least that is known.
TAIL = 8.0
LONGEST_LABEL = {"n": 16.0, "m": 30.0}  # em
LEAST_LABEL = 5.0


@dataclass(frozen=True)
class Mark:
    """What an axis knows of an event. A day of None is an open end."""

    id: int
    headline: str
    edtf: str
    first_day: int | None
    last_day: int | None
    is_throughout: bool = False
    is_approximate: bool = False
    is_uncertain: bool = False
    is_planned: bool = False
    is_disputed: bool = False
    lanes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Cluster:
    """So many events of a period, drawn as one."""

    first_day: int
    last_day: int
    count: int


@dataclass(frozen=True)
class Label:
    """A headline as far as there is room for it, and on which `side` of its mark it stands.

    "right", "left", or "in": below a span that is long enough.
    """

    text: str
    side: str


@dataclass(frozen=True)
class Shape:
    """Where and how a mark or a cluster is drawn, and its labels.

    `kind` is "day", "within", "through" or "many"; a small one is a sign around `x`, any other
    reaches from `x` to `end`. The edges are "firm", "open" (an arrow) or "cut" (it goes on out of
    sight). `label` is that of windows of middle size and more, `brief` that of narrow ones.
    """

    of: Mark | Cluster
    kind: str
    x: float
    end: float
    is_small: bool = True
    begins: str = "firm"
    ends: str = "firm"
    label: Label | None = None
    brief: Label | None = None

    @property
    def is_raised(self) -> bool:
        """Whether it makes room below for its label."""
        return any(label and label.side == "in" for label in (self.label, self.brief))

    @property
    def labels(self) -> list[tuple[str, Label]]:
        """The labels, each with its CSS classes."""
        if self.label and self.label == self.brief:
            return [("label brief", self.label)]
        named = [("label", self.label), ("brief", self.brief)]
        return [(name, label) for name, label in named if label]

    @property
    def width(self) -> float:
        """In per cent."""
        return self.end - self.x

    @property
    def middle(self) -> float:
        """In per cent."""
        return (self.x + self.end) / 2

    def extent(self, tier: str, *, with_label: bool) -> tuple[float, float]:
        """From where to where it reaches in the narrowest window of the tier, in em."""
        em = TIERS[tier] / 100
        left, right = self.x * em - REACH, self.end * em + REACH
        if self.kind == "many":
            return self.x * em - self.half, self.x * em + self.half
        label = (self.brief if tier == "n" else self.label) if with_label else None
        room = text_width(label.text) + 0.5 if label else 0.0
        is_left, is_right = (label and label.side == side for side in ("left", "right"))
        return left - (room if is_left else 0), right + (room if is_right else 0)

    @property
    def pill(self) -> float:
        """The width in em of a number with its frame."""
        return max(1.6, text_width(str(self.count)) + 0.9)

    @property
    def half(self) -> float:
        """Half of that."""
        return self.pill / 2

    @property
    def count(self) -> int:
        """How many events it stands for."""
        return self.of.count if isinstance(self.of, Cluster) else 1


def shape_of(mark: Mark, scale: Scale) -> Shape:
    """The mark as a shape on this axis, labelled where there is room."""
    begins, ends = _edges(mark, scale)
    x = 0.0 if mark.first_day is None else scale.at(max(mark.first_day, scale.first))
    end = 100.0 if mark.last_day is None else scale.at(min(mark.last_day, scale.last) + 1)
    kind = _kind(mark)
    if kind == "within" and begins == "open" and ends == "firm":
        x = max(x, end - TAIL)
    elif kind == "within" and begins == "firm" and ends == "open":
        end = min(end, x + TAIL)
    is_small = kind == "day" or (end - x < SMALL and begins == ends == "firm")
    if is_small:
        x = end = (x + end) / 2
    label, brief = (_label(mark.headline, x, end, tier) for tier in ("m", "n"))
    return Shape(mark, kind, x, end, is_small, begins, ends, label, brief)


def shapes_of(marks: Iterable[Mark], scale: Scale) -> list[Shape]:
    """The marks that can be seen, as shapes."""
    return [
        shape_of(mark, scale)
        for mark in marks
        if (mark.last_day is None or mark.last_day >= scale.first)
        and (mark.first_day is None or mark.first_day <= scale.last)
    ]


def cluster_shape(cluster: Cluster, scale: Scale) -> Shape:
    """So many events as a number in the middle of their period."""
    first, last = max(cluster.first_day, scale.first), min(cluster.last_day, scale.last)
    x = (scale.at(first) + scale.at(last + 1)) / 2
    shape = Shape(cluster, "many", x, x)
    beyond = 100 * max(0.0, shape.half - REACH) / TIERS["n"]  # a long number keeps off the edges
    x = min(max(x, beyond), 100 - beyond)
    return replace(shape, x=x, end=x)


def _kind(mark: Mark) -> str:
    if mark.first_day == mark.last_day:
        return "day"
    return "through" if mark.is_throughout else "within"


def _edges(mark: Mark, scale: Scale) -> tuple[str, str]:
    begins = ends = "firm"
    if mark.first_day is None:
        begins = "open"
    elif mark.first_day < scale.first:
        begins = "cut"
    if mark.last_day is None:
        ends = "open"
    elif mark.last_day > scale.last:
        ends = "cut"
    return begins, ends


def _label(headline: str, x: float, end: float, tier: str) -> Label | None:
    """The headline, as far as there is room in windows of this tier, where it has most of it."""
    em = TIERS[tier] / 100
    room = {
        "right": (100 - end) * em - REACH - 0.5,
        "left": x * em - REACH - 0.5,
        "in": (end - x) * em - 1,
    }
    wanted = min(LONGEST_LABEL[tier], text_width(headline))
    side = next((side for side, em in room.items() if em >= wanted), "")
    side = side or max(room, key=lambda side: room[side])
    most = min(LONGEST_LABEL[tier], room[side])
    return Label(shortened(headline, most), side) if most >= LEAST_LABEL else None

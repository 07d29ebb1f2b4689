"""The parts of an axis with their links."""

from dataclasses import dataclass

from timeline.axis.density import Bar
from timeline.axis.lanes import Lane, PlacedShape


@dataclass(frozen=True)
class LinkedBar:
    """A bar, where it leads ("" if to the same axis again) and its name."""

    bar: Bar
    href: str
    title: str


@dataclass(frozen=True)
class LinkedMark:
    """A mark, where it leads, and its name, which says all that its shape says."""

    placed: PlacedShape
    href: str
    title: str
    held: tuple[str, ...] = ()
    of_most: float = 1.0

    @property
    def shade(self) -> str:
        """How dark a number is, by the largest of its lane."""
        return f"{0.08 + 0.4 * self.of_most:.2f}"

    @property
    def classes(self) -> str:
        """Its row and what else it is drawn by, as names of CSS classes."""
        return " ".join([self.placed.row_classes, *self.held])

    @property
    def is_about(self) -> bool:
        """Whether its ends are faded."""
        return "about" in self.held

    @property
    def is_disputed(self) -> bool:
        """Whether it has a ring."""
        return "disputed" in self.held


@dataclass(frozen=True)
class LinkedLane:
    """A lane with its title, and the way to its events alone ("" where there is none)."""

    lane: Lane
    title: str
    href: str
    marks: list[LinkedMark]

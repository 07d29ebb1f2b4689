"""Voices and the groups that they form, each of which tells one event. Plain Python."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from timeline.merging.telling import Telling

LONGEST_HEADLINE = 120


@dataclass(eq=False, repr=False)
class Group:
    """Voices that tell one event; `event_id` is None of one that is still to be made.

    A fixed one, of which a curator decided something, may grow, but nothing leaves it.
    """

    event_id: int | None = None
    is_fixed: bool = False
    voices: "dict[Voice, None]" = field(default_factory=dict)

    @property
    def parts(self) -> "list[list[Voice]]":
        """Those that came by themselves, and each that a curator put here."""
        alone = [[voice] for voice in self.voices if voice.is_by_hand]
        rest = [voice for voice in self.voices if not voice.is_by_hand]
        return [rest, *alone] if rest else alone

    @property
    def spokesman(self) -> "Voice":
        """The voice whose words make the headline, in whatever order they came."""
        return min(self.voices, key=lambda voice: voice.headline_order)


@dataclass(eq=False, repr=False)
class Voice:
    """What one quote tells, or several of the same words at the beginning of like articles.

    `published` is the day of its first article, `quotes` the ids of those that are stored, in the
    event `event_id`, and `is_by_hand` whether a curator put one there; `links` are the voices that
    are surely like it, once that is worked out.
    """

    telling: Telling
    published: int | None
    event_id: int | None = None
    quotes: list[int] = field(default_factory=list)
    is_by_hand: bool = False
    links: "dict[Voice, None] | None" = None
    group: Group = field(default_factory=Group)

    def __post_init__(self) -> None:
        self.group.voices[self] = None

    @property
    def order(self) -> tuple[float, str, str]:
        """By which the first of several is the same in whatever order they came."""
        published = float("inf") if self.published is None else self.published
        return published, self.telling.said, self.telling.lead

    @property
    def headline_order(self) -> tuple[bool, tuple[float, str, str]]:
        """By which the first of several makes the headline: of the short ones, which stay whole."""
        return len(self.telling.said) > LONGEST_HEADLINE, self.order

    @property
    def is_moved(self) -> bool:
        """Whether its stored quotes are in another event than that of its group."""
        return bool(self.quotes) and self.event_id != self.group.event_id

    def heard(self, published: int | None) -> None:
        """Take note of one more article."""
        days = [day for day in (self.published, published) if day is not None]
        self.published = min(days, default=None)

    def move(self, group: Group) -> None:
        """Leave its group for another."""
        del self.group.voices[self]
        self.group = group
        group.voices[self] = None


def regroup(parts: Sequence[Sequence[Voice]]) -> None:
    """Make a group of each part: the one that most of its voices have, so that few move."""
    held = [
        (group, sum(voice.group is group for voice in part), number)
        for number, part in enumerate(parts)
        for group in _groups_of(part)
    ]
    given: dict[int, Group] = {}
    taken: set[int] = set()
    for group, _, number in sorted(held, key=_by_claim):
        if number not in given and id(group) not in taken:
            given[number] = group
            taken.add(id(group))
    for number, part in enumerate(parts):
        group = given.get(number) or Group()
        for voice in part:
            voice.move(group)


def _groups_of(voices: Iterable[Voice]) -> Iterable[Group]:
    return {id(voice.group): voice.group for voice in voices}.values()


def _by_claim(held: tuple[Group, int, int]) -> tuple[bool, bool, int, int, int]:
    """Fixed groups stay where they are, stored ones go where most of them is; the oldest first."""
    group, voices, number = held
    return not group.is_fixed, group.event_id is None, -voices, group.event_id or 0, number

"""What excludes that two quotes tell the same event. Plain Python: no Django, no clock."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from timeline.merging.synonyms import OPPOSITES
from timeline.merging.telling import Telling
from timeline.merging.wording import meaning

_OPPOSITES = [(meaning(one), meaning(other)) for one, other in OPPOSITES]


class Conflict(NamedTuple):
    """What only one of two tellings says, and what the other says in its place, as meanings."""

    kind: str
    ours: frozenset[str]
    theirs: frozenset[str]


def conflicts(one: Telling, other: Telling) -> Iterator[Conflict]:
    """What excludes that both tell the same event, whatever else they share."""
    for find in _FINDERS:
        yield from find(one, other)


def differ(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both have something, and nothing in common."""
    return bool(one and other and one.isdisjoint(other))


def foreign(one: Telling, other: Telling) -> tuple[frozenset[str], frozenset[str]]:
    """What each names that the other's article doesn't know."""
    return one.known - other.about, other.known - one.about


def are_of_others(one: Telling, other: Telling) -> bool:
    """Whether each names whom its article begins with, and of whom the other's knows nothing.

    Two firms, whose shares rose on one day.
    """
    ours, theirs = foreign(one, other)
    return not (ours.isdisjoint(one.beginning) or theirs.isdisjoint(other.beginning))


def _denials(one: Telling, other: Telling) -> Iterator[Conflict]:
    if denied := one.denied & (other.words - other.denied):
        yield Conflict("denied", denied, frozenset())
    if denied := other.denied & (one.words - one.denied):
        yield Conflict("denied", frozenset(), denied)


def _opposites(one: Telling, other: Telling) -> Iterator[Conflict]:
    ours, theirs = one.words - other.words, other.words - one.words
    for this, that in _OPPOSITES:
        if (this in ours and that in theirs) or (that in ours and this in theirs):
            yield Conflict("opposite", ours & {this, that}, theirs & {this, that})


def other_counts(one: Telling, other: Telling) -> Iterator[Conflict]:
    """Numbers of one thing that differ: 12 ferries, 15 ferries."""
    for thing in {thing for _, thing in one.counts if thing}:
        ours = frozenset(number for number, counted in one.counts if counted == thing)
        theirs = frozenset(number for number, counted in other.counts if counted == thing)
        if differ(ours, theirs):
            yield Conflict("count", ours | {thing}, theirs | {thing})


def _other_numbers(one: Telling, other: Telling) -> Iterator[Conflict]:
    if differ(one.numbers, other.numbers) and not any(other_counts(one, other)):
        yield Conflict("number", one.numbers, other.numbers)


def _others_named(one: Telling, other: Telling) -> Iterator[Conflict]:
    ours, theirs = foreign(one, other)
    fewer = min(len(ours), len(theirs))
    if fewer > 1 or (fewer and one.known.isdisjoint(other.known)):
        yield Conflict("name", ours, theirs)


def names_alike(one: Telling, other: Telling) -> Iterator[Conflict]:
    """Names alike but for a word that the other sentence lacks: Harbour Bank, River Bank."""
    for ours in one.names:
        for theirs in other.names:
            is_alike = len(ours & theirs) == 1 and max(len(ours), len(theirs)) <= 3
            if is_alike and ours - other.words and theirs - one.words:
                yield Conflict("name", ours, theirs)


def _other_roles(one: Telling, other: Telling) -> Iterator[Conflict]:
    """“with York” against “with Leeds”, of which the other article knows nothing."""
    for role, ours in one.roles.items():
        theirs = other.roles.get(role, frozenset())
        ours, theirs = ours - theirs, theirs - ours
        if ours and theirs and ours.isdisjoint(other.about) and theirs.isdisjoint(one.about):
            yield Conflict("name", ours, theirs)


_FINDERS: list[Callable[[Telling, Telling], Iterator[Conflict]]] = [
    _denials, _opposites, other_counts, _other_numbers, _others_named, names_alike, _other_roles,
]  # fmt: skip

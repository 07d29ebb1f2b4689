"""Which tellings are of one event: groups that don't hang on the order in which they came.

Average linkage: the two groups that are surest the same become one, again and again, while their
mean score is near certain and no pair across them excludes it. Plain Python: no Django, no clock.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from itertools import chain, combinations

from timeline.merging.matching import JOIN_AT, same_event, spare_words
from timeline.merging.telling import Telling

Pair = tuple[int, int]
Judge = Callable[[int, int], bool]


@dataclass(frozen=True)
class Likeness:
    """What all pairs across two groups say together; `is_excluded` if one of them excludes it.

    `spare_words` are those of the pair that shares most.
    """

    pairs: int
    score: float
    spare_words: float
    is_excluded: bool

    def __add__(self, other: "Likeness") -> "Likeness":
        return Likeness(
            self.pairs + other.pairs,
            self.score + other.score,
            max(self.spare_words, other.spare_words),
            self.is_excluded or other.is_excluded,
        )

    def mean(self, least: float = JOIN_AT) -> float:
        """How surely both groups tell one event, 0 where they are no match."""
        if self.is_excluded or self.spare_words < 0:
            return 0
        mean = self.score / self.pairs
        return mean if mean >= least else 0


EXCLUDED = Likeness(1, 0, 0, is_excluded=True)


def alike(one: Telling, other: Telling) -> Likeness:
    """What one pair of tellings says."""
    score = same_event(one, other)
    return Likeness(1, score, spare_words(one, other), is_excluded=not score)


def groups(
    tellings: Sequence[Telling],
    together: Sequence[Sequence[Collection[int]]] = (),
    apart: Judge = lambda one, other: False,
    compare: Callable[[Telling, Telling], Likeness] = alike,
) -> list[list[int]]:
    """The tellings, by number, in groups; of equally sure groups the first become one first.

    Those `together` are one group whatever they say, and two such groups never become one. Each
    is given by its parts, which a curator put together: what is a match of one is of all. `apart`
    tells whether a curator judged that two are different, which goes before everything.
    """
    taken = {number for parts in together for part in parts for number in part}
    parts_of = [*together, *([[n]] for n in range(len(tellings)) if n not in taken)]

    def between(ours: Collection[int], theirs: Collection[int]) -> Likeness:
        compared = [compare(tellings[one], tellings[other]) for one in ours for other in theirs]
        return sum(compared[1:], compared[0])

    def across(group: int, single: int) -> Likeness:
        [other] = parts_of[single]
        if any(apart(one, *other) for part in parts_of[group] for one in part):
            return EXCLUDED
        return max((between(part, other) for part in parts_of[group]), key=Likeness.mean)

    pairs = combinations(range(len(parts_of)), 2)
    likeness = {pair: across(*pair) for pair in pairs if pair[1] >= len(together)}
    found = {number: sorted(chain.from_iterable(parts)) for number, parts in enumerate(parts_of)}
    return gather(found, likeness)


def gather(
    found: dict[int, list[int]], likeness: dict[Pair, Likeness], least: float = JOIN_AT
) -> list[list[int]]:
    """The groups that become of these while two of them are a match, the surest first.

    Both arguments are used up.
    """
    while best := _surest(likeness, least):
        _unite(best, found, likeness)
    return list(found.values())


def _surest(likeness: dict[Pair, Likeness], least: float) -> Pair | None:
    scored = ((found.mean(least), -one, -other) for (one, other), found in likeness.items())
    score, one, other = max(scored, default=(0.0, 0, 0))
    return (-one, -other) if score else None


def _unite(pair: Pair, found: dict[int, list[int]], likeness: dict[Pair, Likeness]) -> None:
    """Make one group of the pair, which keeps the number of its first."""
    kept, gone = pair
    found[kept] = sorted([*found[kept], *found.pop(gone)])
    del likeness[pair]
    for third in found:
        if third != kept and (lost := likeness.pop(_pair(gone, third), None)):
            key = _pair(kept, third)
            if key in likeness:
                likeness[key] += lost


def _pair(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)

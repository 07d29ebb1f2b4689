"""Which events may all be one: proposed together, where each with each is likely. Plain Python.

Average linkage, as quotes are joined, from the score at which two events are proposed. At that
score the groups of ECB+ are nearest to the true ones (B³), but a sixth of their pairs is false:
people decide.
"""

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from itertools import combinations

from timeline.merging.conflicts import conflicts
from timeline.merging.days import can_agree
from timeline.merging.grouping import EXCLUDED, Likeness, gather
from timeline.merging.matching import OWN_WORDS, PROPOSE_AT, chance, own_words
from timeline.merging.telling import Telling

# So many events at most, the nearest by likeness, are looked at with each other.
MOST_TOGETHER = 12
# What an article tells, by the article's id.
Heard = tuple[int, Telling]
Judge = Callable[[int, int], bool]


def cluster_of(event: int, told: Mapping[int, Sequence[Heard]], apart: Judge) -> list[int]:
    """The events, by id, that may all be this one, with itself; the same from each of them.

    `told` is what the quotes of each event tell, `apart` whether a curator judged two different.
    """
    near = _linked(event, told, apart)
    links = {
        pair: EXCLUDED if apart(*pair) else between(told[pair[0]], told[pair[1]])
        for pair in combinations(near, 2)
    }
    parts = gather({one: [one] for one in near}, links, PROPOSE_AT)
    return next(part for part in parts if event in part)


def between(ours: Sequence[Heard], theirs: Sequence[Heard]) -> Likeness:
    """How alike two events are, by what different articles tell of them.

    What one article tells in two sentences is seldom one happening, and scores say little of it.
    Dates that exclude each other, a plan beside what is done, and a conflict of the two that are
    most alike exclude that both are one event.
    """
    across = [(a, b) for one, a in ours for other, b in theirs if one != other]
    spare = sum(own_words(a, b) - OWN_WORDS for a, b in across)
    if not across or spare < 0:  # most events
        return EXCLUDED
    if any(a.is_planned != b.is_planned or not can_agree(a, b) for a, b in across):
        return EXCLUDED
    scores = [chance(a, b) for a, b in across]
    best = across[max(range(len(across)), key=scores.__getitem__)]
    return Likeness(len(across), sum(scores), spare, any(conflicts(*best)))


def _linked(event: int, told: Mapping[int, Sequence[Heard]], apart: Judge) -> list[int]:
    """The event, those that are likely the same, those that these are, and so on; by id."""
    found, waiting = {event}, deque([event])
    while waiting and len(found) < MOST_TOGETHER:
        one = waiting.popleft()
        scored = (
            (between(told[one], told[other]).mean(PROPOSE_AT), other)
            for other in told.keys() - found
            if not apart(one, other)
        )
        likely = sorted(((score, other) for score, other in scored if score), reverse=True)
        beside = [other for _, other in likely[: MOST_TOGETHER - len(found)]]
        found.update(beside)
        waiting.extend(beside)
    return sorted(found)

"""Words that stand more than once in a text, told apart by what surrounds them. Plain Python."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

WORD = re.compile(r"\w+")
# So many words on each side tell repeated words apart: the nearest, and more of them where those
# were edited.
NEAREST, FURTHER = (8, 15), 40
LONGEST_WORD = 14
# Where more places have the words, or two lie nearer to each other (in characters), nobody can
# tell one from the other.
MOST_PLACES = 12
SIDE_BY_SIDE = 8
SHARING_CONTEXT = 120


class Resemblance(NamedTuple):
    """How alike the words around two places are, 0 to 1: on the mean, and on the less like side."""

    mean: float
    either_side: float


# Chosen by `benchmarks/anchoring.py`: rather lost than wrong. Beside these, a place must be ahead
# of all others by so much.
AHEAD_AROUND = 0.35
OWN = Resemblance(0.5, 0.1)
# Where the text had the words more often, all others must be found, too, unless ours is certain.
OTHERS, CERTAIN = Resemblance(0.6, 0.4), Resemblance(0.9, 0.8)
# Where the others are found with certainty, the place that is left over is ours.
ALL_OTHERS = Resemblance(0.8, 0.6)
# Where a place is missing, what is left is nearly always another's.
ONE_MISSING = Resemblance(0.95, 0.9)


def places_of(words: str, text: str) -> Iterator[int]:
    """Where the words stand, as far as these are few enough to be told apart, and one more."""
    place = text.find(words)
    for _ in range(MOST_PLACES + 1):
        if place < 0:
            return
        yield place
        place = text.find(words, place + 1)


def place_by_context(old: str, start: int, end: int, new: str, places: Sequence[int]) -> int | None:
    """The place whose surroundings are those of the quote, and clearly no other's."""
    length = end - start
    stood = [start, *(place for place in places_of(old[start:end], old) if place != start)]
    if max(len(stood), len(places)) > MOST_PLACES:
        return None
    if any(abs(place - start) < length + SHARING_CONTEXT for place in stood[1:]):
        return None
    found = _own_place(_Surroundings(old, stood, new, places, length))
    if found is None:
        return None
    place = places[found]
    is_alone = all(abs(place - one) > length + SIDE_BY_SIDE for one in places if one != place)
    return place if is_alone else None


def _own_place(around: "_Surroundings") -> int | None:
    """Which of the new places is that of the first old one; None if it isn't certain."""
    others = range(1, around.stood)
    if around.stand < around.stood:
        return around.place_of(0, ONE_MISSING)
    own = around.place_of(0, OWN)
    if own is not None:
        are_found = all(around.place_of(one, OTHERS) is not None for one in others)
        return own if are_found or around.is_sure(0, own, CERTAIN) else None
    taken = {around.place_of(one, ALL_OTHERS) for one in others}
    left = {*range(around.stand)} - taken
    return left.pop() if None not in taken and len(left) == 1 else None


class _Surroundings:
    """How alike the words around old places of the same words are to those around new ones."""

    def __init__(
        self, old: str, stood: Sequence[int], new: str, places: Sequence[int], length: int
    ) -> None:
        self.stood, self.stand = len(stood), len(places)
        there = [_around(old, place, place + length) for place in stood]
        here = [_around(new, place, place + length) for place in places]
        self.alike = [[_alike(one, other) for other in here] for one in there]

    def place_of(self, one: int, floor: Resemblance) -> int | None:
        """The new place that is surely that of an old one."""
        return next((place for place in range(self.stand) if self.is_sure(one, place, floor)), None)

    def is_sure(self, one: int, place: int, floor: Resemblance) -> bool:
        """Whether an old and a new place are alike, and neither nearly so to another."""
        mean, either_side = self.alike[one][place]
        if mean < floor.mean or either_side < floor.either_side:
            return False
        of_old = (self.alike[one][at].mean for at in range(self.stand) if at != place)
        of_new = (self.alike[at][place].mean for at in range(self.stood) if at != one)
        return all(mean - other >= AHEAD_AROUND for other in (*of_old, *of_new))


def _around(text: str, start: int, end: int) -> tuple[list[str], list[str]]:
    """The words before, from the nearest on, and those after; a text's edge goes on for ever."""
    reach = FURTHER * LONGEST_WORD
    before = WORD.findall(text[max(0, start - reach) : start])[::-1]
    after = WORD.findall(text[end : end + reach])
    edge = [""] * FURTHER
    return [*before, *edge][:FURTHER], [*after, *edge][:FURTHER]


def _alike(there: tuple[list[str], list[str]], here: tuple[list[str], list[str]]) -> Resemblance:
    """How alike both sides of two places are, on the mean, and on the less like one."""
    before, after = (_side(one, other) for one, other in zip(there, here, strict=True))
    return Resemblance((before + after) / 2, min(before, after))


def _side(one: Sequence[str], other: Sequence[str]) -> float:
    near = sum(_ratio(one[:words], other[:words]) for words in NEAREST) / len(NEAREST)
    return max(near, _ratio(one, other))


def _ratio(one: Sequence[str], other: Sequence[str]) -> float:
    """How much of two runs of words is the same and in one order, 0 to 1; 1 if both are empty."""
    return SequenceMatcher(None, one, other, autojunk=False).ratio()

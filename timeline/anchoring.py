"""Where the words of a quote stand in a corrected text. Plain Python: no Django, no clock.

The W3C Web Annotation model finds a quote by its words, and tells repeated ones by the words
around them (TextQuoteSelector). Here the whole old text is known as well, so that words which it
has twice are never taken for each other, and words that were corrected are found only where the
likeness holds in both directions. What isn't certain is not found: a quote is never moved to
words that aren't its own.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import Match, SequenceMatcher
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import NamedTuple

from articles.dates import split_sentences

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
# Corrected words: how much must be the same, word by word, and how much more than elsewhere.
ALIKE = 0.75
AHEAD = 0.12
# So many words in a row are looked up; what stands at more places than this says nothing.
RUN = 3
MOST_STANDING = 40
MOST_COMPARED = 4
# One of so many words may have gone from the quote's beginning or end without its being cut.
CUT_OF = 10


class Likeness(NamedTuple):
    """How alike the words around two places are, 0 to 1: on the mean, and on the less like side."""

    mean: float
    either_side: float


# Chosen by `benchmarks/anchoring.py`: rather lost than wrong. Beside these, a place must be ahead
# of all others by so much.
AHEAD_AROUND = 0.35
OWN = Likeness(0.5, 0.1)
# Where the text had the words more often, all others must be found, too, unless ours is certain.
OTHERS, CERTAIN = Likeness(0.6, 0.4), Likeness(0.9, 0.8)
# Where the others are found with certainty, the place that is left over is ours.
ALL_OTHERS = Likeness(0.8, 0.6)
# Where a place is missing, what is left is nearly always another's.
ONE_MISSING = Likeness(0.95, 0.9)


class How(StrEnum):
    """How surely the words are the quote's."""

    UNCHANGED = "unchanged"
    BY_CONTEXT = "by context"
    CORRECTED = "corrected"


class Anchor(NamedTuple):
    """Where a quote stands in a text, half open in code points, and how it was found."""

    start: int
    end: int
    how: How


def anchor(old: str, start: int, end: int, new: str) -> Anchor | None:
    """The place in the new text of what stands at `start:end` of the old; None if not certain."""
    exact = old[start:end]
    places = list(_places(exact, new))
    if len(places) == 1 and len(list(_places(exact, old))) == 1:
        return Anchor(places[0], places[0] + len(exact), How.UNCHANGED)
    if places:
        place = _by_context(old, start, end, new, places)
        return None if place is None else Anchor(place, place + len(exact), How.BY_CONTEXT)
    is_only = old.count(exact) == 1
    return _corrected(old, start, end, new) if is_only else None


def _places(words: str, text: str) -> Iterator[int]:
    place = text.find(words)
    for _ in range(MOST_PLACES + 1):
        if place < 0:
            return
        yield place
        place = text.find(words, place + 1)


def _by_context(old: str, start: int, end: int, new: str, places: Sequence[int]) -> int | None:
    """The place whose surroundings are those of the quote, and clearly no other's."""
    length = end - start
    stood = [start, *(place for place in _places(old[start:end], old) if place != start)]
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

    def place_of(self, one: int, floor: Likeness) -> int | None:
        """The new place that is surely that of an old one."""
        return next((place for place in range(self.stand) if self.is_sure(one, place, floor)), None)

    def is_sure(self, one: int, place: int, floor: Likeness) -> bool:
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


def _alike(there: tuple[list[str], list[str]], here: tuple[list[str], list[str]]) -> Likeness:
    """How alike both sides of two places are, on the mean, and on the less like one."""
    before, after = (_side(one, other) for one, other in zip(there, here, strict=True))
    return Likeness((before + after) / 2, min(before, after))


def _side(one: Sequence[str], other: Sequence[str]) -> float:
    near = sum(_ratio(one[:words], other[:words]) for words in NEAREST) / len(NEAREST)
    return max(near, _ratio(one, other))


def _ratio(one: Sequence[str], other: Sequence[str]) -> float:
    """How much of two runs of words is the same and in one order, 0 to 1; 1 if both are empty."""
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


class _Text:
    """A text as words, each with its place, and where each run of them stands."""

    def __init__(self, text: str) -> None:
        self.text = text
        found = list(WORD.finditer(text))
        self.words = [match[0].casefold() for match in found]
        self.spans = [match.span() for match in found]

    @cached_property
    def runs(self) -> dict[tuple[str, ...], list[int]]:
        """Where each run of words begins."""
        runs: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for place in range(len(self.words) - RUN + 1):
            runs[tuple(self.words[place : place + RUN])].append(place)
        return runs

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Where each sentence begins and ends."""
        return list(split_sentences(self.text))


@lru_cache(maxsize=8)
def _text(text: str) -> _Text:
    return _Text(text)


class _Likeness(NamedTuple):
    """How alike a stretch of words is to a quote (0 to 1), by the places of its words.

    `is_cut` tells whether words of the quote's own beginning and end aren't in it.
    """

    ratio: float
    first: int
    last: int
    is_cut: tuple[bool, bool]


def _corrected(old: str, start: int, end: int, new: str) -> Anchor | None:
    """The stretch of the new text that is likeliest the quote's, and whose likeliest it is."""
    words = [match[0].casefold() for match in WORD.finditer(old, start, end)]
    found = _likest(words, _text(new))
    if found is None:
        return None
    stretch = _text(new).spans[found.first][0], _text(new).spans[found.last][1]
    back = _likest(_text(new).words[found.first : found.last + 1], _text(old))
    if back is None:
        return None
    spans = _text(old).spans
    if spans[back.last][1] <= start or spans[back.first][0] >= end:
        return None  # it is another passage of the old text
    first, last = _to_sentences(old, start, end, new, stretch)
    if (first == stretch[0] and found.is_cut[0]) or (last == stretch[1] and found.is_cut[1]):
        return None  # what it began or ended with may be elsewhere
    return Anchor(first, last, How.CORRECTED)


def _likest(words: list[str], text: _Text) -> _Likeness | None:
    """The stretch of the text most like the words, if it is like enough, and no other nearly so."""
    compared = [_compare(words, text, group) for group in _groups(words, text)]
    ranked = sorted(compared, reverse=True)[:2]
    if not ranked or ranked[0].ratio < ALIKE:
        return None
    best, others = ranked[0], ranked[1:]
    is_ahead = not others or best.ratio - others[0].ratio >= AHEAD
    return best if is_ahead else None


def _groups(words: list[str], text: _Text) -> list[tuple[int, int]]:
    """Where runs of the words stand close together: from which word to which, the most first."""
    places = sorted(
        place
        for at in range(len(words) - RUN + 1)
        if len(standing := text.runs.get(tuple(words[at : at + RUN]), ())) <= MOST_STANDING
        for place in standing
    )
    groups: list[list[int]] = []
    for place in places:
        if groups and place - groups[-1][0] <= len(words) + RUN:
            groups[-1].append(place)
        else:
            groups.append([place])
    groups.sort(key=len, reverse=True)
    return [(group[0], group[-1] + RUN) for group in groups[:MOST_COMPARED]]


def _compare(words: list[str], text: _Text, group: tuple[int, int]) -> _Likeness:
    """How alike is what stands there, widened to what may also be the quote's."""
    slack = len(words) // 3 + 2
    first = max(0, group[0] - slack)
    there = text.words[first : group[1] + slack]
    blocks = _dense(SequenceMatcher(None, words, there, autojunk=False).get_matching_blocks()[:-1])
    same = sum(block.size for block in blocks)
    begin, last = blocks[0].b, blocks[-1].b + blocks[-1].size - 1
    ratio = 2 * same / (len(words) + last - begin + 1)
    most = len(words) // CUT_OF
    is_cut = blocks[0].a > most, len(words) - blocks[-1].a - blocks[-1].size > most
    return _Likeness(ratio, first + begin, first + last, is_cut)


def _dense(blocks: list[Match]) -> list[Match]:
    """The matching blocks without those at either end that are small and far from the next."""
    for _ in range(2):
        while len(blocks) > 1 and blocks[1].b - blocks[0].b - blocks[0].size > blocks[0].size:
            blocks = blocks[1:]
        blocks = [Match(-b.a - b.size, -b.b - b.size, b.size) for b in reversed(blocks)]
    return blocks


def _to_sentences(
    old: str, start: int, end: int, new: str, stretch: tuple[int, int]
) -> tuple[int, int]:
    """The stretch, widened to whole sentences on the sides where the quote ended with one.

    Not by many characters: where a full stop went, a sentence now goes on into the next.
    """
    first, last = stretch
    here, there = _text(old).sentences, _text(new).sentences
    most = (end - start) // 5
    if start in {begin for begin, _ in here}:
        begins = (begin for begin, stop in there if begin <= first < stop)
        first = next((begin for begin in begins if first - begin <= most), first)
    if end in {stop for _, stop in here}:
        stops = (stop for begin, stop in there if begin < last <= stop)
        last = next((stop for stop in stops if stop - last <= most), last)
    return first, last

"""Where the words of a quote stand in a corrected text. Plain Python: no Django, no clock.

The W3C Web Annotation model finds a quote by its words, and tells repeated ones by the words
around them (TextQuoteSelector). Here the whole old text is known as well, so that words which it
has twice are never taken for each other, and words that were corrected are found only where the
likeness holds in both directions. What isn't certain is not found: a quote is never moved to
words that aren't its own.
"""

import re
from collections import defaultdict
from difflib import Match, SequenceMatcher
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import NamedTuple

from articles.dates import split_sentences
from timeline.claims.surroundings import place_by_context, places_of

WORD = re.compile(r"\w+")
# Corrected words: how much must be the same, word by word, and how much more than elsewhere.
ALIKE = 0.75
AHEAD = 0.12
# So many words in a row are looked up; what stands at more places than this says nothing.
RUN = 3
MOST_STANDING = 40
MOST_COMPARED = 4


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
    places = list(places_of(exact, new))
    if len(places) == 1 and len(list(places_of(exact, old))) == 1:
        return Anchor(places[0], places[0] + len(exact), How.UNCHANGED)
    if places:
        place = place_by_context(old, start, end, new, places)
        return None if place is None else Anchor(place, place + len(exact), How.BY_CONTEXT)
    is_only = old.count(exact) == 1
    return _corrected(old, start, end, new) if is_only else None


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
    is_cut = blocks[0].a > 0, blocks[-1].a + blocks[-1].size < len(words)
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

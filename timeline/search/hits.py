"""Where the words that were searched for stand in a text. Plain Python."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from timeline.search.terms import LONGEST_WORD, WORD, Term, folded, stem

MOST_WORDS = 10_000


class Sought(dict[str, bool]):
    """Which words are looked for, as they stand in texts: each is decided once."""

    def __init__(self, terms: tuple[Term, ...]) -> None:
        self._stems = {one for term in terms for one in term.stems}
        self._begun = tuple(term.words[-1] for term in terms if term.is_open)
        # A stem begins as its word does; to find those of all words of a page takes 20 ms.
        self._initials = {word[:1] for word in (*self._stems, *self._begun)}

    def __missing__(self, written: str) -> bool:
        word = folded(written)[:LONGEST_WORD]
        is_hit = word[:1] in self._initials and (
            stem(word) in self._stems or word.startswith(self._begun)
        )
        if len(self) < MOST_WORDS:
            self[written] = is_hit
        return is_hit


@lru_cache(maxsize=32)
def sought_by(terms: tuple[Term, ...]) -> Sought:
    """What these terms look for: a page has thousands of words, and the next page the same."""
    return Sought(terms)


def cut_at_hits(text: str, terms: Sequence[Term]) -> Iterator[tuple[str, bool]]:
    """The text in pieces, in order, and of each whether it is a word that the terms look for.

    Words are found as the search finds them; those of a phrase also where they stand alone.
    """
    sought = sought_by(tuple(terms))
    start = end = 0  # of the hit that is held back, since the next may join it
    done = 0
    for token in WORD.finditer(text) if terms else ():
        if not sought[token[0]]:
            continue
        if token.start() > end:
            yield from _told(text, done, start, end)
            done, start = end, token.start()
        elif end == 0:
            start = token.start()
        end = token.end()
    yield from _told(text, done, start, end)
    if end < len(text):
        yield text[end:], False


def _told(text: str, done: int, start: int, end: int) -> Iterator[tuple[str, bool]]:
    if start > done:
        yield text[done:start], False
    if end > start:
        yield text[start:end], True

"""Where the words that were searched for stand in a text. Plain Python."""

from collections.abc import Iterator, Sequence

from timeline.search.terms import LONGEST_WORD, WORD, Term, folded, stem


def cut_at_hits(text: str, terms: Sequence[Term]) -> Iterator[tuple[str, bool]]:
    """The text in pieces, in order, and of each whether it is a word that the terms look for.

    Words are found as the search finds them; those of a phrase also where they stand alone.
    """
    stems = {one for term in terms for one in term.stems}
    begun = tuple(term.words[-1] for term in terms if term.is_open)
    # A stem begins as its word does, and to find the stem of every word takes long.
    initials = {word[0] for word in (*stems, *begun)}
    start = end = 0  # of the hit that is held back, since the next may join it
    done = 0
    for token in WORD.finditer(text) if stems else ():
        word = folded(token[0])[:LONGEST_WORD]
        if word[:1] not in initials or not (stem(word) in stems or word.startswith(begun)):
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

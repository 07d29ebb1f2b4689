"""What of an article is shown: its quotes with their context, marked; plain Python."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from articles.dates import split_sentences

# The longest line of a text that was wrapped by hand: longer ones are paragraphs.
WRAPPED = 120


class Quoted(Protocol):
    """A quote's place in the text, and within it that of the words that date it."""

    pk: int
    start: int
    end: int

    @property
    def dated(self) -> tuple[int, int] | None: ...


@dataclass(frozen=True)
class Piece:
    """Plain text (`quote` None; `is_date` of a quote's date), or a mark's opening or closing.

    A quote that only partly overlaps another is marked in several parts: `is_edge` holds where
    the quote itself begins or ends, and `cut` is a number from 1 that only its parts share within
    the passage, 0 where it is in one part for certain.
    """

    text: str = ""
    is_date: bool = False
    quote: Quoted | None = None
    opens: bool = False
    is_edge: bool = False
    cut: int = 0


@dataclass(frozen=True)
class Passage:
    """A stretch of the text in pieces, and whether text is left out before and after it."""

    pieces: list[Piece]
    is_cut_before: bool
    is_cut_after: bool


def passages_of(text: str, quotes: Sequence[Quoted], reach: str) -> list[Passage]:
    """What may be read of the text where the reach is "full", "quotes" or "nothing"."""
    if reach == "full":
        return whole(text, quotes)
    return around_quotes(text, quotes) if reach == "quotes" else []


def whole(text: str, quotes: Sequence[Quoted]) -> list[Passage]:
    """All of the text, as one passage."""
    pieces = _pieces(text, 0, len(text), quotes, _gap_of(text))
    return [Passage(list(pieces), False, False)]


def around_quotes(text: str, quotes: Sequence[Quoted]) -> list[Passage]:
    """The sentences of the quotes with one sentence of context on each side, in order."""
    stretches = list(_merged(text, _with_context(text, quotes)))
    gap = _gap_of(text)
    return [
        Passage(
            list(_pieces(text, start, end, [q for q in quotes if start <= q.start < end], gap)),
            is_cut_before=bool(text[:start].strip()) and index == 0,
            is_cut_after=bool(text[end:].strip()),
        )
        for index, (start, end) in enumerate(stretches)
    ]


def _with_context(text: str, quotes: Iterable[Quoted]) -> Iterator[tuple[int, int]]:
    """For each quote, where its sentences and their neighbours begin and end."""
    sentences = split_sentences(text)
    starts, ends = [start for start, _ in sentences], [end for _, end in sentences]
    for quote in quotes:
        first = max(0, bisect_right(ends, quote.start) - 1)
        last = min(len(sentences), bisect_left(starts, quote.end) + 1) - 1
        inside = sentences and first <= last
        start, end = (starts[first], ends[last]) if inside else (quote.start, quote.end)
        yield min(start, quote.start), max(end, quote.end)


def _merged(text: str, stretches: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The stretches in order, those as one that overlap or have only white space between."""
    start, end = -1, -1
    for next_start, next_end in sorted(stretches):
        if end >= 0 and not text[end:next_start].strip():
            end = max(end, next_end)
            continue
        if end >= 0:
            yield start, end
        start, end = next_start, next_end
    if end >= 0:
        yield start, end


def _pieces(text: str, start: int, end: int, quotes: Sequence[Quoted], gap: str) -> Iterator[Piece]:
    """The stretch cut at the edges of its quotes, with marks that nest as HTML needs them to.

    Its lines are parted by `gap`.
    """
    dates = dict(sorted(q.dated for q in quotes if q.dated))  # of like beginnings the longest
    edges = sorted({start, end, *dates, *dates.values()}.union(*((q.start, q.end) for q in quotes)))
    date_end = 0
    numbers = {quote.pk: number for number, quote in enumerate(_cut(quotes), 1)}
    open_quotes: list[Quoted] = []
    for edge, next_edge in zip(edges, [*edges[1:], end], strict=True):
        opening = [q for q in quotes if q.start == edge]
        while any(q.end == edge for q in open_quotes):
            closed = open_quotes.pop()
            if closed.end != edge:
                opening.append(closed)
            yield Piece(quote=closed, is_edge=closed.end == edge)
        for quote in sorted(opening, key=lambda q: (-q.end, q.pk)):
            open_quotes.append(quote)
            cut = numbers.get(quote.pk, 0)
            yield Piece(quote=quote, opens=True, is_edge=quote.start == edge, cut=cut)
        date_end = max(date_end, dates.get(edge, 0))
        if edge < next_edge:
            yield Piece(text[edge:next_edge].replace("\n", gap), is_date=edge < date_end)


def _gap_of(text: str) -> str:
    """What parts its lines: where each is a paragraph, a space is due between them."""
    are_paragraphs = "\n\n" not in text and max(map(len, text.split("\n"))) > WRAPPED
    return "\n\n" if are_paragraphs else "\n"


def _cut(quotes: Sequence[Quoted]) -> list[Quoted]:
    """The quotes that begin within another and end after it: their marks may be in parts."""
    return [q for q in quotes if any(o.start < q.start < o.end < q.end for o in quotes)]

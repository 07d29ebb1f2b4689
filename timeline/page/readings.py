"""How each source dates an event, to be set side by side. Quotes come with their mentions."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from timeline.access import words_are_public
from timeline.claims.quoted import AnyQuote, read_at
from timeline.models import Quote


@dataclass(frozen=True)
class Reading:
    """A quote, the words in it that name its date, and what they were read as, in EDTF."""

    quote: Quote
    words: str
    edtf: str


def date_words(quote: AnyQuote) -> tuple[str, str, str]:
    """The quote's words before its date, those of the date, and those after it."""
    if quote.mention is None:
        return quote.exact, "", ""
    start, end = quote.mention.start - quote.start, quote.mention.end - quote.start
    return quote.exact[:start], quote.exact[start:end], quote.exact[end:]


def words_read(quote: AnyQuote) -> tuple[str, str, str]:
    """The quote's words before those that its date was read from, these, and those after."""
    start, end = read_at(quote) or (len(quote.exact), len(quote.exact))
    return quote.exact[:start], quote.exact[start:end], quote.exact[end:]


def readings_that_differ(quotes: Iterable[Quote]) -> list[Reading]:
    """The dates that the quotes give, in order of publication, undated ones last.

    None where all give the same in the same words. Words that the public may not read give none.
    """
    readings = [
        Reading(quote, words_read(quote)[1], when.edtf)
        for quote in quotes
        if (when := quote.when) and words_are_public(quote.article)
    ]
    if len({(reading.words, reading.edtf) for reading in readings}) < 2:
        return []
    return sorted(readings, key=lambda reading: reading.quote.article.published_on or date.max)

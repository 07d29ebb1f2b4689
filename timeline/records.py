"""Events as plain records, for exports and for programs."""

from typing import Any

from articles.dates import iso_day, split_sentences
from timeline.access import words_are_public
from timeline.models import Event, Quote
from timeline.page.readings import date_words

EVENT_FIELDS = (
    "id", "headline", "summary", "edtf", "first", "last", "granularity", "status", "planned",
    "topics", "quotes",
)  # fmt: skip


def event_record(event: Event, *, is_public: bool = False) -> dict[str, Any]:
    """The event as JSON-ready values; quotes in order of their articles' publication.

    `first` and `last` are ISO days, with a leading minus for years BCE, or None for an open
    end. A public record leaves out the words of articles of which the public may read nothing.
    """
    return {
        "id": event.pk,
        "headline": event.headline,
        "summary": event.summary,
        "edtf": event.edtf,
        "first": None if event.first_day is None else iso_day(event.first_day),
        "last": None if event.last_day is None else iso_day(event.last_day),
        "granularity": event.granularity,
        "status": event.status,
        "planned": event.is_planned,
        "topics": [topic.name for topic in event.topics.all()],
        "quotes": [quote_record(quote, is_public=is_public) for quote in event.quotes.all()],
    }


def quote_record(quote: Quote, *, is_public: bool) -> dict[str, Any]:
    """The quote as JSON-ready values; `article` is its id, offsets are in code points."""
    article = quote.article
    is_withheld = is_public and not words_are_public(article)
    prefix, suffix = _sentence_around(quote) if is_public else (quote.prefix, quote.suffix)
    return {
        "article": article.pk,
        "publisher": article.publisher.name if article.publisher else "",
        "url": article.url,
        "published": article.published_on and article.published_on.isoformat(),
        "start": quote.start,
        "end": quote.end,
        "exact": "" if is_withheld else quote.exact,
        "prefix": "" if is_withheld else prefix,
        "suffix": "" if is_withheld else suffix,
        "mention": None if is_withheld else _mention_record(quote),
        "stance": quote.stance,
        "told": quote.told,
    }


def _sentence_around(quote: Quote) -> tuple[str, str]:
    """Prefix and suffix within the sentences next to the quote: the public reads no more."""
    before, after = split_sentences(quote.prefix), split_sentences(quote.suffix)
    prefix = quote.prefix[before[-1][0] :] if before else quote.prefix
    return prefix, quote.suffix[: after[0][1]] if after else quote.suffix


def _mention_record(quote: Quote) -> dict[str, Any] | None:
    mention = quote.mention
    if mention is None:
        return None
    return {
        "start": mention.start,
        "end": mention.end,
        "text": date_words(quote)[1],
        "edtf": mention.edtf,
        "rule": mention.rule,
        "anchor": mention.anchor,
        "why": mention.why,
    }

"""A corrected text takes the place of the old one under what no curator has decided."""

from collections.abc import Iterable

from articles.models import Article
from timeline.claims.anchoring import anchor
from timeline.events.build import draft_quote, drafts_of
from timeline.events.originals import credit_of, known_outlets
from timeline.events.settling import drop, settle
from timeline.models import Event, Quote, Status

# The words of a quote, and what is read from them.
READ = tuple("article start end exact mention told counted counted_why headline".split())


def carry_over(old: Article, new: Article) -> None:
    """Move the quotes of undecided candidates from a replaced version to the new one.

    What stands there still, or was corrected in a few words, is quoted from there under the same
    id; what can't be found with certainty leaves its candidate, and a candidate without any quote
    is deleted. What a curator decided or put together keeps the words of the version that it was
    decided on. To be called when the new version's mentions are read, and before it is built.
    """
    claimed = claimed_quotes(new)
    # Each event is read when its turn comes: it may have changed with an earlier quote.
    for quote in old.quotes.filter(event__status=Status.CANDIDATE, is_by_hand=False):
        if quote.event.decided:
            continue
        if place := anchor(old.text, quote.start, quote.end, new.text):
            _move(quote, read_at(new, place.start, place.end, quote.event, claimed))
        else:
            drop(quote)


def _move(quote: Quote, moved: Quote) -> None:
    """Move the quote; its event, where its headline was the quote's, takes the new one."""
    event, before = quote.event, quote.headline
    stand_on(quote, moved)
    if event.headline == before != quote.headline:
        event.headline = quote.headline
        event.save()
    settle(event)


def stand_on(quote: Quote, moved: Quote) -> None:
    """Let a stored quote have the words and the place of another, and what is read there."""
    for name in READ:
        setattr(quote, name, getattr(moved, name))
    quote.second_hand = credit_of(quote, known_outlets())
    quote.save()


def claimed_quotes(article: Article) -> list[Quote]:
    """A quote, without an event, of each claim of the article."""
    return [draft.quote for draft in drafts_of(article, list(article.mentions.all()))]


def read_at(
    article: Article, start: int, end: int, event: Event, claimed: Iterable[Quote]
) -> Quote:
    """What is read at this place of the article: of its claims the one that dates the event best.

    Where the article claims nothing just there, a quote as if made by hand.
    """
    here = [quote for quote in claimed if (quote.start, quote.end) == (start, end)]
    dated = (quote for quote in here if quote.when and quote.when.edtf == event.edtf)
    return (
        next(dated, None) or next(iter(here), None) or draft_quote(article, start, end, event.edtf)
    )

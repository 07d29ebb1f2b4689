"""A corrected text takes the place of the old one under what no curator has decided."""

from articles.models import DATING, Article
from timeline.models import Quote, Status
from timeline.settling import drop, settle


def carry_over(old: Article, new: Article) -> None:
    """Move the quotes of undecided candidates from a replaced version to the new one.

    Words that stand just once in the new text are quoted from there, under the same id; those
    that are gone leave their candidate, and a candidate without any quote is deleted. What a
    curator decided or put together keeps the words of the version that it was decided on. To be
    called when the new version's mentions are read, and before it is built.
    """
    quotes = old.quotes.select_related("event").filter(
        event__status=Status.CANDIDATE, is_by_hand=False
    )
    for quote in quotes:
        if quote.event.decided:
            continue
        if new.text.count(quote.exact) == 1:
            _move(quote, new)
        else:
            drop(quote)


def _move(quote: Quote, new: Article) -> None:
    start = new.text.index(quote.exact)
    quote.article, quote.start, quote.end = new, start, start + len(quote.exact)
    inside = new.mentions.filter(DATING, start__gte=quote.start, end__lte=quote.end)
    quote.mention = inside.filter(edtf=quote.event.edtf).first() or inside.first()
    quote.save()
    settle(quote.event)

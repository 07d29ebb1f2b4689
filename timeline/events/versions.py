"""A corrected text takes the place of the old one under what no curator has decided."""

from articles.models import DATING, Article
from timeline.claims.anchoring import Anchor, anchor
from timeline.events.settling import drop, settle
from timeline.models import Quote, Status


def carry_over(old: Article, new: Article) -> None:
    """Move the quotes of undecided candidates from a replaced version to the new one.

    What stands there still, or was corrected in a few words, is quoted from there under the same
    id; what can't be found with certainty leaves its candidate, and a candidate without any quote
    is deleted. What a curator decided or put together keeps the words of the version that it was
    decided on. To be called when the new version's mentions are read, and before it is built.
    """
    quotes = old.quotes.select_related("event").filter(
        event__status=Status.CANDIDATE, is_by_hand=False
    )
    for quote in quotes:
        if quote.event.decided:
            continue
        if place := anchor(old.text, quote.start, quote.end, new.text):
            _move(quote, new, place)
        else:
            drop(quote)


def _move(quote: Quote, new: Article, place: Anchor) -> None:
    quote.article, quote.start, quote.end = new, place.start, place.end
    quote.exact = new.text[place.start : place.end]
    inside = new.mentions.filter(DATING, start__gte=quote.start, end__lte=quote.end)
    quote.mention = inside.filter(edtf=quote.event.edtf).first() or inside.first()
    quote.save()
    settle(quote.event)

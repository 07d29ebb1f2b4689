"""When an event was first reported, and what of it was known by a day."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from django.utils.translation import gettext as _

from timeline.claims.planned import Told
from timeline.claims.quoted import AnyArticle, AnyEvent, AnyQuote
from timeline.models import Quote
from timeline.phrasing.when import phrase


def was_out(article: AnyArticle, day: int | None) -> bool:
    """Whether the article is known to have been published by the day; of no day, always."""
    if day is None:
        return True
    return article.published_day is not None and article.published_day <= day


def first_reported(quotes: Iterable[AnyQuote]) -> date | None:
    """The day on which the first of the dated articles that tell the event was published."""
    published = (quote.article.published_on for quote in _supporting(quotes))
    return min(filter(None, published), default=None)


def told_since(quotes: Iterable[AnyQuote]) -> str:
    """“first told here on 5 November 2019”; "" where no article that tells it has a date.

    Here: the world may have known it before.
    """
    first = first_reported(quotes)
    return _("first told here %(when)s") % {"when": phrase(first.isoformat())} if first else ""


def known_then(event: AnyEvent, quotes: Sequence[AnyQuote], day: int) -> Iterator[str]:
    """What is said of an event that is no news any more by today, but was then.

    That it was only a plan; that the date which it has here came later.
    """
    told = [quote for quote in _supporting(quotes) if was_out(quote.article, day)]
    if told and not event.is_planned and all(quote.told == Told.PLANNED for quote in told):
        yield _("by then it was only planned")
    elif _name(quotes, event.edtf) and not _name(told, event.edtf):
        yield _("its date here is from a later source")


def _supporting(quotes: Iterable[AnyQuote]) -> list[AnyQuote]:
    return [quote for quote in quotes if quote.stance == Quote.Stance.SUPPORTS]


def _name(quotes: Iterable[AnyQuote], edtf: str) -> bool:
    """Whether one of those that support the event gives it this date."""
    return any(quote.when and quote.when.edtf == edtf for quote in _supporting(quotes))

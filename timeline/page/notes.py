"""What is said of a date besides the date itself: whose it is, and that a plan's time is over."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from timeline.claims.planned import Told, is_overdue
from timeline.claims.quoted import AnyEvent, AnyQuote
from timeline.models import Event, Quote
from timeline.phrasing.when import phrase


def note_of(event: Event, today: date) -> str:
    """What is to be said of an event's date. Its quotes and their articles should be loaded."""
    return note_on(event, event.quotes.all(), today)


def note_on(event: AnyEvent, quotes: Iterable[AnyQuote], today: date) -> str:
    """What to say of an event whose date no source names as its own, or whose plan's time is over.

    "" for all others.
    """
    supporting = [quote for quote in quotes if quote.stance == Quote.Stance.SUPPORTS]
    if not event.is_planned:
        named = [q for q in supporting if q.when and q.when.edtf == event.edtf]
        return note_of_quote(named[0]) if named and all(map(note_of_quote, named)) else ""
    if not is_overdue(event.last_day, today):
        return ""
    plans = [quote for quote in supporting if quote.told == Told.PLANNED] or supporting
    return _plan([quote.article.published_on for quote in plans])


def _plan(published: list[date | None]) -> str:
    """“planned in January 2020; no source here says whether it happened”."""
    latest = max(filter(None, published), default=None)
    if latest is None:
        return _("planned; no source here says whether it happened")
    told = {"when": phrase(latest.isoformat()[:7])}
    return _("planned %(when)s; no source here says whether it happened") % told


def note_of_quote(quote: AnyQuote) -> str:
    """What to say of a quote's date where it isn't named, or not that of what the quote tells."""
    if quote.counted:
        return f"{phrase(quote.counted)}: {quote.counted_why}"
    return _bound(quote) if _is_bound(quote) else ""


def _is_bound(quote: AnyQuote) -> bool:
    """Whether the quote only tells by when it had happened."""
    if quote.mention is None:
        return not quote.counted and quote.when is not None
    return quote.told == Told.REPORTED


def _bound(quote: AnyQuote) -> str:
    """“reported on 4 November 2019; happened then or earlier”; inferred where no words say when."""
    if quote.mention:
        told = {"when": phrase(quote.mention.edtf)}
        return _("reported %(when)s; happened then or earlier") % told
    told = {"when": phrase(str(quote.article.published_on))}
    said = _("inferred: told as done %(when)s without saying when; happened then or earlier")
    return said % told

"""Undecided candidates are what their quotes tell: their date, and whether it is a plan."""

from collections.abc import Collection

from articles.dates import Span
from timeline.claims.planned import Told
from timeline.events.disputes import reading_of
from timeline.events.originals import mark_second_hand
from timeline.events.topics import untag
from timeline.merging.agreement import agreed
from timeline.models import Event, Quote, Status


def settle(event: Event) -> None:
    """Let an undecided candidate, whose quotes changed, be what they tell.

    It gets the most precise date on which they agree, and is planned while nobody tells that it
    happened.
    """
    mark_second_hand([event.pk])
    if event.status != Status.CANDIDATE:
        return
    quotes = event.quotes.select_related("mention", "article").defer("article__text")
    supporting = list(quotes.filter(stance=Quote.Stance.SUPPORTS))
    before = event.edtf, event.is_planned, event.is_inferred
    readings = {quote: found for quote in supporting if (found := reading_of(quote))}
    if readings and "edtf" not in event.decided:
        event.edtf = agreed(list(readings.values())).edtf
        event.is_inferred = all(quote.is_undated for quote in readings)
    told = {quote.told for quote in supporting} - {Told.UNKNOWN}
    if told and "is_planned" not in event.decided:
        event.is_planned = told == {Told.PLANNED}
    if (event.edtf, event.is_planned, event.is_inferred) != before:
        event.save()


def drop(quote: Quote) -> None:
    """Take a quote from its candidate, which goes with the last one: nothing else made it."""
    event: Event = quote.event
    quote.delete()
    settle_or_delete(event, [quote])


def settle_or_delete(event: Event, left: Collection[Quote]) -> None:
    """Settle an event that these quotes left; one that lost all was made of nothing else, and goes.

    With the quotes go the topics that they alone named.
    """
    if not event.quotes.exists():
        event.delete()
        return
    settle(event)
    if left:
        untag(event, left)


def precision(when: Span | Event) -> tuple[float, str]:
    """By which the more precise of two dates comes first; of equals always the same."""
    if when.first_day is None or when.last_day is None:
        return float("inf"), when.edtf
    return when.last_day - when.first_day, when.edtf

"""What a reader is told of a date besides the date itself: plans that nobody saw through."""

from datetime import date

from timeline.models import Event, Quote
from timeline.planned import Told, overdue


def note_of(event: Event, today: date) -> str:
    """What to say of an event whose plan's time has passed, or "".

    Its quotes and their articles should be loaded.
    """
    if not event.is_planned:
        return ""
    supporting = [q for q in event.quotes.all() if q.stance == Quote.Stance.SUPPORTS]
    plans = [quote for quote in supporting if quote.told == Told.PLANNED] or supporting
    return overdue(event.last_day, [quote.article.published_on for quote in plans], today)

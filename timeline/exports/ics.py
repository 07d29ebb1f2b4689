"""Events for calendars: RFC 5545. What is not known to a day is told so, never made a day of."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.conf import settings
from django.db.models import Q
from django.utils.translation import gettext as _
from icalendar import Calendar, vText
from icalendar import Event as Entry

from timeline.exports.exported import Exported, absolute, source_of, when, words_of, written
from timeline.exports.spans import closed
from timeline.models import Event, Quote

FIRST, LAST = date(1, 1, 1), date(9999, 12, 30)
MOST_UNTOLD = 100


def ics(told: Exported) -> Iterator[str]:
    """A calendar of whole days. Days that iCalendar can't write are named in its description."""
    head = _head(told).to_ical().decode()
    yield head.removesuffix("END:VCALENDAR\r\n")
    for event in told.events():
        if (days := days_of(event)) is not None:
            yield _entry(event, days, told).to_ical().decode()
    yield "END:VCALENDAR\r\n"


def days_of(event: Event) -> tuple[date, date] | None:
    """The first and the last day in a calendar, or None out of its years.

    Of what has no end (or no beginning) it is the part of the date that is known.
    """
    span = closed(event.edtf)
    first, last = span.first_day or 0, span.last_day or 0
    if first < FIRST.toordinal() or last > LAST.toordinal():
        return None
    return date.fromordinal(first), date.fromordinal(last)


def _head(told: Exported) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", "-//Dateline//Dateline//EN")
    calendar.add("version", "2.0")
    title = vText(written(told.timeline.title))
    calendar.add("name", title)
    calendar.add("x-wr-calname", title)
    calendar.add("url", told.address)
    untold = _untold(told)
    description = vText(written("\n".join([told.timeline.introduction, *untold]).strip()))
    calendar.add("description", description)
    calendar.add("x-wr-caldesc", description)
    return calendar


def _untold(told: Exported) -> list[str]:
    """The events whose days iCalendar can't write, a line each."""
    first, last = FIRST.toordinal(), LAST.toordinal()
    far = Q(sort_day__lt=first) | Q(sort_day__gt=last) | Q(last_day__gt=last)
    rows = Event.objects.filter(far, pk__in=told.ids).in_order()[: MOST_UNTOLD + 1]
    lines = [f"{when(event)}: {event.headline}" for event in rows]
    if not lines:
        return []
    more = ["…"] if len(lines) > MOST_UNTOLD else []
    return [_("Not in this calendar, whose years are 1 to 9999:"), *lines[:MOST_UNTOLD], *more]


def _entry(event: Event, days: tuple[date, date], told: Exported) -> Entry:
    """A day, or days marked with how precisely they are meant, that block no one's time."""
    entry = Entry()
    said = when(event)
    is_day = event.first_day == event.last_day
    entry.add("uid", f"{event.uid}@{settings.ORIGIN.host}")
    entry.add("dtstamp", told.at)
    entry.add("dtstart", days[0])
    entry.add("dtend", days[1] + timedelta(days=1))
    summary = event.headline if is_day else f"{event.headline} ({said})"
    entry.add("summary", written(summary))
    entry.add("description", written(_description(event, said)))
    entry.add("url", absolute(event))
    entry.add("status", "TENTATIVE" if event.is_planned else "CONFIRMED")
    entry.add("transp", "TRANSPARENT")
    if topics := [topic.name for topic in event.topics.all()]:
        entry.add("categories", list(map(written, topics)))
    return entry


def _description(event: Event, said: str) -> str:
    quotes = map(_quoted, event.quotes.all())
    return "\n\n".join(filter(None, [f"{said}.", event.summary, *quotes]))


def _quoted(quote: Quote) -> str:
    words = words_of(quote)
    return " — ".join(filter(None, [words and f"“{words}”", source_of(quote)]))

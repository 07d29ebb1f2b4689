"""Events for TimelineJS 3: https://timeline.knightlab.com/docs/json-format.html"""

import json
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.utils.html import escape, format_html, format_html_join

from articles.dates import Span, parse_edtf
from articles.dates.days import day_parts
from timeline.exports.exported import Exported, absolute, source_of, when, words_of
from timeline.exports.spans import closed
from timeline.models import Event

# What TimelineJS can say of a date: the parts that are known, from the year on.
PARTS = {"year": 1, "month": 2, "day": 3}


def timelinejs(told: Exported) -> Iterator[str]:
    """A timeline with a slide for each event. TimelineJS takes texts for HTML: they are escaped."""
    title = {"text": {"headline": escape(told.timeline.title),
                      "text": escape(told.timeline.introduction)}}  # fmt: skip
    yield f'{{"title": {json.dumps(title, ensure_ascii=False)}, "events": ['
    for number, event in enumerate(told.events()):
        yield f"{',' if number else ''}\n{json.dumps(slide(event), ensure_ascii=False)}"
    yield "\n]}\n"


def slide(event: Event) -> dict[str, Any]:
    """The event as a slide. What its dates can't say, `display_date` does, in words.

    An end is given only to what lasted all through: "April 2018" is a month without a day.
    """
    span = closed(event.edtf)
    parts = [parse_edtf(part) for part in span.edtf.split("/")] if span.is_throughout else [span]
    made: dict[str, Any] = {
        "start_date": _date(parts[0], parts[0].first_day),
        "display_date": escape(when(event)),
        "text": {"headline": escape(event.headline), "text": _text(event)},
        "unique_id": f"event-{event.pk}",
    }
    if span.is_throughout and span.last_day is not None:
        made["end_date"] = _date(parts[-1], span.last_day)
    if event.picture:
        made["media"] = {
            "url": f"{settings.ORIGIN.url}{event.picture.get_absolute_url()}",
            "alt": escape(event.picture_alt),
            "credit": escape(event.picture_credit),
        }
    if topic := event.topics.first():
        made["group"] = escape(topic.name)
    return made


def _date(span: Span, day: int | None) -> dict[str, int]:
    """The day's parts that the date knows; a year BCE as TimelineJS counts, 44 BC as -44."""
    year, month, number = day_parts(day or 0)
    known = PARTS.get(span.granularity, 1)
    parts = {"year": year if year > 0 else year - 1, "month": month, "day": number}
    return dict(list(parts.items())[:known])


def _text(event: Event) -> str:
    quotes = format_html_join(
        "", "<blockquote>{}</blockquote><p>{}</p>",
        ((words_of(quote), source_of(quote)) for quote in event.quotes.all()),
    )  # fmt: skip
    link = format_html('<p><a href="{}">{}</a></p>', absolute(event), absolute(event))
    return format_html("<p>{}</p>{}{}", event.summary, quotes, link)

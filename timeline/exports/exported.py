"""What an export tells: the events that were asked for, up to a number, and where they stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Self

from django.conf import settings
from django.urls import reverse

from timeline.access import words_are_public
from timeline.models import Event, Quote, Timeline
from timeline.page.asked import Asked
from timeline.phrasing.precision import bare_words, sign_of

# So that no request holds a process for long; what comes after is the next file.
MOST = 5_000
UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


@dataclass(frozen=True)
class Exported:
    """Events in order of time. `at` is when they are told, `later` the id for the next file."""

    timeline: Timeline
    asked: Asked
    ids: list[int]
    later: int | None
    at: datetime

    @classmethod
    def of(cls, asked: Asked, at: datetime) -> Self:
        """What was asked for, from the place in the list that was asked for."""
        ids = list(islice(asked.found.in_order(asked.form.cursors()["after"]), MOST + 1))
        later = ids[MOST - 1] if len(ids) > MOST else None
        return cls(asked.timeline, asked, ids[:MOST], later, at)

    def events(self) -> Iterator[Event]:
        """The events with topics and quotes, read some hundreds at a time."""
        return self.asked.found.events(self.ids)

    @property
    def address(self) -> str:
        """The whole address of the page that shows the same."""
        return f"{absolute(self.timeline)}{self.asked.form.query(view=None)}"

    def file(self, ending: str, *, after: int | None = None) -> str:
        """The whole address of the same in a format, from the first event or after one."""
        path = reverse("export", args=[self.timeline.slug, ending])
        return f"{settings.ORIGIN.url}{path}{self.asked.form.query(view=None, after=after)}"


def absolute(of: Event | Timeline) -> str:
    """The whole address of an event's or a timeline's page."""
    return f"{settings.ORIGIN.url}{of.get_absolute_url()}"


def when(event: Event) -> str:
    """The date in words, with its precision: "April 2018, some time in the month"."""
    sign = sign_of(event.edtf, is_planned=event.is_planned)
    return ", ".join(filter(None, [bare_words(event.edtf), sign.words]))


def source_of(quote: Quote) -> str:
    """Who says so, and when: "Harbour Post, 5 November 2019"."""
    article = quote.article
    published = bare_words(article.published_on.isoformat()) if article.published_on else ""
    return ", ".join(filter(None, [article.source, published]))


def words_of(quote: Quote) -> str:
    """The quoted words, "" where the public may not read them."""
    return quote.exact if words_are_public(quote.article) else ""


def written(text: str) -> str:
    """The text without the control characters that neither XML nor iCalendar can write."""
    return UNWRITABLE.sub("", text)

"""What curators do to events is recorded row by row, so that each change can be undone."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from articles.models import Article
from timeline.curating.rows import (
    EVERY_TABLE,
    Row,
    Rows,
    Tables,
    difference,
    ids,
    key_of,
    rows_of,
    values_of,
)
from timeline.models import Change, Event, User

# What a change is called has a bound.
LONGEST = 400


@dataclass
class Recording:
    """A change while it is made: what it is called, and the ids of what it touches.

    `change` is what was stored of it, once it is made; None if it changed nothing.
    """

    what: str
    event_ids: set[int] = field(default_factory=set)
    article_ids: set[int] = field(default_factory=set)
    change: Change | None = None

    def also(self, event: Event) -> None:
        """Record an event that the change has made."""
        self.event_ids.add(event.pk)

    def also_articles(self, articles: Iterable[Article]) -> None:
        """Record articles that the change has made: they go again when it is undone."""
        self.article_ids |= {article.pk for article in articles}


@contextmanager
def recording(
    by: User | None,
    what: str,
    event_ids: Iterable[int] = (),
    article_ids: Iterable[int] = (),
    tables: Tables = EVERY_TABLE,
) -> Iterator[Recording]:
    """Record what is done within to the rows of these ids; all of it is stored, or nothing.

    `what` says it in the past tense: “published “The bridge opens””. `tables` are those that it
    may change.
    """
    with transaction.atomic():
        made = Recording(what, {*event_ids}, {*article_ids})
        before = rows_of(made.event_ids, made.article_ids, tables)
        yield made
        after = rows_of(made.event_ids, made.article_ids, tables)
        if before != after:
            touched = ids("event", after) if Event in tables else made.event_ids
            made.change = keep(by, made.what, *difference(before, after), touched)


@contextmanager
def recording_fields(by: User | None, event: Event, before: Row) -> Iterator[Recording]:
    """Record what is done within to the event's own fields, through this locked instance alone.

    `before` is what they held when it was locked (`fields_of`). To be called in a transaction: for
    the steps that a curator takes by the hundred, which read nothing twice.
    """
    made = Recording("", {event.pk})
    yield made
    after = fields_of(event)
    if before != after:
        key = key_of(event)
        made.change = keep(by, made.what, *difference({key: before}, {key: after}), [event.pk])


def fields_of(event: Event) -> Row:
    """What its own row holds."""
    return values_of(event, has_related=False)


def keep(
    by: User | None,
    what: str,
    before: Rows,
    after: Rows,
    event_ids: Iterable[int],
    undoes: Change | None = None,
) -> Change:
    """The change, stored with the rows before and after; `undoes` is the one that it takes back."""
    who: Any = by if by and by.is_authenticated else None
    short = what if len(what) <= LONGEST else f"{what[: LONGEST - 1]}…"
    change = Change.objects.create(by=who, what=short, before=before, after=after, undoes=undoes)
    through = Change.events.through
    through.objects.bulk_create(through(change=change, event_id=pk) for pk in event_ids)
    return change

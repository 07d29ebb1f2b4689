"""Rows of the database → a Snapshot."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import QuerySet

from articles.models import Publisher
from timeline.index.snapshot import Names, Row, Sets, Snapshot, grouped
from timeline.models import Event, Quote, Topic

FIELDS = ("id", "first_day", "last_day", "sort_day", "sort_span", "granularity", "is_planned")
AT_ONCE = 10_000


def read_snapshot() -> Snapshot:
    """The index of all published events."""
    events = Event.objects.published()
    return _snapshot(events, read_names())


def read_events(ids: Iterable[int], names: Names) -> Snapshot:
    """The index of those of these events that are published."""
    return _snapshot(Event.objects.published().filter(pk__in=list(ids)), names)


def read_names() -> Names:
    """The slugs of all topics and publishers."""
    return Names(
        topic=dict(Topic.objects.order_by().values_list("id", "slug")),
        publisher=dict(Publisher.objects.order_by().values_list("id", "slug")),
    )


def _snapshot(events: QuerySet[Event], names: Names) -> Snapshot:
    rows = [Row(*values) for values in _values(events, *FIELDS)]
    sets = {
        "timeline": _sets(events, "timelines"),
        "topic": _sets(events, "topics"),
        **_by_teller(events),
    }
    return Snapshot.of(rows, sets, names)


def _values(rows: QuerySet[Any], *fields: str) -> Iterator[tuple[Any, ...]]:
    return rows.order_by().values_list(*fields).iterator(chunk_size=AT_ONCE)


def _sets(events: QuerySet[Event], field: str) -> Sets:
    """The events by what a relation of many to many holds."""
    rows = events.filter(**{f"{field}__isnull": False})
    return grouped(_values(rows, field, "id"))


def _by_teller(events: QuerySet[Event]) -> dict[str, Sets]:
    """The events by publisher, and by how many sources they have: as `tellers.SOURCES` counts.

    An article without a publisher is a source of its own.
    """
    quotes = Quote.objects.filter(event__in=events)
    told = _values(quotes, "article__publisher", "article", "second_hand", "event")
    sources = {
        (event, publisher, None if publisher else article, not second_hand)
        for publisher, article, second_hand, event in told
    }
    first_hand: dict[int, int] = defaultdict(int)
    for event, _, _, is_first_hand in sources:
        first_hand[event] += is_first_hand
    return {
        "publisher": grouped((who, event) for event, who, *_ in sources if who),
        "sources": grouped((max(1, total), event) for event, total in first_hand.items()),
    }

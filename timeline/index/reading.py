"""Rows of the database → a Snapshot, in one pass over each table that needs little memory."""

from array import array
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from django.db.models import QuerySet
from pyroaring import BitMap

from articles.models import Publisher
from timeline.index.days import Days
from timeline.index.snapshot import Names, Sets, Snapshot
from timeline.models import Event, Quote, Status, Topic

FIELDS = ("id", "first_day", "last_day", "sort_day", "sort_span", "granularity", "is_planned")
AT_ONCE = 10_000
RUNS_SAVE = 10


class Gathering:
    """Ids by any value, four bytes each, until they become sets."""

    def __init__(self, pairs: Iterable[tuple[Hashable, int]] = ()) -> None:
        self._ids: dict[Any, array[int]] = defaultdict(lambda: array("I"))
        for value, event in pairs:
            self.add(value, event)

    def add(self, value: Hashable, event: int) -> None:
        """Put an event under a value."""
        self._ids[value].append(event)

    def sets(self) -> dict[Any, BitMap]:
        """The sets."""
        return {value: quick_set(ids) for value, ids in self._ids.items()}


def quick_set(ids: "array[int]") -> BitMap:
    """The ids as a set that is quick to count with.

    As runs only where these are long: those of a few ids save little room, and take twice the time.
    """
    runs, plain = BitMap(ids), BitMap(ids, optimize=False)
    is_much_less = len(runs.serialize()) < len(plain.serialize()) / RUNS_SAVE
    return runs if is_much_less else plain


def read_snapshot() -> Snapshot:
    """The index of all published events."""
    quotes = Quote.objects.filter(event__status=Status.PUBLISHED)
    return _snapshot(Event.objects.published(), quotes, read_names())


def read_events(ids: Iterable[int], names: Names) -> Snapshot:
    """The index of those of these events that are published."""
    # By id alone: given the status too, SQLite may walk through all events that have it.
    rows = Event.objects.filter(pk__in=list(ids)).order_by().values_list("pk", "status")
    published = [event for event, status in rows if status == Status.PUBLISHED]
    events = Event.objects.filter(pk__in=published)
    return _snapshot(events, Quote.objects.filter(event__in=published), names)


def read_names() -> Names:
    """The slugs and names of all topics and publishers."""
    topics = list(Topic.objects.order_by())
    papers = list(Publisher.objects.order_by())
    return Names(
        topic={topic.pk: topic.slug for topic in topics},
        called={topic.pk: topic.names for topic in topics},
        publisher={paper.pk: paper.slug for paper in papers},
        papers={paper.pk: paper.name for paper in papers},
    )


def _snapshot(events: QuerySet[Event], quotes: QuerySet[Quote], names: Names) -> Snapshot:
    starts, begins, ends, opens, precision, planned = (Gathering() for _ in range(6))
    for event, first, last, day, span, granularity, is_planned in _values(events, *FIELDS):
        starts.add((day, span), event)
        precision.add(granularity, event)
        planned.add(is_planned, event)
        if first is None or last is None:
            opens.add("start" if first is None else "end", event)
        elif first != last:
            begins.add((first, 0), event)
            ends.add((last, 0), event)
    open_sets = opens.sets()
    return Snapshot(
        sets={
            "timeline": _related(events, "timelines"),
            "topic": _related(events, "topics"),
            **_by_teller(quotes),
            "precision": precision.sets(),
            "planned": planned.sets(),
        },
        starts=Days.of(starts.sets()),
        begins=Days.of(begins.sets()),
        ends=Days.of(ends.sets()),
        no_start=open_sets.get("start", BitMap()),
        no_end=open_sets.get("end", BitMap()),
        names=names,
    )


def _values(rows: QuerySet[Any], *fields: str) -> Iterator[tuple[Any, ...]]:
    return rows.order_by().values_list(*fields).iterator(chunk_size=AT_ONCE)


def _related(events: QuerySet[Event], field: str) -> Sets:
    """The events by what a relation of many to many holds."""
    return Gathering(_values(events.filter(**{f"{field}__isnull": False}), field, "id")).sets()


def _by_teller(quotes: QuerySet[Quote]) -> dict[str, Sets]:
    """The events by publisher, and by how many sources they have, as `tellers` counts.

    An article without a publisher is a source of its own; a second-hand quote adds none.
    """
    publishers, totals = Gathering(), Gathering()
    fields = ("event", "article__publisher", "article", "second_hand")
    rows = quotes.order_by("event").values_list(*fields)
    for event, quoted in groupby(rows.iterator(chunk_size=AT_ONCE), itemgetter(0)):
        tellers = list(quoted)
        first_hand = {(who, None if who else art) for _, who, art, why in tellers if not why}
        totals.add(max(1, len(first_hand)), event)
        for who in {who for _, who, *_ in tellers if who}:
            publishers.add(who, event)
    return {"publisher": publishers.sets(), "sources": totals.sets()}

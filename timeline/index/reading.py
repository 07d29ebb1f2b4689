"""Rows of the database → a Snapshot, in one pass over each table that needs little memory."""

from array import array
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from django.db.models import Manager, QuerySet
from pyroaring import BitMap

from articles.models import Publisher
from timeline.index.days import Days
from timeline.index.snapshot import Names, Sets, Snapshot
from timeline.models import Event, Quote, Status, Topic

FIELDS = (
    "id",
    "status",
    "first_day",
    "last_day",
    "sort_day",
    "sort_span",
    "granularity",
    "is_planned",
)
AT_ONCE = 10_000
RUNS_SAVE = 10


class IdsByValue:
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
    return _snapshot(read_names())


def read_events(ids: Iterable[int], names: Names) -> Snapshot:
    """The index of those of these events that are published."""
    return _snapshot(names, list(ids))


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


def _snapshot(names: Names, ids: list[int] | None = None) -> Snapshot:
    """The index of all or of some events.

    Which are published is looked at here: asked for these, SQLite walks through them in order of
    time, and reads all tables in no order of theirs.
    """
    starts, begins, ends, opens, precision, planned = (IdsByValue() for _ in range(6))
    published = array("I")
    rows = _rows(_some(Event.objects, "pk", ids), *FIELDS)
    for event, status, first, last, day, span, granularity, is_planned in rows:
        if status != Status.PUBLISHED:
            continue
        published.append(event)
        starts.add((day, span), event)
        precision.add(granularity, event)
        planned.add(is_planned, event)
        if first is None or last is None:
            opens.add("start" if first is None else "end", event)
        elif first != last:
            begins.add((first, 0), event)
            ends.add((last, 0), event)
    told = BitMap(published)
    open_sets = opens.sets()
    publishers, totals, reported = (some.sets() for some in _by_quotes(ids, told))
    return Snapshot(
        sets={
            "timeline": _related("timeline", ids, told),
            "topic": _related("topic", ids, told),
            "publisher": publishers,
            "sources": totals,
            "precision": precision.sets(),
            "planned": planned.sets(),
        },
        starts=Days.of(starts.sets()),
        begins=Days.of(begins.sets()),
        ends=Days.of(ends.sets()),
        no_start=open_sets.get("start", BitMap()),
        no_end=open_sets.get("end", BitMap()),
        reported=Days.of(reported),
        names=names,
    )


def _some(rows: Manager[Any], field: str, ids: list[int] | None) -> QuerySet[Any]:
    return rows.order_by() if ids is None else rows.filter(**{f"{field}__in": ids}).order_by()


def _rows(rows: QuerySet[Any], *fields: str) -> Iterator[tuple[Any, ...]]:
    return rows.values_list(*fields).iterator(chunk_size=AT_ONCE)


def _related(name: str, ids: list[int] | None, told: BitMap) -> Sets:
    """The events by what a relation of many to many holds."""
    through = getattr(Event, f"{name}s").through.objects
    pairs = _rows(_some(through, "event", ids), name, "event")
    return IdsByValue(pair for pair in pairs if pair[1] in told).sets()


def _by_quotes(ids: list[int] | None, told: BitMap) -> tuple[IdsByValue, IdsByValue, IdsByValue]:
    """The events by publisher, by how many sources they have, and by when they were first told.

    Sources as `tellers` counts them: an article without a publisher is one of its own; a
    second-hand quote adds none. Days as `Days` has groups. One pass, since there are most quotes.
    """
    publishers, totals, reported = IdsByValue(), IdsByValue(), IdsByValue()
    fields = ("event", "article__publisher", "article", "second_hand")
    dated = ("stance", "article__published_on")
    quotes = _some(Quote.objects, "event", ids).order_by("event")
    for event, quoted in groupby(_rows(quotes, *fields, *dated), itemgetter(0)):
        if event not in told:
            continue
        tellers = list(quoted)
        first_hand = {(who, None if who else art) for _, who, art, why, *_ in tellers if not why}
        totals.add(max(1, len(first_hand)), event)
        for who in {who for _, who, *_ in tellers if who}:
            publishers.add(who, event)
        if days := [day for *_, stance, day in tellers if day and stance == Quote.Stance.SUPPORTS]:
            reported.add((min(days).toordinal(), 0), event)
    return publishers, totals, reported

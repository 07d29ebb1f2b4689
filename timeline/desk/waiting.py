"""What waits for a curator, in which order, and what comes next."""

from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Generic, NamedTuple, TypeVar

from django.core.cache import cache
from django.db.models import Exists, Model, OuterRef, QuerySet

from timeline.events.tellers import most_told_first
from timeline.models import Event, EventQuerySet, Quote, Status
from timeline.search import saying

# The order is worked out once for so many seconds, the longer the longer it takes (1 s of 100,000
# candidates, once an hour); what was decided meanwhile is passed over.
KEPT_FOR = 60
KEPT_FOR_EACH = 0.04
# So many of the order are asked at first whether they still wait, then ten times as many.
ASKED_FIRST = 50

Row = TypeVar("Row", bound=Model)


class CandidateKind(NamedTuple):
    """A part of the queue: its name in words, and how candidates are narrowed to it."""

    label: str
    narrow: Callable[[EventQuerySet], EventQuerySet]


def _quoted(**fields: object) -> Exists:
    return Exists(Quote.objects.filter(event=OuterRef("pk"), **fields))


KINDS = {
    "": CandidateKind("All", lambda events: events),
    "happened": CandidateKind("Told as happened", lambda events: events.filter(is_planned=False)),
    "planned": CandidateKind("Planned", lambda events: events.filter(is_planned=True)),
    "inferred": CandidateKind("Date inferred", lambda events: events.filter(is_inferred=True)),
    "reported": CandidateKind(
        "Dated by a report", lambda events: events.filter(_quoted(told="reported"))
    ),
    "disputed": CandidateKind("Disputed", lambda events: events.filter(_quoted(stance="disputes"))),
}


@dataclass(frozen=True)
class Wanted:
    """Which candidates a curator goes through: by words, timeline, and kind."""

    words: str = ""
    timeline: str = ""
    kind: str = ""

    def candidates(self) -> EventQuerySet:
        """Those that wait, in no order."""
        found = saying(Event.objects.filter(status=Status.CANDIDATE), self.words)
        if self.timeline:
            found = found.filter(timelines__slug=self.timeline)
        return KINDS[self.kind].narrow(found)

    def queue(self) -> "Queue[Event]":
        """The candidates that are wanted, the most significant first."""
        in_order = self.candidates().order_by(*most_told_first())
        waiting = Event.objects.filter(status=Status.CANDIDATE)
        return Queue(f"{self.words}\n{self.timeline}\n{self.kind}", in_order, waiting)


class Queue(Generic[Row]):
    """Rows that wait for a curator, in an order that is worked out once and kept for a while.

    `name` tells the order from others, and `waiting` finds those that still wait.
    """

    def __init__(self, name: str, in_order: QuerySet[Row], waiting: QuerySet[Row]) -> None:
        self._name, self._in_order, self._waiting = name, in_order, waiting
        self._ids = _kept_order(name) or _order(name, in_order)

    def place(self, pk: int) -> int:
        """Where the row stands, from 1; 0 if it isn't in the queue."""
        try:
            return self._ids.index(pk) + 1
        except ValueError:
            return 0

    def left(self, place: int) -> int | None:
        """How many come after this place; None after 0.

        What was decided lies behind who goes through the queue, so that it isn't counted.
        """
        return len(self._ids) - place if place else None

    def after(self, place: int, most: int) -> list[Row]:
        """The next rows that still wait after this place; after 0, the first."""
        found = self._first(self._ids[place:], most)
        if not found and not place and self._ids:  # all of them were decided; more may have come
            self._ids = _order(self._name, self._in_order)
            found = self._first(self._ids, most)
        return found

    def around(self, place: int, most: int) -> tuple[Row | None, list[Row]]:
        """The last row that still waits before this place, and the next ones after it."""
        before, after = self._ids[: max(0, place - 1)][::-1], self._ids[place:]
        nearest = self._waiting.in_bulk([*before[:ASKED_FIRST], *after[:ASKED_FIRST]])
        return next(iter(self._first(before, 1, nearest)), None), self._first(after, most, nearest)

    def _first(
        self, ids: "array[int]", most: int, nearest: dict[int, Row] | None = None
    ) -> list[Row]:
        """The first of them that still wait; `nearest` are those of the first part, if known."""
        found: list[Row] = []
        for part in _parts(ids):
            waiting = self._waiting.in_bulk(part) if nearest is None else nearest
            found += [waiting[pk] for pk in part if pk in waiting]
            if len(found) >= most:
                break
            nearest = None
        return found[:most]


def _key(name: str) -> str:
    return f"desk-{sha256(name.encode()).hexdigest()}"


def _kept_order(name: str) -> "array[int] | None":
    kept: bytes | None = cache.get(_key(name))
    return array("q", kept) if kept else None


def _order(name: str, in_order: QuerySet[Any]) -> "array[int]":
    order = array("q", in_order.values_list("pk", flat=True).iterator())
    cache.set(_key(name), order.tobytes(), KEPT_FOR + KEPT_FOR_EACH * len(order))
    return order


def _parts(ids: "array[int]") -> Iterator[list[int]]:
    start, size = 0, ASKED_FIRST
    while start < len(ids):
        yield list(ids[start : start + size])
        start, size = start + size, size * 10

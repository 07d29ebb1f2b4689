"""What a selection finds: how many, of what kinds, when, and the events themselves a page each."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import Any, Literal, NamedTuple, TypeVar

from pyroaring import BitMap

from articles.dates.edtf import COARSENESS
from timeline.index.days import Count
from timeline.index.pages import PAGE_SIZE, Page
from timeline.index.selection import Selection
from timeline.index.snapshot import Names, Snapshot
from timeline.models import Event, Status, with_evidence

Kind = Literal["topic", "publisher", "precision", "planned", "sources"]
Answer = TypeVar("Answer")
AT_ONCE = 500
# Of one in so many events or more, sets have bits in place of numbers, and are quick to look into;
# those of one in so few are quick anyway.
DENSE, SPARSE = 16, 1_000


class Choice(NamedTuple):
    """One value of a filter, as Selection has it, and how many events it would show."""

    value: str | int | bool
    events: int


class Beside(NamedTuple):
    """The events just before and after one, as far as there are any."""

    earlier: Event | None
    later: Event | None


class Found:
    """The events that fit what is asked of a timeline (its id).

    `parts` are the sets that each filter of the selection leaves.
    """

    def __init__(
        self,
        snapshot: Snapshot,
        base: BitMap,
        parts: dict[str, BitMap],
        asked: tuple[int, Selection],
    ) -> None:
        self.snapshot = snapshot
        self._base = base
        self._parts = parts
        self._asked = asked

    @cached_property
    def ids(self) -> BitMap:
        """The ids of all events found, as a set."""
        return BitMap.intersection(self._base, *self._parts.values())

    def without(self, kind: str) -> "Found":
        """What would be found without the filter of this kind: "words", "days", "topic" …."""
        if kind not in self._parts:
            return self
        kept = {name: ids for name, ids in self._parts.items() if name != kind}
        timeline, selection = self._asked
        return Found(self.snapshot, self._base, kept, (timeline, selection.without(kind)))

    def once(self, name: str, count: Callable[[], Answer]) -> Answer:
        """What was counted under this name when the same was asked for, or is counted now.

        Not to be changed: others are given the same.
        """
        counted = self.snapshot.counted(self._asked)
        if name not in counted:
            counted[name] = count()
        answer: Answer = counted[name]
        return answer

    @cached_property
    def total(self) -> int:
        """How many events are found."""
        return len(self.ids)

    @cached_property
    def count(self) -> Count:
        """What says how many of a set of published events are among those found."""
        ids, every = self.ids, self.snapshot.starts.all
        if len(ids) == len(every):
            return len
        if not len(every) / SPARSE < len(ids) < len(every) / DENSE:
            return ids.intersection_cardinality
        others = every - ids  # dense again: to look into these is quicker by far
        return lambda some: len(some) - others.intersection_cardinality(some)

    @property
    def span(self) -> tuple[int, int] | None:
        """The first and the last day that the events found name; None if there are none."""
        return self.once("span", self._span)

    def _span(self) -> tuple[int, int] | None:
        days = self.snapshot.starts, self.snapshot.ends
        starts, ends = (some.ends(self.ids, self.count) for some in days)
        return starts and (starts[0], max(starts[1], ends[1] if ends else starts[1]))

    def facet(self, kind: Kind) -> list[Choice]:
        """The values of a filter and how many events each would show, given the other filters.

        Values without any event are left out. Topics and publishers, by their slugs, come in order
        of their counts, precisions from fine to coarse. Of `sources` each value counts the events
        that have as many or more, as the filter does.
        """
        others = self.without(kind)
        return others.once(kind, lambda: others._choices(kind))

    def _choices(self, kind: Kind) -> list[Choice]:
        count, sets = self.count, self.snapshot.sets[kind].items()
        counts = {value: number for value, of_value in sets if (number := count(of_value))}
        return _choices(kind, self.snapshot.names, counts)

    def histogram(self, edges: Sequence[int]) -> list[int]:
        """How many events may lie in each stretch from one edge (a day number) to the next.

        One number less than edges; a stretch ends on the day before its second edge. An event
        counts in each stretch in which the filter by days finds it, so a bar says how many events
        a click on it shows. But for those without a beginning or an end, which would count in
        every stretch for ever: they count where they are known to begin or end.
        """
        if not edges:
            return []
        begins, ends = self.snapshot.begins, self.snapshot.ends
        begun, ended = begins.counts(self.count, edges), ends.counts(self.count, edges)
        under_way = begins.before(edges[0]) & ends.since(edges[0])
        carried, counts = self.count(under_way), []
        for i, here in enumerate(self.begun(edges)):
            counts.append(carried + here)
            carried += begun[i] - ended[i]
        return counts

    def begun(self, edges: Sequence[int]) -> list[int]:
        """How many events stand, in order of time, in each stretch: none is counted twice."""
        return self.snapshot.starts.counts(self.count, edges)

    def page(self, *, after: int | None = None, before: int | None = None) -> Page:
        """The page just after or before an event (its id), or the first one.

        A cursor counts only while its event is among those found: so there is always a page on
        its other side, and nobody learns from a cursor where an unpublished event stands.
        """
        cursor = after or before or 0
        place = self.snapshot.starts.place_of(cursor) if cursor in self.ids else None
        is_forward = not (place and before and not after)
        ids = self.snapshot.starts.in_order(self.ids, place, is_forward=is_forward)
        chosen = list(islice(ids, PAGE_SIZE + 1))
        has_more = len(chosen) > PAGE_SIZE
        shown = chosen[:PAGE_SIZE] if is_forward else chosen[:PAGE_SIZE][::-1]
        if is_forward:
            return Page(shown, has_earlier=bool(place and shown), has_later=has_more)
        return Page(shown, has_earlier=has_more, has_later=bool(shown))

    def beside(self, event: int) -> Beside:
        """The events found just before and after one of these, by its id; one query."""
        place = self.snapshot.starts.place_of(event) if event in self.ids else None
        if place is None:
            return Beside(None, None)
        near = [
            next(self.snapshot.starts.in_order(self.ids, place, is_forward=is_forward), 0)
            for is_forward in (False, True)
        ]
        events = Event.objects.order_by().in_bulk(near)
        return Beside(*map(events.get, near))

    def in_order(self, after: int | None = None) -> Iterator[int]:
        """The ids of the events found, in order of time: all, or those after one of them."""
        place = self.snapshot.starts.place_of(after) if after and after in self.ids else None
        return self.snapshot.starts.in_order(self.ids, place)

    def events(self, ids: Iterable[int] | None = None) -> Iterator[Event]:
        """Events found, with topics and quotes: all in order of time, or those of these ids."""
        ids = iter(self.in_order() if ids is None else ids)
        while chosen := list(islice(ids, AT_ONCE)):
            yield from _events(chosen)


def _events(ids: list[int]) -> list[Event]:
    """The events of these ids, in this order, with their topics and quotes.

    What was withdrawn since the index was looked at is left out.
    """
    # Asked for by id alone: given a status or an order, SQLite may walk through all events.
    events = with_evidence(Event.objects.order_by()).in_bulk(ids)
    chosen = (events[event] for event in ids if event in events)
    return [event for event in chosen if event.status == Status.PUBLISHED]


def _by_slug(slugs: dict[int, str], counts: dict[int, int]) -> list[Choice]:
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], slugs.get(pair[0], "")))
    return [Choice(slugs[key], count) for key, count in ordered if key in slugs]


def _at_least(counts: dict[int, int]) -> list[Choice]:
    choices, total = [], 0
    for number in sorted(counts, reverse=True):
        total += counts[number]
        choices.append(Choice(number, total))
    return choices[::-1]


def _choices(kind: Kind, names: Names, counts: dict[Any, int]) -> list[Choice]:
    if kind in ("topic", "publisher"):
        return _by_slug(getattr(names, kind), counts)
    if kind == "sources":
        return _at_least(counts)
    order = (*COARSENESS, "") if kind == "precision" else (False, True)
    return [Choice(value, counts[value]) for value in order if value in counts]

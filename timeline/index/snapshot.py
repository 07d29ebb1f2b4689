"""The published events as sets of ids, by all that readers filter by: never changed once made."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field

from pyroaring import BitMap

from timeline.index.days import Days, Place

Sets = dict[Hashable, BitMap]


@dataclass(frozen=True)
class Names:
    """The slugs of topics and publishers, by their ids."""

    topic: dict[int, str] = field(default_factory=dict)
    publisher: dict[int, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Row:
    """What the index keeps of an event."""

    id: int
    first_day: int | None
    last_day: int | None
    sort_day: int
    sort_span: int
    precision: str
    planned: bool

    @property
    def place(self) -> Place:
        """Where it stands in order of time."""
        return self.sort_day, self.sort_span, self.id


@dataclass(frozen=True)
class Snapshot:
    """What the database held when it was read.

    `sets` are by timeline, topic, publisher (ids), sources (their exact number), precision and
    planned. `starts` has every event by its sort day; `ends` those of more than a day, without
    the open ones, by their last day; `no_start` and `no_end` are the open ones.
    """

    sets: dict[str, Sets]
    starts: Days
    ends: Days
    no_start: BitMap
    no_end: BitMap
    names: Names

    @classmethod
    def of(cls, rows: Iterable[Row], sets: dict[str, Sets], names: Names) -> "Snapshot":
        """The snapshot of these events; `sets` are what isn't in their rows."""
        rows = list(rows)
        lasting = [row for row in rows if None not in (row.first_day, row.last_day)]
        return cls(
            sets={
                **sets,
                "precision": grouped((row.precision, row.id) for row in rows),
                "planned": grouped((row.planned, row.id) for row in rows),
            },
            starts=Days.of(row.place for row in rows),
            ends=Days.of(
                (row.last_day, 0, row.id)
                for row in lasting
                if row.last_day is not None and row.last_day != row.first_day
            ),
            no_start=BitMap(row.id for row in rows if row.first_day is None),
            no_end=BitMap(row.id for row in rows if row.last_day is None),
            names=names,
        )

    def replaced(self, gone: BitMap, new: "Snapshot") -> "Snapshot":
        """This snapshot without the events that are gone, and with the new ones."""
        return Snapshot(
            sets={name: _replaced(self.sets[name], gone, new.sets[name]) for name in self.sets},
            starts=self.starts.replaced(gone, new.starts),
            ends=self.ends.replaced(gone, new.ends),
            no_start=self.no_start - gone | new.no_start,
            no_end=self.no_end - gone | new.no_end,
            names=new.names,
        )

    def get(self, kind: str, value: Hashable) -> BitMap:
        """The events of which this holds; of an unknown value none."""
        return self.sets[kind].get(value, BitMap())

    def at_least(self, sources: int) -> BitMap:
        """The events with as many sources or more."""
        enough = (ids for number, ids in self.sets["sources"].items() if _number(number) >= sources)
        return BitMap.union(BitMap(), *enough)

    def that_may_lie(self, first: int | None, last: int | None) -> BitMap:
        """The events that aren't known to lie outside of these days."""
        ids = self.starts.all.copy()
        if first is not None:
            ended = self.starts.before(first) - self.no_end
            ids -= ended - self.ends.since(first)
        if last is not None:
            ids -= self.starts.since(last + 1) - self.no_start
        return ids

    def that_must_lie(self, first: int | None, last: int | None) -> BitMap:
        """The events that are known to lie within these days."""
        ids = self.starts.all.copy()
        if first is not None:
            ids &= self.starts.since(first) - self.no_start
        if last is not None:
            ids &= self.starts.before(last + 1) - self.ends.since(last + 1) - self.no_end
        return ids


def grouped(pairs: Iterable[tuple[Hashable, int]]) -> Sets:
    """The second of each pair, an event, as sets by the first."""
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for value, event in pairs:
        groups[value].append(event)
    return {value: BitMap(ids) for value, ids in groups.items()}


def _replaced(old: Sets, gone: BitMap, new: Sets) -> Sets:
    kept = {value: ids - gone if ids.intersect(gone) else ids for value, ids in old.items()}
    for value, ids in new.items():
        kept[value] = kept.get(value, BitMap()) | ids
    return {value: ids for value, ids in kept.items() if ids}


def _number(value: Hashable) -> int:
    return value if isinstance(value, int) else 0

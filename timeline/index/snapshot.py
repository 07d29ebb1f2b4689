"""The published events as sets of ids, by all that readers filter by: never changed once made."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import Any, ClassVar

from pyroaring import BitMap

from timeline.index.days import Days
from timeline.index.kept import Kept
from timeline.search.terms import Term

Sets = dict[Hashable, BitMap]
# What was counted of a selection, by a name: to be filled by who counts.
Counted = Callable[[Hashable], dict[str, Any]]
MOST_SELECTIONS = 200


def nothing_counted() -> Counted:
    """An empty place for each selection that is asked for, of those asked for last."""
    return lru_cache(MOST_SELECTIONS)(lambda _selection: {})


@dataclass(frozen=True)
class Names:
    """The slugs of topics and publishers, all that topics are called, and publishers' names.

    All by their ids.
    """

    topic: dict[int, str] = field(default_factory=dict)
    publisher: dict[int, str] = field(default_factory=dict)
    called: dict[int, list[str]] = field(default_factory=dict)
    papers: dict[int, str] = field(default_factory=dict)

    @cached_property
    def labels(self) -> dict[str, dict[str, str]]:
        """The names of topics and publishers by their slugs."""
        topics = {slug: self.called[topic][0] for topic, slug in self.topic.items()}
        papers = {slug: self.papers[paper] for paper, slug in self.publisher.items()}
        return {"topic": topics, "publisher": papers}


@dataclass(frozen=True)
class TermMatches:
    """The events whose own words say a term, and the topics whose names do, by their ids.

    Of the `unsure` ones, which have changed since, it isn't known.
    """

    ids: BitMap
    topics: tuple[int, ...]
    unsure: BitMap = field(default_factory=BitMap)


@dataclass(frozen=True)
class Snapshot:
    """What the database held when it was read.

    `sets` are by timeline, topic, publisher (ids), sources (their exact number), precision and
    planned. `starts` has every event by its sort day; `begins` and `ends` have those of more than a
    day, but not the open ones, by their first and last days; `no_start` and `no_end` are the open
    ones. `reported` has the events by the day on which the first of the articles that tell them
    (not of those that dispute them) came out, as far as that is known of one.
    """

    KINDS: ClassVar = ("timeline", "topic", "publisher", "sources", "precision", "planned")

    sets: dict[str, Sets]
    starts: Days
    begins: Days
    ends: Days
    no_start: BitMap
    no_end: BitMap
    reported: Days
    names: Names
    # The events that say a term; the last asked for come last.
    said: dict[Term, TermMatches] = field(default_factory=dict, compare=False, repr=False)
    # What pages show of events, for as long as these don't change.
    kept: Kept = field(default_factory=Kept, compare=False, repr=False)
    # What was counted of selections: who turns a page has the same one.
    counted: Counted = field(default_factory=nothing_counted, compare=False, repr=False)

    def replaced(self, gone: BitMap, new: "Snapshot") -> "Snapshot":
        """This snapshot without the events that are gone, and with the new ones."""
        return Snapshot(
            sets={name: _replaced(self.sets[name], gone, new.sets[name]) for name in self.sets},
            starts=self.starts.replaced(gone, new.starts),
            begins=self.begins.replaced(gone, new.begins),
            ends=self.ends.replaced(gone, new.ends),
            no_start=self.no_start - gone | new.no_start,
            no_end=self.no_end - gone | new.no_end,
            reported=self.reported.replaced(gone, new.reported),
            names=new.names,
            said={
                term: replace(said, unsure=said.unsure | gone)
                for term, said in self.said.copy().items()
            },
            kept=self.kept.without(gone),
        )

    def renamed(self, names: Names) -> "Snapshot":
        """This snapshot with other names; what was found or made with the old ones isn't kept."""
        return replace(self, names=names, said={}, kept=Kept(), counted=nothing_counted())

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


def _replaced(old: Sets, gone: BitMap, new: Sets) -> Sets:
    kept = {value: ids - gone if ids.intersect(gone) else ids for value, ids in old.items()}
    for value, ids in new.items():
        kept[value] = kept.get(value, BitMap()) | ids
    return {value: ids for value, ids in kept.items() if ids}


def _number(value: Hashable) -> int:
    return value if isinstance(value, int) else 0

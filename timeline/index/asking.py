"""From a selection to what is found: where all who read a timeline begin."""

from collections.abc import Iterator
from dataclasses import dataclass

from pyroaring import BitMap

from timeline.index.found import Found
from timeline.index.live import snapshot_now
from timeline.index.selection import Selection
from timeline.index.snapshot import Snapshot
from timeline.index.words import ids_that_say
from timeline.models import Timeline


@dataclass(frozen=True)
class TimelineIndex:
    """The published events of one timeline."""

    snapshot: Snapshot
    timeline: int

    def find(self, selection: Selection) -> Found:
        """The events that fit all of the selection."""
        base = self.snapshot.get("timeline", self.timeline)
        parts = dict(_parts(self.snapshot, selection))
        return Found(self.snapshot, base, parts, (self.timeline, selection))


def index_of(timeline: Timeline) -> TimelineIndex:
    """The index of a timeline, as true as the database is now."""
    return TimelineIndex(snapshot_now(), timeline.pk)


def _parts(snapshot: Snapshot, asked: Selection) -> Iterator[tuple[str, BitMap]]:
    """What each filter of the selection leaves, by the filter's name."""
    for kind, slugs in (("topic", snapshot.names.topic), ("publisher", snapshot.names.publisher)):
        if slug := getattr(asked, kind):
            keys = [key for key, name in slugs.items() if name == slug]
            yield kind, BitMap.union(BitMap(), *(snapshot.get(kind, key) for key in keys))
    if asked.precision:
        yield "precision", snapshot.get("precision", asked.precision)
    if asked.planned is not None:
        yield "planned", snapshot.get("planned", asked.planned)
    if asked.sources or asked.has_one_source:
        one = snapshot.get("sources", 1)
        yield "sources", one if asked.has_one_source else snapshot.at_least(asked.sources)
    if asked.first_day is not None or asked.last_day is not None:
        lie = snapshot.that_must_lie if asked.within == "certain" else snapshot.that_may_lie
        yield "days", lie(asked.first_day, asked.last_day)
    if asked.known_by is not None:
        yield "known", snapshot.reported.before(asked.known_by + 1)
    if asked.words.strip():
        yield "words", ids_that_say(snapshot, asked.words)

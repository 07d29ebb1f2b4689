"""What was made of events, kept for as long as they don't change: a part of their snapshot."""

from collections.abc import Hashable, Iterable, Mapping
from threading import Lock
from typing import NamedTuple

# In bytes: some 12,000 events.
MOST = 32_000_000
# Of one event: in two languages, with and without words searched for.
MOST_LOOKS = 6
OVERHEAD = 500


class KeptEvent(NamedTuple):
    """An event's date (EDTF), and its HTML (UTF-8) by how it is shown; never changed once made."""

    edtf: str
    html: dict[Hashable, bytes]

    @property
    def size(self) -> int:
        """In bytes."""
        return OVERHEAD + sum(map(len, self.html.values()))

    def shown(self, html: bytes, look: Hashable) -> "KeptEvent":
        """The same, shown in one way more; where there are many, in no other."""
        others = self.html if len(self.html) < MOST_LOOKS else {}
        return KeptEvent(self.edtf, {**others, look: html})


class Kept:
    """Events as they are shown; those that were asked for last stay longest.

    Each snapshot has its own, which begins with what the one before had of events that are still
    the same. So what was made of old rows, however late, never comes to a newer snapshot.
    """

    def __init__(self, events: dict[int, KeptEvent] | None = None, size: int = 0) -> None:
        self._events = events or {}
        self._size = size
        self._lock = Lock()

    def without(self, changed: Iterable[int]) -> "Kept":
        """What is kept of all other events."""
        with self._lock:
            events, size = self._events.copy(), self._size
        gone = (events.pop(event, None) for event in changed)
        return Kept(events, size - sum(event.size for event in gone if event))

    def shown(self, events: Iterable[int], look: Hashable) -> dict[int, tuple[str, str]]:
        """The dates and the HTML of those events of which these are kept so."""
        found = {}
        with self._lock:
            for event in events:
                if kept := self._events.pop(event, None):
                    self._events[event] = kept
                    if html := kept.html.get(look):
                        found[event] = kept.edtf, html.decode()
        return found

    def keep(self, made: Mapping[int, tuple[str, str]], look: Hashable) -> None:
        """Keep dates and HTML; of the events that were asked for longest ago nothing may stay."""
        with self._lock:
            for event, (edtf, html) in made.items():
                before = self._events.pop(event, None)
                after = (before or KeptEvent(edtf, {})).shown(html.encode(), look)
                self._events[event] = after
                self._size += after.size - (before.size if before else 0)
            while self._size > MOST:
                self._size -= self._events.pop(next(iter(self._events))).size

"""What was made of events, kept for as long as they don't change: a part of their snapshot."""

from collections.abc import Hashable, Iterable, Mapping
from threading import Lock

MOST_EVENTS = 20_000
# Of one event: in two languages, with and without words searched for.
MOST_LOOKS = 6


class Kept:
    """HTML of events by how they are shown, and their dates (EDTF); the last used stay longest.

    Each snapshot has its own, which begins with what the one before had of events that are still
    the same. So what was made of old rows, however late, never comes to a newer snapshot.
    """

    def __init__(self, events: "dict[int, KeptEvent] | None" = None) -> None:
        self._events = events or {}
        self._lock = Lock()

    def without(self, changed: Iterable[int]) -> "Kept":
        """What is kept of all other events."""
        with self._lock:
            events = self._events.copy()
        for event in changed:
            events.pop(event, None)
        return Kept(events)

    def dates(self, events: Iterable[int]) -> dict[int, str]:
        """The dates of those events of which anything is kept."""
        known = self._events
        return {event: known[event].edtf for event in events if event in known}

    def html(self, events: Iterable[int], look: Hashable) -> dict[int, str]:
        """The HTML of those events of which it is kept so."""
        found = {}
        with self._lock:
            for event in events:
                kept = self._events.pop(event, None)
                if kept is None:
                    continue
                self._events[event] = kept
                if html := kept.html.get(look):
                    found[event] = html
        return found

    def keep(self, made: Mapping[int, tuple[str, str]], look: Hashable) -> None:
        """Keep dates and HTML; of the events that were asked for longest ago nothing may stay."""
        with self._lock:
            for event, (edtf, html) in made.items():
                self._events.setdefault(event, KeptEvent(edtf)).keep(html, look)
            while len(self._events) > MOST_EVENTS:
                del self._events[next(iter(self._events))]


class KeptEvent:
    """The HTML of one event."""

    __slots__ = ("edtf", "html")

    def __init__(self, edtf: str) -> None:
        self.edtf = edtf
        self.html: dict[Hashable, str] = {}

    def keep(self, html: str, look: Hashable) -> None:
        """Keep it as it looks so; where there are many, none of the others."""
        if len(self.html) >= MOST_LOOKS:
            self.html.clear()
        self.html[look] = html

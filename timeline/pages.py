"""Fifty events at a time, by cursors."""

from dataclasses import dataclass

from timeline.models import Event

PAGE_SIZE = 50


@dataclass(frozen=True)
class Page:
    """Events in order of time, and whether there are earlier and later ones."""

    events: list[Event]
    has_earlier: bool = False
    has_later: bool = False

    @property
    def later(self) -> int | None:
        """The cursor `after=` of the next page."""
        return self.events[-1].pk if self.has_later else None

    @property
    def earlier(self) -> int | None:
        """The cursor `before=` of the page before."""
        return self.events[0].pk if self.has_earlier else None

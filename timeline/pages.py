"""Fifty events at a time, by keyset cursors: a page costs the same wherever it lies."""

from dataclasses import dataclass

from timeline.models import Event
from timeline.querysets import EventQuerySet

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


def page_of(found: EventQuerySet, *, after: int | None = None, before: int | None = None) -> Page:
    """The page just after or before an event, or the first one.

    A cursor counts only while its event is among those found: so there is always a page on
    its other side, and nobody learns from a cursor where an unpublished event stands.
    """
    cursor = found.filter(pk=place).first() if (place := after or before) else None
    told = found.with_evidence().in_order()
    if cursor and before and not after:
        events = list(told.earlier_than(cursor).reverse()[: PAGE_SIZE + 1])
        return Page(events[:PAGE_SIZE][::-1], len(events) > PAGE_SIZE, has_later=bool(events))
    if cursor:
        told = told.later_than(cursor)
    events = list(told[: PAGE_SIZE + 1])
    return Page(events[:PAGE_SIZE], bool(cursor and events), len(events) > PAGE_SIZE)

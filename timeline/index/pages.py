"""Fifty events at a time, by cursors."""

from dataclasses import dataclass

PAGE_SIZE = 50


@dataclass(frozen=True)
class Page:
    """The ids of events in order of time, and whether there are earlier and later ones."""

    ids: list[int]
    has_earlier: bool = False
    has_later: bool = False

    @property
    def later(self) -> int | None:
        """The cursor `after=` of the next page."""
        return self.ids[-1] if self.has_later else None

    @property
    def earlier(self) -> int | None:
        """The cursor `before=` of the page before."""
        return self.ids[0] if self.has_earlier else None

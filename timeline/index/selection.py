"""What a reader asked to see, as plain values."""

from dataclasses import dataclass, replace
from typing import Any, Literal


@dataclass(frozen=True)
class Selection:
    """What a reader asked to see; an event is shown if it fits all of it.

    Days are day numbers, inclusive; None is no limit. An event fits a span of days if it may have
    happened within it ("possible"), or if it can't have happened outside ("certain"). `topic` and
    `publisher` are slugs, `precision` a granularity of dates ("day", "month", "year" …). `sources`
    is the least number of sources, `has_one_source` asks for events that just one tells. An event
    fits `known_by` if an article published on this day or before tells it.
    """

    words: str = ""
    first_day: int | None = None
    last_day: int | None = None
    within: Literal["possible", "certain"] = "possible"
    topic: str = ""
    publisher: str = ""
    precision: str = ""
    planned: bool | None = None
    sources: int = 0
    has_one_source: bool = False
    known_by: int | None = None

    def without(self, kind: str) -> "Selection":
        """The same without the filter of this kind: "words", "days", "topic" …."""
        names = FIELDS.get(kind, [kind])
        unasked: dict[str, Any] = {name: getattr(NOTHING, name) for name in names}
        return replace(self, **unasked)


NOTHING = Selection()
# What a filter is made of, where that isn't one field of its name.
FIELDS = {
    "days": ["first_day", "last_day", "within"],
    "sources": ["sources", "has_one_source"],
    "known": ["known_by"],
}

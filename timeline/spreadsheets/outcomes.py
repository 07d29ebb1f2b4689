"""Where a table goes, and what becomes of each of its rows."""

from dataclasses import dataclass
from datetime import date

from timeline.models import Timeline, User


@dataclass(frozen=True)
class RowOutcome:
    """What becomes of a row: “new”, “changed”, “same” or “wrong”, and what is to be said of it."""

    line: int
    kind: str
    headline: str
    told: tuple[str, ...] = ()


@dataclass(frozen=True)
class ImportContext:
    """Where a table goes, and on whose word; `decides` lets its statuses count."""

    timeline: Timeline
    by: User
    name: str
    today: date
    decides: bool = False

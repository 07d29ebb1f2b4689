"""Mention: a stretch of a text that names a time, and what it was read as."""

from dataclasses import asdict, dataclass
from typing import Any

from articles.dates.days import iso_day

# The rule of the second mention of "from January to March": the first says the whole stretch, and
# this one, open at its beginning, dates nothing by itself.
END_OF_STRETCH = "the end of a stretch"


@dataclass(frozen=True)
class Mention:
    """Where a text names a time, and which.

    `start` and `end` are half-open code point offsets; `kind` is date, time, duration, recurring
    or vague; `edtf` is "" and the days None where it isn't a date or isn't resolved; days are
    inclusive day numbers, None an open end; `timex` is the TIMEX3 value; `anchor` is "",
    "publication" or "mention START:END"; `why` is a sentence for people.
    """

    start: int
    end: int
    text: str
    kind: str
    edtf: str
    first_day: int | None
    last_day: int | None
    granularity: str
    timex: str
    rule: str
    anchor: str
    why: str

    def as_json(self) -> dict[str, Any]:
        """The fields with `first` and `last` as ISO days (or None) in place of the day numbers."""
        fields: dict[str, Any] = {}
        for key, value in asdict(self).items():
            if key.endswith("_day"):
                fields[key.removesuffix("_day")] = None if value is None else iso_day(value)
            else:
                fields[key] = value
        return fields

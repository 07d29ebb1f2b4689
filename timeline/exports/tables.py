"""Events as a table, for spreadsheets."""

import csv
import json
from collections.abc import Iterator
from typing import Any

from timeline.exports.cells import inert
from timeline.exports.exported import Exported, absolute, when
from timeline.records import EVENT_FIELDS, event_record

FIELDS = ("url", "when", *EVENT_FIELDS)


def table(told: Exported) -> Iterator[str]:
    """One row an event; topics and quotes are JSON in their cells. Begins with a byte order mark,
    without which Excel reads UTF-8 as something else.
    """
    writer = csv.DictWriter(_Lines(), FIELDS)
    yield f"\ufeff{writer.writeheader()}"
    for event in told.events():
        record = event_record(event, is_public=True)
        yield writer.writerow(cells(record | {"url": absolute(event), "when": when(event)}))


def cells(record: dict[str, Any]) -> dict[str, Any]:
    """The values as cells: lists as JSON, and text that would be a formula made inert."""
    return {name: _cell(value) for name, value in record.items()}


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    return inert(value) if isinstance(value, str) else value


class _Lines:
    """A file for csv that hands each line back at once."""

    def write(self, line: str) -> str:
        return line

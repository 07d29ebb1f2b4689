"""The formats, by the ending of their addresses."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy

from timeline.exports.atom import atom
from timeline.exports.exported import Exported
from timeline.exports.ics import ics
from timeline.exports.linked_data import linked_data
from timeline.exports.tables import table
from timeline.exports.timelinejs import timelinejs


@dataclass(frozen=True)
class Export:
    """A format: what it is called, its media type, and what writes it, piece by piece."""

    label: Any
    media_type: str
    write: Callable[[Exported], Iterator[str]]
    is_download: bool = False


FORMATS = {
    "atom": Export(gettext_lazy("Atom feed"), "application/atom+xml", atom),
    "ics": Export(gettext_lazy("Calendar"), "text/calendar", ics),
    "csv": Export(gettext_lazy("Table (CSV)"), "text/csv", table, is_download=True),
    "jsonld": Export(gettext_lazy("Linked data (JSON-LD)"), "application/ld+json", linked_data),
    "timelinejs.json": Export(gettext_lazy("TimelineJS"), "application/json", timelinejs),
}

"""Events as tables for curators: with ids and the words of every quote, to be read back."""

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO, StringIO
from typing import Any

from django.core.exceptions import ValidationError
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from timeline.exports.cells import inert
from timeline.exports.exported import written
from timeline.exports.timelinejs import slide
from timeline.models import Event, Quote
from timeline.spreadsheets.columns import COLUMNS

HEADERS = [name for name in COLUMNS if name != "end"]
# What a cell of Excel holds.
LONGEST = 32_767
TEMPLATE = (
    "Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time",
    "Display Date", "Headline", "Text", "Media", "Media Credit", "Media Caption",
    "Media Thumbnail", "Type", "Group", "Background",
)  # fmt: skip


@dataclass(frozen=True)
class Format:
    """A format: what it is called, the ending of its files, its media type, and what writes it."""

    label: str
    ending: str
    media_type: str
    write: Callable[[Iterable[Event]], bytes]


def rows_of(events: Iterable[Event]) -> Iterator[list[str]]:
    """A row for each quote, or one for an event without any; in order of HEADERS."""
    for event in events:
        for quote in [*event.quotes.all()] or [None]:
            row = {**_event(event), **(_quote(quote) if quote else {})}
            yield [inert(row.get(name, "")) for name in HEADERS]


def _event(event: Event) -> dict[str, str]:
    return {
        "id": str(event.uid),
        "headline": event.headline,
        "date": event.edtf,
        "summary": event.summary,
        "topics": "; ".join(topic.name for topic in event.topics.all()),
        "planned": "yes" if event.is_planned else "no",
        "status": event.status,
    }


def _quote(quote: Quote) -> dict[str, str]:
    article = quote.article
    return {
        "quote": quote.exact,
        "before": quote.prefix,
        "after": quote.suffix,
        "stance": quote.stance,
        "article": article.title,
        "publisher": article.publisher.name if article.publisher else "",
        "published": article.published_on.isoformat() if article.published_on else "",
        "url": article.url,
    }


def as_csv(events: Iterable[Event]) -> bytes:
    """Begins with a byte order mark, without which Excel reads UTF-8 as something else."""
    return _csv([HEADERS, *rows_of(events)])


def _csv(rows: Iterable[Iterable[Any]]) -> bytes:
    file = StringIO()
    csv.writer(file).writerows(rows)
    return file.getvalue().encode("utf-8-sig")


def as_xlsx(events: Iterable[Event]) -> bytes:
    """A workbook with one sheet, whose header stays in view. Every cell is text."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Events")
    sheet.freeze_panes = "A2"
    for place, name in enumerate(HEADERS):
        sheet.column_dimensions[chr(ord("A") + place)].width = (
            48 if name in ("headline", "summary", "quote") else 16
        )
    heads = [WriteOnlyCell(sheet, value=name) for name in HEADERS]
    for head in heads:
        head.font = Font(bold=True)
    sheet.append(heads)
    for row in rows_of(events):
        sheet.append([_fitting(cell) for cell in row])
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _fitting(cell: str) -> str:
    if len(cell) > LONGEST:
        raise ValidationError(f"“{cell[:40]}…” is longer than a cell of Excel: choose CSV.")
    return written(cell)


def as_timelinejs_sheet(events: Iterable[Event]) -> bytes:
    """The columns of TimelineJS’s spreadsheet template, to be published from Google Sheets."""
    return _csv([TEMPLATE, *(map(_template_row, events))])


def _template_row(event: Event) -> list[str]:
    made = slide(event)
    start, end = made["start_date"], made.get("end_date", {})
    media = made.get("media", {})
    row = {
        "Year": start.get("year"), "Month": start.get("month"), "Day": start.get("day"),
        "End Year": end.get("year"), "End Month": end.get("month"), "End Day": end.get("day"),
        "Display Date": made["display_date"], "Headline": made["text"]["headline"],
        "Text": made["text"]["text"], "Group": made.get("group"),
        "Media": media.get("url"), "Media Credit": media.get("credit"),
    }  # fmt: skip
    return [_number_or_text(row.get(name)) for name in TEMPLATE]


def _number_or_text(value: Any) -> str:
    """A year BCE is a number, and no formula."""
    return str(value) if isinstance(value, int) else inert(value or "")


def as_timelinejs(events: Iterable[Event]) -> bytes:
    """TimelineJS's JSON."""
    slides = {"events": [slide(event) for event in events]}
    return json.dumps(slides, ensure_ascii=False, indent=1).encode()


FORMATS = {
    "csv": Format("table (CSV)", "csv", "text/csv", as_csv),
    "xlsx": Format(
        "table (Excel)", "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", as_xlsx,
    ),
    "timelinejs_sheet": Format(
        "TimelineJS spreadsheet", "timelinejs.csv", "text/csv", as_timelinejs_sheet
    ),
    "timelinejs": Format("TimelineJS JSON", "timelinejs.json", "application/json", as_timelinejs),
}  # fmt: skip

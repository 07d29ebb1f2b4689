"""A file as a sheet of texts: CSV, XLSX, or what TimelineJS reads. Nothing is worked out."""

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from openpyxl import load_workbook

from articles.readers import ReadError
from articles.readers.cleaning import clean_text
from articles.readers.decoding import decode
from timeline.exports.cells import as_written
from timeline.spreadsheets.timelinejs import HEADERS, is_timelinejs, rows_of_json, rows_of_sheet

MOST_BYTES = 10_000_000
# Of an XLSX, a ZIP archive, also unpacked.
MOST_UNPACKED = 100_000_000
# A row costs some ten queries, and all are one transaction.
MOST_ROWS, MOST_COLUMNS, LONGEST_CELL = 2_000, 60, 20_000


@dataclass(frozen=True)
class Sheet:
    """The rows of a file under its headers, and what of it can't be kept, in words.

    `first` is the line of the first row, as its program counts.
    """

    headers: list[str]
    rows: list[list[str]]
    unkept: list[str] = field(default_factory=list)
    first: int = 2


def read_sheet(data: bytes, name: str, today: date) -> Sheet:
    """The sheet in the file of this name; raises ReadError with the reason."""
    if len(data) > MOST_BYTES:
        raise ReadError("The file is larger than 10 MB: split it.")
    if data.startswith(b"PK\x03\x04"):
        table = list(_of_workbook(data))
    elif name.lower().endswith(".json") or data.lstrip()[:1] == b"{":
        return _of_json(decode(data), today)
    else:
        table = list(_of_csv(decode(data)))
    return _sheet(table, today)


def _sheet(table: list[list[str]], today: date) -> Sheet:
    start = next((at for at, row in enumerate(table) if _says(row)), None)
    if start is None:
        raise ReadError("The file has no rows.")
    headers, *rows = _squared(table[start:])
    while rows and not _says(rows[-1]):
        rows.pop()
    if len(rows) > MOST_ROWS:
        raise ReadError(f"The file has more than {MOST_ROWS:,} rows: split it.")
    if is_timelinejs(headers):
        made = rows_of_sheet(headers, rows, today)
        return Sheet(HEADERS, made.rows, made.unkept, first=1)
    return Sheet(headers, rows, first=start + 2)


def _squared(table: list[list[str]]) -> list[list[str]]:
    """The rows as wide as the widest, by what it says: a column may have no header."""
    width = max(at for row in table for at, cell in enumerate(row, start=1) if cell.strip())
    return [[*row[:width], *[""] * (width - len(row))] for row in table]


def _of_csv(text: str) -> Iterator[list[str]]:
    csv.field_size_limit(MOST_BYTES)
    sample = text[:5_000].partition("\n")[0]
    delimiter = max(",;\t", key=sample.count)
    lines = io.StringIO(text.removeprefix("\ufeff"), newline=None)  # old Macs end theirs by CR
    try:
        for row in csv.reader(lines, delimiter=delimiter):
            yield _texts(row)
    except csv.Error as error:
        raise ReadError(f"This is no table: {error}.") from error


def _of_workbook(data: bytes) -> Iterator[list[str]]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(part.file_size for part in archive.infolist()) > MOST_UNPACKED:
                raise ReadError("The workbook is larger than 100 MB unpacked: split it.")
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        for row in book.worksheets[0].iter_rows(values_only=True, max_col=MOST_COLUMNS):
            is_blank = row.count(None) == len(row)  # as up to a million are
            yield [] if is_blank else _texts(row)
    except ReadError:
        raise
    except Exception as error:  # whatever a damaged workbook makes of the libraries that read it
        raise ReadError(f"This is no workbook that can be read: {error}.") from error


def _of_json(text: str, today: date) -> Sheet:
    try:
        made = rows_of_json(json.loads(text), today)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise ReadError("This is no JSON as TimelineJS reads it.") from error
    if len(made.rows) > MOST_ROWS:
        raise ReadError(f"The file has more than {MOST_ROWS:,} events: split it.")
    return Sheet(HEADERS, [_texts(row) for row in made.rows], made.unkept, first=1)


def _says(row: list[str]) -> bool:
    return any(cell.strip() for cell in row)


def _texts(row: Iterable[Any]) -> list[str]:
    return [_text(cell) for cell in row][:MOST_COLUMNS]


def _text(cell: Any) -> str:
    """A cell as the text that a person reads in it."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        cell = cell.date() if cell.time() == datetime.min.time() else cell
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    text = clean_text(as_written(str(cell)))
    if len(text) > LONGEST_CELL:
        raise ReadError(f"A cell has more than {LONGEST_CELL:,} characters: “{text[:40]}…”.")
    return text

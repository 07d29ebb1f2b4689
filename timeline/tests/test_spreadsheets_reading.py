"""Files as tables, columns by their names, and cells that no spreadsheet works out."""

import io
import zipfile
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from articles.readers import ReadError
from timeline.exports.cells import as_written, inert
from timeline.spreadsheets.columns import guess
from timeline.spreadsheets.passages import join_passages
from timeline.spreadsheets.reading import MOST_ROWS, Sheet, read_sheet

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("headers", "found"),
    [
        (["id", "headline", "date"], {0: "id", 1: "headline", 2: "date"}),
        (["Title", "Start date", "End date"], {0: "headline", 1: "date", 2: "end"}),
        (["Source", "Quote", "Weather"], {0: "publisher", 1: "quote"}),
        (["date", "When"], {0: "date"}),
        (["", "  DATE "], {1: "date"}),
    ],
)
def test_columns_are_guessed(headers: list[str], found: dict[int, str]) -> None:
    assert guess(headers) == found


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (b"", "a.csv", "empty"),
        (b"\n\n", "a.csv", "no rows"),
        (b"PK\x03\x04nothing", "a.xlsx", "no workbook"),
        (b"{", "a.json", "no JSON"),
        (b"[]", "a.json", "no JSON"),
        (b'{"events": 1}', "a.json", "no JSON"),
        (b"\xff\xfe\xfd", "a.csv", "UTF-16"),
        (b"h,d\n" + b"a,b\n" * (MOST_ROWS + 1), "a.csv", "split it"),
        (b"h\n" + b"a" * 30_000, "a.csv", "more than 20,000 characters"),
    ],
)
def test_what_is_no_table_is_refused(data: bytes, name: str, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        read_sheet(data, name, TODAY)


@given(st.text())
def test_cells_are_inert_and_come_back(text: str) -> None:
    assert as_written(inert(text)) == text
    assert not inert(text).startswith(("=", "+", "-", "@", "\t", "\r"))


@given(st.data())
def test_every_passage_stands_in_what_they_are_joined_to(data: st.DataObject) -> None:
    text = data.draw(st.text("ab c.", min_size=1, max_size=200))
    places = st.integers(0, len(text))
    spans = data.draw(st.lists(st.tuples(places, places), min_size=1, max_size=8))
    passages = [text[min(span) : max(span)] for span in spans]
    joined = join_passages(passages)
    assert all(passage in joined for passage in passages)


@pytest.mark.parametrize(
    ("lines", "headers", "rows"),
    [
        ("headline,date,quote\nA,2018", ["headline", "date", "quote"], [["A", "2018", ""]]),
        ("headline,date\nA,2018,", ["headline", "date"], [["A", "2018"]]),
        ("headline,date,,\nA,2018,,", ["headline", "date"], [["A", "2018"]]),
        ("headline,date\nA,2018,,x\nB", ["headline", "date", "", ""],
         [["A", "2018", "", "x"], ["B", "", "", ""]]),
        ("headline,date\rA,2018\rB,2019\r", ["headline", "date"], [["A", "2018"], ["B", "2019"]]),
        ("headline,date\r\n\"A\r\nb\",2018\r\n", ["headline", "date"], [["A\nb", "2018"]]),
    ],
)  # fmt: skip
def test_rows_are_as_wide_as_the_widest(
    lines: str, headers: list[str], rows: list[list[str]]
) -> None:
    assert read_sheet(lines.encode(), "a.csv", TODAY) == Sheet(headers, rows)


def _workbook() -> bytes:
    book, file = Workbook(), io.BytesIO()
    for row in (["headline", "date", "seen"], ["A", 2018, 3.5], ["B"]):
        book.active.append(row)
    book.save(file)
    return file.getvalue()


WORKBOOK = _workbook()


def test_a_workbook_may_have_empty_rows_between() -> None:
    book, file = Workbook(), io.BytesIO()
    for place, words in (("A2", "headline"), ("B2", "date"), ("A5", "A"), ("B5", 2018)):
        book.active[place] = words
    book.save(file)
    assert read_sheet(file.getvalue(), "a.xlsx", TODAY).rows == [["", ""], ["", ""], ["A", "2018"]]


def test_a_workbook_has_the_columns_that_say_something() -> None:
    rows = [["A", "2018", "3.5"], ["B", "", ""]]
    assert read_sheet(WORKBOOK, "a.xlsx", TODAY) == Sheet(["headline", "date", "seen"], rows)


@pytest.mark.parametrize("part", zipfile.ZipFile(io.BytesIO(WORKBOOK)).namelist())
@pytest.mark.parametrize("words", [b"", b"<worksheet", b"<a/>", b"\x00"])
def test_a_workbook_with_a_damaged_part_is_read_or_refused(part: str, words: bytes) -> None:
    damaged = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(WORKBOOK)) as whole, zipfile.ZipFile(damaged, "w") as file:
        for name in whole.namelist():
            file.writestr(name, words if name == part else whole.read(name))
    _read_or_refused(damaged.getvalue())


@given(st.integers(4, len(WORKBOOK) - 1), st.binary(min_size=1, max_size=4))
def test_a_workbook_with_damaged_bytes_is_read_or_refused(at: int, others: bytes) -> None:
    _read_or_refused(WORKBOOK[:at] + others + WORKBOOK[at + len(others) :])


def _read_or_refused(data: bytes) -> None:
    with suppress(ReadError):
        read_sheet(data, "a.xlsx", TODAY)

"""JSON Lines, an article each."""

import json
from datetime import date

import pytest

from articles.readers import Record, read_bytes

WHOLE = {
    "title": " Harbour\nbridge opens ",
    "url": "https://example.org/bridge",
    "publisher": "The Harbour Post",
    "author": "Ann Example",
    "published": "2021-06-03T23:30:00-05:00",
    "language": "en-gb",
    "text": "\nThe bridge opened.\r\n\r\nTrams cross it.\u0000\ud800\n",
    "id": 17,
}


def _line(**changes: object) -> str:
    return json.dumps({"text": "The bridge opened."} | changes)


def test_whole_line() -> None:
    [item] = read_bytes(json.dumps(WHOLE).encode(), "news.jsonl")
    assert item.where == "news.jsonl:1"
    assert item.record == Record(
        text="The bridge opened.\n\nTrams cross it.",
        title="Harbour bridge opens",
        url="https://example.org/bridge",
        publisher="The Harbour Post",
        author="Ann Example",
        language="en-GB",
        published=date(2021, 6, 3),
        published_basis="header",
    )


def test_null_and_absent_are_empty() -> None:
    [item] = read_bytes(_line(title=None, published=None).encode(), "a.ndjson")
    assert item.record == Record(text="The bridge opened.")


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("{", "not valid JSON at column 2"),
        ("[1]", "no JSON object"),
        ('"text"', "no JSON object"),
        ("[" * 100_000, "too deep"),
        ('{"text": ' + "1" * 10_000 + "}", "too deep or too long"),
        (_line(text=None), "no “text”"),
        (_line(text=" \n"), "no “text”"),
        (_line(text=["a"]), "“text” is a list"),
        (_line(title=3), "“title” is a number"),
        (_line(author=True), "“author” is true or false"),
        (_line(url={"a": 1}), "“url” is an object"),
        (_line(url="javascript:alert(1)"), "not a web address"),
        (_line(published="June 2021"), "not a full date"),
        (_line(language="english"), "not a language tag"),
    ],
)
def test_a_broken_line_stops_no_other(line: str, sentence: str) -> None:
    data = "\n".join([_line(), line, "", _line()]).encode()
    first, broken, last = read_bytes(data, "news.jsonl")
    assert first.record == last.record == Record(text="The bridge opened.")
    assert (broken.where, last.where) == ("news.jsonl:2", "news.jsonl:4")
    assert sentence in broken.error
    assert broken.record is None


def test_a_line_in_another_encoding_stops_no_other() -> None:
    data = b'{"text": "caf\xe9"}\n' + _line().encode()
    broken, last = read_bytes(data, "news.jsonl")
    assert (broken.where, last.where) == ("news.jsonl:1", "news.jsonl:2")
    assert "byte 14 is not UTF-8" in broken.error
    assert last.record


def test_a_nul_byte_stops_no_other_line() -> None:
    broken, last = read_bytes(b'{"text": "a\x00b"}\n' + _line().encode(), "news.jsonl")
    assert "byte 12 is NUL" in broken.error
    assert last.record


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_marks(encoding: str) -> None:
    data = f"{_line(title='Brücke')}\r\n{_line()}\r\n".encode(encoding)
    assert [item.record.title for item in read_bytes(data, "a.jsonl") if item.record] == [
        "Brücke",
        "",
    ]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "empty"),
        (b"\n \n", "no articles"),
        (b"%PDF-1.4\n1\n2\n", "PDF"),
        (b"a\x00\n" * 9, "NUL"),
    ],
)
def test_a_file_without_lines_is_one_error(data: bytes, sentence: str) -> None:
    [item] = read_bytes(data, "news.jsonl")
    assert item.where == "news.jsonl"
    assert sentence in item.error

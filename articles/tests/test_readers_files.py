"""Files of every kind, and what is refused of them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.readers import (
    MAX_BYTES,
    Item,
    ReadError,
    find_files,
    read_bytes,
    read_file,
    read_pasted,
    read_paths,
)

WORDS = b"The bridge opened on Tuesday, and trams cross it."


def _texts(*paths: Path) -> list[str]:
    return [
        item.record.text if item.record else item.error or item.note for item in read_paths(paths)
    ]


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("a.txt", b"", "is empty"),
        ("a.md", b" \n\t", "no text"),
        ("a.txt", b"\n \n", "only white space"),
        ("a.html", b" ", "HTML"),
        ("a.txt", b"%PDF-1.7 ...", "a PDF"),
        ("report", b"PK\x03\x04..", "office document"),
        ("a.md", b"words\x00words", "byte 6 is NUL"),
        ("a.txt", b"caf\xe9 closed", "byte 4 is not UTF-8; save the file as UTF-8"),
        ("a.txt", b"\xff\xfea\x00b", "not UTF-16"),
    ],
)
def test_bad_input(name: str, data: bytes, sentence: str) -> None:
    [item] = read_bytes(data, name)
    assert sentence in item.error
    assert item.where.startswith(name)


def test_wrong_encoding_names_its_line() -> None:
    [item] = read_bytes(b"one\ntwo caf\xe9", "a.txt")
    assert item.where == "a.txt:2"


def test_header_error_names_its_line() -> None:
    [item] = read_bytes(b"# Bridge\n\nPublished at: **soon**\n\nWords.", "a.txt")
    assert item.where == "a.txt:3"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_marks(encoding: str) -> None:
    [item] = read_bytes("Die Brücke steht.".encode(encoding), "a.txt")
    assert item.record
    assert item.record.text == "Die Brücke steht."


@pytest.mark.parametrize(
    ("name", "data", "text"),
    [
        ("a.txt", b"Author: **Ann**\n\n*Words*", "Words"),
        ("a.TXT", b"*Words*", "*Words*"),
        ("a.markdown", b"*Words*", "Words"),
        ("a.text", b"<html><body><p>Words of a page</p></body></html>", "Words of a page"),
        ("a.log", b"*Words*", "*Words*"),
        ("README", b"*Words*", "*Words*"),
    ],
)
def test_reader_by_name_and_first_words(name: str, data: bytes, text: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    assert _texts(tmp_path / name) == [text]
    [item] = read_bytes(data, name)
    assert item.record
    assert item.record.text == text


@given(
    st.binary(max_size=100) | st.text('<>/!-html"=&;#1[]{}:\n\x00', max_size=80).map(str.encode),
    st.sampled_from(["a.txt", "a.md", "a.html", "a.jsonl", "a"]),
)
def test_whatever_the_bytes_nothing_is_raised(data: bytes, name: str) -> None:
    for item in read_bytes(data, name):
        assert bool(item.record) is not bool(item.error)
        assert not item.record or item.record.text.strip()


def test_large_files_are_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    [item] = read_file(path)
    assert "larger than 50 MB" in item.error
    with pytest.raises(ReadError, match="larger than 50 MB"):
        read_pasted("x" * (MAX_BYTES + 1))


def test_folders_are_read_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.md", "a/.hidden.md", ".git/c.txt", "c.jsonl", "photo.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b'{"text": "x"}')
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    (tmp_path / "d.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "e.txt").symlink_to(tmp_path / "gone.txt")
    os.mkfifo(tmp_path / "f.txt")
    found = list(find_files([tmp_path / "c.jsonl", tmp_path]))
    names = [str(path.relative_to(tmp_path)) for path in found if isinstance(path, Path)]
    assert names == ["c.jsonl", "a/z.md", "b.txt", "c.jsonl", "d.txt"]
    others = [item for item in found if isinstance(item, Item)]
    assert [(Path(item.where).name, bool(item.error)) for item in others] == [
        ("e.txt", True),
        ("f.txt", False),
        ("photo.png", False),
    ]


def test_what_cannot_be_read_stops_no_other(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_bytes(WORDS)
    (tmp_path / "empty").mkdir()
    os.mkfifo(tmp_path / "pipe")
    missing, nothing, pipe, text = _texts(
        tmp_path / "gone.txt", tmp_path / "empty", tmp_path / "pipe", good
    )
    assert "no such file" in missing
    assert "nothing to read" in nothing
    assert "no file" in pipe
    assert text == WORDS.decode()


def test_read_file_takes_no_folder(tmp_path: Path) -> None:
    [item] = read_file(tmp_path)
    assert "a folder" in item.error


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_bytes(WORDS)

    def refuse(*args: object, **kwargs: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)  # root may read everything
    monkeypatch.setattr(Path, "iterdir", refuse)
    for path in (tmp_path / "a.txt", tmp_path):
        assert "may not be read" in _texts(path)[0]


def test_heavy_packages_are_imported_only_where_they_are_needed() -> None:
    code = (
        "import sys; from articles.readers import read_pasted; read_pasted('Words');"
        "print({'lxml', 'trafilatura', 'dateparser', 'markdown_it', 'django'} & set(sys.modules))"
    )
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "set()"

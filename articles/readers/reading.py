"""A file, an upload or a pasted text → Items, by the reader that its name or words call for."""

import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from articles.readers.cleaning import clean_text
from articles.readers.decoding import decode, decode_page, is_wide, refuse_binary
from articles.readers.files import find_files, kind_of, named_file, unreadable
from articles.readers.header import has_header, read_marked
from articles.readers.lines import read_lines
from articles.readers.page import read_page
from articles.readers.plain import read_plain
from articles.readers.record import Item, ReadError, Record, failed

MAX_BYTES = 50_000_000
_STARTS_LIKE_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?"
    r"<(?:!doctype html|html|head|body|main|article|section|div|p|h1)\b[^<]*>",
    re.IGNORECASE | re.DOTALL,
)


def read_paths(paths: Iterable[Path]) -> Iterator[Item]:
    """Give the Items of all files and folders, in order; nothing that fails stops the others."""
    for found in find_files(paths):
        yield from read_file(found) if isinstance(found, Path) else (found,)


def read_file(path: Path) -> Iterator[Item]:
    """Give the Items of one file: one for each line of JSON Lines, else a single one."""
    found = named_file(path)
    if isinstance(found, Item):
        yield found
        return
    try:
        with path.open("rb") as file:
            yield from _read(file, path.stat().st_size, str(path))
    except OSError as error:
        yield failed(str(path), unreadable(error))


def read_bytes(data: bytes, name: str) -> Iterator[Item]:
    """Give the Items of an uploaded file, read exactly as a file of that name."""
    yield from _read(BytesIO(data), len(data), name)


def read_pasted(text: str) -> Record:
    """Give the article of a pasted text; raise ReadError where there is none.

    It is Markdown if it has a header block, HTML if it starts like HTML, else plain text.
    """
    if len(text) > MAX_BYTES:
        raise _too_large(len(text))
    text = clean_text(text)
    if has_header(text):
        return read_marked(text)
    return read_page(text) if _STARTS_LIKE_HTML.match(text[:2000]) else read_plain(text)


def _read(file: BinaryIO, size: int, name: str) -> Iterator[Item]:
    try:
        if size > MAX_BYTES:
            raise _too_large(size)
        if kind_of(name) == "lines":
            yield from read_lines(_lines(file), name)
        else:
            yield Item(name, record=_record(file.read(), kind_of(name)))
    except ReadError as error:
        yield failed(name, error)


def _too_large(size: int) -> ReadError:
    return ReadError(f"it is larger than 50 MB ({size / 1e6:,.1f} MB); split it into smaller files")


def _lines(file: BinaryIO) -> Iterable[bytes]:
    """Give the lines of a file one by one, so that a large one never stands in memory whole."""
    start = file.read(4096)
    file.seek(0)
    if is_wide(start):
        return decode(file.read()).encode("utf-8", "surrogatepass").split(b"\n")
    if not start.lstrip().startswith(b"{"):  # else a line is broken, not the file
        refuse_binary(start)
    return file


def _record(data: bytes, kind: str) -> Record:
    if kind == "page":
        return read_page(decode_page(data))
    text = decode(data)
    return read_marked(text) if kind == "marked" else read_pasted(text)

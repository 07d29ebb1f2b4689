"""The header block above a Markdown article: lines of metadata that are no part of its text.

# Harbour bridge opens

Published at: **2021-06-03T09:00:00+02:00**

Author: **Ann Example**

Original: [The Harbour Post](https://example.org/bridge)
"""

import re
from dataclasses import dataclass, replace
from datetime import date

from articles.readers.cleaning import TITLE_LENGTH, clean_text, one_line
from articles.readers.fields import read_url
from articles.readers.marked import inline_words, words_of
from articles.readers.plain import title_of
from articles.readers.published import read_published
from articles.readers.record import ReadError, Record

LONGEST_LINE = 5_000
MOST_LINES = 40
_HEADING = re.compile(r" {0,3}#[ \t]+(\S.*?)(?:[ \t]+#+)?[ \t]*")
_FIELD = re.compile(
    r"\s*[*_]{0,2}(published|author|original)(?: at| on|s)?[*_]{0,2}\s?:[*_]{0,2}\s*(.*)",
    re.IGNORECASE,
)
_UNKNOWN = re.compile(r"[*_]{0,2}[^\W\d_][\w ]{0,30}:[*_ ].{0,200}")
_LINK = re.compile(r"""\[(.*)\]\(\s*<?([^\s<>]*)>?(?:\s+["'(].*["')])?\s*\)""")
_SCHEME = re.compile(r"[<*]*[a-z][a-z0-9+.-]*:\S", re.IGNORECASE)


@dataclass(frozen=True)
class Header:
    """The metadata of a header block, and the `body` below it, still in Markdown."""

    title: str = ""
    published: date | None = None
    author: str = ""
    publisher: str = ""
    url: str = ""
    body: str = ""


def read_marked(text: str) -> Record:
    """Give a Markdown article; raise ReadError, with its line, where its header cannot be read."""
    header = read_header(clean_text(text))
    words = clean_text(words_of(header.body)).strip()
    if not words:
        raise ReadError("there is no text below its header; add the article's words")
    return Record(
        text=words,
        title=header.title or title_of(words),
        url=header.url,
        publisher=header.publisher,
        author=header.author,
        published=header.published,
        published_basis="header" if header.published else "",
    )


def has_header(text: str) -> bool:
    """Tell whether a text begins with a header block, with a field in bold or with a link."""
    for line in _first_lines(text):
        field = _FIELD.fullmatch(line)
        if field and (field[2].startswith("**") or _LINK.fullmatch(field[2])):
            return True
        if line.strip() and not (field or _belongs(line)):
            return False
    return False


def read_header(text: str) -> Header:
    """Part the header block from the body. A line that it does not know stays in the body.

    Raises ReadError for a date or an address that cannot be read, and for a field given twice.
    """
    header, kept, seen = Header(), list[str](), set[str]()
    lines = _first_lines(text)
    end = 0
    for number, line in enumerate(lines, 1):
        name, value = _name(line)
        if name == "heading" and "heading" in seen:
            break
        if name in seen:
            raise ReadError(f"a second “{name.title()}” line; keep one of them", number)
        if name:
            seen.add(name)
            header = _with_field(header, name, value, number)
        elif line.strip():
            if not _belongs(line):
                break
            kept.append(line)
        elif kept and kept[-1]:
            kept.append("")
        end = number
    rest = text.split("\n", end)[end:]
    return replace(header, body="\n".join([*kept, *rest]))


def _first_lines(text: str) -> list[str]:
    lead = len(text) - len(text.lstrip())
    most = MOST_LINES + text.count("\n", 0, lead)
    return text.split("\n", most)[:most]


def _belongs(line: str) -> bool:
    return bool(_UNKNOWN.fullmatch(line) or _HEADING.fullmatch(line))


def _name(line: str) -> tuple[str, str]:
    """Give which field a line is ("heading", "published", "author", "original") and its value."""
    if len(line) > LONGEST_LINE:
        return "", ""
    if heading := _HEADING.fullmatch(line):
        return "heading", heading[1]
    field = _FIELD.fullmatch(line)
    if not field:
        return "", ""
    name, value = field[1].lower(), field[2].strip()
    # "Original: the copy in the museum" is a line of the text.
    if name == "original" and value and not _LINK.fullmatch(value) and not _SCHEME.match(value):
        return "", ""
    return name, value


def _with_field(header: Header, name: str, value: str, line: int) -> Header:
    try:
        if name == "original":
            return _with_original(header, value)
        words = inline_words(value.strip())
        if name == "heading":
            return replace(header, title=one_line(words, TITLE_LENGTH))
        if name == "author":
            return replace(header, author=one_line(words.strip("*")))
        words = words.strip("* ")
        return replace(header, published=read_published(words) if words else None)
    except ReadError as error:
        raise ReadError(error.sentence, line) from None


def _with_original(header: Header, value: str) -> Header:
    link = _LINK.fullmatch(value)
    if not link:
        return replace(header, url=read_url(value.strip("<>*")))
    return replace(header, publisher=one_line(inline_words(link[1])), url=read_url(link[2]))

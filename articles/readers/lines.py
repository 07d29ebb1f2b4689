"""JSON Lines: an article a line, as an object of strings with the keys FIELDS."""

import json
from collections.abc import Iterable, Iterator

from articles.readers.cleaning import TITLE_LENGTH, clean_text, one_line
from articles.readers.decoding import decode
from articles.readers.fields import read_language, read_url
from articles.readers.published import read_published
from articles.readers.record import Item, ReadError, Record, failed

FIELDS = ("title", "url", "publisher", "author", "published", "language", "text")
_TYPES = {
    bool: "true or false",
    int: "a number",
    float: "a number",
    list: "a list",
    dict: "an object",
}


def read_lines(lines: Iterable[bytes], name: str) -> Iterator[Item]:
    """Give an Item for each line that is not blank; a broken one has an error."""
    found = False
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        found = True
        where = f"{name}:{number}"
        try:
            yield Item(where, record=read_line(line))
        except ReadError as error:
            yield Item(where, error=error.sentence)
    if not found:
        yield failed(name, ReadError("there are no articles in it; add one JSON object a line"))


def read_line(line: bytes) -> Record:
    """Give the article of a line. Only `text` must be there; null is empty; other keys are ignored.

    Other keys are no error, because exports of other programs carry their own numbers and tags.
    Raises ReadError for what is no JSON object, for wrong types and for values that cannot be read.
    """
    fields = _fields(line)
    text = clean_text(fields["text"]).strip()
    if not text:
        raise ReadError("there is no “text”; every line needs the article's words")
    published = read_published(fields["published"]) if fields["published"].strip() else None
    return Record(
        text=text,
        title=one_line(fields["title"], TITLE_LENGTH),
        url=read_url(fields["url"]),
        publisher=one_line(fields["publisher"]),
        author=one_line(fields["author"]),
        language=read_language(fields["language"]) if fields["language"].strip() else "",
        published=published,
        published_basis="header" if published else "",
    )


def _fields(line: bytes) -> dict[str, str]:
    found = _json(line)
    if not isinstance(found, dict):
        raise ReadError('the line is no JSON object; write {"title": "…", "text": "…"}')
    return {name: _string(name, found.get(name)) for name in FIELDS}


def _json(line: bytes) -> object:
    try:
        return json.loads(decode(line.rstrip()))
    except json.JSONDecodeError as error:
        raise ReadError(
            f"the line is not valid JSON at column {error.colno} ({error.msg});"
            " write one whole object a line"
        ) from None
    except (RecursionError, ValueError):  # nested too deeply, or a number with thousands of digits
        raise ReadError(
            "the line is JSON too deep or too long to read; write a flat object"
        ) from None
    except ReadError as error:
        raise ReadError(
            error.sentence
        ) from None  # its line 1 is the file's line, which the caller knows


def _string(name: str, value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    raise ReadError(f"“{name}” is {_TYPES.get(type(value), 'no text')}; write it as text in quotes")

"""TimelineJS 3 as rows of events: its spreadsheet template and its JSON. Plain Python.

https://timeline.knightlab.com/docs/json-format.html
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from html import unescape
from typing import Any

from articles.dates import DateNotUnderstood, EdtfError, Span, parse_edtf, read_date
from articles.dates.days import iso_year

HEADERS = "headline date summary topics planned quote publisher published".split()
SHEET = {"year", "headline", "display date"}
TAG = re.compile(r"<[^<>]{0,2000}>")
BREAK = re.compile(r"<(?:br ?/?|/p|/li|/h\d)>", re.IGNORECASE)
# Where our own slides lead to the event that they were made of.
OWN_LINK = re.compile(r"<p><a href=\"[^\"<>]*/events/\d+/\">[^<>]*</a></p>")


@dataclass
class Slides:
    """Rows made of slides, and what of them isn't kept, a line each."""

    rows: list[list[str]] = field(default_factory=list)
    unkept: list[str] = field(default_factory=list)


def is_timelinejs(headers: Sequence[str]) -> bool:
    """Whether these are the columns of its spreadsheet template."""
    return {header.strip().casefold() for header in headers} >= SHEET


def rows_of_sheet(headers: Sequence[str], rows: Sequence[Sequence[str]], today: date) -> Slides:
    """The rows of its template as rows of ours."""
    keys = [header.strip().casefold() for header in headers]
    made = Slides()
    for number, row in enumerate(rows, start=2):
        cells = dict(zip(keys, row, strict=False))
        kind = cells.get("type", "").casefold()
        if kind in ("title", "era"):
            made.unkept.append(f"Row {number}: the {kind} “{cells['headline']}”.")
        elif any(cells.values()):
            _add(made, _slide_of(cells), f"Row {number}", today)
    return made


def _slide_of(cells: Mapping[str, str]) -> dict[str, Any]:
    """A row of the template as a slide of the JSON."""
    media = {name: cells.get(f"media {name}", "") for name in ("credit", "caption")}
    return {
        "start_date": {part: cells.get(part, "") for part in ("year", "month", "day", "time")},
        "end_date": {part: cells.get(f"end {part}", "") for part in ("year", "month", "day")},
        "display_date": cells.get("display date", ""),
        "text": {"headline": cells.get("headline", ""), "text": cells.get("text", "")},
        "media": {"url": cells.get("media", ""), **media},
        "group": cells.get("group", ""),
        "background": cells.get("background", ""),
    }


def rows_of_json(timeline: Mapping[str, Any], today: date) -> Slides:
    """The events of its JSON as rows of ours."""
    made = Slides()
    for number, slide in enumerate(timeline["events"], start=1):
        _add(made, slide, f"Event {number}", today)
    if timeline.get("title"):
        made.unkept.append("The title slide: a timeline has a title and an introduction here.")
    if timeline.get("eras"):
        made.unkept.append("The eras.")
    return made


def _add(made: Slides, slide: Mapping[str, Any], where: str, today: date) -> None:
    text = slide.get("text") or {}
    summary, quotes = _parts(_text(text, "text"), today)
    when, is_kept = _date_of(slide, today)
    shown = _text(slide, "display_date")
    if not is_kept:
        made.unkept.append(f"{where}: its date is shown as “{shown}”.")
    made.unkept += [f"{where}: {what}." for what in _unkept(slide)]
    headline, group = plain(_text(text, "headline")), plain(_text(slide, "group"))
    # As our own slides say it: “about June 2019, approximate, planned”.
    planned = "yes" if "planned" in shown.split(", ")[1:] else ""
    event = [headline, when, summary, group, planned]
    made.rows += [[*event, *quote] for quote in quotes or [["", "", ""]]]


def _unkept(slide: Mapping[str, Any]) -> Iterator[str]:
    media = slide.get("media") or {}
    if url := str(media.get("url") or ""):
        yield f"its picture or other medium {url[:200]}: upload it on the event’s page"
    if slide.get("background"):
        yield "its background"
    if _text(slide.get("start_date") or {}, "hour") or _text(slide.get("start_date") or {}, "time"):
        yield "the time of day"


def _text(held: Mapping[str, Any], name: str) -> str:
    return str(held.get(name) or "")


def _date_of(slide: Mapping[str, Any], today: date) -> tuple[str, bool]:
    """The date as EDTF, "" without any, and whether it says what the slide shows in its place."""
    start, end = (_edtf(slide.get(name) or {}) for name in ("start_date", "end_date"))
    shown = _text(slide, "display_date")
    if not start:
        return shown, True
    if end and end != start:
        start = f"{start}/{end}"
    if not shown:
        return start, True
    read = _shown(unescape(shown), today)
    if read and _may_be(read, start):
        return read.edtf, True
    return start, False


def _edtf(parts: Mapping[str, Any]) -> str:
    """Year, month and day as EDTF; TimelineJS knows no year 0, so that its -44 is 44 BC."""
    try:
        year, *rest = (int(str(parts.get(name) or 0)) for name in ("year", "month", "day"))
    except ValueError:
        return ""
    if not year:
        return ""
    known = [f"{number:02}" for number in rest if number]
    return "-".join([iso_year(year if year > 0 else year + 1), *known])


def _shown(words: str, today: date) -> Span | None:
    """What the words for a date mean: all of them, or those before a comma."""
    for part in (words, words.partition(", ")[0]):
        try:
            return read_date(part, today).span
        except DateNotUnderstood:
            continue
    return None


def _may_be(read: Span, start: str) -> bool:
    """Whether both can be one date."""
    try:
        given = parse_edtf(start)
    except EdtfError:
        return True
    ends = (read.first_day, given.last_day), (given.first_day, read.last_day)
    return all(one is None or other is None or one <= other for one, other in ends)


def _parts(html: str, today: date) -> tuple[str, list[list[str]]]:
    """The text without its quotes, and each quote with publisher and day of publication."""
    begin, *others = OWN_LINK.sub("", html).split("<blockquote>")
    quotes = []
    for other in others:
        words, _, rest = other.partition("</blockquote>")
        source, more = "", rest
        if rest.startswith("<p>"):
            source, _, more = rest[3:].partition("</p>")
        begin += more
        quotes.append([plain(words), *_source(plain(source), today)])
    return plain(begin), [quote for quote in quotes if quote[0]]


def _source(line: str, today: date) -> list[str]:
    """Publisher and day of “Harbour Post, 5 November 2019”; all of it where it has no day."""
    name, _, day = line.rpartition(", ")
    try:
        span = read_date(day, today).span
    except DateNotUnderstood:
        return [line, ""]
    is_day = name and span.granularity == "day" and re.fullmatch(r"\d{4}-\d\d-\d\d", span.edtf)
    return [name, span.edtf] if is_day else [line, ""]


def plain(html: str) -> str:
    """The words of HTML; paragraphs are lines.

    >>> plain("<p>One &amp; two</p><p>three</p>")
    'One & two\\nthree'
    """
    return unescape(TAG.sub("", BREAK.sub("\n", html))).strip()

"""The day on which a page says that it was published.

htmldate is not asked, although trafilatura brings it: it fills in today's day for a page that says
"2019-05", takes the day of a change for that of publication, and reads the first date of the text
where the page says nothing.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from articles.readers.published import read_published
from articles.readers.record import ReadError

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_META = frozenset(
    "article:published_time og:published_time og:article:published_time datepublished"
    " date_published"
    " publishdate publish_date publish-date pubdate pub_date publication_date publicationdate"
    " published_at published_time parsely-pub-date sailthru.date cxenseparse:recs:publishtime"
    " dc.date.issued dcterms.issued dc.issued dcterms.created dc.date.created dc.created"
    " citation_publication_date citation_date article.published article_date_original"
    " originalpublicationdate dateposted uploaddate datecreated created rnews:datepublished"
    " shareaholic:article_published_time"
    " displaydate bt:pubdate dc.date dcterms.date date article:post_date vr:published_time".split()
)
_JSON_LD = (
    re.compile(r'"datePublished"\s*:\s*"([^"]{8,60})"'),
    re.compile(r'"dateCreated"\s*:\s*"([^"]{8,60})"'),
)
_IN_URL = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?|[a-z]{3})[/-](\d\d?)(?=[/_.-]|$)", re.ASCII)
_BYLINE = re.compile(
    r"date|time|publi|byline|posted|created|fecha|datum|parution"
    r"|entry-meta|post-?meta|postinfo|info|author",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"modifi|updat|edited|aktualis|mise à jour|expir|copyright|comment", re.IGNORECASE
)
_FULL_DATE = re.compile(
    r"\d{4}-\d\d-\d\d"
    r"|\d{1,2}[./-]\d{1,2}[./-]\d{4}"
    r"|\d{1,2}(?:st|nd|rd|th|er|º|\.)?[ -](?:de |of )?[^\W\d_]{3,10}\.?,?[ -](?:de )?\d{4}"
    r"|[^\W\d_]{3,10}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}"
)
_LONGEST_BYLINE = 150
# What programs write where they know no day.
_UNSET = {date.min, date(1970, 1, 1)}
_DAY_FIRST = ("en-GB", "en-AU", "en-NZ", "en-IE", "en-IN", "en-ZA")


def find_published(tree: "HtmlElement", url: str, language: str) -> date | None:
    """Give the day of publication by the first that names a whole one, or None.

    Tried in order: metadata, JSON-LD, marked-up elements, the address, the line with the author
    and date, a `<time>` element. The article's own text is never searched.
    """
    # Only American English puts the month first; plain "en" may be either.
    day_first = not language.startswith("en") or language in _DAY_FIRST
    for value in _candidates(tree, url):
        try:
            found = read_published(value, day_first=day_first)
        except ReadError:
            continue
        if found not in _UNSET:
            return found
    return None


def _candidates(tree: "HtmlElement", url: str) -> Iterator[str]:
    yield from _in_meta(tree)
    yield from _in_json(tree)
    yield from _marked_up(tree)
    if found := _IN_URL.search(url):
        year, month, day = found.groups()
        yield f"{year}/{month}/{day}" if month.isdigit() else f"{day} {month} {year}"
    yield from _in_byline(tree)
    yield from _in_time(tree)


def _in_meta(tree: "HtmlElement") -> Iterator[str]:
    for meta in tree.iter("meta"):
        names = (meta.get("property"), meta.get("name"), meta.get("itemprop"))
        if any(name and name.lower() in _META for name in names):
            yield meta.get("content") or ""


def _in_json(tree: "HtmlElement") -> Iterator[str]:
    scripts = [
        script.text or "" for script in tree.iter("script") if "ld+json" in script.get("type", "")
    ]
    for pattern in _JSON_LD:
        for script in scripts:
            if found := pattern.search(script):
                yield found[1]


def _marked_up(tree: "HtmlElement") -> Iterator[str]:
    for element in tree.iter("time", "span", "div", "p", "abbr", "a", "li", "h2"):
        classes = (element.get("class") or "").split()
        if (
            (element.get("itemprop") or "").lower() in ("datepublished", "datecreated")
            or "pubdate" in element.attrib
            or (element.tag == "abbr" and ("published" in classes or "date" in classes))
            or (element.tag == "time" and ("published" in classes or "entry-date" in classes))
        ):
            yield from _values(element)


def _in_byline(tree: "HtmlElement") -> Iterator[str]:
    for element in tree.iter(
        "time", "span", "div", "p", "small", "li", "a", "em", "td", "h4", "ul"
    ):
        cue = f"{element.get('class') or ''} {element.get('id') or ''}"
        if _BYLINE.search(cue) and not _CHANGED.search(cue):
            yield from _dates_of(_words(element))


def _in_time(tree: "HtmlElement") -> Iterator[str]:
    for element in tree.iter("time"):
        cue = f"{element.get('class') or ''} {element.get('itemprop') or ''}"
        if not _CHANGED.search(cue):
            yield from _values(element)


def _values(element: "HtmlElement") -> Iterator[str]:
    for name in ("datetime", "content", "title"):
        if value := element.get(name):
            yield value
    yield from _dates_of(_words(element))


def _words(element: "HtmlElement") -> str:
    """Give an element's words if they are few enough for a byline, or ""."""
    words = ""
    for part in element.itertext():
        words += f" {part}"
        if len(words) > 4 * _LONGEST_BYLINE:
            return ""
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST_BYLINE else ""


def _dates_of(words: str) -> list[str]:
    """Give the dates of a byline, unless it begins with that of a change."""
    found = _FULL_DATE.search(words)
    return [found[0]] if found and not _CHANGED.search(words[: found.start()]) else []

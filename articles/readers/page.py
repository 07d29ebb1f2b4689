"""HTML pages → their main text and metadata, through trafilatura."""

import logging
import re
import warnings
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from articles.dates.languages.detection import sure_language
from articles.readers.cleaning import TITLE_LENGTH, clean_text, one_line
from articles.readers.fields import read_language, read_url
from articles.readers.page_dates import find_published
from articles.readers.record import ReadError, Record

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_CHARACTERS = 10_000_000
MAX_ELEMENTS = 30_000
# libxml2 drops what is nested 256 deep and more, in silence.
MAX_DEPTH = 250
for _name in ("trafilatura", "htmldate"):
    logging.getLogger(_name).addHandler(logging.NullHandler())
_DECLARATION = re.compile(r"\s*<\?xml[^>]*>")
# Its own bounds on dates are today, by the clock; page_dates reads the date instead.
_NO_DATE = {"extensive_search": False, "original_date": True, "max_date": "1995-01-02"}


def read_page(markup: str) -> Record:
    """Give the main text and the metadata of a page; raise ReadError where there is no main text.

    Precision goes before recall: words of a menu would become dates and quotes. An address that is
    not http or https, and a language tag of no known shape, are left out: the page's author wrote
    them, whom no error reaches.
    """
    tree = _tree(clean_text(markup))
    language = _or_default(read_language, tree.get("lang") or tree.get("xml:lang") or "", "")
    url = _or_default(read_url, _canonical(tree), "")
    published = find_published(tree, url, language or "en")
    found = _extract(tree)
    text = clean_text(getattr(found, "text", None) or "").strip()
    if not text:
        raise ReadError("there is no main text on this page; paste its words as plain text instead")
    return Record(
        text=text,
        title=one_line(found.title or "", TITLE_LENGTH),
        url=url,
        publisher=one_line(found.sitename or ""),
        author=one_line(found.author or ""),
        language=_language(text, language),
        published=published,
        published_basis="page" if published else "",
    )


def _language(text: str, of_page: str) -> str:
    """The language of the text where that is sure: a page may have that of its menus."""
    sure = sure_language(text) if of_page else ""
    return of_page if not sure or of_page.partition("-")[0].lower() == sure else sure


def _tree(markup: str) -> "HtmlElement":
    from lxml.etree import LxmlError
    from lxml.html import HTMLParser, document_fromstring

    if len(markup) > MAX_CHARACTERS:
        raise ReadError(f"the page has over {MAX_CHARACTERS:,} characters; save only the article")
    parser = HTMLParser(
        collect_ids=False,
        default_doctype=False,
        encoding="utf-8",
        remove_comments=True,
        remove_pis=True,
    )
    try:
        tree = document_fromstring(_DECLARATION.sub("", markup, count=1).encode(), parser=parser)
    except (LxmlError, ValueError):
        raise ReadError("this is no HTML page; check the file, or save it as .txt") from None
    _bound(tree)
    return tree


def _bound(tree: "HtmlElement") -> None:
    from lxml.etree import iterwalk

    elements = depth = 0
    for event, _ in iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        elements += event == "start"
        if depth > MAX_DEPTH or elements > MAX_ELEMENTS:
            raise ReadError(
                f"the page has over {MAX_ELEMENTS:,} elements, or nests them over {MAX_DEPTH} deep;"
                " paste the article's words as plain text instead"
            )


def _canonical(tree: "HtmlElement") -> str:
    for link in tree.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            return link.get("href") or ""
    for meta in tree.iter("meta"):
        if meta.get("property") == "og:url":
            return meta.get("content") or ""
    return ""


def _or_default(read: Callable[[str], str], value: str, default: str) -> str:
    try:
        return read(value)
    except ReadError:
        return default


def _extract(tree: "HtmlElement") -> Any:
    from trafilatura import bare_extraction

    try:
        with warnings.catch_warnings(action="ignore"):  # on time zones of dates that are not used
            return bare_extraction(
                tree,
                favor_precision=True,
                include_comments=False,
                include_links=False,
                with_metadata=True,
                date_extraction_params=dict(_NO_DATE),
            )
    except Exception as error:  # whatever a hostile page brings about in it stops no other article
        raise ReadError(
            f"the page cannot be read ({type(error).__name__}); paste its words as plain text"
        ) from error

"""Entries → HTML, by the templates `timeline/_event.jinja` and `timeline/_quote.jinja`."""

from typing import Any

from django.utils.safestring import SafeString

from timeline.entries.look import Look
from timeline.entries.wording import Entry, QuoteEntry
from timeline.jinja import template


def event_html(entry: Entry, look: Look) -> str:
    """The event in the list, under an `<h0>`: `at_level` gives it its place."""
    return str(_macros("_event").event(entry, look.say, look.is_open))


def at_level(html: str, level: int) -> SafeString:
    """Events with headings of this level, which other events of the page decide."""
    return SafeString(html.replace("<h0 ", f"<h{level} ").replace("</h0>", f"</h{level}>"))


def quote_html(quote: QuoteEntry, look: Look) -> SafeString:
    """The quote on the page of its event."""
    return SafeString(_macros("_quote").figures([quote], look.say, is_whole=True))


def _macros(name: str) -> Any:
    """What a template defines: to call it takes a third of rendering another one for each event."""
    return template(f"timeline/{name}.jinja").module

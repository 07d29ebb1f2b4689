"""Entries → HTML, by the templates `timeline/_event.jinja` and `timeline/_quote.jinja`."""

from typing import Any

from django.utils.safestring import SafeString

from timeline.entries.wording import Entry, Look, QuoteEntry
from timeline.jinja import template

# In place of the level of an event's heading. "<" stands before it, as in no text of its own.
LEVEL = "\0"


def event_html(entry: Entry, look: Look) -> str:
    """The event in the list, to be set under a heading by `at_level`."""
    return str(_macros("_event").event(entry, look.say, LEVEL, look.is_open))


def at_level(html: str, level: int) -> SafeString:
    """Events with headings of this level, which other events of the page decide."""
    levelled = html.replace(f"<h{LEVEL}", f"<h{level}").replace(f"</h{LEVEL}", f"</h{level}")
    return SafeString(levelled)


def quote_html(quote: QuoteEntry, look: Look) -> SafeString:
    """The quote on the page of its event."""
    return SafeString(_macros("_quote").figures([quote], look.say, is_whole=True))


def _macros(name: str) -> Any:
    """What a template defines: to call it takes a third of rendering another one for each event."""
    return template(f"timeline/{name}.jinja").module

"""Entries → HTML, by the templates `timeline/_event.jinja` and `timeline/_quote.jinja`."""

from typing import Any

from django.utils.safestring import SafeString

from timeline.entries.wording import Entry, Look, QuoteEntry
from timeline.jinja import template


def event_html(entry: Entry, look: Look, level: int) -> SafeString:
    """The event in the list, under a heading of this level."""
    return SafeString(_macros("_event").event(entry, look.say, level, look.is_open))


def quote_html(quote: QuoteEntry, look: Look) -> SafeString:
    """The quote on the page of its event."""
    return SafeString(_macros("_quote").figure(quote, look.say, is_whole=True))


def _macros(name: str) -> Any:
    """What a template defines: to call it takes a third of rendering another one for each event."""
    return template(f"timeline/{name}.jinja").module

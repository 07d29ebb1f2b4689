"""Entries → HTML, by the templates `timeline/_event.jinja` and `timeline/_quote.jinja`."""

from functools import cache
from typing import Any

from django.template import engines
from django.utils.safestring import SafeString

from timeline.entries.wording import Entry, Look, QuoteEntry


@cache
def _macros_of(name: str) -> Any:
    """What a template defines: to call it takes a third of rendering another one for each event."""
    engine: Any = engines["jinja2"]
    return engine.env.get_template(f"timeline/{name}.jinja").module


def event_html(entry: Entry, look: Look, level: int) -> SafeString:
    """The event in the list, under a heading of this level."""
    return SafeString(_macros_of("_event").event(entry, look.say, level, look.is_open))


def quote_html(quote: QuoteEntry, look: Look) -> SafeString:
    """The quote on the page of its event."""
    return SafeString(_macros_of("_quote").figure(quote, look.say, is_whole=True))

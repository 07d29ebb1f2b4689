"""Events as the list shows them: flat rows, worded once, kept as HTML until they change.

The markup of an event is `templates/timeline/_event.jinja`.
"""

from timeline.entries.listing import eras_of, open_first
from timeline.entries.look import Look
from timeline.entries.markup import quote_html
from timeline.entries.reading import read_events
from timeline.entries.wording import count_of, entry_of, is_disputed, quote_entry

__all__ = [
    "Look",
    "count_of",
    "entry_of",
    "eras_of",
    "is_disputed",
    "open_first",
    "quote_entry",
    "quote_html",
    "read_events",
]

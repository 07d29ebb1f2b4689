"""A timeline to be printed: all events with all their quotes, as far as paper is reasonable."""

from itertools import islice
from typing import Any

from timeline.asked import Asked
from timeline.headings import under_headings
from timeline.pages import Page

MOST = 1_000


def on_paper(asked: Asked) -> dict[str, Any]:
    """What the list's template is given: every event found, open, or the first and how many."""
    events = list(islice(asked.found.events(), MOST))
    return {
        "page": Page(events),
        "eras": under_headings(events),
        "is_all": True,
        "printed": len(events),
    }


def is_for_paper(asked: Asked) -> bool:
    """Whether all events are asked for."""
    return bool(asked.form.data.get("all"))

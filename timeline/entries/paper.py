"""A timeline to be printed: all events with all their quotes, as far as paper is reasonable."""

from dataclasses import replace
from itertools import islice
from typing import Any

from timeline.entries import Look, eras_of
from timeline.index.kept import Kept
from timeline.index.pages import Page
from timeline.page.asked import Asked

MOST = 1_000


def on_paper(asked: Asked) -> dict[str, Any]:
    """What the list's template is given: every event found, open, or the first and how many."""
    ids = list(islice(asked.found.in_order(), MOST))
    look = Look.now(asked.today, asked.terms, asked.selection.known_by)
    return {
        "page": Page(ids),
        "eras": eras_of(
            ids, replace(look, is_open=True), Kept()
        ),  # so many would leave no room for others
        "is_all": True,
        "printed": len(ids),
    }


def is_for_paper(asked: Asked) -> bool:
    """Whether all events are asked for."""
    return bool(asked.form.data.get("all"))

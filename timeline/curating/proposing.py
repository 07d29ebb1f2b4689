"""What may be the same event is proposed on the pages where curators decide."""

from collections.abc import Iterable
from typing import Any

from articles.dates import in_words
from timeline.events.proposals import proposed
from timeline.models import Event, Status


def proposals_for(event: Event) -> dict[str, Any]:
    """For a page: what may be joined with it, unless it was decided away, with dates in words."""
    if event.status == Status.REJECTED:
        return {"proposals": [], "cluster": None}
    found = proposed(event)
    return {
        "proposals": [(single, in_words(single.event.edtf)) for single in found.single],
        "cluster": found.cluster and {
            "articles": found.cluster.articles,
            "events": [(one, in_words(one.edtf)) for one in found.cluster.events],
        },
    }  # fmt: skip


def staying(events: Iterable[Event]) -> Event:
    """Into which of several events the others are best joined: the public one, the most quoted."""
    ordered = sorted(events, key=lambda event: event.pk)
    return max(
        ordered, key=lambda event: (event.status == Status.PUBLISHED, len(event.quotes.all()))
    )

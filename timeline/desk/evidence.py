"""The quotes of an event amid the words around them, as a curator weighs them."""

from dataclasses import dataclass
from typing import Any

from django.db.models import F, Value
from django.db.models.functions import Greatest, Least, Substr

from timeline.merging.telling import LEAD
from timeline.models import Event, Quote

# So many characters are shown on each side, and so many quotes.
AROUND = 240
MOST_QUOTES = 20


@dataclass(frozen=True)
class Excerpt:
    """A quote with the words before and after it; cut at words, "…" where text is left out."""

    quote: Quote
    before: str
    after: str


def evidence_of(event: Event) -> list[Excerpt]:
    """The event's quotes, the earliest report first; one query, without whole texts."""
    quotes = (
        event.quotes.select_related("article__publisher", "mention")
        .defer("article__text")
        .by_publication()
        .annotate(
            # Substr counts from 1.
            before=Substr(
                "article__text",
                Greatest(F("start") + 1 - AROUND, Value(1)),
                Least(F("start"), Value(AROUND)),
            ),
            after=Substr("article__text", F("end") + 1, AROUND),
            beginning=Substr("article__text", 1, LEAD),
        )
    )
    return [_evidence(quote) for quote in quotes[:MOST_QUOTES]]


def _evidence(quote: Any) -> Excerpt:
    before, after = quote.before, quote.after
    if len(before) == AROUND:
        before = f"…{before[before.find(' ') :]}"
    if len(after) == AROUND:
        after = f"{after[: after.rfind(' ') + 1]}…"
    return Excerpt(quote, before, after)

"""Quotes are marked that add no independent source to their event."""

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from django.db import connection
from django.db.models import Count, F, Q, QuerySet

from articles.models import Publisher
from timeline.merging.second_hand import CREDITS, Said, credited, outlets, repeated
from timeline.merging.tagging import TopicFinder
from timeline.models import Quote

# Of an event with more quotes so many, the first published, are what a new one may repeat.
MOST_COMPARED = 200


def known_outlets() -> TopicFinder:
    """Finds every publisher by its name."""
    return outlets(Publisher.objects.order_by("pk").values_list("name", flat=True))


def credit_of(quote: Quote, known: TopicFinder) -> str:
    """Why the quote is second-hand by its own words: “credits Reuters”; or ""."""
    publisher = quote.article.publisher
    who = credited(quote.exact, publisher.name if publisher else "", known)
    return f"{CREDITS}{who}"[:200] if who else ""


def mark_second_hand(event_ids: Collection[int], new: Collection[int] = ()) -> None:
    """Mark the quotes of the events that repeat the words of an earlier one, and no others.

    `new` are the ids of quotes that were added; of events with many only they are marked.
    """
    counted = (
        Quote.objects.filter(event__in=event_ids)
        .order_by()
        .values("event")
        .annotate(number=Count("pk"), marked=Count("pk", filter=~Q(second_hand="")))
    )
    several = counted.filter(Q(number__gt=1) | Q(marked__gt=0))
    numbers = dict(several.values_list("event", "number"))
    small = [pk for pk, number in numbers.items() if number <= MOST_COMPARED]
    _mark(Quote.objects.filter(event__in=small))
    for pk in numbers.keys() - small:
        quotes = Quote.objects.filter(event=pk)
        first = _in_order(quotes).values_list("pk", flat=True)[:MOST_COMPARED]
        _mark(quotes.filter(pk__in={*first, *new}))


def _mark(quotes: QuerySet[Quote]) -> None:
    rows: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for row in _in_order(quotes).values_list(
        "event", "pk", "exact", "article__publisher__name", "second_hand"
    ):
        rows[row[0]].append(row[1:])
    changed = {pk: said for those in rows.values() for pk, said in _differing(those)}
    table = connection.ops.quote_name(Quote._meta.db_table)
    with connection.cursor() as cursor:  # `bulk_update` takes as long as storing the quotes
        cursor.executemany(
            f"UPDATE {table} SET second_hand = %s WHERE id = %s",  # noqa: S608
            [(words, pk) for pk, words in sorted(changed.items())],
        )


def _in_order(quotes: QuerySet[Quote]) -> QuerySet[Quote]:
    return quotes.order_by(F("article__published_on").asc(nulls_last=True), "pk")


def _differing(rows: list[tuple[Any, ...]]) -> list[tuple[int, str]]:
    """The quotes that are to be marked otherwise, and how."""
    said = [Said(exact, who or "", was.startswith(CREDITS)) for _, exact, who, was in rows]
    return [
        (pk, words)
        for (pk, _, _, was), one, origin in zip(rows, said, repeated(said), strict=True)
        if not one.credits and (words := _in_words(origin)) != was
    ]


def _in_words(origin: str | None) -> str:
    if origin is None:
        return ""
    return f"has the words of {origin or 'an earlier article'}"[:200]

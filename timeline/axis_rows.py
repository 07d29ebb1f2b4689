"""Rows of the database → what an axis draws of events."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from articles.dates import parse_edtf
from articles.models import Publisher
from timeline.axis.marks import Mark
from timeline.models import Event, Quote, Topic

FIELDS = ("id", "headline", "edtf", "first_day", "last_day", "is_planned")


def marks_of(ids: Sequence[int], lanes: str) -> list[Mark]:
    """The events of these ids as marks, in this order, in three queries.

    `lanes` says what their lanes are: "topic" or "publisher", by slugs.
    """
    rows = Event.objects.published().filter(pk__in=ids).order_by().values_list(*FIELDS)
    names = _lanes(ids, lanes)
    disputes = Quote.objects.filter(event__in=ids, stance=Quote.Stance.DISPUTES)
    disputed = set(disputes.order_by().values_list("event", flat=True))
    marks = {row[0]: _mark(row, names[row[0]], disputed) for row in rows}
    return [marks[event] for event in ids if event in marks]


def _mark(row: tuple[Any, ...], lanes: Iterable[str], disputed: set[int]) -> Mark:
    event, headline, edtf, first, last, is_planned = row
    span = parse_edtf(edtf)
    return Mark(
        event, headline, edtf, first, last,
        is_throughout=span.is_throughout,
        is_approximate=span.is_approximate,
        is_uncertain=span.is_uncertain,
        is_planned=is_planned,
        is_disputed=event in disputed,
        lanes=tuple(lanes),
    )  # fmt: skip


def _lanes(ids: Sequence[int], lanes: str) -> dict[int, set[str]]:
    """The slugs of the topics or publishers of each event."""
    told_by = Quote.objects.filter(event__in=ids, article__publisher__isnull=False)
    about = Topic.objects.filter(events__in=ids)
    rows = {
        "topic": about.values_list("events", "slug"),
        "publisher": told_by.values_list("event", "article__publisher__slug"),
    }[lanes]
    found: dict[int, set[str]] = defaultdict(set)
    for event, slug in rows.order_by():
        found[event].add(slug)
    return found


def lane_titles(slugs: Sequence[str], lanes: str) -> dict[str, str]:
    """The names of the topics or publishers of these slugs."""
    named = {"topic": Topic.objects.all(), "publisher": Publisher.objects.all()}[lanes]
    return dict(named.filter(slug__in=slugs).order_by().values_list("slug", "name"))

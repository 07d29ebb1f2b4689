"""Rows of the database → what an axis draws of events."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from articles.dates import parse_edtf
from articles.models import Publisher
from timeline.axis.marks import Mark
from timeline.models import Event, Quote, Status, Topic

FIELDS = ("id", "headline", "edtf", "first_day", "last_day", "is_planned")


def marks_of(
    ids: Sequence[int], lanes: str, known_by: int | None = None
) -> tuple[list[Mark], dict[str, str]]:
    """The events of these ids as marks, in this order, and the names of their lanes by slug.

    `lanes` says what these are: "topic" or "publisher". Who disputes an event counts if that was
    known by the day, if one is given. Three queries, however many events.
    """
    # Asked for by id alone: given a status, SQLite may walk through all events.
    told = Event.objects.filter(pk__in=ids).order_by().values_list("status", *FIELDS)
    rows = [row for status, *row in told if status == Status.PUBLISHED]
    disputes = Quote.objects.filter(event__in=ids, stance=Quote.Stance.DISPUTES)
    disputed = set(disputes.known_by(known_by).order_by().values_list("event", flat=True))
    names: dict[int, set[str]] = defaultdict(set)
    titles: dict[str, str] = {}
    for event, slug, title in _lanes(ids, lanes):
        names[event].add(slug)
        titles[slug] = title
    marks = {row[0]: _mark(row, names[row[0]], disputed) for row in rows}
    return [marks[event] for event in ids if event in marks], titles


def _mark(row: Sequence[Any], lanes: Iterable[str], disputed: set[int]) -> Mark:
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


def _lanes(ids: Sequence[int], lanes: str) -> Iterable[tuple[int, str, str]]:
    """Each event with the slug and the name of each of its topics or publishers."""
    if lanes == "topic":
        about = Topic.objects.filter(events__in=ids).order_by()
        return about.values_list("events", "slug", "name")
    told_by = Quote.objects.filter(event__in=ids, article__publisher__isnull=False).order_by()
    return told_by.values_list("event", "article__publisher__slug", "article__publisher__name")


def lane_titles(slugs: Sequence[str], lanes: str) -> dict[str, str]:
    """The names of the topics or publishers of these slugs."""
    named = {"topic": Topic.objects.all(), "publisher": Publisher.objects.all()}[lanes]
    return dict(named.filter(slug__in=slugs).order_by().values_list("slug", "name"))

"""The index gives what SQL gives: for any events, filters, cursors and edges."""

from collections import Counter
from dataclasses import replace
from datetime import date
from itertools import chain, pairwise
from typing import Any

import pytest
from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.dates.days import day_number
from articles.models import Publisher
from timeline.index import index_of
from timeline.index.selection import Selection
from timeline.models import Event, Quote, Timeline
from timeline.tests.factories import make_article, make_event, make_quote, make_timeline

pytestmark = pytest.mark.django_db

EDTFS = (
    "2018-05-04 2018-05-04 2018-05-31 2018-06-01 2018-05 2018 201X 2018-05-04/2018-06-02 2017/.. "
    "../2018 [..2018-05] [2018-05..] -0043-03-15 -0043 2018-21 2019-01-01~ 2020 19XX"
).split()
DAYS = [
    *(day_number(-43, 3, 15), day_number(2017, 1, 1), day_number(2018, 5, 1)),
    *(day_number(2018, 5, 4), day_number(2018, 6, 1), day_number(2021, 1, 1)),
]
TOPICS = "ferries", "bridges"
PAPERS = "Harbour Post", "Hill Gazette", ""
PUBLISHED = None, *map(date.fromisoformat, ("2018-04-30", "2018-05-04", "2018-05-05", "2021-01-01"))
reports = st.tuples(
    st.sampled_from(PAPERS),
    st.sampled_from(PUBLISHED),
    st.sampled_from(["supports", "supports", "disputes"]),
)
events = st.fixed_dictionaries(
    {
        "edtf": st.sampled_from(EDTFS),
        "topics": st.sets(st.sampled_from(TOPICS)),
        "reports": st.lists(reports, min_size=1, max_size=3),
        "is_planned": st.booleans(),
        "is_published": st.sampled_from([True, True, True, False]),
        "is_here": st.sampled_from([True, True, True, False]),
    }
)
selections = st.builds(
    Selection,
    first_day=st.none() | st.sampled_from(DAYS),
    last_day=st.none() | st.sampled_from(DAYS),
    within=st.sampled_from(["possible", "certain"]),
    topic=st.sampled_from(["", "", "ferries", "unheard-of"]),
    publisher=st.sampled_from(["", "", "harbour-post"]),
    precision=st.sampled_from(["", "", "day", "year"]),
    planned=st.sampled_from([None, None, True, False]),
    sources=st.sampled_from([0, 0, 2]),
    known_by=st.none() | st.sampled_from(DAYS),
)


def store(specs: list[dict[str, Any]]) -> Timeline:
    """The timeline on which the events are; some are on another one."""
    here, elsewhere = make_timeline("here"), make_timeline("elsewhere")
    for spec in specs:
        (article, stance), *others = (
            (make_article(publisher=paper, published_on=day), stance)
            for paper, day, stance in spec["reports"]
        )
        event = make_event(
            spec["edtf"], here if spec["is_here"] else elsewhere, article=article,
            topics=spec["topics"], is_planned=spec["is_planned"], is_published=False,
        )  # fmt: skip
        event.quotes.update(stance=stance)
        for other, stance in others:
            make_quote(event, other, stance=stance)
        if spec["is_published"]:
            event.status = "published"
            event.save()
    return here


def by_sql(timeline: Timeline, asked: Selection) -> QuerySet[Event]:
    """What the index must find, as plain SQL."""
    found = Event.objects.published().filter(timelines=timeline)
    if asked.first_day is not None:
        is_later = Q(last_day__gte=asked.first_day) | Q(last_day=None)
        is_within = Q(first_day__gte=asked.first_day)
        found = found.filter(is_later if asked.within == "possible" else is_within)
    if asked.last_day is not None:
        is_earlier = Q(first_day__lte=asked.last_day) | Q(first_day=None)
        is_within = Q(last_day__lte=asked.last_day)
        found = found.filter(is_earlier if asked.within == "possible" else is_within)
    if asked.topic:
        found = found.filter(topics__slug=asked.topic)
    if asked.publisher:
        told = Quote.objects.filter(event=OuterRef("pk"), article__publisher__slug=asked.publisher)
        found = found.filter(Exists(told))
    if asked.precision:
        found = found.filter(granularity=asked.precision)
    if asked.planned is not None:
        found = found.filter(is_planned=asked.planned)
    if asked.known_by is not None:
        day = date.fromordinal(max(1, asked.known_by))
        told = Quote.objects.filter(event=OuterRef("pk"), stance=Quote.Stance.SUPPORTS)
        found = found.filter(Exists(told.filter(article__published_on__lte=day)))
    enough = [event.pk for event in found if source_total(event) >= asked.sources]
    return Event.objects.filter(pk__in=enough).in_order()


def source_total(event: Event) -> int:
    """How many sources tell an event; an article without publisher is one of its own."""
    told = event.quotes.values_list("article__publisher", "article")
    return len({(who, None if who else article) for who, article in told})


def test_index_is_sql() -> None:
    @settings(max_examples=settings().max_examples // 4)
    @given(st.lists(events, max_size=8), st.lists(selections, min_size=4, max_size=4))
    def check(specs: list[dict[str, Any]], asked: list[Selection]) -> None:
        with transaction.atomic():
            timeline = store(specs)
            for selection in asked:
                check_found(timeline, selection)
            transaction.set_rollback(True)

    check()


def check_found(timeline: Timeline, asked: Selection) -> None:
    """Everything that the index says of a selection, against SQL."""
    found, rows = index_of(timeline).find(asked), list(by_sql(timeline, asked))
    ids = [event.pk for event in rows]
    assert list(found.in_order()) == [event.pk for event in found.events()] == ids
    assert found.total == len(ids)
    days = [day for event in rows for day in (event.first_day, event.last_day) if day is not None]
    assert found.span == ((min(days), max(days)) if days else None)
    assert found.begun(DAYS) == [
        sum(start <= event.sort_day < end for event in rows) for start, end in pairwise(DAYS)
    ]
    assert found.histogram(DAYS) == [
        sum(start <= end and first < end and last >= start for first, last in map(bounds, rows))
        for start, end in pairwise(DAYS)
    ]
    for kind in ("words", "days", "topic", "publisher", "precision", "planned", "sources", "known"):
        others = index_of(timeline).find(asked.without(kind))
        assert found.without(kind).ids == others.ids, kind
    check_facets(timeline, asked)


def bounds(event: Event) -> tuple[int, int]:
    """The days of an event in the histogram: of an open one the day that is known."""
    if event.first_day is None or event.last_day is None:
        return event.sort_day, event.sort_day
    return event.first_day, event.last_day


def check_facets(timeline: Timeline, asked: Selection) -> None:
    """Each facet, with all filters but its own, against SQL."""
    found = index_of(timeline).find(asked)
    rows = list(by_sql(timeline, replace(asked, topic="")))
    assert dict(found.facet("topic")) == Counter(
        topic.slug for event in rows for topic in event.topics.all()
    )
    rows = list(by_sql(timeline, replace(asked, publisher="")))
    papers = Publisher.objects
    assert dict(found.facet("publisher")) == Counter(
        paper.slug for e in rows for paper in papers.filter(articles__quotes__event=e).distinct()
    )
    rows = list(by_sql(timeline, replace(asked, precision="")))
    assert dict(found.facet("precision")) == Counter(event.granularity for event in rows)
    rows = list(by_sql(timeline, replace(asked, planned=None)))
    assert dict(found.facet("planned")) == Counter(event.is_planned for event in rows)
    totals = [source_total(event) for event in by_sql(timeline, replace(asked, sources=0))]
    assert dict(found.facet("sources")) == {
        least: sum(total >= least for total in totals) for least in totals
    }


def test_pages_meet_without_gap_or_overlap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.index.found.PAGE_SIZE", 3)
    timeline = make_timeline()
    for edtf in ["2018", "2018", "2018", "2018", "2018-01", "2018-01-01", "2017", "1066", "2019"]:
        make_event(edtf, timeline)
    found = index_of(timeline).find(Selection())
    everything = list(found.in_order())
    page = found.page()
    forwards = [page.ids]
    while page.later:
        page = found.page(after=page.later)
        forwards.append(page.ids)
    assert [*chain(*forwards)] == everything
    assert [len(ids) for ids in forwards] == [3, 3, 3]
    backwards = [forwards[-1]]
    while page.earlier:
        page = found.page(before=page.earlier)
        backwards.append(page.ids)
    assert backwards[::-1] == forwards

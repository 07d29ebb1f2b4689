"""Whatever order articles come in, and however many at once, they give the same events."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import repeat

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.readers import Record
from timeline.events.candidates import Candidates
from timeline.events.ingest import ingest_record, take_in
from timeline.events.reread import reread
from timeline.models import Event, Timeline

pytestmark = pytest.mark.django_db

Told = frozenset[tuple[frozenset[tuple[str, int]], str, str]]

REPORTS = [
    ("2019-05-04", "Harbour Board opened the new north pier on 3 May 2019. Ships came at once."),
    ("2019-05-06", "The north pier was opened by Harbour Board on 3 May 2019, a cold day."),
    ("2019-05-07", "Last week the north pier of Harbour Board opened on 3 May. It cost much."),
    ("2019-05-09", "Harbour Board opened the new south pier on 3 May 2019, its second."),
    ("2019-06-01", "In May 2019, Harbour Board opened the north pier and sold nine cranes."),
    ("2019-06-02", "Nine cranes were sold by Harbour Board in May 2019."),
    ("2019-06-03", "Harbour Board sold nine cranes on 20 May 2019 to a yard in Leith."),
    ("2019-06-04", "Harbour Board sold eleven cranes on 20 May 2019 to a yard in Leith."),
    ("2019-06-04", "The board will open a west pier in 2020. It opened one on 3 May 2019."),
]
RECORDS = [
    Record(text=text, published=date.fromisoformat(day), url=f"https://paper.example.org/{number}")
    for number, (day, text) in enumerate(REPORTS)
]
SYNDICATED = [replace(RECORDS[0], url=f"https://copy.example.org/{n}") for n in range(3)]


def told() -> Told:
    """What each event stands on, its date and its headline."""
    return frozenset(
        (
            frozenset((quote.article.url, quote.start) for quote in event.quotes.all()),
            event.edtf,
            event.headline,
        )
        for event in Event.objects.prefetch_related("quotes__article")
    )


def taken_in(records: Sequence[Record], sizes: Iterator[int]) -> Told:
    """What the records give on an empty timeline, so many at a time."""
    with transaction.atomic():
        timeline = Timeline.objects.create(slug="harbour", title="The harbour")
        remaining = list(records)
        while remaining:
            size = next(sizes)
            assert not any(isinstance(one, str) for one in take_in(remaining[:size], timeline))
            remaining = remaining[size:]
        found = told()
        transaction.set_rollback(True)
    return found


@settings(max_examples=settings().max_examples // 2)
@given(
    st.permutations([*RECORDS, *SYNDICATED]),
    st.lists(st.integers(1, 12), min_size=12, max_size=12),
)
def test_any_order_gives_the_same_events(order: list[Record], sizes: list[int]) -> None:
    expected = taken_in([*RECORDS, *SYNDICATED], iter([12]))
    assert taken_in(order, iter(sizes)) == expected


def test_it_is_a_hard_pile() -> None:
    """Some join, some look alike and stay apart; else any order would give the same."""
    sizes = sorted(len(quotes) for quotes, *_ in taken_in(RECORDS, iter([9])))
    assert sizes[-1] >= 3
    assert sizes.count(1) >= 3


def test_reading_again_moves_nothing() -> None:
    timeline = Timeline.objects.create(slug="harbour", title="The harbour")
    articles = [ingest_record(record, timeline).article for record in RECORDS]
    before = told(), set(Event.objects.values_list("pk", "version"))
    for article in articles:
        reread(article)
    assert (told(), set(Event.objects.values_list("pk", "version"))) == before


def test_a_date_set_later_gives_the_same_as_one_given() -> None:
    expected = taken_in(RECORDS, iter([9]))
    timeline = Timeline.objects.create(slug="harbour", title="The harbour")
    for record in RECORDS:
        article = ingest_record(replace(record, published=None), timeline).article
        article.published_on = record.published
        article.save()
        reread(article)
    assert told() == expected


@pytest.mark.parametrize("most", [0, 50_000])
def test_what_is_forgotten_is_loaded_again(most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = taken_in(RECORDS, repeat(len(RECORDS)))
    monkeypatch.setattr("timeline.events.candidates.VOICES_KEPT", most)
    timeline = Timeline.objects.create(slug="harbour", title="The harbour")
    candidates = Candidates(timeline)
    for record in RECORDS:
        take_in([record], timeline, candidates=candidates)
    assert told() == expected

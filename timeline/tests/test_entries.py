"""What is kept of events as HTML is always what would be made of them now."""

import re
from collections.abc import Callable
from datetime import date
from random import Random

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.models import Article, Mention, Publisher
from timeline.curating import curation
from timeline.entries import Look, entry_of, eras_of, read_events
from timeline.entries.dates import date_entry
from timeline.entries.markup import at_level, event_html
from timeline.index import index_of
from timeline.index.kept import Kept, KeptEvent
from timeline.index.selection import Selection
from timeline.models import Event, Timeline, Topic
from timeline.search import terms_of
from timeline.tests.factories import make_article, make_event, make_quote, make_timeline
from timeline.tests.test_index_changes import EDITS, TIMES, Edit, carried_out

pytestmark = pytest.mark.django_db
TODAY = date(2026, 1, 1)
LOOKS = [Look("en-gb", TODAY), Look("en-gb", TODAY, tuple(terms_of("told happens")))]

# What changes words on the page but nothing that the index counts.
REWORDINGS: list[Callable[[Event, Random], object]] = [
    lambda event, rng: Event.objects.filter(pk=event.pk).update(headline=f"H{rng.random()}"),
    lambda event, rng: Event.objects.update(summary=f"S{rng.random()} & more"),
    lambda _, rng: Topic.objects.update(name=str(rng.random())),
    lambda _, rng: Publisher.objects.filter(name="One").update(name=f"P{rng.random()}"),
    lambda _, rng: Article.objects.update(url=f"https://news.example.org/{rng.random()}"),
    lambda _, rng: Article.objects.update(language=rng.choice(["en", "fr"])),
    lambda _, rng: Mention.objects.update(why=f"W{rng.random()}"),
    lambda _, rng: Mention.objects.update(edtf=rng.choice(TIMES[:3])),
    lambda event, _: Mention.objects.filter(quotes__event=event).delete(),
    lambda event, rng: event.quotes.update(second_hand=rng.choice(["", "credits Reuters"])),
    lambda event, rng: event.quotes.update(told=rng.choice(["planned", "reported", ""])),
]


def html_of(timeline: Timeline, look: Look, kept: Kept | None = None) -> list[tuple[str, ...]]:
    """What the list shows: headings and events, of what is kept or made anew."""
    found = index_of(timeline).find(Selection())
    eras = eras_of(found.page().ids, look, kept or found.snapshot.kept)
    return [(era.heading, one.heading, one.html) for era in eras for one in era.sections]


@settings(max_examples=settings().max_examples // 4)
@given(st.lists(st.tuples(st.sampled_from(EDITS + REWORDINGS), st.integers(0, 2**16)), max_size=12))
def test_nothing_kept_is_stale(edits: list[Edit]) -> None:
    with transaction.atomic():
        story = make_timeline()
        for name in ("T1", "T2", "T3"):
            Topic.objects.create(name=name, slug=name.lower())
        for edtf in TIMES:
            article = make_article(f"It happens in May, {edtf} told.", publisher="One")
            make_event(edtf, story, topics=["T1"], article=article, dated="in May")
        for _ in carried_out(edits):
            for look in LOOKS:
                assert html_of(story, look) == html_of(story, look, Kept())
        transaction.set_rollback(True)


def test_only_what_changed_is_read_again() -> None:
    story = make_timeline()
    events = [make_event("2018-05-04", story) for _ in range(3)]
    before = html_of(story, LOOKS[0])
    with CaptureQueriesContext(connection) as asked:
        assert html_of(story, LOOKS[0]) == before
    assert not [query for query in asked if "timeline_quote" in query["sql"]]
    events[1].headline = "Another"
    events[1].save()
    index_of(story)
    with CaptureQueriesContext(connection) as asked:
        assert "Another" in html_of(story, LOOKS[0])[0][2]
    read = [query["sql"] for query in asked if "timeline_quote" in query["sql"]]
    ids = [re.findall(r"\d+", sql.rpartition(" IN (")[2].partition(")")[0]) for sql in read]
    assert [set(some) for some in ids] == [{str(events[1].pk)}]


def test_queries_are_the_same_whatever_is_kept() -> None:
    story = make_timeline()
    events = [make_event(edtf, story) for edtf in ("2018-21", "2018-22", "2018-23")]
    kept, asked = Kept(), []
    for ids in ([events[0].pk], [event.pk for event in events], [events[0].pk]):
        for look in LOOKS:
            with CaptureQueriesContext(connection) as queries:
                eras_of(ids, look, kept)
            asked.append(len(queries))
    assert asked == [3, 3, 3, 3, 0, 0]


def test_no_text_is_taken_for_a_heading() -> None:
    story = make_timeline()
    event = make_event("2018", story, headline="H")
    row = read_events([event.pk])[event.pk]
    row.headline = "<h0 ></h0>"
    html = at_level(event_html(entry_of(row, LOOKS[0]), LOOKS[0]), 3)
    assert "&lt;h0 &gt;&lt;/h0&gt;</a></h3>" in html


def test_a_heading_above_changes_the_level_of_those_below() -> None:
    story = make_timeline()
    make_event("2018-21", story)
    assert '<h3 dir="auto"><a' in html_of(story, LOOKS[0])[0][2]
    make_event("2018-01-01", story)
    parts = html_of(story, LOOKS[0])
    assert [(heading, "<h4" in html) for _, heading, html in parts] == [
        ("January", True), ("Spring 2018", True),
    ]  # fmt: skip
    assert parts == html_of(story, LOOKS[0], Kept())


def test_a_withdrawn_event_is_not_read_though_the_index_was_looked_at_before() -> None:
    story = make_timeline()
    event = make_event("2018", story)
    found = index_of(story).find(Selection())
    curation.withdraw(event)
    assert eras_of(found.page().ids, LOOKS[0], found.snapshot.kept) == []


def test_what_was_made_of_old_rows_never_comes_to_a_newer_snapshot() -> None:
    story = make_timeline()
    event = make_event("2018", story, headline="Old")
    old = index_of(story).find(Selection()).snapshot
    event.headline = "New"
    event.save()
    newer = index_of(story).find(Selection()).snapshot
    old.kept.keep({event.pk: ("2018", "Old")}, LOOKS[0])
    assert "New" in html_of(story, LOOKS[0])[0][2]
    assert newer.kept is not old.kept


def test_events_asked_for_longest_ago_go_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.index.kept.MOST", 1_100)
    kept = Kept()
    kept.keep({1: ("2018", "one"), 2: ("2018", "two")}, "look")
    assert kept.shown([1], "look") == {1: ("2018", "one")}
    kept.keep({3: ("2018", "three")}, "look")
    assert kept.shown([1, 2, 3], "look") == {1: ("2018", "one"), 3: ("2018", "three")}
    assert kept.shown([1], "another look") == {}


def test_what_goes_makes_room() -> None:
    kept = Kept()
    kept.keep(dict.fromkeys(range(10), ("2018", "é")), "look")
    kept.keep(dict.fromkeys(range(5), ("2018", "é")), "another look")
    assert (
        kept.without(range(1, 10))._size == Kept()._size + KeptEvent("", {1: b"12", 2: b"34"}).size
    )
    assert kept.without(range(10))._size == 0


def test_quotes_add_up() -> None:
    story = make_timeline()
    event = make_event("2018", story)
    make_quote(event, make_article("They say so.", publisher="Another"))
    assert "2 quotes from 2 sources" in html_of(story, LOOKS[0])[0][2]


def test_dates_are_kept_by_language_and_by_plan() -> None:
    asked = [("en-gb", False), ("en-gb", True), ("zh-hans", False), ("zh-hans", True)]
    for _ in range(2):
        told = []
        for language, is_planned in asked:
            with translation.override(language):
                told.append(date_entry("2018-05~", language, is_planned=is_planned))
        assert [entry.when for entry in told] == ["<b>About May 2018</b>"] * 2 + [
            "<b>约2018年5月</b>"
        ] * 2
        assert len({entry.precision for entry in told}) == len(asked)

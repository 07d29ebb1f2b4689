"""The index follows every change, whichever way it is made, and what is undone."""

import threading
from collections.abc import Callable, Iterator
from datetime import date
from random import Random

import pytest
from django.core import serializers
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import connection, transaction
from hypothesis import given, settings
from hypothesis import strategies as st
from pyroaring import BitMap

from articles.dates.days import day_number
from articles.models import Article, Publisher
from timeline.curating import curation
from timeline.index import Choice, index_of, words
from timeline.index.check import differences
from timeline.index.live import snapshot_now
from timeline.index.reading import read_snapshot
from timeline.index.selection import Selection
from timeline.models import Event, Quote, Timeline, Topic
from timeline.search import saying
from timeline.tests.factories import make_article, make_event, make_quote, make_timeline


def edit(event: Event, **fields: object) -> None:
    """Change the fields, as a form does."""
    event.refresh_from_db()
    for name, value in fields.items():
        setattr(event, name, value)
    event.save()


def by_raw_sql(event: Event) -> None:
    """Change a row as another program would."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE timeline_event SET is_planned = true WHERE id = %s", [event.pk])


def by_fixture(event: Event) -> None:
    """Load an event as `loaddata` does, over the one that there is."""
    event.refresh_from_db()
    event.status, event.sort_day, event.first_day = "published", 700_000, 700_000
    text = serializers.serialize("json", [event, *event.quotes.all()])
    for row in serializers.deserialize("json", text):
        row.save()


def undone(event: Event) -> None:
    """Change it, and take that back; the index was looked at meanwhile."""
    point = transaction.savepoint()
    edit(event, edtf="1999", is_planned=True)
    make_event("2001", event.timelines.first())
    snapshot_now()
    transaction.savepoint_rollback(point)
    edit(event, edtf="1998")


Edit = tuple[Callable[[Event, Random], object], int]
TIMES = "2018-05-04", "2018-05", "201X", "2017/..", "[..2018]", "-0044-03-15"
PUBLISHED = None, date(2018, 5, 4), date(2020, 2, 29)
EDITS: list[Callable[[Event, Random], object]] = [
    lambda event, _: curation.publish(event),
    lambda event, _: curation.reject(event),
    lambda event, _: curation.withdraw(event),
    lambda event, rng: edit(event, edtf=rng.choice(TIMES)),
    lambda event, rng: edit(event, is_planned=rng.random() < 0.5),
    lambda event, rng: edit(event, headline=rng.choice(["Storm at sea", "Calm at sea"])),
    lambda event, rng: event.topics.set(rng.sample(list(Topic.objects.all()), 2)),
    lambda event, _: event.topics.clear(),
    lambda event, _: event.timelines.clear(),
    lambda event, rng: event.timelines.add(rng.choice(Timeline.objects.all())),
    lambda event, rng: make_quote(event, make_article(publisher=rng.choice(["One", "Two", ""]))),
    lambda event, _: event.quotes.latest("pk").delete(),
    lambda event, _: event.quotes.all().delete(),
    lambda event, rng: curation.join(event, [rng.choice(Event.objects.all())]),
    lambda event, _: event.delete(),
    lambda event, rng: Event.objects.filter(pk__gt=event.pk - 3).update(is_planned=True),
    lambda event, _: Article.objects.filter(quotes__event=event).update(publisher=None),
    lambda event, _: edit_article(event, public_text="nothing"),
    lambda event, rng: edit_article(event, published_on=rng.choice(PUBLISHED)),
    lambda _, rng: Article.objects.update(published_on=rng.choice(PUBLISHED)),
    lambda event, rng: event.quotes.update(stance=rng.choice(["supports", "disputes"])),
    lambda _, rng: rng.choice(Topic.objects.all()).delete(),
    lambda _, rng: Topic.objects.filter(name="T1").update(slug=f"t{rng.random()}"[:20]),
    lambda _, rng: Publisher.objects.update(public_text=rng.choice(["nothing", "quotes"])),
    lambda event, _: by_raw_sql(event),
    lambda event, _: by_fixture(event),
    lambda event, _: undone(event),
]


def edit_article(event: Event, **fields: object) -> None:
    article = event.quotes.latest("pk").article
    for name, value in fields.items():
        setattr(article, name, value)
    article.save()


def carried_out(edits: list[Edit]) -> Iterator[None]:
    """Each edit done to an event drawn by its seed; what an event refuses is passed over."""
    for act, seed in edits:
        rng = Random(seed)  # noqa: S311
        if not (events := list(Event.objects.all())):
            return
        try:
            with transaction.atomic():
                act(rng.choice(events), rng)
        except (ValidationError, Quote.DoesNotExist, ValueError, IndexError):
            pass
        yield


def check_words(timeline: Timeline) -> None:
    """What was found before isn't asked for again: but what changed since is."""
    told = saying(Event.objects.published().filter(timelines=timeline), "storm")
    found = index_of(timeline).find(Selection(words="storm"))
    assert found.ids == BitMap(told.values_list("pk", flat=True))


@pytest.mark.django_db
def test_what_was_counted_is_counted_again_when_events_or_names_change() -> None:
    timeline = make_timeline()
    first, _ = (make_event(edtf, timeline, topics=["Ferries"]) for edtf in ("1999", "2001"))

    def counted() -> tuple[list[Choice], tuple[int, int] | None]:
        found = index_of(timeline).find(Selection())
        return found.facet("topic"), found.span

    assert counted() == ([Choice("ferries", 2)], (day_number(1999, 1, 1), day_number(2001, 12, 31)))
    Topic.objects.update(slug="boats")
    assert counted()[0] == [Choice("boats", 2)]
    curation.withdraw(first)
    assert counted() == ([Choice("boats", 1)], (day_number(2001, 1, 1), day_number(2001, 12, 31)))


@pytest.mark.django_db
@pytest.mark.parametrize("most", [0, 3, 200])
def test_words_are_found_again_however_many_events_have_changed(
    most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(words, "MOST_ASKED_AGAIN", most)
    timeline = make_timeline()
    events = [make_event("1999", timeline, headline="Storm") for _ in range(6)]
    for event in events:
        check_words(timeline)
        edit(event, headline="Calm")
    check_words(timeline)
    for event in events:
        edit(event, headline="Storm again")
    check_words(timeline)


@pytest.mark.django_db
@settings(max_examples=settings().max_examples // 4)
@given(st.lists(st.tuples(st.sampled_from(EDITS), st.integers(0, 2**16)), max_size=12))
def test_every_edit_is_followed(edits: list[Edit]) -> None:
    with transaction.atomic():
        timelines = make_timeline(), make_timeline()
        for name in ("T1", "T2", "T3"):
            Topic.objects.create(name=name, slug=name.lower())
        for number, edtf in enumerate(TIMES[:4]):
            make_event(edtf, timelines[number % 2], topics=["T1"], is_published=number > 0)
        for _ in carried_out(edits):
            assert list(differences(snapshot_now(), read_snapshot())) == []
            check_words(timelines[0])
        transaction.set_rollback(True)


@pytest.mark.django_db(transaction=True)
def test_another_process_sees_a_change_at_once_and_none_before_it_is_committed() -> None:
    timeline = make_timeline()
    event = make_event("2018", timeline, is_published=False)

    def total() -> int:
        return index_of(timeline).find(Selection()).total

    def total_elsewhere() -> int:
        seen: list[int] = []

        def look() -> None:
            seen.append(total())
            connection.close()

        thread = threading.Thread(target=look)
        thread.start()
        thread.join()
        return seen[0]

    assert (total(), total_elsewhere()) == (0, 0)
    with transaction.atomic():
        curation.publish(event)
        assert (total(), total_elsewhere()) == (1, 0)
    assert (total(), total_elsewhere()) == (1, 1)
    with transaction.atomic():
        curation.withdraw(event)
        assert (total(), total_elsewhere()) == (0, 1)
        transaction.set_rollback(True)
    assert (total(), total_elsewhere()) == (1, 1)
    call_command("flush", interactive=False, verbosity=0)
    assert (total(), total_elsewhere()) == (0, 0)

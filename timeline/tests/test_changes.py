"""Whatever curators do to events is recorded, and undone to the byte."""

import json
from io import StringIO
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command

from timeline.curating import curation
from timeline.curating.changes import recording
from timeline.curating.quoting import add_quote
from timeline.curating.undoing import undo
from timeline.models import Change, Event, Quote, Timeline, Topic
from timeline.tests.factories import make_article, make_curator, make_event, make_quote

pytestmark = pytest.mark.django_db


@pytest.fixture
def story() -> Timeline:
    return Timeline.objects.create(slug="harbour", title="The harbour")


@pytest.fixture
def events(story: Timeline) -> list[Event]:
    made = [make_event(f"201{n}", story, topics=[f"T{n}"], is_published=n == 1) for n in range(3)]
    make_quote(made[2], make_article("Told again in 2012."), dated="2012")
    return made


def pks(events: list[Event]) -> list[int]:
    return [event.pk for event in events]


def exported() -> str:
    """All events with their quotes, as the command writes them."""
    out = StringIO()
    call_command("export_events", status="all", stdout=out)
    return out.getvalue()


def rename(event: Event) -> None:
    event.refresh_from_db()
    event.headline += ", it says"
    event.decide("headline")
    event.save()


def retag(event: Event) -> None:
    event.topics.set([Topic.objects.get_or_create(slug="new", name="New")[0]])
    event.timelines.clear()


def unquote(event: Event) -> None:
    if quote := event.quotes.last():
        quote.delete()


STEPS: dict[str, Any] = {
    "publish": lambda events: curation.publish(events[0]),
    "reject": lambda events: curation.reject(events[1]),
    "withdraw": lambda events: curation.withdraw(events[1]),
    "join into a candidate": lambda events: curation.join(events[0], [events[2]]),
    "join a published one": lambda events: curation.join(events[0], [events[1], events[2]]),
    "join into a published one": lambda events: curation.join(events[1], [events[0], events[2]]),
    "correct": lambda events: rename(events[1]),
    "tag": lambda events: retag(events[1]),
    "quote": lambda events: add_quote(
        events[1], make_article("A boat sank in 2011."), "sank in 2011"
    ),
    "remove a quote": lambda events: unquote(events[2]),
}


@pytest.mark.parametrize("name", STEPS)
def test_a_change_is_undone_and_done_again(events: list[Event], name: str) -> None:
    quotes = set(Quote.objects.values_list("pk", flat=True))
    before = exported()
    with recording(None, name, pks(events)) as made:
        STEPS[name](events)
    after = exported()
    assert made.change
    undone = undo(made.change, None)
    assert exported() == before
    assert set(Quote.objects.values_list("pk", flat=True)) == quotes
    undo(undone, None)
    assert exported() == after


def test_what_changes_nothing_is_no_change(events: list[Event]) -> None:
    with recording(None, "looked", pks(events)) as made:
        pass
    assert made.change is None
    assert not Change.objects.exists()


def test_a_change_that_fails_leaves_nothing(events: list[Event]) -> None:
    def publish_and_fail() -> None:
        with recording(None, "published all", pks(events)):
            curation.publish(events[0])
            raise RuntimeError

    before = exported()
    with pytest.raises(RuntimeError):
        publish_and_fail()
    assert exported() == before
    assert not Change.objects.exists()


def test_it_knows_who_and_what(events: list[Event]) -> None:
    ada = make_curator()
    with recording(ada, "published one", pks(events[:1])) as made:
        curation.publish(events[0])
    change = made.change
    assert change
    assert (change.by, str(change), list(change.events.all())) == (
        ada,
        "published one",
        [events[0]],
    )
    assert str(undo(change, ada)) == "undid: published one"
    with pytest.raises(ValidationError, match="undone already: published one"):
        undo(change, ada)


def test_only_what_it_changed_is_undone(events: list[Event]) -> None:
    event = events[0]
    with recording(None, "published", [event.pk]) as made:
        curation.publish(event)
    with recording(None, "corrected", [event.pk]):
        rename(event)
        event.topics.add(Topic.objects.create(slug="later", name="Later"))
    assert made.change
    undo(made.change, None)
    event.refresh_from_db()
    assert (event.status, event.headline.endswith("it says")) == ("candidate", True)
    assert event.topics.filter(slug="later").exists()


def test_what_was_changed_again_is_not_overwritten(events: list[Event]) -> None:
    event = events[0]
    with recording(None, "corrected", [event.pk]) as made:
        rename(event)
    event.headline = "Another"
    event.save()
    assert made.change
    with pytest.raises(ValidationError, match="Of “Another” changed since: headline"):
        undo(made.change, None)
    event.refresh_from_db()
    assert event.headline == "Another"


def test_a_quote_whose_article_went_does_not_come_back(events: list[Event]) -> None:
    with recording(None, "unquoted", [events[2].pk]) as made:
        article = events[2].quotes.last().article  # type: ignore[union-attr]
        unquote(events[2])
    article.delete()
    assert made.change
    with pytest.raises(ValidationError, match="was deleted"):
        undo(made.change, None)


def test_an_event_that_was_made_goes_again_unless_it_is_quoted(story: Timeline) -> None:
    def make() -> tuple[Event, Change]:
        with recording(None, "made one") as made:
            event = make_event("2014", story, is_published=False)
            made.also(event)
        assert made.change
        return event, made.change

    before = exported()
    event, change = make()
    undone = undo(change, None)
    assert exported() == before
    undo(undone, None)
    assert json.loads(exported())["headline"] == event.headline
    event, change = make()
    make_quote(event, make_article("More of 2014."))
    with pytest.raises(ValidationError, match="has been given quotes since"):
        undo(change, None)


def test_the_words_of_a_quote_are_not_kept_twice(events: list[Event]) -> None:
    with recording(None, "unquoted", [events[2].pk]) as made:
        unquote(events[2])
    assert made.change
    assert "Told again" not in json.dumps([made.change.before, made.change.after])


def test_its_queries_do_not_grow_with_its_events(
    story: Timeline, django_assert_max_num_queries: Any
) -> None:
    many = [make_event("2014", story, is_published=False) for _ in range(30)]
    with django_assert_max_num_queries(20), recording(None, "looked at many", pks(many)):
        Event.objects.filter(pk__in=[event.pk for event in many]).update(is_planned=True)

"""Curators see what was done, and undo it."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from timeline.curating.changes import recording
from timeline.models import Change, Event, Judgement
from timeline.tests.admin_pages import act, page_of, send, submit, told
from timeline.tests.factories import make_article, make_event, make_quote, make_timeline

pytestmark = pytest.mark.django_db
CHANGES = "admin:timeline_change_changelist"


@pytest.fixture
def events(db: None) -> list[Event]:
    story = make_timeline()
    return [make_event(f"201{n}", story, is_published=False) for n in range(3)]


def undo(client: Client, change: Change) -> Any:
    """The response, redirects followed, to its button."""
    return client.post(reverse("admin:timeline_change_undo", args=[change.pk]), follow=True)


def statuses() -> list[str]:
    return [event.status for event in Event.objects.in_order()]


def test_what_a_page_stores_is_one_change(curator: Client, events: list[Event]) -> None:
    event = events[0]
    was = event.headline
    words = {"headline": "The ferry sails", "summary": "In fog.", "_step": "publish"}
    page = submit(curator, page_of(event), **words)
    change = Change.objects.get()
    assert str(change) == "published “The ferry sails”"
    assert "Undo: published “The ferry sails” …" in told(page)
    shown = curator.get(reverse("admin:timeline_change_change", args=[change.pk]))
    lines = {(line.field, line.before, line.after) for line in shown.context["lines"]}
    assert lines == {
        ("Headline", was, "The ferry sails"),
        ("Summary", "", "In fog."),
        ("Status", "candidate", "published"),
    }
    assert f"Undone: {change}." in told(undo(curator, change))
    event.refresh_from_db()
    assert (event.headline, event.summary, event.status) == (was, "", "candidate")


def test_a_correction_without_a_step_is_called_one(curator: Client, events: list[Event]) -> None:
    send(curator, page_of(events[0]), headline="A ferry sails")
    assert str(Change.objects.get()) == "changed “A ferry sails”"


def test_looking_and_saving_nothing_is_no_change(curator: Client, events: list[Event]) -> None:
    curator.get(page_of(events[0]))
    send(curator, page_of(events[0]), headline="")
    assert not Change.objects.exists()


def test_an_event_that_was_made_by_hand_goes_again(curator: Client, events: list[Event]) -> None:
    address = reverse("admin:timeline_event_add")
    send(curator, address, headline="By hand", edtf="1999", is_planned="")
    change = Change.objects.get()
    assert str(change) == "made “By hand”"
    undo(curator, change)
    assert not Event.objects.filter(headline="By hand").exists()


def test_one_button_undoes_what_a_list_did(curator: Client, events: list[Event]) -> None:
    page = act(curator, "publish_selected", *events)
    assert "Undo: published 3 events …" in told(page)
    assert statuses() == ["published"] * 3
    undo(curator, Change.objects.get())
    assert statuses() == ["candidate"] * 3
    first, last = Change.objects.order_by("pk")
    assert last.undoes == first
    undo(curator, last)
    assert statuses() == ["published"] * 3


def test_a_crash_leaves_nothing_of_a_list(
    curator: Client, events: list[Event], monkeypatch: pytest.MonkeyPatch
) -> None:
    def log_change(self: Any, request: Any, event: Event, message: str) -> None:
        if event == events[2]:
            raise RuntimeError

    monkeypatch.setattr("timeline.admin.events.EventAdmin.log_change", log_change)
    with pytest.raises(RuntimeError):
        act(curator, "publish_selected", *events)
    assert statuses() == ["candidate"] * 3


def test_a_joining_comes_apart(curator: Client, events: list[Event]) -> None:
    act(curator, "join_selected", *events, into=str(events[1].pk))
    assert events[1].quotes.count() == 3
    undo(curator, Change.objects.get())
    assert [event.quotes.count() for event in events] == [1, 1, 1]
    assert statuses() == ["candidate"] * 3
    assert not Event.objects.exclude(joined_into=None).exists()


def test_quotes_are_split_off(curator: Client, events: list[Event]) -> None:
    event = events[0]
    quote = make_quote(event, make_article("The pier opened in 2013."), dated="2013")
    assert b"Split those marked off" in curator.get(page_of(event)).content
    assert b"Split those marked off" not in curator.get(page_of(events[1])).content
    address = reverse("admin:timeline_event_split", args=[event.pk])
    assert "but not all" in told(curator.post(address, {"quote": "x"}, follow=True))
    page = curator.post(address, {"quote": [quote.pk]}, follow=True)
    assert "A candidate of its own" in told(page)
    quote.refresh_from_db()
    assert (quote.event.headline, quote.event.edtf) == ("The pier opened in 2013", "2010")
    undo(curator, Change.objects.get())
    assert event.quotes.count() == 2
    assert Event.objects.count() == 3


def test_what_judgements_became_is_told(curator: Client, events: list[Event]) -> None:
    quote = events[0].quotes.get()
    act(curator, "join_selected", *events[:2], into=str(events[1].pk))
    address = reverse("admin:timeline_event_split", args=[events[1].pk])
    curator.post(address, {"quote": [quote.pk]})
    judgement = Judgement.objects.get()
    split = Change.objects.latest("pk")
    page = curator.get(reverse("admin:timeline_change_change", args=[split.pk]))
    told = [line for line in page.context["lines"] if line.field == "They tell"]
    thing = f"Quotes “{judgement.one}” and “{judgement.other}”"
    assert told == [(thing, "They tell", "same", "different")]


def test_what_was_changed_since_is_told(curator: Client, events: list[Event]) -> None:
    send(curator, page_of(events[0]), headline="One")
    send(curator, page_of(events[0]), headline="Two")
    response = undo(curator, Change.objects.order_by("pk")[0])
    assert "changed since: headline. Undo that change first." in told(response)
    listed = curator.get(reverse(CHANGES), {"events__id__exact": events[0].pk})
    assert len(listed.context["cl"].result_list) == 2


def test_others_neither_see_nor_undo(
    curator: Client, clerk: Client, client: Client, events: list[Event]
) -> None:
    send(curator, page_of(events[0]), headline="One")
    change = Change.objects.get()
    page = reverse("admin:timeline_change_change", args=[change.pk])
    assert [clerk.get(address).status_code for address in (page, reverse(CHANGES))] == [403, 403]
    for visitor in (clerk, client):
        undo(visitor, change)
        visitor.post(reverse("admin:timeline_event_split", args=[events[0].pk]), {"quote": "1"})
    assert Change.objects.count() == 1
    assert curator.get(reverse("admin:timeline_change_undo", args=[change.pk])).status_code == 405


def test_the_list_needs_few_queries(
    curator: Client, events: list[Event], django_assert_max_num_queries: Any
) -> None:
    for number in range(12):
        with recording(None, f"gave number {number}", [events[0].pk]):
            events[0].headline = f"Number {number}"
            events[0].save()
    with django_assert_max_num_queries(10):
        curator.get(reverse(CHANGES))

"""Topics tag events: when these are made, when they get quotes, and when a topic gets a name."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.db.models import JSONField, Value
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Article
from articles.readers import Record
from timeline.admin import names
from timeline.curating.topics import merge, tag
from timeline.curating.undoing import undo
from timeline.events.ingest import ingest_record
from timeline.events.reread import reread
from timeline.models import Change, Event, IgnoredName, Timeline, Topic
from timeline.tests.admin_pages import told
from timeline.tests.factories import make_event, make_timeline

pytestmark = pytest.mark.django_db

OPENED = "The Harbour Board (HB) opened its north pier on 3 May 2019."


@pytest.fixture
def timeline() -> Timeline:
    return make_timeline()


def ingest(timeline: Timeline, text: str) -> None:
    ingest_record(Record(text=text, published=date(2019, 5, 5)), timeline)


def topics() -> list[list[str]]:
    return [[topic.slug for topic in event.topics.all()] for event in Event.objects.in_order()]


def test_an_event_is_tagged_when_it_is_made_and_when_it_gets_a_quote(timeline: Timeline) -> None:
    Topic.objects.create(name="Harbour Board", slug="board")
    Topic.objects.create(name="Piers", slug="piers", aliases=["northern quay"])
    ingest(timeline, OPENED)
    assert topics() == [["board"]]
    history: Any = Event.objects.get().history
    assert [row.topic.slug for row in history.get().topics.all()] == ["board"]
    ingest(timeline, "The Harbour Board opened its north pier, the Northern Quay, on 3 May 2019.")
    assert topics() == [["board", "piers"]]


def test_what_a_curator_decided_stays(timeline: Timeline) -> None:
    ingest(timeline, OPENED)
    event = Event.objects.get()
    event.decide("topics")
    event.save()
    board = Topic.objects.create(name="Harbour Board", slug="board")
    tag(board, None)
    ingest(timeline, OPENED.replace("(HB) ", ""))
    assert topics() == [[]]


PIER = "On 3 May 2019 the Harbour Board of Fogtown opened its north pier to ferries."


@pytest.mark.parametrize("is_decided", [False, True])
def test_with_the_only_quote_that_names_it_goes_a_topic(
    timeline: Timeline, is_decided: bool
) -> None:
    for name in ("Fogtown", "Quayside"):
        Topic.objects.create(name=name, slug=name.lower())
    ingest(timeline, PIER)
    ingest(timeline, PIER.replace("3 May 2019", "May 3"))
    naming = "On May 3 the Harbour Board of Fogtown opened its north pier, at Quayside, to ferries."
    ingest(timeline, naming)
    event = Event.objects.get()
    assert topics() == [["fogtown", "quayside"]]
    if is_decided:
        event.decide("topics")
        event.save()
    article = Article.objects.get(text=naming)
    article.published_on = date(2015, 5, 5)  # then it tells of another year
    article.save()
    reread(article)
    assert event.quotes.count() == 2
    kept = ["fogtown", "quayside"] if is_decided else ["fogtown"]
    assert [topic.slug for topic in event.topics.all()] == kept


def test_a_new_topic_tags_what_names_it_and_that_is_undone(timeline: Timeline) -> None:
    ingest(timeline, OPENED)
    ingest(timeline, "The Harbour Boardwalk burnt down on 4 June 2019.")
    made = tag(Topic.objects.create(name="Harbour Board", slug="board"), None)
    assert topics() == [["board"], []]
    assert made.change is not None
    undo(made.change, None)
    assert topics() == [[], []]


def test_merging_gives_names_and_events() -> None:
    into, other = (
        Topic.objects.create(name=name, slug=name.lower()) for name in ("Board", "Harbour")
    )
    other.aliases = ["HB", "Board"]
    other.save()
    event = make_event(topics=["harbour"])
    merge(into, [into, other], None)
    assert (into.aliases, list(event.topics.all())) == (["Harbour", "HB"], [into])
    assert Topic.objects.get() == into


@pytest.fixture
def page() -> str:
    return reverse("admin:timeline_topic_names")


def test_a_proposed_name_becomes_a_topic(
    admin_client: Client, timeline: Timeline, page: str
) -> None:
    ingest(timeline, f"{OPENED} It was the pier of the Harbour Board.")
    shown = admin_client.get(page)
    [name] = shown.context["names"]
    assert (name.name, name.abbreviations) == ("Harbour Board", ("HB",))
    sent = {"proposed": name.name, "name": "The Harbour Board", "aliases": "Harbour Board,  HB,"}
    done = admin_client.post(page, {**sent, "step": "make"}, follow=True)
    assert "which it now tags" in told(done)
    topic = Topic.objects.get()
    assert (topic.name, topic.aliases) == ("The Harbour Board", ["Harbour Board", "HB"])
    assert topics() == [[topic.slug]]
    assert not done.context["names"]
    assert Change.objects.count() == 1


def test_a_topic_that_is_made_twice_is_one(admin_client: Client, page: str) -> None:
    sent = {"proposed": "Ada Reed", "step": "make"}
    for name, aliases in (("Ada Reed", "Reed"), ("ada reed", "Ms Reed")):
        admin_client.post(page, {**sent, "name": name, "aliases": aliases})
    topic = Topic.objects.get()
    assert (topic.name, topic.aliases) == ("Ada Reed", ["Reed", "Ms Reed"])


def test_it_is_added_to_a_topic_or_ignored(
    admin_client: Client, timeline: Timeline, page: str
) -> None:
    board = Topic.objects.create(name="Board", slug="board")
    sent = {"proposed": "Harbour Board", "name": "Harbour Board", "aliases": ""}
    admin_client.post(page, {**sent, "step": "add", "topic": board.pk})
    board.refresh_from_db()
    assert board.aliases == ["Harbour Board"]
    refused = admin_client.post(page, {**sent, "step": "add"})
    assert "Choose the topic" in told(refused)
    ingest(timeline, "The pier of Ada Reed. It is Ada Reed’s.")
    assert [name.name for name in admin_client.get(page).context["names"]] == ["Ada Reed"]
    admin_client.post(page, {"proposed": "Ada Reed", "name": "x", "step": "ignore"})
    assert IgnoredName.objects.get().name == "Ada Reed"
    assert not admin_client.get(page).context["names"]


@pytest.mark.parametrize("aliases", ["HB", ["HB"], [7, "HB", "", None]])
def test_aliases_of_fixtures_may_be_no_list_of_texts(
    admin_client: Client, timeline: Timeline, page: str, aliases: object
) -> None:
    board, _ = (
        Topic.objects.create(name=name, slug=name, aliases=aliases) for name in ("Board", "Ferry")
    )
    ingest(timeline, OPENED)
    assert {*topics()[0]} <= {"Board", "Ferry"}
    assert len(topics()[0]) == 1
    assert "HB" not in [one.name for one in admin_client.get(page).context["names"]]
    listed = admin_client.get(reverse("admin:timeline_topic_changelist")).text
    assert '<td class="field-other_names">HB</td>' in listed
    merge(board, Topic.objects.all(), None)
    assert board.aliases == ["HB", "Ferry"]


@pytest.mark.parametrize("aliases", [7, None, {"HB": 1}])
def test_aliases_that_are_no_texts_are_none(timeline: Timeline, aliases: object) -> None:
    Topic.objects.create(name="Board", slug="board", aliases=Value(aliases, JSONField()))
    ingest(timeline, OPENED.replace("Board", "Office"))
    assert topics() == [[]]


def test_two_topics_are_merged_in_the_list(admin_client: Client) -> None:
    one, other = (Topic.objects.create(name=name, slug=name[:5]) for name in ("Board", "Harbour"))
    address = reverse("admin:timeline_topic_changelist")
    sent = {"action": "merge_selected", "_selected_action": [one.pk, other.pk]}
    assert "Which topic stays?" in admin_client.post(address, sent).text
    assert "one now" in told(admin_client.post(address, {**sent, "into": other.pk}, follow=True))
    assert Topic.objects.get().aliases == ["Board"]


def test_other_names_are_typed_a_line_each(admin_client: Client, timeline: Timeline) -> None:
    ingest(timeline, OPENED)
    address = reverse("admin:timeline_topic_add")
    sent = {"name": "Board", "slug": "board", "aliases": "Harbour  Board\n\nHB\nHB"}
    assert "now tags" in told(admin_client.post(address, sent, follow=True))
    topic = Topic.objects.get()
    assert topic.aliases == ["Harbour Board", "HB"]
    change = reverse("admin:timeline_topic_change", args=[topic.pk])
    assert "Harbour Board\nHB" in admin_client.get(change).text


def test_of_each_article_only_the_beginning_is_loaded(
    timeline: Timeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(names, "LENGTH_READ", 42)
    ingest(timeline, "The pier of Ada Reed. It is Ada Reed’s. It was Ben Stone’s, of Ben Stone.")
    with CaptureQueriesContext(connection) as queries:
        proposed = names.proposed_names()
    assert [name.name for name in proposed] == ["Ada Reed"]
    [asked] = [query["sql"] for query in queries if "articles_article" in query["sql"]]
    assert asked.count('"text"') == asked.count("SUBSTR") == 1


def test_names_are_for_those_who_may_change_topics(client: Client, page: str) -> None:
    assert client.get(page).status_code == 302

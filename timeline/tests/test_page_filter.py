"""The filter of a timeline's page, by GET and by HTMX."""

import re
from datetime import date
from html import unescape

import pytest
from django.test import Client
from django.utils import timezone

from timeline.models import Timeline
from timeline.tests.factories import (
    make_article,
    make_curator,
    make_event,
    make_timeline,
)
from timeline.tests.page_text import HTMX, RESTORING, body_of, headlines, offers

pytestmark = pytest.mark.django_db


@pytest.fixture
def story() -> Timeline:
    return make_timeline("story")


FILTERED = {
    "": ["a", "b", "c"],
    "q=TOLD+late": ["c"],
    "from=spring+2018": ["b", "c"],
    "from=2019": ["c"],
    "to=2018": ["a", "b"],
    "from=May+2017&to=2018-12-31": ["b"],
    "topic=bridges": ["a", "b"],
    "publisher=hill-gazette": ["b"],
    "topic=bridges&publisher=hill-gazette&from=2018&q=told": ["b"],
    "topic=bridges&from=2019": [],
    "from=in+the+year+of+the+cat&topic=bridges": ["a", "b"],
    "topic=nothing-of-the-kind": ["a", "b", "c"],
    "after=0&before=x": ["a", "b", "c"],
    f"after={10**30}": ["a", "b", "c"],
    f"after={2**32}": ["a", "b", "c"],  # one more than the index can hold
    f"after={2**32 - 1}": ["a", "b", "c"],
    "q=%00": ["a", "b", "c"],
}


def test_filter(client: Client, story: Timeline) -> None:
    make_event("2017-02", story, headline="a", topics=["Bridges"], article=make_article("Told 1."))
    make_event(
        "2018-04",
        story,
        headline="b",
        topics=["Bridges"],
        article=make_article("Told 2.", publisher="Hill Gazette"),
    )
    make_event("2019-11-04", story, headline="c", article=make_article("Told late."))
    for headers in ({}, HTMX):
        found = {q: headlines(body_of(client, f"/t/story/?{q}", **headers)) for q in FILTERED}
        assert found == FILTERED


def test_page_says_how_dates_were_understood_or_that_they_were_not(
    client: Client, story: Timeline
) -> None:
    make_event("2018-04", story)
    body = body_of(client, "/t/story/?from=spring+2018&to=gibberish")
    assert '<p id="note-from" class="note">from 1 March 2018 (spring 2018)</p>' in body
    assert "<b>1</b> event, 2018\n" in body
    assert 'id="id_to" maxlength="100" value="gibberish"' in body
    assert 'aria-invalid="true"><p id="note-to" class="note wrong">“gibberish” isn’t' in (
        body.replace("isn&#x27;t", "isn’t")
    )
    body = body_of(client, "/t/story/?to=2018-04-30")
    assert 'id="note-from" class="note"></p>' in body
    assert 'id="note-to" class="note">to 30 April 2018</p>' in body


@pytest.mark.parametrize("query", ["from=before+2049", "to=since+2017"])
def test_limit_without_a_day_on_its_side_is_an_error(
    client: Client, story: Timeline, query: str
) -> None:
    make_event("2018-04", story)
    body = body_of(client, f"/t/story/?{query}")
    assert "the filter leaves it out" in body
    assert len(headlines(body)) == 1


def test_words_that_are_too_long_stay_and_are_named(client: Client, story: Timeline) -> None:
    html = client.get(story.get_absolute_url(), {"q": '"<b>' * 60}).content.decode()
    assert 'value="&#34;&lt;b&gt;' in html
    assert '<p id="note-q" class="note wrong">Ensure this value has at most 200' in html


def test_empty_result_offers_to_clear_the_filter(client: Client, story: Timeline) -> None:
    assert "Nothing is published on this timeline yet." in body_of(client)
    make_event("2018-04", story)
    body = body_of(client, "/t/story/?q=unheard-of")
    assert "No event on this timeline fits all of the filter." in body
    assert '<a class="all" href="/t/story/">Clear the filter</a>' in body


def test_lists_offer_only_what_is_published_here(client: Client, story: Timeline) -> None:
    make_event("2018-04", story, topics=["Shown"], article=make_article(publisher="Shown Post"))
    hidden = make_article(publisher="Hidden Post")
    make_event("2018-04", story, topics=["Hidden"], article=hidden, is_published=False)
    make_event("2018-04", make_timeline(), topics=["Hidden"], article=hidden)
    client.force_login(make_curator())
    body = body_of(client)
    assert "Hidden" not in body
    assert offers(body_of(client, "/t/story/?topic=shown&publisher=shown-post")) == {
        "topic": {"shown": 1}, "publisher": {"shown-post": 1},
    }  # fmt: skip


def test_htmx_gets_the_partial_and_history_the_page(client: Client, story: Timeline) -> None:
    make_event("2019", story, headline="Told")
    whole, restored = body_of(client), body_of(client, **RESTORING)
    partial = body_of(client, **HTMX)
    assert whole.startswith("<!doctype html>")
    assert restored == whole
    assert "<html" not in partial
    assert "<form" not in partial
    assert headlines(partial) == ["Told"]
    assert 'hx-swap-oob="innerHTML"><b>1</b> event' in partial


@pytest.mark.parametrize("headers", [{}, HTMX, RESTORING])
def test_caches_keep_partial_and_page_apart(
    client: Client, story: Timeline, headers: dict[str, str]
) -> None:
    vary = client.get("/t/story/", **headers)["Vary"]  # type: ignore[arg-type]
    assert {"HX-Request", "HX-History-Restore-Request"} <= set(vary.split(", "))


def test_pushed_address_has_no_empty_boxes(client: Client, story: Timeline) -> None:
    response = client.get("/t/story/?q=&from=spring+2018&to=&topic=", **HTMX)  # type: ignore[arg-type]
    assert response["HX-Push-Url"] == "/t/story/?from=spring+2018"
    assert "HX-Push-Url" not in client.get("/t/story/?q=")


def test_dates_count_from_the_readers_today(
    client: Client, story: Timeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_event("2024", story)
    monkeypatch.setattr(timezone, "localdate", lambda: date(2025, 1, 1))
    body = body_of(client, "/t/story/?from=yesterday")
    assert "<b>1</b> event, 2024\n" in body
    assert "from 31 December 2024</p>" in body
    found = client.get("/t/story/events.json?from=today").json()
    assert found["found"] == 0


def test_an_end_before_the_beginning_is_named(client: Client, story: Timeline) -> None:
    body = client.get(f"{story.get_absolute_url()}?from=2020&to=2010").content.decode()
    assert "This is before “From”; the filter leaves it out." in body


def test_past_the_last_event_there_is_a_way_back(client: Client, story: Timeline) -> None:
    last = make_event("2019", story)
    body = client.get(f"{story.get_absolute_url()}?after={last.pk}").content.decode()
    assert "No more events lie in this direction." in body
    assert "Nothing is published" not in body


@pytest.mark.parametrize("view", ["list", "axis", "sources"])
def test_each_view_keeps_the_filter(client: Client, story: Timeline, view: str) -> None:
    make_event("2019", story)
    body = body_of(client, f"/t/story/?q=told&from=2018&view={view}")
    links = re.search(r'<nav class="views".*?</nav>', body)
    assert links
    assert re.findall(r'href="(.+?)"', unescape(links[0])) == [
        "/t/story/?q=told&from=2018",
        "/t/story/?q=told&from=2018&view=axis",
        "/t/story/?q=told&from=2018&view=sources",
    ]
    assert re.findall(r'aria-current="page">(\w+)', links[0]) == [view.capitalize()]
    assert ('name="view"' in body) == (view != "list")


def test_unknown_view_is_the_list(client: Client, story: Timeline) -> None:
    make_event("2019", story, headline="Told")
    assert headlines(body_of(client, "/t/story/?view=cat")) == ["Told"]

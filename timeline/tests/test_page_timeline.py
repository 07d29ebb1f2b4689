"""A timeline's page: what it lists, how it turns its pages, what it costs."""

import json
import re
from collections.abc import Callable
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from articles.models import Mention
from timeline.models import Event, Timeline
from timeline.tests.factories import (
    make_article,
    make_curator,
    make_event,
    make_quote,
    make_timeline,
)
from timeline.tests.page_text import body_of, bring_up_to_date, headlines

pytestmark = pytest.mark.django_db


@pytest.fixture
def story() -> Timeline:
    return make_timeline("story")


def test_events_stand_in_order_of_time_under_headings(client: Client, story: Timeline) -> None:
    for edtf in ("2019-11-04", "-0043", "2018-04", "2018", "2018-04-02", "[..2048]"):
        make_event(edtf, story, headline=f"It happens {edtf}")
    body = body_of(client)
    order = ["-0043", "2018", "2018-04", "2018-04-02", "2019-11-04", "[..2048]"]
    assert headlines(body) == [f"It happens {edtf}" for edtf in order]
    told = body.partition('id="told"')[2]
    assert re.findall(r"<h[23]>([^<]+)</h[23]>", told) == [
        "44 BC", "2018", "April", "2019", "November", "Before 2049",
    ]  # fmt: skip


def test_the_first_event_of_all_is_open(client: Client, story: Timeline) -> None:
    for edtf in ("2018", "2019"):
        make_event(edtf, story)
    opened = re.compile("<details open>|<details><summary>1 quote")
    assert opened.findall(body_of(client)) == ["<details open>", "<details><summary>1 quote"]
    assert "<details open><summary>1 quote" not in body_of(client, "/t/story/?from=2017")


@pytest.mark.parametrize(
    ("anchor", "said"), [("publication", "<bdi>“last month”</bdi> · 1 quote"), ("", "1 quote")]
)
def test_words_whose_date_was_counted_are_shown_at_once(
    client: Client, story: Timeline, anchor: str, said: str
) -> None:
    article = make_article("The bridge opened last month.")
    event = make_event("2019-10", story, article=article, dated="last month")
    Mention.objects.filter(quotes__event=event).update(anchor=anchor)
    assert f"<summary>{said} from 1 source" in body_of(client)


def test_event_shows_date_topics_and_the_words_of_its_sources(
    client: Client, story: Timeline
) -> None:
    article = make_article("Rain fell. The bridge, they say, opened yesterday.")
    event = make_event(
        "2019-11-04",
        story,
        headline="The bridge opens",
        topics=["Bridges"],
        article=article,
        words="The bridge, they say, opened yesterday.",
        dated="yesterday",
    )
    quote = event.quotes.get()
    body = body_of(client)
    for part in (
        '<time datetime="2019-11-04">4 November 2019</time>',
        f'<a href="/events/{event.pk}/">The bridge opens</a>',
        '<a href="?topic=bridges">Bridges</a>',
        "1 quote from 1 source",
        "The bridge, they say, opened <mark>yesterday</mark>.",
        "<cite>Harbour Post</cite>, 5 November 2019",
        "“yesterday” is read.",
        f'<a href="/articles/{article.pk}/#q-{quote.pk}">',
        f"{article.url}#:~:text=The%20bridge%2C%20they%20say%2C%20opened%20yesterday.",
    ):
        assert part in body


def test_sources_are_counted_by_publisher_and_may_disagree(client: Client, story: Timeline) -> None:
    event = make_event("2019-11-04", story)
    for publisher in ("Harbour Post", "Hill Gazette", ""):
        make_quote(event, make_article(f"Told by {publisher}.", publisher=publisher))
    body = body_of(client)
    assert "4 quotes from 3 sources" in body
    assert "disagree" not in body
    make_quote(event, make_article("It never was."), stance="disputes")
    assert "5 quotes from 3 sources <em>sources disagree</em>" in body_of(client)


def turn(body: str, way: str) -> str:
    """The address of the next or previous page, or ""."""
    link = re.search(rf'rel="{way}" href="(.*?)"', body)
    return f"/t/story/{unescape(link[1])}" if link else ""


def test_pages_of_fifty_meet_without_gap_or_repetition(client: Client, story: Timeline) -> None:
    for number in range(120):
        make_event(f"2019-{number % 3 + 1:02}", story, headline=f"Event {number}")
    bodies = [body_of(client, "/t/story/?from=2019")]
    for _ in range(2):
        bodies.append(body_of(client, turn(bodies[-1], "next")))
    pages = [headlines(body) for body in bodies]
    assert [len(page) for page in pages] == [50, 50, 20]
    assert len({headline for page in pages for headline in page}) == 120
    assert all("<b>120</b> events, 2019\n" in body for body in bodies)
    assert [bool(turn(body, "next")) for body in bodies] == [True, True, False]
    middle = body_of(client, turn(bodies[2], "prev"))
    first = body_of(client, turn(middle, "prev"))
    assert [headlines(first), headlines(middle)] == pages[:2]
    assert not turn(first, "prev")
    assert turn(first, "next")


def test_cursor_at_an_event_that_is_not_shown_is_ignored(client: Client, story: Timeline) -> None:
    hidden = make_event("2019", story, is_published=False)
    make_event("2018", story, headline="Before it")
    make_event("2020", story, headline="After it")
    for cursor in ("after", "before"):
        assert headlines(body_of(client, f"/t/story/?{cursor}={hidden.pk}")) == [
            "Before it",
            "After it",
        ]


def fill(story: Timeline, number: int) -> None:
    for _ in range(number):
        event = make_event("2019", story, topics=["One", "Two"], article=make_article())
        make_quote(event, make_article("It happened, in 2019.", publisher="Hill Gazette"))


@pytest.mark.parametrize(
    "make_address",
    [
        lambda: "/t/story/",
        lambda: "/t/story/?q=it&from=2018&to=2020&topic=one&publisher=hill-gazette",
        lambda: f"/t/story/?after={Event.objects.earliest('pk').pk}",
    ],
)
def test_queries_do_not_grow_with_events(
    client: Client, story: Timeline, make_address: Callable[[], str]
) -> None:
    fill(story, 10)
    address = make_address()
    bring_up_to_date()
    with CaptureQueriesContext(connection) as few:
        body_of(client, address)
    fill(story, 10)
    bring_up_to_date()
    with CaptureQueriesContext(connection) as many:
        body_of(client, address)
    # One looks for changes, one for the timeline, three read events; of words one asks what is
    # queued, and one what says the term.
    assert len(few) == len(many) <= 5 + 2 * ("q=" in address), "\n".join(
        query["sql"] for query in many
    )


def test_twenty_closed_events_weigh_less_than_30_kb(client: Client, story: Timeline) -> None:
    said = "The harbour office of the town confirmed that its new bridge was opened for walkers"
    for number in range(20):
        text = f"{said} in April 2018, number {number} of its kind."
        event = make_event(
            "2018-04",
            story,
            headline=f"The town opens bridge number {number} for walkers",
            summary="It had been built for three years.",
            topics=["Bridges", "Harbour"],
            article=make_article(text),
            dated="in April 2018",
        )
        make_quote(
            event, make_article(text, publisher="Hill Gazette"), words=text, dated="in April 2018"
        )
    body = re.sub(r"(?<=[-e/])\d+(?=[\"#/])", "10", body_of(client))  # ids grow with other tests
    assert len(body.encode()) < 30_000


def test_words_of_articles_are_text_never_markup(client: Client, story: Timeline) -> None:
    nasty = '<script>alert("1")</script><b onclick=x>'
    article = make_article(f"{nasty} yesterday {nasty}", publisher=nasty, author=nasty)
    make_event("2019", story, headline=nasty, summary=nasty, article=article, dated="yesterday")
    for address in ("/t/story/", f"/events/{Event.objects.get().pk}/", f"/articles/{article.pk}/"):
        body = body_of(client, address)
        assert "<b onclick" not in body
        assert "alert(&quot;1&quot;)" in body
        assert "<script>" not in body


def test_undated_article_and_no_url(client: Client, story: Timeline) -> None:
    make_event("2019", story, article=make_article(url="", published_on=None))
    body = body_of(client)
    assert "undated" in body
    assert ">Original<" not in body


def test_only_safe_methods(client: Client, story: Timeline) -> None:
    assert client.head("/t/story/").status_code == 200
    assert client.post("/t/story/").status_code == 405


@pytest.mark.parametrize(
    ("number", "status", "part"),
    [
        (0, 200, "python manage.py ingest"),
        (1, 302, ""),
        (2, 200, "<h1>Timelines</h1>"),
    ],
)
def test_home(client: Client, number: int, status: int, part: str) -> None:
    for _ in range(number):
        make_timeline()
    response = client.get("/")
    assert response.status_code == status
    assert part in response.content.decode()


def test_home_hands_on_what_is_asked(client: Client, story: Timeline) -> None:
    assert client.get("/?from=2019&q=a%20b%26c")["Location"] == "/t/story/?from=2019&q=a+b%26c"
    assert client.get("/?//evil.example")["Location"] == "/t/story/?%2F%2Fevil.example="
    make_timeline("another")
    body = client.get('/?view=axis&q="><b').content.decode()
    assert 'href="/t/another/?view=axis&amp;q=%22%3E%3Cb"' in body


def test_curator_gets_a_way_to_the_admin(client: Client, story: Timeline) -> None:
    event = make_event("2019", story)
    assert "/admin/" not in body_of(client)
    client.force_login(make_curator())
    link = re.search(r'href="(/admin/.*?)"', body_of(client))
    assert link
    assert event.headline in body_of(client, link[1])
    assert f"/admin/timeline/event/{event.pk}/change/" in body_of(client, f"/events/{event.pk}/")


def test_icon_is_found_where_browsers_ask_for_it(
    client: Client, settings: Settings, tmp_path: Path
) -> None:
    assert finders.find(client.get("/favicon.ico")["Location"].removeprefix("/static/"))
    paths = {"icons/dateline.svg": "icons/dateline.0123456789ab.svg"}
    (tmp_path / "staticfiles.json").write_text(json.dumps({"version": "1.1", "paths": paths}))
    settings.STATIC_ROOT = tmp_path
    manifest = {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": manifest}
    response = client.get("/favicon.ico")
    assert (response.status_code, response["Location"]) == (302, f"/static/{paths.popitem()[1]}")


@pytest.mark.django_db
def test_a_plan_whose_time_has_passed_says_so(client: Client) -> None:
    article = make_article("The bridge will open in May 2018.", published_on=date(2018, 1, 10))
    timeline = make_timeline()
    event = make_event("2018-05", timeline, is_planned=True, article=article)
    says = "Planned in January 2018; no source here says whether it happened."
    for address in (timeline.get_absolute_url(), event.get_absolute_url()):
        assert says in client.get(address).content.decode()
    article.published_on = None
    article.save()
    undated = "Planned; no source here says whether it happened."
    assert undated in client.get(event.get_absolute_url()).content.decode()

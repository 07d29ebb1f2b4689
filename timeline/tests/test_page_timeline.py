"""A timeline's page: what it lists, how it filters and turns, what it costs."""

import re
from collections.abc import Callable
from datetime import date
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from timeline.models import Event, Timeline
from timeline.tests.factories import (
    make_article,
    make_curator,
    make_event,
    make_quote,
    make_timeline,
)

pytestmark = pytest.mark.django_db
HTMX = {"HTTP_HX_REQUEST": "true"}
RESTORING = HTMX | {"HTTP_HX_HISTORY_RESTORE_REQUEST": "true"}


@pytest.fixture
def story() -> Timeline:
    return make_timeline("story")


def body_of(client: Client, address: str = "/t/story/", **headers: Any) -> str:
    response = client.get(address, **headers)
    assert response.status_code == 200
    return response.content.decode()


def headlines(body: str) -> list[str]:
    return re.findall(r'<h4><a href="/events/\d+/">(.*?)</a>', body)


def test_events_stand_in_order_of_time_under_headings(client: Client, story: Timeline) -> None:
    for edtf in ("2019-11-04", "-0043", "2018-04", "2018", "2018-04-02", "[..2048]"):
        make_event(edtf, story, headline=f"It happens {edtf}")
    body = body_of(client)
    order = ["-0043", "2018", "2018-04", "2018-04-02", "2019-11-04", "[..2048]"]
    assert headlines(body) == [f"It happens {edtf}" for edtf in order]
    assert re.findall(r"<h[23]>(.*?)</h[23]>", body) == [
        "44 BC", "2018", "April", "2019", "November", "Before 2049",
    ]  # fmt: skip


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


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["a", "b", "c"]),
        ("q=TOLD+late", ["c"]),
        ("from=spring+2018", ["b", "c"]),
        ("from=2019", ["c"]),
        ("to=2018", ["a", "b"]),
        ("from=May+2017&to=2018-12-31", ["b"]),
        ("topic=bridges", ["a", "b"]),
        ("publisher=hill-gazette", ["b"]),
        ("topic=bridges&publisher=hill-gazette&from=2018&q=told", ["b"]),
        ("topic=bridges&from=2019", []),
        ("from=in+the+year+of+the+cat&topic=bridges", ["a", "b"]),
        ("topic=nothing-of-the-kind", ["a", "b", "c"]),
        ("after=0&before=x", ["a", "b", "c"]),
        (f"after={10**30}", ["a", "b", "c"]),
        ("q=%00", ["a", "b", "c"]),
    ],
)
def test_filter(client: Client, story: Timeline, query: str, expected: list[str]) -> None:
    make_event("2017-02", story, headline="a", topics=["Bridges"], article=make_article("Told 1."))
    make_event(
        "2018-04",
        story,
        headline="b",
        topics=["Bridges"],
        article=make_article("Told 2.", publisher="Hill Gazette"),
    )
    make_event("2019-11-04", story, headline="c", article=make_article("Told late."))
    assert headlines(body_of(client, f"/t/story/?{query}")) == expected
    assert headlines(body_of(client, f"/t/story/?{query}", **HTMX)) == expected


def test_page_says_how_dates_were_understood_or_that_they_were_not(
    client: Client, story: Timeline
) -> None:
    make_event("2018-04", story)
    body = body_of(client, "/t/story/?from=spring+2018&to=gibberish")
    assert "<b>1</b> event, from 1 March 2018 (spring 2018)" in body
    assert 'id="id_to" maxlength="100" value="gibberish"' in body
    assert 'aria-invalid="true"><p id="note-to" class="note wrong">“gibberish” isn’t' in (
        body.replace("isn&#x27;t", "isn’t")
    )
    assert 'id="note-from" class="note"></p>' in body


@pytest.mark.parametrize("query", ["from=before+2049", "to=since+2017"])
def test_limit_without_a_day_on_its_side_is_an_error(
    client: Client, story: Timeline, query: str
) -> None:
    make_event("2018-04", story)
    body = body_of(client, f"/t/story/?{query}")
    assert "the filter leaves it out" in body
    assert len(headlines(body)) == 1


def test_empty_result_offers_to_clear_the_filter(client: Client, story: Timeline) -> None:
    assert "Nothing is published on this timeline yet." in body_of(client)
    make_event("2018-04", story)
    body = body_of(client, "/t/story/?q=unheard-of")
    assert 'fits all of the filter. Loosen it, or <a href="/t/story/">clear' in body


def test_lists_offer_only_what_is_published_here(client: Client, story: Timeline) -> None:
    make_event("2018-04", story, topics=["Shown"], article=make_article(publisher="Shown Post"))
    hidden = make_article(publisher="Hidden Post")
    make_event("2018-04", story, topics=["Hidden"], article=hidden, is_published=False)
    make_event("2018-04", make_timeline(), topics=["Hidden"], article=hidden)
    client.force_login(make_curator())
    body = body_of(client)
    assert re.findall(r'<option value="(.+?)"', body) == ["shown", "shown-post"]
    assert "Hidden" not in body


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
    assert all("<b>120</b> events, from 1 January 2019" in body for body in bodies)
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
    with CaptureQueriesContext(connection) as few:
        body_of(client, address)
    fill(story, 10)
    with CaptureQueriesContext(connection) as many:
        body_of(client, address)
    assert len(few) == len(many) <= 8, "\n".join(query["sql"] for query in many)


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
    assert len(body_of(client).encode()) < 30_000


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


def test_curator_gets_a_way_to_the_admin(client: Client, story: Timeline) -> None:
    event = make_event("2019", story)
    assert "/admin/" not in body_of(client)
    client.force_login(make_curator())
    assert "/admin/timeline/event/" in body_of(client)
    assert f"/admin/timeline/event/{event.pk}/change/" in body_of(client, f"/events/{event.pk}/")


def test_publication_date_is_the_readers_today(client: Client, story: Timeline) -> None:
    body = body_of(client, "/t/story/?from=yesterday")
    assert f"{date.today().year}" in body

"""Unchanged pages are given again without being made; whatever changes makes them anew."""

import gzip
from collections.abc import Callable

import brotli
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.models import Article, Mention, Publisher
from timeline.curating import curation
from timeline.curating.quoting import add_quote
from timeline.models import Event, Timeline, Topic
from timeline.tests.factories import make_article, make_event, make_timeline

pytestmark = pytest.mark.django_db


@pytest.fixture
def story() -> Timeline:
    timeline = make_timeline("story")
    article = make_article("It happened on 4 May 2018.", publisher="Harbour Post")
    make_event("2018-05-04", timeline, topics=["Ferries"], article=article, dated="4 May 2018")
    return timeline


def body(client: Client, address: str = "/t/story/", **headers: str) -> str:
    response = client.get(address, headers=headers)
    assert response.status_code == 200
    return response.content.decode()


def test_a_page_that_is_the_same_asks_one_query(client: Client, story: Timeline) -> None:
    first = body(client)
    with CaptureQueriesContext(connection) as asked:
        assert body(client) == first
    assert len(asked) == 1, [query["sql"] for query in asked]


def test_an_unchanged_page_is_not_sent_again(client: Client, story: Timeline) -> None:
    etag = client.get("/t/story/")["ETag"]
    again = client.get("/t/story/", headers={"if-none-match": etag})
    assert (again.status_code, again.content) == (304, b"")
    Event.objects.update(headline="Another")
    again = client.get("/t/story/", headers={"if-none-match": etag})
    assert again.status_code == 200
    assert again["ETag"] != etag


CHANGES: list[Callable[[], object]] = [
    lambda: Event.objects.update(headline="Another"),
    lambda: Event.objects.update(summary="More of it"),
    lambda: Topic.objects.update(name="Boats"),
    lambda: Publisher.objects.update(name="Hill Gazette"),
    lambda: Publisher.objects.update(public_text="nothing"),
    lambda: Article.objects.update(published_on="2018-05-09"),
    lambda: Article.objects.update(url="https://news.example.org/elsewhere"),
    lambda: Article.objects.update(public_text="nothing"),
    lambda: Mention.objects.update(why="It is read otherwise."),
    lambda: Timeline.objects.update(title="Another title"),
    lambda: Timeline.objects.update(introduction="What it is about."),
    lambda: curation.withdraw(Event.objects.get()),
    lambda: add_quote(Event.objects.get(), make_article("Yes. It did."), "It did."),
    lambda: make_event("2019", Timeline.objects.get()),
]


@pytest.mark.parametrize("change", CHANGES)
def test_what_changes_is_seen_at_once(
    client: Client, story: Timeline, change: Callable[[], object]
) -> None:
    before = body(client)
    change()
    assert body(client) != before


def test_a_timeline_that_is_no_longer_public_is_gone(client: Client, story: Timeline) -> None:
    body(client)
    Timeline.objects.update(reach="curators")
    assert client.get("/t/story/").status_code == 404


def test_a_curators_page_is_hers_alone(client: Client, curator: Client, story: Timeline) -> None:
    public, hers = body(client), body(curator)
    assert (body(client), body(curator)) == (public, hers)
    assert hers != public


def test_pages_are_kept_apart(client: Client, story: Timeline) -> None:
    whole, part = body(client), body(client, **{"hx-request": "true"})
    assert "<html" in whole
    assert "<html" not in part
    assert body(client, "/t/story/?q=unheard") != whole == body(client)


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("br;q=1.0, gzip;q=0.8", "br"),
        ("gzip", "gzip"),
        ("br;q=0, gzip;q=0.5", "gzip"),
        ("br; q=0.0, gzip", "gzip"),
        ("identity", ""),
        ("gzip;q=0", ""),
    ],
)
def test_browsers_that_can_are_sent_less(
    client: Client, story: Timeline, accepted: str, encoding: str
) -> None:
    unpack = {"br": brotli.decompress, "gzip": gzip.decompress, "": bytes}[encoding]
    plain = client.get("/t/story/")
    for _ in ("made", "kept"):
        packed = client.get("/t/story/", headers={"accept-encoding": accepted})
        assert packed.get("Content-Encoding", "") == encoding
        assert "Accept-Encoding" in packed["Vary"]
        assert unpack(packed.content) == plain.content
        assert int(packed["Content-Length"]) == len(packed.content)

"""What a reader takes from a page: links, files, a citation, paper."""

import re
from html import unescape

import pytest
from django.test import Client, override_settings

from timeline.entries import paper
from timeline.models import Timeline
from timeline.tests.factories import make_article, make_event, make_timeline
from timeline.tests.page_text import HTMX, body_of, headlines

pytestmark = pytest.mark.django_db
OPEN = override_settings(EMBEDDERS=["https://paper.example.org"])


@pytest.fixture
def story() -> Timeline:
    story = make_timeline("story")
    for number in range(4):
        make_event(f"201{number}-05", story, headline=f"Bridge {number} opens", topics=["Bridges"])
    return story


def test_everything_shared_is_what_the_filter_finds(client: Client, story: Timeline) -> None:
    page = body_of(client, "/t/story/?topic=bridges&view=axis", **HTMX)
    [address] = re.findall('<a href="([^"]*)">Share, save, print</a>', page)
    body = unescape(body_of(client, unescape(address)))
    assert 'value="http://127.0.0.1:8000/t/story/?topic=bridges&view=axis"' in body
    links = re.findall(r'<li><a href="(/t/story/events[^"]*)">', body)
    assert links == [
        f"/t/story/events.{ending}?topic=bridges"
        for ending in ("atom", "ics", "csv", "jsonld", "timelinejs.json", "json")
    ]
    assert all(client.get(link).status_code == 200 for link in links)


def test_page_names_its_feed_and_its_frame(client: Client, story: Timeline) -> None:
    assert "json+oembed" not in body_of(client)
    with OPEN:
        body = unescape(body_of(client, "/t/story/?topic=bridges"))
        shared = unescape(body_of(client, "/t/story/share/?topic=bridges"))
        address = re.findall(r'json\+oembed"[^>]*href="([^"]*)"', body)[0]
        frame = client.get(address).json()["html"]
    assert 'atom+xml" href="/t/story/events.atom?topic=bridges"' in body
    assert frame in shared, "the same code"
    assert body_of(client, re.findall('src="http://[^/]*([^"]*)"', frame)[0])


def test_hidden_timeline_can_not_be_framed(client: Client, curator: Client) -> None:
    make_timeline("story", reach="curators")
    with OPEN:
        assert "<iframe" not in unescape(body_of(curator, "/t/story/share/"))
    assert client.get("/t/story/share/").status_code == 404


def test_event_is_cited(client: Client, story: Timeline) -> None:
    event = story.events.get(headline="Bridge 1 opens")
    citation = re.findall(
        "Cite this event</summary>\n<p>(.*?)</p>", body_of(client, f"/events/{event.pk}/")
    )[0]
    assert citation.startswith("“Bridge 1 opens”, May 2011. <i>The story of story</i>, Dateline, ")
    assert f"http://127.0.0.1:8000/events/{event.pk}/ (version {event.version}, seen on" in citation


def test_paper_has_all_events_and_quotes(
    client: Client, story: Timeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = body_of(client, "/t/story/?all=1")
    assert len(headlines(body)) == body.count("<details open>") == 4
    assert "All events, with all their quotes." in body
    assert '<a href="/t/story/">Back to pages of fifty</a>' in body
    monkeypatch.setattr(paper, "MOST", 3)
    body = body_of(client, "/t/story/?all=1&topic=bridges")
    assert len(headlines(body)) == 3
    assert "The first 3 of 4 events, with all their quotes: narrow the filter" in body
    shared = body_of(client, "/t/story/share/?topic=bridges&view=axis")
    assert 'href="/t/story/?topic=bridges&amp;all=1"' in shared


def test_paper_shows_addresses_that_can_be_typed(client: Client, story: Timeline) -> None:
    article = make_article("It rained, and the quay opened in 2011.", url="https://a.example.org/1")
    make_event("2011", story, article=article, dated="2011")
    lit = 'href="https://a.example.org/1#:~:text='
    assert lit in body_of(client, "/t/story/")
    paper = body_of(client, "/t/story/?all=1")
    assert lit not in paper
    assert 'href="https://a.example.org/1"' in paper

"""A timeline in the frame of another site: who may, what it shows, how it is found."""

import re

import pytest
from django.test import Client, override_settings

from timeline.models import Timeline
from timeline.tests.factories import make_event, make_timeline
from timeline.tests.page_text import body_of

pytestmark = pytest.mark.django_db
ORIGIN = "http://127.0.0.1:8000"
OPEN = override_settings(EMBEDDERS=["https://paper.example.org"])


@pytest.fixture
def story() -> Timeline:
    story = make_timeline("story")
    make_event("2018-05-04", story, headline="The bridge opens", topics=["Bridges"])
    make_event("2019", story, headline="The toll is paid")
    return story


def frame_ancestors(client: Client, address: str) -> str:
    """Who may frame the page, by its policy."""
    policy = client.get(address)["Content-Security-Policy"]
    return re.findall("frame-ancestors ([^;]*)", policy)[0]  # type: ignore[no-any-return]


@pytest.mark.parametrize("view", ["list", "axis", "sources"])
def test_only_the_embed_may_be_framed_and_only_by_whom_the_setting_names(
    client: Client, story: Timeline, view: str
) -> None:
    address = f"/embed/story/?view={view}"
    assert frame_ancestors(client, address) == "'none'"
    with override_settings(EMBEDDERS=["https://paper.example.org", "https://*.example.com"]):
        allowed = frame_ancestors(client, address)
        assert frame_ancestors(client, "/t/story/") == "'none'"
    assert allowed == "https://paper.example.org https://*.example.com"
    assert "X-Frame-Options" not in client.get(address)
    for page in ("/t/story/", f"/events/{story.events.first().pk}/"):  # type: ignore[union-attr]
        assert frame_ancestors(client, page) == "'none'"
        assert client.get(page)["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize(("asked", "language"), [("zh-CN,zh", "zh-hans"), ("de", "en-gb")])
def test_embed_says_its_language(
    client: Client, story: Timeline, asked: str, language: str
) -> None:
    page = client.get("/embed/story/", HTTP_ACCEPT_LANGUAGE=asked)
    assert f'<html lang="{language}">' in page.text


def test_embed_sets_no_cookie_and_knows_nobody(curator: Client, story: Timeline) -> None:
    response = curator.get("/embed/story/")
    assert response.status_code == 200
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
    make_timeline("hidden", reach="curators")
    assert curator.get("/embed/hidden/").status_code == 404


def test_embed_names_the_language_it_speaks(client: Client, story: Timeline) -> None:
    body = client.get("/embed/story/", headers={"Accept-Language": "zh-CN"}).content.decode()
    assert '<html lang="zh-hans">' in body
    assert "个事件" in body


def test_embedded_list_leads_to_the_page(client: Client, story: Timeline) -> None:
    body = body_of(client, "/embed/story/?topic=bridges")
    assert "The bridge opens</a>" in body
    assert "The toll is paid" not in body
    whole = 'href="/t/story/?topic=bridges" target="_blank"'
    assert body.count(whole) == 2
    assert "<form" not in body


def test_embedded_axis_zooms_in_its_frame_and_opens_events_outside(
    client: Client, story: Timeline
) -> None:
    body = body_of(client, "/embed/story/?view=axis")
    marks = re.findall(r'<a href="(/t/story/[^"]*)" class="[^"]*" target="_blank"><title>', body)
    assert len(marks) == 2
    assert re.search(r'<a href="\?[^"]*from=[^"]*#axis"><title>', body)


@OPEN
@pytest.mark.parametrize(
    ("asked", "size"),
    [("", (720, 640)), ("&maxwidth=400&maxheight=300", (400, 300)), ("&maxwidth=9", (200, 640)),
     ("&maxwidth=99999", (720, 640)), ("&maxwidth=x", (720, 640))],
)  # fmt: skip
def test_oembed(client: Client, story: Timeline, asked: str, size: tuple[int, int]) -> None:
    url = f"{ORIGIN}/t/story/%3Fview%3Daxis%26topic%3Dbridges"
    data = client.get(f"/oembed?url={url}{asked}").json()
    assert (data["type"], data["version"], data["title"]) == ("rich", "1.0", story.title)
    assert (data["width"], data["height"]) == size
    source = f'src="{ORIGIN}/embed/story/?topic=bridges&amp;view=axis"'
    assert source in data["html"]


def test_oembed_offers_no_frame_that_browsers_refuse(client: Client, story: Timeline) -> None:
    asked = {"url": f"{ORIGIN}/t/story/"}
    assert client.get("/oembed", asked).status_code == 404
    with OPEN:
        assert client.get("/oembed", asked).status_code == 200


@OPEN
@pytest.mark.parametrize(
    "url",
    ["", "x", f"{ORIGIN}/", f"{ORIGIN}/t/other/", f"{ORIGIN}/t/hidden/", f"{ORIGIN}/nowhere",
     "http://elsewhere.example/t/story/", f"{ORIGIN}/t/story/events.csv", "http://[/t/story/"],
)  # fmt: skip
def test_oembed_knows_only_public_timelines(client: Client, story: Timeline, url: str) -> None:
    make_timeline("hidden", reach="curators")
    assert client.get("/oembed", {"url": url}).status_code == 404


def test_oembed_has_no_xml(client: Client, story: Timeline) -> None:
    response = client.get("/oembed", {"url": f"{ORIGIN}/t/story/", "format": "xml"})
    assert response.status_code == 501

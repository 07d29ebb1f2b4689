"""The axis as a page: what it draws of a timeline, and where each part of it leads."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from timeline.models import Timeline
from timeline.page import axis_page
from timeline.tests.factories import make_event, make_quote, make_timeline
from timeline.tests.page_text import HTMX, body_of, bring_up_to_date, headlines

pytestmark = pytest.mark.django_db
AXIS = "/t/story/?view=axis"
LINK = re.compile(r'<a(?: href="([^"]*)")?(?: class="([^"]*)")?><title>([^<]*)</title>')


@pytest.fixture
def story() -> Timeline:
    """Events of every precision, over ten years."""
    story = make_timeline("story")
    make_event("2015-06-01", story, headline="The bridge opens", topics=["Bridges"])
    make_event("2015-06", story, headline="A ferry is sold", topics=["Ferries"])
    make_event("2010/2013", story, headline="The bridge is built", topics=["Bridges"])
    make_event("2014-02/..", story, headline="The toll is paid", topics=["Bridges"])
    make_event("2016~", story, headline="The port is renamed")
    make_event("2019", story, headline="A tunnel is to open", is_planned=True)
    return story


def links_of(body: str) -> dict[str, str]:
    """The names of what is drawn, each with its address."""
    return {unescape(title): unescape(href) for href, _, title in LINK.findall(body)}


def follow(client: Client, href: str) -> str:
    """The page that a link of the axis leads to."""
    return body_of(client, f"/t/story/{href.partition('#')[0]}")


def test_each_event_is_named_with_its_precision(client: Client, story: Timeline) -> None:
    names = [name for name in links_of(body_of(client, AXIS)) if ": " in name]
    assert names == [
        "From 2010 to 2013, all through: The bridge is built",
        "Since February 2014, all through, no end known: The toll is paid",
        "1 June 2015: The bridge opens",
        "June 2015, some time in the month: A ferry is sold",
        "About 2016, approximate, some time in the year: The port is renamed",
        "2019, planned, some time in the year: A tunnel is to open",
    ]


def test_mark_leads_to_its_event_in_the_list(client: Client, story: Timeline) -> None:
    href = links_of(body_of(client, AXIS))["1 June 2015: The bridge opens"]
    event = story.events.get(headline="The bridge opens")
    assert href.endswith(f"#e{event.pk}")
    page = body_of(client, href.partition("#")[0])
    assert headlines(page)[0] == "The bridge opens"
    assert f'id="e{event.pk}"' in page


def test_bar_leads_to_as_many_events_as_it_says(client: Client, story: Timeline) -> None:
    links = links_of(body_of(client, AXIS))
    bars = [name for name in links if re.search(r", \d+ events?$", name)]
    assert "June 2015, 2 events" in bars
    for name in bars[::8]:
        told = int(re.findall(r"\d+", name)[-1])
        open_ended = 1  # counted where it begins, found wherever it may last
        assert (
            told
            <= len(headlines(follow(client, links[name].replace("view=axis", ""))))
            <= (told + open_ended)
        )


def test_zooming_in_and_out(client: Client, story: Timeline) -> None:
    href = links_of(body_of(client, AXIS))["June 2015, 2 events"]
    assert "from=2015-06&to=2015-06" in href
    body = follow(client, href)
    assert '<li aria-current="true">June 2015</li>' in body
    assert re.findall(r'<a href="([^"]*)">2015</a>', body) == [
        "?from=2015&amp;to=2015&amp;view=axis#axis"
    ]
    assert 'rel="prev"' in body
    assert "May 2015" in body
    assert '<a href="?view=axis">All dates</a>' in body
    assert "1 June 2015, 2 events" in links_of(body)


def test_filters_go_with_the_axis(client: Client, story: Timeline) -> None:
    body = body_of(client, "/t/story/?topic=bridges&view=axis")
    links = links_of(body)
    assert not any("ferry" in name for name in links)
    assert all("topic=bridges" in href for href in links.values() if href)
    assert "<bdi>Bridges</bdi></a> <small>3</small>" in body


def test_lanes_by_publisher(client: Client, story: Timeline) -> None:
    body = body_of(client, f"{AXIS}&lanes=publisher")
    assert re.findall(r"<h2><a [^>]*><bdi>(.*?)</bdi>", body) == ["Harbour Post"]
    assert "lanes=publisher" in links_of(body)["June 2015, 2 events"]
    assert 'href="?view=axis">Lanes by topic</a>' in body


def test_many_events_are_counted(
    client: Client, story: Timeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(axis_page, "MOST_MARKS", 3)
    body = body_of(client, AXIS)
    links = links_of(body)
    assert not any("The bridge opens" in name for name in links)
    assert 'class="many"' in body
    assert "Bridges</bdi></a> <small>3</small>" in body
    href = next(href for href in links.values() if "topic=ferries" in href)
    assert headlines(follow(client, href.replace("view=axis", ""))) == ["A ferry is sold"]


def test_events_of_one_day_too_many_to_draw_are_a_list(
    client: Client, story: Timeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(axis_page, "MOST_MARKS", 1)
    body = body_of(client, f"{AXIS}&from=2015-06-01&to=2015-06-01")
    pills = [href for name, href in links_of(body).items() if "topic=" in href]
    assert pills
    assert not any("view=axis" in href for href in pills)


def test_public_sees_only_what_is_published_here(client: Client, story: Timeline) -> None:
    make_event("1999", story, headline="A secret", topics=["Secrets"], is_published=False)
    make_event("1998", make_timeline("other"), headline="Elsewhere", topics=["Elsewhere"])
    body = body_of(client, AXIS)
    assert not re.search("secret|elsewhere|1999|1998", body, re.IGNORECASE)


def test_disputed_event_has_a_ring(client: Client, story: Timeline) -> None:
    assert "s-disputed" not in body_of(client, AXIS).partition("</defs>")[2]
    make_quote(story.events.get(headline="The bridge opens"), stance="disputes")
    body = body_of(client, AXIS)
    assert "1 June 2015, sources disagree: The bridge opens" in links_of(body)
    assert body.partition("</defs>")[2].count('href="#s-disputed"') == 2, "with the legend's"


@pytest.mark.parametrize("query", ["", "&q=nothing", "&from=1800&to=1850"])
def test_empty_axis_says_why(client: Client, query: str) -> None:
    make_timeline("story")
    body = body_of(client, f"{AXIS}{query}")
    assert "<svg" not in body
    assert 'class="empty"' in body


def test_headline_is_text_wherever_it_stands(client: Client) -> None:
    story = make_timeline("story")
    make_event("2019", story, headline='</title><script>"&', topics=["<b>"])
    body = body_of(client, AXIS)
    assert "<script>&quot;" not in body
    assert "&lt;script&gt;" in body
    assert "<bdi>&lt;b&gt;</bdi>" in body


def test_lengths_have_a_point_in_every_language(client: Client, story: Timeline) -> None:
    with translation.override("de"):
        body = body_of(client, AXIS, HTTP_ACCEPT_LANGUAGE="de")
    assert not re.search(r'="-?\d+,\d+(%|em)"', body)
    assert re.search(r'x="\d+\.\d+%"', body)


def test_htmx_gets_the_axis_alone(client: Client, story: Timeline) -> None:
    body = body_of(client, AXIS, **HTMX)
    assert 'id="axis"' in body
    assert "<html" not in body


def test_queries_do_not_grow(client: Client, story: Timeline) -> None:
    bring_up_to_date()
    with CaptureQueriesContext(connection) as few:
        body_of(client, AXIS)
    for number in range(10):
        make_event(f"20{10 + number}", story, topics=[f"Topic {number}"])
    bring_up_to_date()
    with CaptureQueriesContext(connection) as many:
        body_of(client, AXIS)
    assert len(many) == len(few)


def test_axis_reaches_as_far_as_dates_are_kept(client: Client) -> None:
    story = make_timeline("story")
    make_event("Y-5000000", story, headline="The ice grows")
    make_event("Y5000000", story, headline="The ice melts")
    names = [*links_of(body_of(client, AXIS))]
    assert "5000001 BC, some time in the year: The ice grows" in names
    assert "5000000, some time in the year: The ice melts" in names

"""What was known when: the events that articles published by a day told, and what came later."""

import re
from datetime import date
from html import unescape
from typing import Any

import pytest
from django.test import Client

from articles.models import Article
from timeline.models import Event, Timeline
from timeline.tests.factories import make_article, make_event, make_quote, make_timeline
from timeline.tests.page_text import HTMX, body_of, headlines

pytestmark = pytest.mark.django_db


def report(text: str, on: str, **fields: Any) -> Article:
    """An article that says this and was published on the day; if none is given, nobody knows."""
    return make_article(text, published_on=date.fromisoformat(on) if on else None, **fields)


@pytest.fixture
def story() -> Timeline:
    """Five events, by how they were reported.

    Early; twice, the day of February only by the second; disputed before told; undated; late.
    """
    story = make_timeline("story")
    make_event("2019-01-02", story, headline="early", article=report("It is told.", "2019-05-31"))
    first = report("In February it came.", "2019-06-30")
    twice = make_event("2019-02-04", story, headline="twice", topics=["Ferries"], article=first)
    second = report("It came on 4 February.", "2019-08-01", publisher="Hill Gazette")
    make_quote(twice, second, dated="4 February")
    told = report("So it was.", "2020-01-01")
    denied = make_event("2019-03", story, headline="denied", article=told)
    make_quote(denied, report("It was not so.", "2019-05-01"), stance="disputes")
    make_event("2019-04", story, headline="undated", article=report("Once it was.", ""))
    make_event(
        "2019-05", story, headline="late", article=report("It is told at last.", "2020-03-03")
    )
    return story


FILTERED = {
    "": ["early", "twice", "denied", "undated", "late"],
    "known=2019-05-30": [],
    "known=2019-05-31": ["early"],
    "known=31+May+2019": ["early"],
    "known=2019-05": ["early"],
    "known=spring+2019": ["early"],
    "known=2019-06": ["early", "twice"],
    "known=2019": ["early", "twice"],
    "known=2020-01-01": ["early", "twice", "denied"],
    "known=3000": ["early", "twice", "denied", "late"],
    "known=44+BC": [],
    "known=2019&topic=ferries": ["twice"],
    "known=2019&from=2019-02&within=certain": ["twice"],
    "known=2019&sources=2": ["twice"],
    "known=since+2017": ["early", "twice", "denied", "undated", "late"],
    "known=the+year+of+the+cat": ["early", "twice", "denied", "undated", "late"],
}


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_what_an_article_published_by_then_told(
    client: Client, story: Timeline, headers: dict[str, str]
) -> None:
    found = {q: headlines(body_of(client, f"/t/story/?{q}", **headers)) for q in FILTERED}
    assert found == FILTERED


def test_the_same_in_every_form(client: Client, story: Timeline) -> None:
    for query, expected in FILTERED.items():
        answer = client.get(f"/t/story/events.json?{query}")
        if "cat" in query or "since" in query:
            assert "leaves it out" in answer.json()["errors"]["known"][0]
            continue
        told = [event["headline"] for event in answer.json()["events"]]
        table = client.get(f"/t/story/events.csv?{query}").getvalue().decode()
        embedded = client.get(f"/embed/story/?{query}").content.decode()
        assert told == expected
        assert [name for name in FILTERED[""] if f",{name}," in table] == expected
        assert re.findall(r'target="_blank">(\w+)</a> <small>', embedded) == expected


def entry(client: Client, headline: str, query: str) -> str:
    """The event in the list."""
    entries = re.findall(
        r'<li id="e\d+">.*?</div></li>', body_of(client, f"/t/story/?{query}"), re.S
    )
    return next(str(one) for one in entries if f">{headline}</a>" in one)


def test_sources_that_came_later_are_told_apart(client: Client, story: Timeline) -> None:
    shown = entry(client, "twice", "known=2019-07")
    first, second = re.findall(r"<figure.*?</figure>", shown, re.S)
    assert "<summary>1 quote from 1 source (2 today), first told here on 30 June 2019</s" in shown
    assert "later" not in first
    assert second.startswith('<figure class="later">')
    assert "<em>Published later</em> <cite>Hill Gazette</cite>, 1 August 2019" in second
    assert '<p class="note">Its date here is from a later source.</p>' in shown
    shown = entry(client, "twice", "known=2019-08-01")
    assert "2 quotes from 2 sources, first told here on 30 June 2019</s" in shown
    assert "later" not in shown
    assert "first told here" not in entry(client, "twice", "")


def test_undated_sources_and_disputes_count_from_when_they_are_known(
    client: Client, story: Timeline
) -> None:
    event = Event.objects.get(headline="early")
    make_quote(
        event, report("It is not.", "2019-09-01", publisher="Hill Gazette"), stance="disputes"
    )
    make_quote(event, report("It is so.", ""))
    shown = entry(client, "early", "known=2019-08")
    assert "1 quote from 1 source (3 today)" in shown
    assert "sources disagree" not in shown
    assert '<figure class="disputes later">' in shown
    assert "<em>Perhaps published later</em>" in shown
    shown = entry(client, "early", "known=2019-09")
    assert "2 quotes from 2 sources (3 today)" in shown
    assert "sources disagree" in shown
    assert '<figure class="disputes">' in shown


def test_what_was_only_planned_then_is_said(client: Client, story: Timeline) -> None:
    event = Event.objects.get(headline="twice")
    event.quotes.filter(article__publisher__name="Harbour Post").update(told="planned")
    assert "By then it was only planned." in entry(client, "twice", "known=2019-07")
    assert "only planned" not in entry(client, "twice", "known=2019-08")


@pytest.mark.parametrize("view", ["list", "axis", "sources"])
def test_every_way_on_keeps_the_day(client: Client, story: Timeline, view: str) -> None:
    body = body_of(client, f"/t/story/?known=2019&view={view}")
    assert "<b>2</b> events, 2019\n" in body
    assert "3 more events became known later, or on a day that no source gives." in body
    nav = re.findall(r'<nav class="views".*?</nav>', body, re.S)[0]
    facets = re.findall(
        r'<a id="(?:topic|publisher|sources|precision|planned)-\S+" href="(.+?)"', body
    )
    links = [*re.findall(r'href="(.+?)"', nav), *facets]
    assert len(links) > 5
    assert [link for link in links if "known=2019" not in unescape(link)] == []
    assert re.findall(r'id="chip-known" href="(.*?)"', body) == [
        "/t/story/" + ("" if view == "list" else f"?view={view}")
    ]
    shared = body_of(client, "/t/story/share/?known=2019")
    assert " · known by 31 December 2019 (2019)</p>" in shared
    assert shared.count(".atom?known=2019") == 1


def test_each_number_is_what_its_link_shows(client: Client, story: Timeline) -> None:
    body = body_of(client, "/t/story/?known=2020-01-01")
    links = re.findall(r'<a id="\w+-\S+" href="(.+?)".*?<span>(\d+)</span>', body)
    assert len(links) > 5
    for address, number in links:
        assert len(headlines(body_of(client, unescape(address)))) == int(number)


def test_an_empty_result_is_loosened_by_it(client: Client, story: Timeline) -> None:
    body = body_of(client, "/t/story/?known=2018&topic=ferries")
    loose = r'<li><a href="(.*?)">without <bdi>(.*?)</bdi>: (\d+) event'
    assert re.findall(loose, body) == [
        ("/t/story/?topic=ferries", "known by 31 December 2018", "1")
    ]
    assert "tells each of these events" not in body


def test_sources_view_marks_what_came_later(client: Client, story: Timeline) -> None:
    body = body_of(client, "/t/story/?known=2019-07&view=sources")
    told = re.findall(r'<li( class="later")?><p class="published"><time datetime="(.+?)">', body)
    assert told == [
        ("", "2019-05-31"), ("", "2019-06-30"), (' class="later"', "2019-08-01"),
    ]  # fmt: skip
    assert body.count("<em>Published later</em>") == 1


def test_axis_knows_no_dispute_that_came_later(client: Client, story: Timeline) -> None:
    event = Event.objects.get(headline="early")
    make_quote(event, report("It is not.", "2019-09-01"), stance="disputes")
    assert "sources disagree" not in body_of(client, "/t/story/?known=2019-08&view=axis")
    assert "sources disagree" in body_of(client, "/t/story/?known=2019-09&view=axis")


def test_an_events_page_says_when_it_was_first_reported(client: Client, story: Timeline) -> None:
    def page(headline: str) -> str:
        return body_of(client, Event.objects.get(headline=headline).get_absolute_url())

    link = '<a href="/t/story/?known=2020-01-01">What was known by then</a>'
    assert f"First told here on 1 January 2020 · {link}" in page("denied")
    assert "First told here" not in page("undated")

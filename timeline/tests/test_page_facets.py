"""What narrows a timeline down, what takes a filter away, and what an empty result advises."""

import re
from html import unescape

import pytest
from django.test import Client

from timeline.models import Timeline
from timeline.tests.factories import make_article, make_event, make_quote, make_timeline
from timeline.tests.page_text import body_of, headlines, offers

pytestmark = pytest.mark.django_db


@pytest.fixture
def story() -> Timeline:
    """Three events: a, a bridge told by two; b, a planned ferry; c, a ferry in a year."""
    story = make_timeline("story")
    a = make_event("2019-11-04", story, headline="a", topics=["Bridges"])
    make_quote(a, make_article("It opened at last.", publisher="Hill Gazette"))
    make_event("2020-05", story, headline="b", topics=["Ferries"], is_planned=True)
    make_event("2018", story, headline="c", topics=["Ferries", "Bridges"])
    return story


ALL = {
    "topic": {"bridges": 2, "ferries": 2},
    "publisher": {"harbour-post": 3, "hill-gazette": 1},
    "sources": {"1": 2, "2": 1},
    "precision": {"day": 1, "month": 1, "year": 1},
    "planned": {"no": 2, "yes": 1},
}


@pytest.mark.parametrize(
    ("query", "changed"),
    [
        ("", {}),
        ("?topic=ferries", {
            "publisher": {}, "sources": {}, "precision": {"month": 1, "year": 1},
            "planned": {"no": 1, "yes": 1},
        }),
        ("?sources=2", {
            "topic": {}, "publisher": {"harbour-post": 1, "hill-gazette": 1}, "precision": {},
            "planned": {},
        }),
        ("?from=2019&topic=ferries", {
            "topic": {"bridges": 1, "ferries": 1}, "publisher": {}, "sources": {}, "precision": {},
            "planned": {},
        }),
    ],
)  # fmt: skip
def test_counts_respect_all_other_filters(
    client: Client, story: Timeline, query: str, changed: dict[str, dict[str, int]]
) -> None:
    expected = {name: counts for name, counts in (ALL | changed).items() if counts}
    assert offers(body_of(client, f"/t/story/{query}")) == expected


@pytest.mark.parametrize("name", ALL)
def test_each_number_is_what_its_link_shows(client: Client, story: Timeline, name: str) -> None:
    body = body_of(client, "/t/story/?from=2017")
    links = re.findall(rf'<a id="{name}-\S+" href="(.+?)".*?<span>(\d+)</span>', body)
    assert len(links) == len(ALL[name])
    for address, number in links:
        assert len(headlines(body_of(client, unescape(address)))) == int(number)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("sources=1", ["c", "b"]),
        ("sources=2", ["a"]),
        ("planned=yes", ["b"]),
        ("planned=no", ["c", "a"]),
        ("precision=month", ["b"]),
        ("from=2018-05&to=2018-06", ["c"]),
        ("from=2018-05&to=2018-06&within=certain", []),
        ("from=2018&within=certain", ["c", "a", "b"]),
        ("precision=nanosecond&planned=perhaps&sources=x&within=z&more=y", ["c", "a", "b"]),
    ],
)
def test_filters_that_are_chosen(
    client: Client, story: Timeline, query: str, expected: list[str]
) -> None:
    assert headlines(body_of(client, f"/t/story/?{query}")) == expected


def chips(body: str) -> dict[str, str]:
    """The parts of the filter in force, each with the address that takes it away."""
    found = re.findall(r'<a id="chip-\w+" href="(.*?)">.*?<bdi>(.*?)</bdi>', body)
    return {label: unescape(address) for address, label in found}


def test_each_part_of_the_filter_can_be_taken_away(client: Client, story: Timeline) -> None:
    query = (
        "q=told&from=spring+2018&to=2020&within=certain&known=2019-12&topic=ferries"
        "&publisher=harbour-post&precision=month&planned=yes&sources=1"
    )
    found = chips(body_of(client, f"/t/story/?{query}&view=axis"))
    assert list(found) == [
        "“told”", "from 1 March 2018", "to 31 December 2020", "wholly within",
        "known by 31 December 2019", "Ferries", "Harbour Post", "month", "planned",
        "one source only",
    ]  # fmt: skip
    for address, part in zip(found.values(), query.split("&"), strict=True):
        rest = "&".join(other for other in query.split("&") if other != part)
        assert address == f"/t/story/?{rest}&view=axis"


def test_no_chips_without_a_filter(client: Client, story: Timeline) -> None:
    assert chips(body_of(client)) == {}
    assert chips(body_of(client, "/t/story/?within=certain&from=cat&topic=cat")) == {}


def test_what_a_link_asks_for_in_vain_is_said(client: Client, story: Timeline) -> None:
    body = body_of(client, "/t/story/?topic=cat&publisher=dog&precision=eon")
    for thing in ("topic", "publisher", "precision"):
        assert f"No event here has this {thing}; the filter leaves it out." in body


def advice(body: str) -> list[str]:
    """What an empty result says of loosening the filter."""
    told = re.search(r'<div class="empty">.*?</div>', body, re.DOTALL)
    return (
        [re.sub(r"<.*?>", "", text) for text in re.findall(r"<li>.*?</li>", told[0])]
        if told
        else []
    )


def test_empty_result_says_what_to_loosen(client: Client, story: Timeline) -> None:
    body = body_of(client, "/t/story/?from=2019&precision=year&topic=ferries")
    assert headlines(body) == []
    assert advice(body) == ["without from 1 January 2019: 1 event", "without year: 1 event"]
    body = body_of(client, "/t/story/?from=2018-05&to=2018-06&within=certain&topic=bridges")
    assert advice(body) == [
        "without to 30 June 2018: 1 event", "without wholly within: 1 event",
    ]  # fmt: skip


def test_empty_result_admits_where_no_part_helps(client: Client, story: Timeline) -> None:
    body = body_of(client, "/t/story/?q=cat&from=2050")
    assert advice(body) == []
    assert "No single part of it would give any if left out." in body


def test_a_few_of_many_topics_are_shown_until_more_are_asked_for(client: Client) -> None:
    make_event("2019", make_timeline("story"), topics=[f"Topic{n:02}" for n in range(20)])
    make_event("2018", Timeline.objects.get(), topics=["Topic19"])
    body = body_of(client)
    shown = offers(body)["topic"]
    assert list(shown) == ["topic19", *(f"topic{n:02}" for n in range(7))]
    more = re.search(r'id="topic-more" class="more" href="(.*?)">12 more<', body)
    assert more
    assert len(offers(body_of(client, unescape(more[1])))["topic"]) == 20
    assert "topic15" in offers(body_of(client, "/t/story/?topic=topic15"))["topic"]


def test_search_marks_its_words(client: Client) -> None:
    article = make_article("The Café opened yesterday, said the CAFE.")
    make_event(
        "2019", make_timeline("story"), headline="A cafe & more", article=article, dated="yesterday"
    )
    body = body_of(client, "/t/story/?q=cafe")
    assert 'A <mark class="hit">cafe</mark> &amp; more</a>' in body
    assert (
        '<blockquote>The <mark class="hit">Café</mark> opened <mark>yesterday</mark>, said the '
        '<mark class="hit">CAFE</mark>.</blockquote>'
    ) in body

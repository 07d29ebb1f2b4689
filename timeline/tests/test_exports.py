"""What a reader asked for, as files: each is read back by a program of its format."""

import csv
import io
import json
from datetime import date
from typing import Any
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar

from articles.models import PublicText, Publisher
from timeline.exports import FORMATS, exported
from timeline.models import Timeline
from timeline.tests.factories import make_article, make_event, make_timeline
from timeline.tests.page_text import bring_up_to_date

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
NASTY = '=1+1</title><script>alert("1")</script>&\x0b'


@pytest.fixture
def story() -> Timeline:
    """Dates of every kind, and an event that isn't public."""
    story = make_timeline("story", introduction="How the bridge came.")
    article = make_article("The bridge opened on 4 May 2018.", publisher="Hill Gazette")
    make_event("2018-05-04", story, headline="The bridge opens", article=article,
               topics=["Bridges", "Ferries"], summary="At last.")  # fmt: skip
    make_event("2018-06", story, headline="A ferry is sold", topics=["Ferries"])
    make_event("2019/2020", story, headline="The toll is paid")
    make_event("2021-02/..", story, headline="The toll is lifted")
    make_event("[..2049]", story, headline="A tunnel is to open", is_planned=True)
    make_event("-0043-03-15", story, headline="A consul dies")
    make_event("2018", story, headline="A secret", is_published=False)
    return story


def text_of(client: Client, ending: str, query: str = "") -> str:
    """The file as text; it must be there."""
    response = client.get(f"/t/story/events.{ending}{query}")
    assert response.status_code == 200
    assert response["Content-Type"] == f"{FORMATS[ending].media_type}; charset=utf-8"
    return b"".join(response.streaming_content).decode()  # type: ignore[attr-defined]


def rows_of(client: Client, query: str = "") -> list[dict[str, str]]:
    """The rows of the table."""
    return list(csv.DictReader(io.StringIO(text_of(client, "csv", query).removeprefix("\ufeff"))))


def entries_of(client: Client, query: str = "") -> dict[str, Any]:
    """The calendar's entries by the first words of their summaries."""
    calendar = Calendar.from_ical(text_of(client, "ics", query))
    return {str(entry["summary"]).partition(" (")[0]: entry for entry in calendar.walk("VEVENT")}


@pytest.mark.parametrize("ending", FORMATS)
def test_every_format_keeps_to_the_filter_and_to_what_is_public(
    client: Client, story: Timeline, ending: str
) -> None:
    everything, chosen = text_of(client, ending), text_of(client, ending, "?topic=ferries")
    assert "The toll is paid" in everything
    assert "A ferry is sold" in chosen
    assert "The toll is paid" not in chosen
    assert "A secret" not in everything


@pytest.mark.parametrize("ending", FORMATS)
def test_words_that_the_public_may_not_read_are_left_out(
    client: Client, story: Timeline, ending: str
) -> None:
    has_words = "opened on 4 May 2018" in text_of(client, ending)
    assert has_words or ending == "jsonld", "which has no words of articles"
    Publisher.objects.update(public_text=PublicText.NOTHING)
    assert "opened on 4 May 2018" not in text_of(client, ending)


@pytest.mark.parametrize("ending", FORMATS)
def test_filter_that_is_not_understood_gives_no_file(
    client: Client, story: Timeline, ending: str
) -> None:
    response = client.get(f"/t/story/events.{ending}?from=the+year+of+the+cat")
    assert response.status_code == 400
    assert response.content.decode().startswith("from: “the year of the cat” isn’t understood")


@pytest.mark.parametrize("address", ["/t/story/events.exe", "/t/other/events.csv"])
def test_what_is_not_there(client: Client, story: Timeline, address: str) -> None:
    make_timeline("other", reach="curators")
    assert client.get(address).status_code == 404


def test_long_file_says_where_the_next_begins(
    client: Client, story: Timeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exported, "MOST", 2)
    found, query = [], "?from=2018&to=2022"
    while query:
        response = client.get(f"/t/story/events.csv{query}")
        found += [row["headline"] for row in rows_of(client, query)]
        address = response.get("Link", "").partition("<")[2].partition('>; rel="next"')[0]
        assert not address or address.startswith("http://127.0.0.1:8000/t/story/events.csv?from=")
        query = address[address.index("?") :] if address else ""
    assert found[-2:] == ["The toll is lifted", "A tunnel is to open"]
    assert len(found) == len(set(found)) == 5


def test_table(client: Client, story: Timeline) -> None:
    rows = rows_of(client)
    assert [row["headline"] for row in rows][:2] == ["A consul dies", "The bridge opens"]
    assert rows[0]["edtf"] == "'-0043-03-15", "no spreadsheet works out a date BCE"
    bridge = rows[1]
    assert bridge["when"] == "4 May 2018"
    assert bridge["url"].startswith("http://127.0.0.1:8000/events/")
    assert json.loads(bridge["topics"]) == ["Bridges", "Ferries"]
    assert json.loads(bridge["quotes"])[0]["exact"] == "The bridge opened on 4 May 2018."


@pytest.mark.parametrize("sign", "=+-@\t\r")
def test_no_cell_is_a_formula(client: Client, sign: str) -> None:
    make_event("2018", make_timeline("story"), headline=f"{sign}HYPERLINK()", summary=f"{sign}1")
    [row] = rows_of(client)
    assert row["headline"].startswith("'")
    assert row["summary"].startswith("'")


def test_calendar_makes_no_day_of_what_is_no_day(client: Client, story: Timeline) -> None:
    entries = entries_of(client)
    days = {
        name: (entry["dtstart"].dt, entry["dtend"].dt, str(entry["summary"]))
        for name, entry in entries.items()
    }
    assert days == {
        "The bridge opens": (date(2018, 5, 4), date(2018, 5, 5), "The bridge opens"),
        "A ferry is sold": (
            date(2018, 6, 1), date(2018, 7, 1),
            "A ferry is sold (June 2018, some time in the month)",
        ),
        "The toll is paid": (
            date(2019, 1, 1), date(2021, 1, 1),
            "The toll is paid (From 2019 to 2020, all through)",
        ),
        "The toll is lifted": (
            date(2021, 2, 1), date(2021, 3, 1),
            "The toll is lifted (Since February 2021, all through, no end known)",
        ),
        "A tunnel is to open": (
            date(2049, 1, 1), date(2050, 1, 1),
            "A tunnel is to open (Before 2050, planned, some time before)",
        ),
    }  # fmt: skip
    assert entries["A tunnel is to open"]["status"] == "TENTATIVE"
    assert (
        "“The bridge opened on 4 May 2018.” — Hill Gazette"
        in entries["The bridge opens"]["description"]
    )


def test_calendar_names_what_it_can_not_hold(client: Client, story: Timeline) -> None:
    calendar = Calendar.from_ical(text_of(client, "ics"))
    assert "15 March 44 BC: A consul dies" in str(calendar["description"])
    assert "A consul dies" not in entries_of(client)


def test_feed(client: Client, story: Timeline) -> None:
    feed = ElementTree.fromstring(text_of(client, "atom", "?topic=ferries"))  # noqa: S314
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links == {
        "alternate": "http://127.0.0.1:8000/t/story/?topic=ferries",
        "self": "http://127.0.0.1:8000/t/story/events.atom?topic=ferries",
    }
    first, second = feed.findall(f"{ATOM}entry")
    titles = [entry.findtext(f"{ATOM}title") for entry in (first, second)]
    assert titles == ["A ferry is sold", "The bridge opens"], "published last, told first"
    event = story.events.get(headline="The bridge opens")
    assert second.findtext(f"{ATOM}id") == f"urn:uuid:{event.uid}"
    assert "4 May 2018." in (second.findtext(f"{ATOM}summary") or "")
    assert [c.get("term") for c in second.findall(f"{ATOM}category")] == ["Bridges", "Ferries"]


def test_feed_of_events_without_records(client: Client, story: Timeline) -> None:
    type(story.events.first()).history.all().delete()  # type: ignore[union-attr]
    feed = ElementTree.fromstring(text_of(client, "atom"))  # noqa: S314
    assert len(feed.findall(f"{ATOM}entry")) == 6


def test_linked_data(client: Client, story: Timeline) -> None:
    data = json.loads(text_of(client, "jsonld"))
    assert (data["@type"], data["numberOfItems"]) == ("ItemList", 6)
    told_of = {item["name"]: item for item in data["itemListElement"]}
    assert told_of["The bridge opens"]["startDate"] == "2018-05-04"
    assert told_of["A ferry is sold"]["startDate"] == "2018-06"
    assert "startDate" not in told_of["A consul dies"]


def test_timelinejs(client: Client, story: Timeline) -> None:
    data = json.loads(text_of(client, "timelinejs.json"))
    slides = {slide["text"]["headline"]: slide for slide in data["events"]}
    dates = {
        name: (slide["start_date"], slide.get("end_date"), slide["display_date"])
        for name, slide in slides.items()
    }
    assert dates == {
        "A consul dies": ({"year": -44, "month": 3, "day": 15}, None, "15 March 44 BC"),
        "The bridge opens": ({"year": 2018, "month": 5, "day": 4}, None, "4 May 2018"),
        "A ferry is sold": ({"year": 2018, "month": 6}, None, "June 2018, some time in the month"),
        "The toll is paid": ({"year": 2019}, {"year": 2020}, "From 2019 to 2020, all through"),
        "The toll is lifted": (
            {"year": 2021, "month": 2}, None, "Since February 2021, all through, no end known",
        ),
        "A tunnel is to open": ({"year": 2049}, None, "Before 2050, planned, some time before"),
    }  # fmt: skip
    assert slides["The bridge opens"]["group"] == "Bridges"


@pytest.mark.parametrize("ending", FORMATS)
def test_hostile_words_stay_words(client: Client, ending: str) -> None:
    story = make_timeline("story", introduction=NASTY)
    make_event("2018", story, headline=NASTY, article=make_article(NASTY, title=NASTY))
    made = text_of(client, ending)
    if ending == "atom":
        summary = ElementTree.fromstring(made).findtext(f".//{ATOM}summary") or ""  # noqa: S314
        assert "<script>" not in summary
    if ending == "timelinejs.json":
        assert "<script>" not in made
    if ending == "ics":
        assert Calendar.from_ical(made).walk("VEVENT")
    if ending.endswith("json") or ending == "jsonld":
        json.loads(made)


def test_queries_grow_only_with_hundreds(client: Client, story: Timeline) -> None:
    bring_up_to_date()
    with CaptureQueriesContext(connection) as few:
        text_of(client, "csv")
    for _ in range(9):
        make_event("2018", story, topics=["More"])
    bring_up_to_date()
    with CaptureQueriesContext(connection) as many:
        text_of(client, "csv")
    assert len(few) == len(many)

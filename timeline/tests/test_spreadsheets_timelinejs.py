"""Timelines of TimelineJS come in and go out; what can't be kept is told."""

import json
import re

import pytest
from django.contrib.auth.models import User
from hypothesis import given
from hypothesis import strategies as st

from articles.readers import ReadError
from timeline.models import Event, Topic
from timeline.roles import CURATOR
from timeline.spreadsheets.reading import read_sheet
from timeline.spreadsheets.writing import FORMATS
from timeline.tests.roles import make_user
from timeline.tests.tables import TODAY, bring, empty, make_story, written

pytestmark = pytest.mark.django_db


@pytest.fixture
def curator() -> User:
    return make_user(CURATOR)


TIMELINEJS = {
    "title": {"text": {"headline": "All"}},
    "eras": [{}],
    "events": [
        {
            "start_date": {"year": 2018, "month": 4},
            "display_date": "April 2018, some time in the month",
            "text": {"headline": "A &amp; B", "text": "<p>So <b>it</b> was.</p><script>x"},
            "group": "Bridges",
        },
        {
            "start_date": {"year": "2018", "month": "5", "day": "4", "hour": 3},
            "end_date": {"year": "2018", "month": "7"},
            "text": {"headline": "Lasts"},
            "media": {"url": "https://x.example.org/a.jpg", "credit": "Ada"},
        },
        {"start_date": {"year": -44}, "display_date": "The Ides", "text": {"headline": "Ides"}},
        {"start_date": {"year": 2018}, "display_date": "about 2018", "text": {"headline": "C"}},
    ],
}


def test_timelinejs_comes_in(curator: User) -> None:
    Topic.objects.create(name="Bridges", slug="bridges")
    data = json.dumps(TIMELINEJS).encode()
    sheet = read_sheet(data, "timeline.json", TODAY)
    assert sheet.unkept == [
        "Event 2: its picture or other medium https://x.example.org/a.jpg: "
        "upload it on the event’s page.",
        "Event 2: the time of day.",
        "Event 3: its date is shown as “The Ides”.",
        "The title slide: a timeline has a title and an introduction here.",
        "The eras.",
    ]
    bring(data, curator, "timeline.json")
    made = {one.headline: one for one in Event.objects.all()}
    dates = {headline: event.edtf for headline, event in made.items()}
    assert dates == {
        "A & B": "2018-04", "Lasts": "2018-05-04/2018-07", "Ides": "-0043", "C": "2018~",
    }  # fmt: skip
    assert made["A & B"].summary == "So it was.\nx"
    assert made["A & B"].topics.get().name == "Bridges"


@pytest.mark.parametrize("ending", ["timelinejs", "timelinejs_sheet"])
def test_timelinejs_goes_out_and_comes_back(ending: str, curator: User) -> None:
    make_story()
    Event.objects.filter(headline="+The bridge opens").update(summary="Two <b> lines")
    before = without_ids(written(ending))
    name = f"story.{FORMATS[ending].ending}"
    data = written(ending)
    empty()
    bring(data, curator, name)
    assert without_ids(written(ending)) == before


def without_ids(data: bytes) -> str:
    """Slides without the numbers of their events, and without what only notes say."""
    return re.sub(r"event(s/|-)\d+", "event", data.decode("utf-8-sig"))


NAMES = st.sampled_from(
    "events start_date end_date year month day display_date text headline group media url".split()
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20) | st.just("May 2018"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=6),
    max_leaves=20,
)


@given(st.dictionaries(NAMES, JSON, max_size=3) | st.fixed_dictionaries({"events": st.lists(JSON)}))
def test_whatever_stands_in_json_is_a_table_or_refused(held: object) -> None:
    try:
        sheet = read_sheet(json.dumps(held).encode(), "a.json", TODAY)
    except ReadError:
        return
    assert all(len(row) == len(sheet.headers) for row in sheet.rows)

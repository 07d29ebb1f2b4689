"""The one filter: which published events fit what a reader asked."""

from datetime import date

import pytest

from articles.dates import parse_edtf
from articles.models import Article, PublicText
from articles.readers import Record
from timeline.curating.curation import publish
from timeline.events.ingest import ingest_record
from timeline.index import index_of
from timeline.index.selection import Selection
from timeline.models import Event, Timeline, Topic

pytestmark = pytest.mark.django_db

TEXT = """The yard’s gate opened on 4 May 2012. A crane fell in May 2018.
It has been closed since 2017. The tests will begin in 2020."""


@pytest.fixture(autouse=True)
def article() -> Article:
    timeline = Timeline.objects.create(slug="harbour", title="The harbour")
    record = Record(text=TEXT, publisher="Harbour Ledger", published=date(2019, 11, 7))
    article = ingest_record(record, timeline).article
    for event in timeline.events.all():
        publish(event)
    return article


def found(**asked: object) -> list[str]:
    selection = Selection(**asked)  # type: ignore[arg-type]
    return [event.edtf for event in index_of(Timeline.objects.get()).find(selection).events()]


def day(edtf: str) -> int:
    first = parse_edtf(edtf).first_day
    assert first is not None
    return first


@pytest.mark.parametrize(
    ("first", "last", "edtfs"),
    [
        (None, None, ["2012-05-04", "2017/..", "2018-05", "2020"]),
        ("2012-05-04", "2012-05-04", ["2012-05-04"]),
        ("2012-05-05", "2016-12-31", []),
        ("2018-05-31", "2018-05-31", ["2017/..", "2018-05"]),
        ("2018-06-01", None, ["2017/..", "2020"]),
        (None, "2017-01-01", ["2012-05-04", "2017/.."]),
    ],
)
def test_days(first: str | None, last: str | None, edtfs: list[str]) -> None:
    asked = {"first_day": first and day(first), "last_day": last and day(last)}
    assert found(**asked) == edtfs


@pytest.mark.parametrize(
    ("words", "edtfs"),
    [
        ("crane", ["2018-05"]),
        ("CRANE fell", ["2018-05"]),
        ("crane opened", []),
        ("2012", ["2012-05-04"]),
        ("yard's", ["2012-05-04"]),
        ("yard’s", ["2012-05-04"]),
        ("%", []),
        ("  ", ["2012-05-04", "2017/..", "2018-05", "2020"]),
    ],
)
def test_words(words: str, edtfs: list[str]) -> None:
    assert found(words=words) == edtfs


def test_words_that_the_public_may_not_read_cannot_be_searched_for(article: Article) -> None:
    event = Event.objects.get(edtf="2018-05")
    event.headline = "An accident"
    event.save()
    assert found(words="crane") == ["2018-05"]
    article.public_text = PublicText.NOTHING
    article.save()
    assert found(words="crane") == []
    assert found(words="accident") == ["2018-05"]


def test_topic_and_publisher(article: Article) -> None:
    topic = Topic.objects.create(name="Cranes", slug="cranes")
    Event.objects.get(edtf="2018-05").topics.add(topic)
    assert found(topic="cranes") == ["2018-05"]
    assert found(topic="yards") == []
    assert len(found(publisher="harbour-ledger")) == 4
    assert found(publisher="another") == []

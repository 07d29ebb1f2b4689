"""The lists of the admin: what they can be narrowed to, and that they stay as fast as they are."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from timeline.admin.filters import years_with_events
from timeline.models import Event
from timeline.tests.admin_pages import ARTICLES, EVENTS
from timeline.tests.factories import make_article, make_event, make_quote, make_timeline

pytestmark = pytest.mark.django_db


def found(client: Client, query: str) -> set[str]:
    """The dates of the events that a query of the list finds."""
    page = client.get(f"{reverse(EVENTS)}?{query}")
    assert page.status_code == 200, query
    return {event.edtf for event in page.context["cl"].result_list}


@pytest.fixture
def events() -> None:
    harbour = make_timeline("harbour")
    article = make_article("It rained on the quay.", publisher="Quay Weekly")
    make_event("1930", harbour, headline="A ferry sinks", topics=["Ferries"])
    make_event("1931-05", article=article, is_published=False)
    make_event("[..2048]", is_planned=True, summary="A bridge is planned.")
    make_event("-0043-03-15", is_published=False)


NARROWED: dict[str, set[str]] = {
    "": {"1930", "1931-05", "[..2048]", "-0043-03-15"},
    "status__exact=candidate": {"1931-05", "-0043-03-15"},
    "status=candidate": {"1931-05", "-0043-03-15"},
    "year=1930": {"1930"},
    "year=193X": {"1930", "1931-05"},
    "year=-0043": {"-0043-03-15"},
    "year=-004X": {"-0043-03-15"},
    "year=2048": {"[..2048]"},
    "topic=ferries": {"1930"},
    "topic=none": set(),
    "publisher=quay-weekly": {"1931-05"},
    "is_planned__exact=1": {"[..2048]"},
    "q=FERRY": {"1930"},
    "q=rained+quay": {"1931-05"},
    "q=bridge": {"[..2048]"},
    "q=bridge+ferry": set(),
}


@pytest.mark.usefixtures("events")
def test_events_are_narrowed(curator: Client) -> None:
    assert {query: found(curator, query) for query in NARROWED} == NARROWED


def test_events_of_a_timeline_and_of_an_article(curator: Client) -> None:
    timeline, other = make_timeline(), make_event("1999")
    event = make_event("1930", timeline)
    make_quote(event, article := event.quotes.get().article, words="it happened")
    assert found(curator, f"timeline={timeline.slug}") == {"1930"}
    assert found(curator, f"quotes__article__id__exact={article.pk}") == {"1930"}
    assert found(curator, f"quotes__article__id__exact={other.quotes.get().article_id}") == {"1999"}


def test_a_year_that_is_none_asks_again(curator: Client) -> None:
    for year in ("x", "2019-13", "..", "199Y"):
        page = curator.get(reverse(EVENTS), {"year": year})
        assert page.status_code in (200, 302)


@pytest.mark.parametrize(
    ("dates", "years"),
    [
        (["2019-12-31", "2020-01-01", "2020-12-31"], {2019, 2020}),
        (["0000", "0001", "-0001", "-0043-12-31", "-0042-01-01"], {0, 1, -1, -43, -42}),
        ([], set()),
    ],
)
def test_the_years_that_have_events(dates: list[str], years: set[int]) -> None:
    for edtf in dates:
        Event.objects.create(headline="It rains", edtf=edtf)
    assert set(years_with_events()) == years


def test_many_years_are_told_by_decade(curator: Client) -> None:
    for year in range(1900, 2020, 4):
        Event.objects.create(headline="Leap day", edtf=str(year))
    page = curator.get(reverse(EVENTS), {"year": "194X"}).content.decode()
    assert ">1900s<" in page
    assert ">2010s<" in page
    assert ">1944<" in page
    assert ">1904<" not in page


DECADES = {
    "-0043": ("-004X", "years 50 BC to 41 BC"),
    "-0049": ("-004X", "years 50 BC to 41 BC"),
    "0000": ("000X", "years 1 BC to AD 9"),
    "0005": ("000X", "years 1 BC to AD 9"),
    "1903": ("190X", "1900s"),
    "Y-11999": ("Y-11999", "12000 BC"),
}


def test_each_decade_has_its_name_and_finds_its_events(curator: Client) -> None:
    for year in (*DECADES, *range(1910, 2020, 4)):
        Event.objects.create(headline="Leap day", edtf=str(year))
    page = curator.get(reverse(EVENTS)).text
    for edtf, (value, label) in DECADES.items():
        assert f'"?year={value}"' in page
        assert f">{label}<" in page
        assert edtf in found(curator, f"year={value}")


def more_events() -> None:
    """Ten events in years of their own, with timelines, topics and two quotes."""
    shown = make_timeline()
    for year in range(1910, 2010, 10):
        make_quote(make_event(str(year + Event.objects.count() % 7), shown, topics=["A", "B"]))


def more_articles() -> None:
    """Ten articles without a title, every other one replaced by a newer version."""
    for number in range(5):
        old = make_article(f"It was {number}.", title="", publisher=f"Publisher {number}")
        make_article(f"It was not {number}.", title="", replaces=old, published_on=None)


@pytest.mark.parametrize(
    ("page", "make"),
    [
        (EVENTS, more_events),
        (ARTICLES, more_articles),
        ("admin:timeline_timeline_changelist", more_events),
        ("admin:timeline_topic_changelist", more_events),
        ("admin:articles_publisher_changelist", more_articles),
        ("admin:index", more_events),
    ],
)
def test_twice_the_rows_take_the_same_queries(
    curator: Client, page: str, make: Callable[[], None]
) -> None:
    counts = []
    for _ in range(2):
        make()
        with CaptureQueriesContext(connection) as queries:
            curator.get(reverse(page))
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 20, "\n".join(query["sql"] for query in queries)

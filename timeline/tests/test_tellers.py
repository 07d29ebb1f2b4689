"""Who tells an event, and until when: the columns of a query, the order of the queue, the words."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from timeline.desk.waiting import Wanted
from timeline.events.tellers import significance, tellers, told_by_words
from timeline.merging.significance import significance_of_event, told_by
from timeline.models import Event
from timeline.tests.admin_pages import EVENTS
from timeline.tests.factories import make_article, make_event, make_quote

# Publisher ("" is unknown) and publication of each article, how they count, and how that is told.
Articles = list[tuple[str, date | None]]
MAY_4, NEXT_MAY = date(2019, 5, 4), date(2020, 5, 4)
CASES: list[tuple[str, Articles, tuple[int, int, int | None], str]] = [
    ("2019-05-04", [("A", MAY_4)], (1, 1, 0), "1 article, on the same day"),
    ("2019-05-04", [("A", None)], (1, 1, None), "1 article"),
    ("2019-05-04", [("A", MAY_4), ("A", NEXT_MAY)], (2, 1, 366),
     "2 articles of 1 source, up to 12 months later"),
    ("2019-05-04", [("", MAY_4), ("", None), ("A", MAY_4)], (3, 3, 0),
     "3 articles of 3 sources, on the same day"),
    ("2019-04", [("A", MAY_4)], (1, 1, 4), "1 article, up to 4 days later"),
    ("2019-06", [("A", MAY_4)], (1, 1, -57), "1 article, before it"),
    ("2017-09/..", [("A", MAY_4)], (1, 1, 610), "1 article, up to 20 months later"),
    ("[..2018]", [("A", MAY_4)], (1, 1, 124), "1 article, up to 4 months later"),
    ("-0043-03-15", [("A", MAY_4), ("B", MAY_4)], (2, 2, 753180),
     "2 articles of 2 sources, up to 2063 years later"),
    ("0001-01-01", [("A", date(1, 1, 2))], (1, 1, 1), "1 article, up to 1 day later"),
    ("2000-02-28", [("A", date(2000, 3, 1))], (1, 1, 2), "1 article, up to 2 days later"),
    ("2019-05-04", [], (0, 0, None), "nothing"),
]  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize(("edtf", "articles", "counted", "words"), CASES)
def test_who_tells(
    edtf: str, articles: Articles, counted: tuple[int, int, int | None], words: str
) -> None:
    event = Event.objects.create(headline="It rains", edtf=edtf)
    make_event("1999")  # others don't count
    for publisher, published_on in articles:
        article = make_article("It rained. It poured.", publisher=publisher)
        article.published_on = published_on
        article.save()
        make_quote(event, article, "It rained.")
        make_quote(event, article, "It poured.")  # the same article counts once
    asked: Any = Event.objects.annotate(weight=significance(), **tellers()).get(pk=event.pk)
    assert asked.weight == pytest.approx(significance_of_event(*counted))
    assert (asked.article_total or 0, asked.source_total or 0, asked.days_after) == counted
    assert told_by_words(asked) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (1, "up to 1 day later"),
        (13, "up to 13 days later"),
        (14, "up to 2 weeks later"),
        (59, "up to 8 weeks later"),
        (60, "up to 2 months later"),
        (729, "up to 24 months later"),
        (730, "up to 2 years later"),
    ],
)
def test_how_long_in_words(days: int, words: str) -> None:
    assert told_by(4, 3, days) == f"4 articles of 3 sources, {words}"


def test_more_sources_count_more_than_more_articles_of_one() -> None:
    alone, same, other = (significance_of_event(*told, 0) for told in ((1, 1), (2, 1), (2, 2)))
    assert alone < same < other < significance_of_event(2, 2, 30)
    assert significance_of_event(1, 1, 30_000) == alone


@pytest.fixture
def told_later(db: None) -> None:
    """Three candidates and a published event, of which the later ones are told by more."""
    for year in ("1930", "1931", "1932"):
        event = make_event(year, is_published=year == "1930")
        for number in range(int(year) - 1930):
            make_quote(event, make_article(publisher=f"Publisher {number}"))


@pytest.mark.usefixtures("told_later")
@pytest.mark.parametrize(
    ("query", "dates"),
    [
        ("status__exact=candidate", ["1932", "1931"]),
        ("status=candidate", ["1932", "1931"]),
        ("status__exact=candidate&o=1", ["1931", "1932"]),
        ("status__exact=published", ["1930"]),
        ("", ["1930", "1931", "1932"]),
        ("o=-5", ["1932", "1931", "1930"]),
    ],
)
def test_the_queue_begins_with_the_most_told(curator: Client, query: str, dates: list[str]) -> None:
    page = curator.get(f"{reverse(EVENTS)}?{query}")
    assert [event.edtf for event in page.context["cl"].result_list] == dates


@pytest.mark.django_db
def test_the_queue_begins_with_the_news_of_articles() -> None:
    article = make_article("Ada Low left. She was born in 1950.")
    born, left = (Event.objects.create(headline="Ada Low", edtf=year) for year in ("1950", "2019"))
    make_quote(born, article, "She was born in 1950.")
    make_quote(left, article, "Ada Low left.")
    assert Wanted().queue().after(0, 2) == [left, born]


@pytest.mark.usefixtures("told_later")
def test_the_queue_says_why(curator: Client) -> None:
    page = curator.get(f"{reverse(EVENTS)}?status__exact=candidate").content.decode()
    assert "3 articles of 3 sources, up to 86 years later" in page
    event = Event.objects.get(edtf="1932")
    page = curator.get(reverse("admin:timeline_event_change", args=[event.pk])).content.decode()
    assert "3 articles of 3 sources" in page


@pytest.mark.django_db
def test_a_longer_queue_takes_the_same_queries(curator: Client) -> None:
    counts = []
    for _ in range(2):
        for year in range(1900, 1910):
            make_quote(make_event(str(year), is_published=False))
        with CaptureQueriesContext(connection) as queries:
            curator.get(f"{reverse(EVENTS)}?status__exact=candidate")
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 20

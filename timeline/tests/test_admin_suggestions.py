"""When an article was written, by its own words: from the first reading to the curator's word."""

import io
import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.contrib.auth.models import Permission, User
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from articles.models import Article
from articles.readers import Record
from timeline.events.ingest import ingest_record
from timeline.events.reread import reread
from timeline.models import Event, Timeline
from timeline.tests.admin_pages import ARTICLES, page_of, send, told
from timeline.tests.factories import make_article, make_curator, make_timeline

pytestmark = pytest.mark.django_db

DAY = "The new lock opened yesterday, 4 May 2018. The old one was sold last month."
WEEK = "It leaked this week on Monday, November 4. Last year in April 2018 the lock opened."
NOTHING = "The new lock opened yesterday."
CONTRARY = "It opened yesterday, 4 May 2018. It was sold in 2020."


@pytest.fixture
def timeline() -> Timeline:
    return make_timeline("canal")


@pytest.fixture
def undated(timeline: Timeline) -> Callable[[str], Article]:
    return lambda text: ingest_record(Record(text=text, title="A lock"), timeline).article


def accept_address(article: Article) -> str:
    return reverse("admin:articles_article_accept", args=[article.pk])


def accept(client: Client, article: Article, day: str) -> str:
    """What the page tells after the button was pressed."""
    return told(client.post(accept_address(article), {"day": day}, follow=True))


def dated(article: Article) -> tuple[date | None, str]:
    article.refresh_from_db()
    return article.published_on, article.published_basis


def test_a_suggested_day_is_accepted(curator: Client, undated: Callable[[str], Article]) -> None:
    article = undated(DAY)
    assert [event.edtf for event in Event.objects.all()] == ["2018-05-04"]
    page = curator.get(page_of(article)).content.decode()
    assert "Probably written on 5 May 2018." in page
    assert "“yesterday, 4 May 2018” can be said only on 5 May 2018." in page
    assert '<button type="submit" form="accept" name="day" value="2018-05-05"' in page
    assert f'<form id="accept" method="post" action="{accept_address(article)}">' in page
    assert "1 candidate added" in accept(curator, article, "2018-05-05")
    assert dated(article) == (date(2018, 5, 5), "accepted")
    assert {event.edtf for event in Event.objects.all()} == {"2018-05-04", "2018-04"}
    assert not article.mentions.filter(edtf="").exists()
    history = article.history.latest()
    assert (history.published_basis, history.history_user.username) == ("accepted", "ada")
    page = curator.get(page_of(article)).content.decode()
    assert "accepted by a curator" in page
    assert "Probably written on 5 May 2018." in page
    assert 'form="accept"' not in page


def test_what_was_accepted_can_be_changed_and_taken_away(
    curator: Client, undated: Callable[[str], Article]
) -> None:
    article = undated(DAY)
    accept(curator, article, "2018-05-05")
    send(curator, page_of(article), published_on="2018-06-05")
    assert dated(article) == (date(2018, 6, 5), "curator")
    assert article.suggestion == {}
    send(curator, page_of(article), published_on="")
    assert dated(article) == (None, "curator")
    assert article.suggestion["day"] == "2018-05-05"


def test_of_a_wider_span_the_curator_sets_the_day(
    curator: Client, undated: Callable[[str], Article]
) -> None:
    article = undated(WEEK)
    page = curator.get(page_of(article)).content.decode()
    assert "Probably written in the week of 4 November 2019." in page
    assert "set it above" in page
    assert 'form="accept"' not in page
    accept(curator, article, "")
    assert dated(article) == (None, "")
    send(curator, page_of(article), published_on="2019-11-07")
    assert dated(article) == (date(2019, 11, 7), "curator")


def test_a_contradiction_is_shown_and_suggests_nothing(
    curator: Client, undated: Callable[[str], Article]
) -> None:
    article = undated(CONTRARY)
    page = curator.get(page_of(article)).content.decode()
    assert "Its own words contradict each other" in page
    assert "“2020” is told as past" in page
    assert 'form="accept"' not in page


@pytest.mark.parametrize(
    ("text", "day", "says"),
    [
        (DAY, "2018-05-06", "Meanwhile its text is read otherwise"),
        (NOTHING, "2018-05-05", "Meanwhile its text is read otherwise"),
        (NOTHING, "", "Meanwhile its text is read otherwise"),
        (DAY, "soon", "Meanwhile its text is read otherwise"),
    ],
)
def test_only_what_is_suggested_is_accepted(
    curator: Client, undated: Callable[[str], Article], text: str, day: str, says: str
) -> None:
    article = undated(text)
    assert says in accept(curator, article, day)
    assert dated(article) == (None, "")


def test_a_date_that_was_set_meanwhile_stays(
    curator: Client, undated: Callable[[str], Article]
) -> None:
    article = undated(DAY)
    send(curator, page_of(article), published_on="2018-06-05")
    assert "Meanwhile it was set to 2018-06-05." in accept(curator, article, "2018-05-05")
    assert dated(article) == (date(2018, 6, 5), "curator")


def test_nobody_else_accepts(
    client: Client, clerk: Client, undated: Callable[[str], Article]
) -> None:
    article = undated(DAY)
    answer = client.post(accept_address(article), {"day": "2018-05-05"})
    assert (answer.status_code, "login" in answer["Location"]) == (302, True)
    assert clerk.post(accept_address(article), {"day": "2018-05-05"}).status_code == 403
    assert dated(article) == (None, "")


def test_accepting_is_posted_with_its_token(undated: Callable[[str], Article]) -> None:
    article = undated(DAY)
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(make_curator("bea"))
    assert strict.get(accept_address(article)).status_code == 405
    assert strict.post(accept_address(article), {"day": "2018-05-05"}).status_code == 403
    assert dated(article) == (None, "")


def test_those_who_only_look_get_no_button(
    client: Client, undated: Callable[[str], Article]
) -> None:
    viewer = User.objects.create_user("eve", is_staff=True)
    viewer.user_permissions.add(Permission.objects.get(codename="view_article"))
    client.force_login(viewer)
    page = client.get(page_of(undated(DAY))).content.decode()
    assert "Probably written on 5 May 2018." in page
    assert 'form="accept"' not in page
    assert 'id="accept"' not in page


def test_the_list_says_when(curator: Client, undated: Callable[[str], Article]) -> None:
    undated(WEEK)
    make_article()
    page = curator.get(reverse(ARTICLES)).content.decode()
    assert page.count("probably in the week of 4 November 2019") == 1
    assert page.count('<td class="field-known_from">unknown</td>') == 1


def test_reading_again_keeps_the_suggestion_true(undated: Callable[[str], Article]) -> None:
    article = undated(DAY)
    Article.objects.update(suggestion={})
    reread(article)
    article.refresh_from_db()
    assert article.suggestion["day"] == "2018-05-05"
    [piece] = article.suggestion["evidence"]
    assert DAY[piece["start"] : piece["end"]] == "yesterday, 4 May 2018"
    assert piece["when"] == "2018-05-05"
    assert article.history.count() == 1


def test_nothing_is_written_after_it_was_added(timeline: Timeline) -> None:
    article = make_article(DAY, published_on=None, added_at=datetime(2018, 5, 3, tzinfo=UTC))
    reread(article)
    article.refresh_from_db()
    assert article.suggestion["when"] == ""


def test_dated_articles_get_no_suggestion(timeline: Timeline) -> None:
    record = Record(text=DAY, published=date(2018, 5, 5), published_basis="header")
    assert ingest_record(record, timeline).article.suggestion == {}


def test_a_date_that_arrives_later_ends_the_suggestion(timeline: Timeline) -> None:
    assert ingest_record(Record(text=DAY), timeline).article.suggestion
    record = Record(text=DAY, published=date(2018, 5, 5), published_basis="header")
    assert ingest_record(record, timeline).article.suggestion == {}


def test_ingest_tells_what_it_suggests(tmp_path: Path) -> None:
    texts = [DAY, NOTHING, *(f"{WEEK} {number}" for number in range(10))]
    path = tmp_path / "locks.jsonl"
    path.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts))
    out = io.StringIO()
    call_command("ingest", str(path), stdout=out, stderr=out)
    assert (
        "locks.jsonl:1: Probably written on 5 May 2018. "
        "“yesterday, 4 May 2018” can be said only on 5 May 2018.\n"
    ) in out.getvalue()
    assert "locks.jsonl:2: Nothing in it says when it was written.\n" in out.getvalue()
    assert out.getvalue().count("Probably written") == 9
    assert "  and 2 more.\n" in out.getvalue()

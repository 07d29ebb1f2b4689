"""The desk of articles: dated with a preview, quoted by hand, and all of it undone."""

from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Article
from articles.readers import Record
from timeline.desk.quoting import events_named
from timeline.events.ingest import ingest_record
from timeline.models import Change, Event, Timeline
from timeline.roles import CONTRIBUTOR
from timeline.tests.admin_pages import told
from timeline.tests.factories import make_article, make_event, make_timeline
from timeline.tests.test_changes import exported

pytestmark = pytest.mark.django_db
DESK = "/desk/articles/"
PLAIN = "The old lock of Fogtown opened yesterday. It cost 12 million crowns, its keeper said."
FERRY = "The ferry Aurora sank on 4 May 2012. The ferry Aurora sank on 4 May 2012, it is said."


@pytest.fixture
def story() -> Timeline:
    return make_timeline("harbour")


def taken_in(story: Timeline, text: str = PLAIN, **fields: Any) -> Article:
    given = {"language": "en", "title": "A Lock Opens"} | fields
    return ingest_record(Record(text=text, **given), story).article


def at(article: Article, query: str = "") -> str:
    return reverse("desk_article", args=[article.pk]) + query


def take(client: Client, article: Article, step: str, query: str = "", **data: Any) -> Any:
    """The response, redirects followed, to a step with what the page's forms hold."""
    seen = {"seen": str(Article.objects.get(pk=article.pk).published_on or "")}
    return client.post(at(article, query), {**seen, **data, "step": step}, follow=True)


def test_each_kind_has_its_queue(curator: Client, story: Timeline) -> None:
    undated = taken_in(story)
    unread = make_article("Fog lay over the harbour.")
    many = make_article("On Monday, on Tuesday and on Friday it rained.", published_on=None)
    ingest_record(Record(text=many.text, language="en"), story)
    page = curator.get(DESK, follow=True)
    assert page.redirect_chain == [(at(many), 302)]
    assert [one for one, _ in page.context["upcoming"]] == [undated]
    page = curator.get(f"{DESK}?kind=fruitless", follow=True)
    assert {page.context["article"], *(one for one, _ in page.context["upcoming"])} >= {unread}
    Article.objects.update(published_on=date(2019, 1, 1))
    assert b"No article waits" in curator.get(DESK).content


def test_nobody_is_asked_when_own_notes_were_published(curator: Client, story: Timeline) -> None:
    make_article("Fog lay, as I noted.", publisher="own notes", published_on=None)
    assert b"No article waits" in curator.get(DESK, follow=True).content
    assert "<strong>0</strong>\n      articles" in curator.get("/admin/").content.decode()
    unnamed = make_article("Fog lay.", publisher="", published_on=None)
    assert curator.get(DESK, follow=True).context["article"] == unnamed


def test_a_correction_is_shown_before_it_is_made(curator: Client, story: Timeline) -> None:
    article = taken_in(story, published=date(2019, 11, 5))
    event = Event.objects.get()
    before = exported()
    page = take(curator, article, "preview", day="6 November 2019")
    [move] = page.context["preview"].moved
    assert (move.before, move.after) == ("on 4 November 2019", "on 5 November 2019")
    assert exported() == before
    assert not Change.objects.exists()
    page = take(curator, article, "set", day="6 November 2019")
    assert "1 quote moved" in told(page)
    event.refresh_from_db()
    assert event.edtf == "2019-11-05"
    assert str(Change.objects.get()) == f"dated “{article}” on 6 November 2019"
    page = take(curator, article, "undo")
    assert f"Undid: dated “{article}” on 6 November 2019." in told(page)
    assert exported() == before
    article.refresh_from_db()
    assert article.published_on == date(2019, 11, 5)


def test_taking_a_date_away_and_back(curator: Client, story: Timeline) -> None:
    article = taken_in(story, published=date(2019, 11, 5))
    before = exported()
    [move] = take(curator, article, "preview", day="").context["preview"].moved
    assert (move.before, move.after) == ("on 4 November 2019", "")
    take(curator, article, "set", day="")
    assert not Event.objects.exists()
    take(curator, article, "undo")
    assert exported() == before


def test_others_quotes_that_move_come_back(curator: Client, story: Timeline) -> None:
    """Undated, it tells nothing; dated, it joins what another article told."""
    taken_in(story, PLAIN.replace("yesterday", "on 4 November 2019"), url="https://a.example/1")
    article = taken_in(story, f"{PLAIN} So it was.", url="https://a.example/2")
    before = exported()
    take(curator, article, "set", day="2019-11-05")
    assert Event.objects.count() == 1
    assert Event.objects.get().quotes.count() == 2
    take(curator, article, "undo")
    assert exported() == before


def test_a_day_that_the_text_tells_is_accepted_by_one_key(curator: Client, story: Timeline) -> None:
    article = taken_in(story)
    other = taken_in(story, "Another text, without any date.")
    Article.objects.filter(pk=article.pk).update(
        suggestion={"when": "2019-11-05", "day": "2019-11-05", "words": "Probably.", "evidence": []}
    )
    assert 'data-key="a"' in curator.get(at(article)).content.decode()
    take(curator, article, "accept 2019-11-06")
    article.refresh_from_db()
    assert article.published_on is None
    page = take(curator, article, "accept 2019-11-05")
    article.refresh_from_db()
    assert (str(article.published_on), article.published_basis) == ("2019-11-05", "accepted")
    assert page.context["article"] == other
    assert Event.objects.get().edtf == "2019-11-04"


@pytest.mark.parametrize(
    ("day", "why"),
    [
        ("May 2018", "published on one day"),
        ("44 BC", "one day"),
        ("31 February 2019", "understood as a date"),
    ],
)
def test_what_is_no_day_is_refused(curator: Client, story: Timeline, day: str, why: str) -> None:
    article = taken_in(story)
    page = take(curator, article, "set", day=day)
    assert why in str(page.context["dating"].errors)
    page = take(curator, article, "set", day="2019-11-05", seen="2018-01-01")
    assert "Meanwhile it was set to no date" in str(page.context["dating"].errors)
    assert not Change.objects.exists()


def test_words_make_a_candidate_dated_by_the_mention_in_them(
    curator: Client, story: Timeline
) -> None:
    article = taken_in(story, FERRY)
    Event.objects.all().delete()
    page = take(curator, article, "quote", words="sank on\n4 May 2012, it is said")
    event = Event.objects.get()
    quote = event.quotes.get()
    assert (quote.exact, event.edtf) == ("sank on 4 May 2012, it is said", "2012-05-04")
    assert (event.status, quote.is_by_hand, list(event.timelines.all())) == (
        "candidate", True, [story],
    )  # fmt: skip
    assert "Made a candidate" in told(page)
    take(curator, article, "undo")
    assert not Event.objects.exists()


def test_words_that_stand_twice_are_asked_for(curator: Client, story: Timeline) -> None:
    article = taken_in(story, FERRY)
    event = make_event("2012", story)
    page = take(curator, article, "quote", words="Aurora sank", event=event.headline)
    places = page.context["quoting"].choices.places
    assert [place.start for place in places] == [10, 47]
    assert "Which place?" in page.content.decode()
    take(curator, article, "quote", words="Aurora sank", event=event.headline, at="47")
    assert event.quotes.get(article=article).start == 47
    page = take(curator, article, "quote", words="Aurora sank", event=event.headline, at="47")
    assert "already has this quote" in told(page)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ({"words": ""}, "required"),
        ({"words": "Borealis"}, "stands nowhere"),
        ({"words": "it is said"}, "name no date"),
        ({"words": "it is said", "date": "fog"}, "understood as a date"),
        ({"words": "it is said", "event": "nothing called so"}, "No event is called"),
        ({"words": "it is said", "event": "/events/999999999/"}, "No event is called"),
        ({"words": "it is said", "event": "harbour fire"}, "Several events are meant"),
    ],
)
def test_what_cannot_be_quoted_says_why(
    curator: Client, story: Timeline, data: dict[str, str], why: str
) -> None:
    for _ in range(2):
        make_event("2012", story, headline="Harbour fire")
    page = take(curator, taken_in(story, FERRY), "quote", **data)
    assert why in page.content.decode()
    assert not Change.objects.exists()


def test_a_typed_date_is_the_curators_word(curator: Client, story: Timeline) -> None:
    article = taken_in(story, FERRY)
    take(curator, article, "quote", words="it is said", date="about 2013")
    event = Event.objects.get(quotes__exact="it is said")
    assert (event.edtf, event.decided) == ("2013~", ["edtf"])


def test_who_may_not_work_on_events_does_not_sit_here(clerk: Client, story: Timeline) -> None:
    article = taken_in(story)
    assert clerk.get(at(article)).status_code == 403
    assert clerk.get(DESK).status_code == 403


def test_contributors_quote_but_are_offered_no_dating(client: Client, story: Timeline) -> None:
    contributor = User.objects.create_user("cora", is_staff=True)
    contributor.groups.add(Group.objects.get(name=CONTRIBUTOR))
    client.force_login(contributor)
    article = taken_in(story)
    page = client.get(at(article)).content.decode()
    assert 'value="quote"' in page
    assert 'value="preview"' not in page
    assert take(client, article, "preview", day="2019-11-05").status_code == 403


def test_queries_do_not_grow(curator: Client, story: Timeline) -> None:
    article = taken_in(story)
    counts = []
    for _ in range(2):
        for number in range(10):
            make_article(f"On {number + 1} May 2019 it rained {story.pk}.", published_on=None)
            make_event("2019", story, article=article)
        cache.clear()
        curator.get(DESK)
        with CaptureQueriesContext(connection) as queries:
            curator.get(at(article))
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 12


def test_an_event_is_named_by_words_address_or_number(story: Timeline) -> None:
    event = make_event("2019-05", story, headline="The yard opens for the 2019000 games")
    other = make_event("2019-06", story, headline=f"Ferry {event.pk} sails")
    assert events_named("2019000") == [event]
    assert events_named(str(event.pk)) == events_named(f"/desk/{event.pk}/") == [event]
    assert events_named("/events/2019000/") == events_named("2019001") == []
    assert events_named(f"ferry {event.pk}") == [other]

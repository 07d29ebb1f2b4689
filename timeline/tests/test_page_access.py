"""Every public address: who reaches what. Candidates, rejected events and private timelines."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.template.loader import get_template
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.models import Article, PublicText
from timeline.access import words_are_public
from timeline.curating.curation import join
from timeline.models import Event, Timeline
from timeline.search import saying
from timeline.tests.factories import (
    make_article,
    make_curator,
    make_event,
    make_quote,
    make_timeline,
)

pytestmark = pytest.mark.django_db
SECRET = "Nobody but curators may read of the whale."


@pytest.fixture
def curator(client: Client) -> User:
    user = make_curator()
    client.force_login(user)
    return user


@pytest.fixture
def hidden() -> Event:
    """A candidate on a public timeline."""
    return make_event(
        "2019",
        make_timeline("story"),
        headline="The whale returns",
        topics=["Whales"],
        is_published=False,
        article=make_article(SECRET, publisher="Whale Watch"),
    )


def reject(event: Event) -> None:
    event.status = "rejected"
    event.save()


def make_private(event: Event) -> None:
    event.status = "published"
    event.save()
    Timeline.objects.update(reach="curators")


def take_off(event: Event) -> None:
    event.status = "published"
    event.save()
    event.timelines.clear()


STATES = [lambda event: None, reject, make_private, take_off]


@pytest.mark.parametrize("state", STATES, ids=["candidate", "rejected", "private", "no timeline"])
@pytest.mark.parametrize("is_signed_in", [False, True])
def test_hidden_event_is_reached_by_no_address(
    client: Client, hidden: Event, state: Callable[[Event], None], is_signed_in: bool
) -> None:
    state(hidden)
    quote = hidden.quotes.get()
    if is_signed_in:  # without a permission an account sees no more than the public
        client.force_login(User.objects.create_user("reader", is_staff=True))
    for address in (
        "/",
        "/t/story/",
        "/t/story/?q=whale",
        "/t/story/?topic=whales",
        "/t/story/?publisher=whale-watch",
        f"/t/story/?after={hidden.pk}",
        "/t/story/events.json",
        "/t/story/events.json?topic=whales",
        f"/events/{hidden.pk}/",
        f"/articles/{quote.article_id}/",
    ):
        for headers in ({}, {"HTTP_HX_REQUEST": "true"}):
            response = client.get(address, follow=True, **headers)  # type: ignore[arg-type]
            body = response.content.decode().lower().replace("?q=whale", "")
            body = body.replace('value="whale"', "").replace("<bdi>“whale”</bdi>", "")
            assert "whale" not in body, address
    assert client.get(f"/events/{hidden.pk}/").status_code == 404
    assert client.get(f"/articles/{quote.article_id}/").status_code == 404


@pytest.mark.parametrize("address", ["/t/story/", "/t/story/events.json"])
def test_private_timeline_is_not_found(client: Client, address: str) -> None:
    make_timeline("story", reach="curators")
    assert client.get(address).status_code == 404
    client.force_login(make_curator())
    assert client.get(address).status_code == 200


def test_private_timeline_is_not_named(client: Client) -> None:
    public = [make_timeline(), make_timeline()]
    private = make_timeline("hidden-story", reach="curators")
    event = make_event("2019", public[0])
    event.timelines.add(private)
    for address in ("/", f"/events/{event.pk}/"):
        body = client.get(address).content.decode()
        assert public[0].title in body
        assert "hidden-story" not in body


def test_curator_sees_candidates_on_their_own_page_but_not_on_the_list(
    client: Client, hidden: Event, curator: User
) -> None:
    body = client.get(f"/events/{hidden.pk}/").content.decode()
    assert "The whale returns" in body
    assert "This event is a candidate: the public doesn’t see it." in body
    assert "The whale returns" not in client.get("/t/story/").content.decode()
    assert client.get("/t/story/events.json").json()["events"] == []


@pytest.mark.parametrize(
    "address",
    [
        "/events/1/",
        "/articles/1/",
        "/t/nothing/",
        "/nothing",
        f"/events/{10**30}/",
        f"/pictures/{10**30}/",
        "/t/no/events.json",
    ],
)
def test_what_is_not_there_is_said_in_the_look_of_the_page(client: Client, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 404
    assert "There is nothing here" in response.content.decode()


def test_joined_event_leads_to_the_one_that_is_left(client: Client) -> None:
    story = make_timeline()
    kept, middle, gone = (make_event("2019", story) for _ in range(3))
    join(middle, [gone])
    join(kept, [middle])
    for event in (middle, gone):
        response = client.get(f"/events/{event.pk}/")
        assert (response.status_code, response["Location"]) == (302, f"/events/{kept.pk}/")


def test_joined_event_does_not_give_a_hidden_one_away(client: Client) -> None:
    kept, gone = (make_event("2019", make_timeline(), is_published=False) for _ in range(2))
    join(kept, [gone])
    assert client.get(f"/events/{gone.pk}/").status_code == 404


@pytest.mark.parametrize("is_of_publisher", [False, True])
def test_withheld_article_shows_only_that_it_exists(client: Client, is_of_publisher: bool) -> None:
    story = make_timeline("story")
    article = make_article(
        "Rain fell. It happened in the depths of 2019. Rain fell.",
        title="On deep things",
        publisher="Deep Review",
    )
    event = make_event(
        "2019",
        story,
        headline="It happens",
        article=article,
        words="It happened in the depths of 2019.",
        dated="depths of 2019",
    )
    owner = article.publisher if is_of_publisher and article.publisher else article
    owner.public_text = PublicText.NOTHING
    owner.save()
    for address in ("/t/story/", "/t/story/events.json", f"/events/{event.pk}/",
                    f"/articles/{article.pk}/"):  # fmt: skip
        body = client.get(address).content.decode()
        assert "depths" not in body, address
        assert "Rain" not in body
        assert "Deep Review" in body
        assert article.url in body
        assert ":~:text=" not in body
    assert "1 quote from 1 source" in client.get("/t/story/").content.decode()


def test_words_of_a_withheld_article_cannot_be_searched_for(client: Client) -> None:
    story = make_timeline("story")
    article = make_article("It happened in the depths.", public_text=PublicText.NOTHING)
    make_event("2019", story, headline="It happens", article=article)
    found = client.get("/t/story/events.json?q=depths").json()
    assert found["found"] == 0


@pytest.mark.parametrize("by_publisher", [None, *PublicText])
@pytest.mark.parametrize("by_article", ["", *PublicText])
def test_search_and_page_withhold_the_same(by_article: str, by_publisher: str | None) -> None:
    article = make_article(publisher="Press" if by_publisher else "", public_text=by_article)
    if article.publisher:
        article.publisher.public_text = by_publisher or ""
        article.publisher.save()
    is_withheld = Article.objects.withheld().filter(pk=article.pk).exists()
    assert is_withheld is not words_are_public(article)
    make_event(headline="It happens", article=article)
    found = saying(Event.objects.all(), "bridge")
    assert found.exists() is not is_withheld


def test_article_without_a_published_quote_is_the_curators(client: Client) -> None:
    article = make_article("It happened twice, in 2019.")
    assert client.get(f"/articles/{article.pk}/").status_code == 404
    client.force_login(make_curator())
    assert client.get(f"/articles/{article.pk}/").status_code == 200


def test_error_pages_have_the_look_of_the_page() -> None:
    for name in ("400", "403", "403_csrf", "404", "500"):
        body = get_template(f"{name}.html").render()
        assert "<h1>" in body
        assert "css/site.css" in body
        assert ('href="/admin/login/"' in body) == (name == "403")


def test_quote_of_a_hidden_event_is_not_marked(client: Client) -> None:
    story = make_timeline()
    article = make_article("First this. Then that. Much later, those. At the end, these.")
    shown = make_event("2019", story, article=article, words="First this.")
    hidden = make_event(
        "2019", story, article=article, words="At the end, these.", is_published=False
    )
    body = client.get(f"/articles/{article.pk}/").content.decode()
    assert f'id="q-{shown.quotes.get().pk}"' in body
    assert f'id="q-{hidden.quotes.get().pk}"' not in body
    assert "these" not in body


def test_quotes_of_one_article_for_two_events(client: Client) -> None:
    story = make_timeline()
    article = make_article("First this. Then that.")
    one = make_event("2019", story, article=article, words="First this.")
    two = make_event("2018", story)
    make_quote(two, article, "First this.")
    body = client.get(f"/articles/{article.pk}/").content.decode()
    for event in (one, two):
        quote = event.quotes.get(article=article)
        assert body.count(f'id="q-{quote.pk}"') == 1
        assert f'href="/events/{event.pk}/"' in body


READ = "/t/story/", "/t/story/?view=axis", "/t/story/?view=sources", "/embed/story/"
FILES = tuple(f"/t/story/events.{ending}" for ending in ("json", "atom", "ics", "csv"))


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL knows how many there are")
@pytest.mark.parametrize("address", [*READ, *FILES, "/articles/{}/"])
def test_nothing_public_walks_through_all_published_events(client: Client, address: str) -> None:
    story, article = make_timeline("story"), make_article()
    for _ in range(40):  # of few ids SQLite never would
        make_event("2018", story, article=article)
    with CaptureQueriesContext(connection) as asked:
        response = client.get(address.format(article.pk))
        assert response.status_code == 200
        b"".join(response) if response.streaming else response.content
    with connection.cursor() as cursor:
        for query in asked.captured_queries:
            cursor.execute(f"EXPLAIN QUERY PLAN {query['sql']}")
            assert "event_status_order" not in str(cursor.fetchall()), query["sql"]

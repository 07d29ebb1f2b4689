"""The pages of one article and of one event, and the JSON of a selection."""

import pytest
from django.test import Client

from articles.models import PublicText
from timeline.tests.factories import (
    make_article,
    make_curator,
    make_event,
    make_quote,
    make_timeline,
)

pytestmark = pytest.mark.django_db
TEXT = "Alpha came.\n\nBeta came. Gamma came on Monday. Delta came.\n\nEpsilon came."


@pytest.mark.parametrize(
    ("reach", "is_curator", "shown", "note"),
    [
        ("", False, ["Beta", "Gamma", "Delta", "[…]"], "with a sentence of context"),
        (PublicText.QUOTES, False, ["Beta", "Gamma", "Delta", "[…]"], "a sentence of context"),
        (PublicText.FULL, False, ["Alpha", "Beta", "Gamma", "Delta", "Epsilon"], ""),
        (PublicText.NOTHING, False, [], "isn’t shown here"),
        (
            PublicText.NOTHING,
            True,
            ["Alpha", "Beta", "Gamma", "Delta", "Epsilon"],
            "The public sees nothing.",
        ),
        (
            "",
            True,
            ["Alpha", "Beta", "Gamma", "Delta", "Epsilon"],
            "The public sees quotes with their context.",
        ),
    ],
)
def test_article_shows_as_much_as_its_reach(
    client: Client, reach: str, is_curator: bool, shown: list[str], note: str
) -> None:
    article = make_article(TEXT, title="Who came", author="Ada Quill", public_text=reach)
    event = make_event(
        "2019-11-04",
        make_timeline(),
        article=article,
        words="Gamma came on Monday.",
        dated="Monday",
    )
    if is_curator:
        client.force_login(make_curator())
    body = client.get(f"/articles/{article.pk}/").content.decode()
    for part in ("Alpha", "Beta", "Gamma", "Delta", "Epsilon", "[…]"):
        assert (part in body) == (part in shown)
    for part in ("Who came", "Harbour Post", "Ada Quill", "5 November 2019", article.url, note):
        assert part in body
    mark = f'<mark id="q-{event.quotes.get().pk}" tabindex="-1">Gamma came on <b>Monday</b>.</mark>'
    assert (mark in body) == bool(shown)
    assert (f'href="/events/{event.pk}/"' in body) == bool(shown)


def test_event_page_tells_all_there_is(client: Client) -> None:
    story = make_timeline("story")
    event = make_event(
        "2018-04",
        story,
        headline="The bridge opens",
        summary="At last.",
        topics=["Bridges"],
        is_planned=True,
    )
    quote = make_quote(event, make_article("Not so: it opened in May."), stance="disputes")
    body = client.get(f"/events/{event.pk}/").content.decode()
    for part in (
        "<h1>The bridge opens</h1>",
        '<time datetime="2018-04">April 2018</time>',
        "planned, some time in the month",
        "At last.",
        "2 quotes from 1 source",
        "Not so: it opened in May.",
        "<em>Disagrees</em>",
        f"#q-{quote.pk}",
        'href="/t/story/?topic=bridges"',
        '<a href="/t/story/">The story of story</a>',
        f'<link rel="canonical" href="http://127.0.0.1:8000/events/{event.pk}/">',
    ):
        assert part in body


@pytest.mark.parametrize(
    ("publisher", "title", "language", "told"),
    [
        ("Harbour Post", "Who & what", "en", "Harbour Post</cite>, “<bdi>Who &amp; what</bdi>”, 5"),
        ("Harbour Post", "Le pont", "fr", 'Harbour Post</cite>, “<bdi lang="fr">Le pont</bdi>”, 5'),
        ("Harbour Post", "", "en", "Harbour Post</cite>, 5"),
        ("", "Who came", "en", "<cite>Who came</cite>, 5"),
    ],
)
def test_event_page_names_each_article_and_the_list_its_publisher(
    client: Client, publisher: str, title: str, language: str, told: str
) -> None:
    article = make_article(publisher=publisher, title=title, language=language)
    event = make_event("2019", make_timeline("story"), article=article)
    assert told in client.get(f"/events/{event.pk}/").content.decode()
    listed = client.get("/t/story/").content.decode()
    assert f"<cite>{publisher or title}</cite>, 5" in listed


def test_json_gives_the_selection_page_by_page(client: Client) -> None:
    story = make_timeline("story")
    for number in range(60):
        make_event("2019-11-04", story, headline=f"Event {number}", topics=["Bridges"])
    make_event("2019-11-05", story)
    first = client.get("/t/story/events.json?topic=bridges&q=").json()
    assert (first["timeline"], first["found"], first["previous"]) == ("story", 60, None)
    assert len(first["events"]) == 50
    second = client.get(first["next"]).json()
    assert second["next"] is None
    assert [e["headline"] for e in first["events"] + second["events"]] == [
        f"Event {number}" for number in range(60)
    ]
    back = client.get(second["previous"]).json()
    assert back["events"] == first["events"]
    event = first["events"][0]
    assert (event["edtf"], event["first"], event["topics"]) == (
        "2019-11-04",
        "2019-11-04",
        ["Bridges"],
    )
    assert event["quotes"][0]["publisher"] == "Harbour Post"


@pytest.mark.parametrize(
    "query", ["from=gibberish", "topic=unheard-of", "after=x", "after=4294967296"]
)
def test_json_refuses_what_it_does_not_understand(client: Client, query: str) -> None:
    make_event("2019", make_timeline("story"))
    response = client.get(f"/t/story/events.json?{query}")
    assert response.status_code == 400
    assert list(response.json()["errors"]) == [query.partition("=")[0]]


def test_a_replaced_text_says_so(client: Client) -> None:
    article = make_article(TEXT)
    make_quote(make_event("2019-11-04", make_timeline()), article, "Gamma came on Monday.")
    address = f"/articles/{article.pk}/"
    assert "newer version" not in client.get(address).content.decode()
    make_article("Beta.", replaces=article)
    assert "There is a newer version of this text" in client.get(address).content.decode()

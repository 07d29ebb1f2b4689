"""The page of one event: its evidence, its neighbours, its history, and what programs read."""

import json
import re
from datetime import date
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from articles.models import Article, Mention, PublicText
from timeline.curating.curation import join, publish, split, withdraw
from timeline.models import Event
from timeline.page.revisions import revisions_of
from timeline.page.structured import script_text
from timeline.tests.factories import (
    make_article,
    make_curator,
    make_event,
    make_quote,
    make_timeline,
)
from timeline.tests.page_text import body_of, bring_up_to_date

pytestmark = pytest.mark.django_db
TEXT = "They say that the bridge opened two weeks back."


@pytest.fixture
def event() -> Event:
    article = make_article(
        TEXT, title="A bridge", author="Una Pen", published_on=date(2019, 11, 7), language="en-GB"
    )
    return make_event(
        "2019-10-24~",
        make_timeline("story"),
        headline="The bridge opens",
        summary="It took three years.",
        article=article,
        dated="two weeks back",
    )


def page_of(client: Client, event: Event) -> str:
    return body_of(client, event.get_absolute_url())


def test_evidence_is_told_in_full(client: Client, event: Event) -> None:
    quote = event.quotes.get()
    body = page_of(client, event)
    for part in (
        "<b>About 24 October 2019</b>",
        '<blockquote lang="en-GB">They say that the bridge opened '
        "<mark>two weeks back</mark>.</blockquote>",
        '<cite>Harbour Post</cite>, “<bdi lang="en-GB">A bridge</bdi>”, by Una Pen, 7 Nov',
        "<p>Date words: “two weeks back” is read.",
        f'href="/articles/{quote.article_id}/#q-{quote.pk}"',
        "#:~:text=They%20say%20that,two%20weeks%20back.",
        '<a href="/t/story/">The story of story</a>',
    ):
        assert part in body


def table_of(body: str) -> list[list[str]]:
    """The readings side by side, row by row."""
    rows = re.findall(r"<tr.*?</tr>", body.partition("<tbody>")[2])
    cells = [re.findall(r"<t[hd].*?</t[hd]>", row) for row in rows]
    return [[re.sub(r"<.*?>", "", cell) for cell in row] for row in cells]


def test_readings_stand_side_by_side_where_they_differ(client: Client, event: Event) -> None:
    assert table_of(page_of(client, event)) == []
    other = make_article("It opened on 24 October 2019.", publisher="Hill Gazette")
    mention = Mention.objects.create(
        article=other, start=13, end=28, kind="date", edtf="2019-10-24", rule="test",
        why="“24 October 2019” is written out.",
    )  # fmt: skip
    quote = make_quote(event, other)
    quote.mention = mention
    quote.save()
    assert table_of(page_of(client, event)) == [
        ["5 November 2019", "Hill Gazette", "“24 October 2019”", "24 October 2019"],
        ["7 November 2019", "Harbour Post", "“two weeks back”", "About 24 October 2019"],
    ]
    Article.objects.filter(pk=other.pk).update(published_on=None)
    assert [row[:2] for row in table_of(page_of(client, event))] == [
        ["7 November 2019", "Harbour Post"],
        ["undated", "Hill Gazette"],
    ]
    other.public_text = PublicText.NOTHING
    other.save()
    assert table_of(page_of(client, event)) == []


def test_neighbours_are_those_of_the_timeline(client: Client, event: Event) -> None:
    story = event.timelines.get()
    assert "Events before and after" not in page_of(client, event)
    make_event("2018", story, headline="Long before")
    make_event("2019-01", story, headline="Just before")
    make_event("2019-12", story, headline="Draft after", is_published=False)
    make_event("2019-12", make_timeline(), headline="Elsewhere after")
    make_event("2020", story, headline="Just after")
    body = page_of(client, event)
    assert re.findall(r'rel="(prev|next)".*?</b> (.*?)</a>', body) == [
        ("prev", "Just before"), ("next", "Just after"),
    ]  # fmt: skip


def said(event: Event) -> list[str]:
    """What the page says of the event's changes, the first first, whatever day they are of."""
    event = Event.objects.get(pk=event.pk)
    return [text for revision in reversed(revisions_of(event)) for text in revision.said]


def test_history_tells_published_states_only(event: Event) -> None:
    assert said(event) == ["Published"]
    event.edtf, event.headline = "2019-10-24", "The new bridge opens"
    event.save()
    withdraw(event)
    event.headline = "A draft that nobody sees"
    event.save()
    event.headline, event.is_planned = "The bridge is opened", True
    event.save()
    publish(event)
    assert said(event) == [
        "Published",
        "Date changed from “about 24 October 2019” to “24 October 2019”",
        "Headline changed from “The bridge opens”",
        "Withdrawn",
        "Published again",
        "Headline changed from “The new bridge opens”",
        "Now told as planned",
    ]


def test_history_counts_quotes_that_came_and_went(event: Event) -> None:
    extra = [make_quote(event) for _ in range(2)]
    extra[0].delete()
    extra[1].stance = "disputes"
    extra[1].save()
    assert said(event) == ["Published", "2 quotes added", "A quote removed"]


def test_history_counts_quotes_that_moved(event: Event) -> None:
    other = make_event("2020", is_published=False)
    quote = other.quotes.get()
    join(event, [other])
    event.refresh_from_db()
    assert said(event) == ["Published", "A quote added"]
    split(event, [quote])
    assert said(event) == ["Published", "A quote added", "A quote removed"]


def test_a_long_history_says_that_it_begins_later(
    event: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("timeline.page.revisions.MOST", 3)
    quote = event.quotes.get()
    for number in range(4):
        event.headline = f"It opens {number}"
        event.save()
        quote.stance = ("supports", "disputes")[number % 2]
        quote.save()
    assert said(event) == [
        "Earlier changes are not listed",
        "Headline changed from “It opens 0”",
        "Headline changed from “It opens 1”",
        "Headline changed from “It opens 2”",
    ]


def test_history_names_nobody(client: Client, event: Event) -> None:
    client.force_login(make_curator("mallory"))
    event._history_user = make_curator("eve")  # type: ignore[attr-defined]
    event.summary = "Another."
    event.save()
    client.logout()
    body = page_of(client, event)
    assert "Summary changed" in body
    assert "eve" not in re.findall(r"<li.*?</li>", body)
    assert "mallory" not in body


def test_candidate_has_no_public_history(client: Client, event: Event) -> None:
    withdraw(event)
    client.force_login(make_curator())
    body = page_of(client, event)
    assert "What changed" not in body
    assert "ld+json" not in body


def data_of(body: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', body)
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return data


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        ("2019-11-04", "2019-11-04", None),
        ("2018-04", "2018-04", None),
        ("2018", "2018", None),
        ("2018-01/2018-03", "2018-01", "2018-03"),
        ("2017-09/..", "2017-09", None),
        ("2019-10-24~", None, None),
        ("[..2048]", None, None),
        ("2018-21", None, None),
        ("-0043", None, None),
    ],
)
def test_data_dates_are_as_precise_as_the_event(
    client: Client, event: Event, edtf: str, start: str | None, end: str | None
) -> None:
    event.edtf = edtf
    event.save()
    data = data_of(page_of(client, event))
    assert (data.get("startDate"), data.get("endDate")) == (start, end)


def test_data_names_what_the_page_shows(client: Client, event: Event) -> None:
    data = data_of(page_of(client, event))
    assert data["name"] == "The bridge opens"
    assert data["description"] == "It took three years. about 24 October 2019"
    assert data["subjectOf"] == [
        {
            "@type": "Article",
            "headline": "A bridge",
            "url": event.quotes.get().article.url,
            "datePublished": "2019-11-07",
            "author": {"@type": "Person", "name": "Una Pen"},
            "publisher": {"@type": "Organization", "name": "Harbour Post"},
        }
    ]


def test_data_ends_no_script() -> None:
    text = script_text({"name": "</script><!-- & \u2028"})
    assert not set("<>&\u2028") & set(text)
    assert json.loads(text) == {"name": "</script><!-- & \u2028"}


def test_card_for_other_sites(client: Client, event: Event) -> None:
    body = page_of(client, event)
    cards = dict(re.findall(r'<meta property="og:(\w+)" content="(.*?)">', body))
    assert cards["title"] == "The bridge opens"
    assert cards["description"] == "About 24 October 2019. It took three years."
    assert cards["url"].endswith(event.get_absolute_url())


def test_error_is_reported_to_the_contact(client: Client, event: Event, settings: Settings) -> None:
    assert "Report an error" not in page_of(client, event)
    settings.CONTACT = "https://example.org/errors"
    assert '<a href="https://example.org/errors">Report an error' in page_of(client, event)
    settings.CONTACT = "mailto:desk@example.org"
    body = unescape(page_of(client, event))
    assert "mailto:desk@example.org?subject=An%20error%20in%20%E2%80%9CThe%20bridge" in body
    assert "+" not in re.findall(r'href="mailto:(.*?)"', body)[0]


def test_queries_do_not_grow_with_quotes_and_changes(client: Client, event: Event) -> None:
    def queries() -> int:
        bring_up_to_date()
        with CaptureQueriesContext(connection) as asked:
            page_of(client, event)
        return len(asked)

    few = queries()
    for number in range(6):
        make_quote(event, make_article(f"It opened, {number}.", publisher=f"Press {number}"))
        event.headline = f"The bridge opens {number}"
        event.save()
    assert queries() == few <= 10

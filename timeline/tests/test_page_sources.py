"""The Sources view: which articles it shows, as far as they are public, and what it costs."""

import re
from collections.abc import Callable
from datetime import date
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.models import PublicText
from timeline.models import Timeline
from timeline.page import sources
from timeline.tests.factories import make_article, make_event, make_quote, make_timeline
from timeline.tests.page_text import body_of, bring_up_to_date

pytestmark = pytest.mark.django_db
ADDRESS = "/t/story/?view=sources"


@pytest.fixture
def story() -> Timeline:
    return make_timeline("story")


def titles(body: str) -> list[str]:
    """The titles of the articles shown, in order."""
    return re.findall(r'<h2 dir="auto"><a href="/articles/\d+/">(.*?)</a>', body)


def test_articles_stand_in_order_of_publication(client: Client, story: Timeline) -> None:
    for title, day in (("c", None), ("b", date(2019, 5, 1)), ("a", date(2018, 5, 1))):
        make_event("2019", story, article=make_article(title=title, published_on=day))
    assert titles(body_of(client, ADDRESS)) == ["a", "b", "c"]


def test_quotes_are_marked_and_linked_to_their_events(client: Client, story: Timeline) -> None:
    text = "Rain fell. The bridge opened. It held. Nobody cheered. Then the ferry sank. Fog came."
    article = make_article(text, title="News", author="Una Pen")
    one = make_event("2019", story, headline="One", article=article, words="The bridge opened.")
    two = make_event("2018", story, headline="Two", article=article, words="Then the ferry sank.")
    make_quote(two, make_article("It sank.", publisher="Hill Gazette"))
    hidden = make_event("2017", story, article=article, words="Rain fell.", is_published=False)
    elsewhere = make_event("2017", make_timeline(), article=article, words="Fog came.")
    body = body_of(client, f"{ADDRESS}&q=the")
    for event in (one, two):
        quote = event.quotes.get(article=article)
        assert f'<mark id="q-{quote.pk}" tabindex="-1">{quote.exact}</mark>' in body
        assert f'href="/events/{event.pk}/"' in body
    for event in (hidden, elsewhere):
        assert f"q-{event.quotes.get().pk}" not in body
    assert "by Una Pen" in body
    assert "Tells 2 events of those shown, 1 of them alone" in body
    assert "?q=the&amp;publisher=harbour-post&amp;sources=1&amp;view=sources" in body


def test_only_what_fits_the_filter_is_marked(client: Client, story: Timeline) -> None:
    article = make_article("The bridge opened. The ferry sank.", title="News")
    bridge = make_event("2019", story, article=article, words="The bridge opened.")
    ferry = make_event("2018", story, article=article, words="The ferry sank.")
    make_event("2018", story, article=make_article("Elsewhere it rained.", title="Else"))
    body = body_of(client, f"{ADDRESS}&from=2019")
    assert titles(body) == ["News"]
    assert f'id="q-{bridge.quotes.get().pk}"' in body
    assert f'id="q-{ferry.quotes.get().pk}"' not in body


@pytest.mark.parametrize("reach", PublicText)
def test_no_more_is_shown_than_is_public(client: Client, story: Timeline, reach: str) -> None:
    text = "Far away, rain fell. Fog came. The bridge opened. It held. Nobody cheered at all."
    article = make_article(text, title="News", public_text=reach)
    make_event("2019", story, article=article, words="The bridge opened.")
    body = body_of(client, ADDRESS)
    assert ("The bridge opened." in body) == (reach != "nothing")
    assert ("words are not shown here" in body) == (reach == "nothing")
    assert "rain fell" not in body
    assert titles(body) == ["News"]


def test_long_lists_are_paged(client: Client, story: Timeline) -> None:
    for number in range(23):
        day = date(2019, 1, 1 + number // 2) if number < 12 else None
        article = make_article(title=f"N{number:02}", published_on=day)
        make_event("2019", story, article=article)
    seen: list[str] = []
    address = f"{ADDRESS}&from=2019"
    for size in (10, 10, 3):
        body = body_of(client, address)
        assert len(titles(body)) == size
        seen += titles(body)
        link = re.search(r'rel="next" href="(.*?)"', body)
        address = f"/t/story/{unescape(link[1])}" if link else ""
    assert seen == [f"N{number:02}" for number in range(23)]
    assert not address
    assert 'rel="first" href="/t/story/?from=2019&amp;view=sources"' in body


def test_article_of_many_quotes_shows_some_of_them(client: Client, story: Timeline) -> None:
    article = make_article(" ".join(f"Sentence number {n} is told." for n in range(45)))
    for number in range(45):
        words = f"Sentence number {number} is told."
        make_event("2019", story, article=article, words=words)
    body = body_of(client, ADDRESS)
    assert body.count("<mark") == 40
    assert "5 more quotes on the article’s page" in body


def test_too_many_events_to_name_are_filtered_all_the_same(
    client: Client, story: Timeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_event("2018", story, article=make_article(title="Old"))
    make_event("2019", story, article=make_article(title="New"))
    monkeypatch.setattr(sources, "MOST_IDS", 0)
    assert titles(body_of(client, ADDRESS)) == ["Old", "New"]
    assert titles(body_of(client, f"{ADDRESS}&from=2019")) == ["New"]


@pytest.mark.parametrize(
    "make_address", [lambda: ADDRESS, lambda: f"{ADDRESS}&q=it&from=2018&topic=one"]
)
def test_queries_do_not_grow(
    client: Client, story: Timeline, make_address: Callable[[], str]
) -> None:
    def fill(number: int) -> None:
        for _ in range(number):
            event = make_event("2019", story, topics=["One"], article=make_article("It was."))
            make_quote(event, make_article("It happened, in 2019.", publisher="Hill Gazette"))

    def queries() -> int:
        bring_up_to_date()
        with CaptureQueriesContext(connection) as asked:
            body_of(client, make_address())
        return len(asked)

    fill(6)
    few = queries()
    fill(6)
    assert queries() == few <= 14

"""Quotes of decided events on replaced versions: shown with what became of them, moved by hand."""

from datetime import date

import pytest
from django.test import Client

from articles.models import Article
from articles.readers import Record
from timeline.curating.curation import publish
from timeline.desk.stranded import compared
from timeline.events.ingest import ingest_record
from timeline.models import Change, Event, Quote
from timeline.tests.admin_pages import told
from timeline.tests.factories import make_timeline
from timeline.tests.test_changes import exported

pytestmark = pytest.mark.django_db
DESK = "/desk/versions/"
SAID = "On 4 May 2012 the ferry Aurora left the harbour of Fogtown with 31 passengers aboard."
REST = "It rained all week, and the quay was empty. Her captain had been warned of the storm."
TEXT = f"{REST} {SAID}"


def publish_and_replace(new: str) -> tuple[Event, Article]:
    """A published event whose article came again with another text."""
    story = make_timeline()
    fields = {"language": "en", "url": "https://news.example/1", "published": date(2012, 5, 5)}
    ingest_record(Record(text=TEXT, **fields), story)  # type: ignore[arg-type]
    event = Event.objects.get()
    publish(event)
    newer = ingest_record(Record(text=new, **fields), story).article  # type: ignore[arg-type]
    return event, newer


def button(client: Client, step: str = "move") -> str:
    """The value of the first button of this step."""
    page = client.get(DESK).content.decode()
    return page.partition(f'value="{step} ')[2].partition('"')[0]


@pytest.mark.parametrize(
    ("new", "verdict", "words"),
    [
        (f"A correction. {TEXT}", "stands", SAID),
        (TEXT.replace("31", "30"), "changed", SAID.replace("31", "30")),
        (REST, "gone", None),
    ],
)
def test_it_says_what_became_of_the_words(
    curator: Client, new: str, verdict: str, words: str | None
) -> None:
    event, newer = publish_and_replace(new)
    quote = event.quotes.get()
    assert quote.article != newer  # never moved in silence
    [found] = curator.get(DESK).context["found"]
    assert found.verdict == verdict
    place = found.place
    assert (newer.text[place.start : place.end] if place else None) == words


def test_a_quote_is_moved_by_one_key_and_back(curator: Client) -> None:
    event, newer = publish_and_replace(TEXT.replace("31", "30"))
    kept, before = event.quotes.get().pk, exported()
    page = curator.post(DESK, {"step": f"move {button(curator)}"}, follow=True)
    assert "Moved a quote of" in told(page)
    quote = Quote.objects.get(pk=kept)
    assert (quote.article, quote.exact) == (newer, SAID.replace("31", "30"))
    assert "30" in quote.headline
    assert quote.mention
    assert page.context["found"] == []
    event.refresh_from_db()
    assert event.status == "published"
    curator.post(DESK, {"step": "undo"})
    assert exported() == before


def test_a_quote_is_left_where_it_is(curator: Client) -> None:
    event, newer = publish_and_replace(REST)
    page = curator.post(DESK, {"step": f"leave {button(curator, 'leave')}"}, follow=True)
    assert page.context["found"] == []
    assert event.quotes.get().kept_over == newer
    page = curator.post(DESK, {"step": "undo"}, follow=True)
    assert len(page.context["found"]) == 1


def test_what_was_left_is_shown_again_over_a_later_version(curator: Client) -> None:
    event, newer = publish_and_replace(TEXT.replace("31", "30"))
    second, story = button(curator, "leave"), event.timelines.get()
    for text, shown in ((TEXT.replace("31", "29"), 1), (TEXT.replace("31", "28"), 1)):
        newest = ingest_record(
            Record(text=text, language="en", url=newer.url, published=newer.published_on), story
        ).article
        page = curator.post(DESK, {"step": f"leave {second}"}, follow=True)  # of what is no more
        assert "Meanwhile" in told(page)
        assert len(page.context["found"]) == shown
        page = curator.post(DESK, {"step": f"leave {button(curator, 'leave')}"}, follow=True)
        assert page.context["found"] == []
        assert event.quotes.get().kept_over == newest


def test_a_page_that_is_stale_moves_nothing(curator: Client) -> None:
    event, newer = publish_and_replace(TEXT.replace("31", "30"))
    quote = event.quotes.get()
    page = curator.post(DESK, {"step": f"move {quote.pk} {newer.pk} 0 12"}, follow=True)
    assert "Meanwhile its words are found elsewhere" in told(page)
    assert curator.post(DESK, {"step": "move x"}).status_code == 404
    assert curator.post(DESK, {"step": "sing"}).status_code == 400
    assert not Change.objects.exists()


def test_words_are_compared() -> None:
    assert compared("the old ferry sank", "the ferry sank here") == [
        ("", "the"), ("del", "old"), ("", "ferry sank"), ("ins", "here"),
    ]  # fmt: skip

"""Quotes that credit an outlet, or repeat its words, add no source to their event."""

from datetime import date

import pytest
from django.test import Client

from articles.models import Publisher
from articles.readers import Record
from timeline.curating import curation
from timeline.entries.wording import sources_of
from timeline.events.ingest import ingest_record, take_in
from timeline.events.tellers import tellers
from timeline.merging.second_hand import Said, credited, outlets, repeated
from timeline.models import Event, Quote, Timeline
from timeline.tests.factories import make_timeline

OUTLETS = outlets(["Harbour Post", "Decoder"])


@pytest.mark.parametrize(
    ("words", "outlet"),
    [
        ("The pier opened in May, Harbour Post reported.", "Harbour Post"),
        ("According to Harbour Post, the pier opened in May.", "Harbour Post"),
        ("“It opened in May”, she told Reuters.", "Reuters"),
        ("Decoder has learned that it opened in May.", "Decoder"),
        ("It opened in May, according to a report by the Leith Evening Gazette.",
         "Leith Evening Gazette"),
        ("Harbour Post opened a new office in May.", ""),
        ("According to the harbour board, the pier opened in May.", ""),
        ("She sent it by post, and reported it in May.", ""),
        ("Ledger reported that it opened in May.", ""),
    ],
)  # fmt: skip
def test_credits(words: str, outlet: str) -> None:
    assert credited(words, "The Ledger", OUTLETS) == outlet


def test_nobody_credits_themselves() -> None:
    assert credited("The pier opened, The Harbour Post reported.", "Harbour Post", OUTLETS) == ""


LONG = "The harbour board opened the new northern pier with nine cranes on 3 May."


@pytest.mark.parametrize(
    ("said", "origins"),
    [
        ([(LONG, "A"), (LONG, "B"), (LONG.replace(" the ", " a "), "C")], [None, "A", "A"]),
        ([(LONG, "A"), (LONG, "A")], [None, None]),
        ([(LONG, ""), (LONG, ""), (LONG, "B")], [None, "", ""]),
        ([(LONG, "A"), (LONG.replace("nine", "ten"), "B")], [None, None]),
        ([("It opened on 3 May.", "A"), ("On 3 May it opened.", "B")], [None, None]),
    ],
)
def test_repeated_words(said: list[tuple[str, str]], origins: list[str | None]) -> None:
    assert repeated([Said(words, who, False) for words, who in said]) == origins


@pytest.fixture
def timeline() -> Timeline:
    return make_timeline()


def record(publisher: str, day: int, text: str = LONG) -> Record:
    text = text.replace("3 May", "3 May 2019")
    return Record(text, url=f"https://{publisher.replace(' ', '-')}.example.org/{day}",
                  publisher=publisher, published=date(2019, 5, day))  # fmt: skip


def marks() -> dict[str, str]:
    quotes = Quote.objects.select_related("article__publisher")
    return {str(quote.article.publisher or "–"): quote.second_hand for quote in quotes}


@pytest.mark.django_db
@pytest.mark.parametrize("is_reversed", [False, True])
def test_copies_are_one_source_in_any_order(timeline: Timeline, is_reversed: bool) -> None:
    """Also where the one that was there first comes last."""
    records = [record(who, day) for who, day in [("Harbour Post", 4), ("B", 5), ("C", 6)]]
    for one in records[:: -1 if is_reversed else 1]:
        ingest_record(one, timeline)
    copied = "has the words of Harbour Post"
    assert marks() == {"Harbour Post": "", "B": copied, "C": copied}
    event = Event.objects.annotate(**tellers()).get()
    assert (event.article_total, event.source_total, sources_of([*event.quotes.all()])) == (3, 1, 1)  # type: ignore[attr-defined]


@pytest.mark.django_db
def test_other_words_are_a_source_and_a_credit_is_none(timeline: Timeline) -> None:
    own = "With nine cranes the northern pier of the harbour board was opened on 3 May."
    passed_on = "The harbour board opened its northern pier on 3 May, Harbour Post reported."
    take_in(
        [
            record("Harbour Post", 4),
            record("B", 5, own),
            record("", 6, own),
            record("C", 6, passed_on),
        ],
        timeline,
    )
    assert marks() == {
        "Harbour Post": "", "B": "", "–": "has the words of B", "C": "credits Harbour Post",
    }  # fmt: skip
    event = Event.objects.annotate(**tellers()).get()
    assert (event.article_total, event.source_total, sources_of([*event.quotes.all()])) == (4, 2, 2)  # type: ignore[attr-defined]


@pytest.mark.django_db
def test_what_all_pass_on_has_one_source(timeline: Timeline, client: Client) -> None:
    Publisher.objects.named("Harbour Post")
    passed_on = "The harbour board opened its pier on 3 May, Harbour Post reported."
    ingest_record(record("B", 5, passed_on), timeline)
    event = Event.objects.annotate(**tellers()).get()
    assert (event.source_total, sources_of([*event.quotes.all()])) == (1, 1)  # type: ignore[attr-defined]
    curation.publish(event)
    assert "Second-hand: credits Harbour Post" in client.get(event.get_absolute_url()).text


@pytest.mark.django_db
def test_a_copy_that_is_split_off_is_first_hand(timeline: Timeline) -> None:
    for one in (record("A", 4), record("B", 5)):
        ingest_record(one, timeline)
    copy = Quote.objects.get(article__publisher__name="B")
    assert copy.second_hand
    curation.split(copy.event, [copy])
    copy.refresh_from_db()
    assert not copy.second_hand

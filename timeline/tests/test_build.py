"""Articles to candidates and back again when their dates change."""

from dataclasses import replace
from datetime import date

import pytest

from articles.models import Article
from articles.readers import Record
from timeline.curating import curation
from timeline.curating.quoting import add_quote
from timeline.events.build import build
from timeline.events.ingest import ingest_record
from timeline.events.reread import Reread, reread
from timeline.models import Event, Quote, Status, Timeline

pytestmark = pytest.mark.django_db

LEDGER = Record(
    text="In April 2018, Huawei put its Blockchain Service on the market. Nothing else is known.",
    url="https://ledger.example.org/1",
    published=date(2019, 11, 4),
)
WORDY = Record(
    text="In April 2018, Huawei put its Blockchain Service on the market with a row of speeches, a"
    " parade of its first customers and a dinner for all those who had built it.",
    url="https://gazette.example.org/1",
    published=date(2019, 11, 1),
)
COURIER = Record(
    text="Huawei put the Blockchain Service on the market last year in April 2018, we hear.",
    url="https://courier.example.org/1",
    published=date(2019, 11, 7),
)
UNDATED = Record(text="The yard opened last month. It had closed on 4 May 2012.")


@pytest.fixture
def timeline() -> Timeline:
    return Timeline.objects.create(slug="harbour", title="The harbour")


def shown() -> list[tuple[str, int]]:
    """The date and the number of quotes of each event, in order of time."""
    return [(event.edtf, event.quotes.count()) for event in Event.objects.in_order()]


def test_a_dated_sentence_becomes_a_candidate_with_its_quote(timeline: Timeline) -> None:
    ingest_record(LEDGER, timeline)
    event = timeline.events.get()
    quote = event.quotes.get()
    assert (event.status, event.edtf, event.granularity) == (Status.CANDIDATE, "2018-04", "month")
    assert event.headline == "Huawei put its Blockchain Service on the market"
    assert quote.exact == LEDGER.text.partition(" Nothing")[0]
    assert quote.mention is not None
    assert LEDGER.text[quote.mention.start : quote.mention.end] == "April 2018"
    assert quote.suffix == " Nothing else is known."[:32]


@pytest.mark.parametrize("records", [(LEDGER, COURIER), (COURIER, LEDGER)])
def test_like_wordings_join_in_any_order(timeline: Timeline, records: tuple[Record, ...]) -> None:
    for record in records:
        ingest_record(record, timeline)
    assert shown() == [("2018-04", 2)]


@pytest.mark.parametrize("records", [(LEDGER, WORDY), (WORDY, LEDGER)])
def test_the_headline_is_one_that_stays_whole(
    timeline: Timeline, records: tuple[Record, ...]
) -> None:
    for record in records:
        ingest_record(record, timeline)
    assert shown() == [("2018-04", 2)]
    assert timeline.events.get().headline == "Huawei put its Blockchain Service on the market"


def test_a_more_precise_source_refines_the_date(timeline: Timeline) -> None:
    ingest_record(LEDGER, timeline)
    precise = "Huawei put its Blockchain Service on the market on 17 April 2018."
    ingest_record(replace(COURIER, text=precise), timeline)
    assert shown() == [("2018-04-17", 2)]


def test_building_again_changes_nothing(timeline: Timeline) -> None:
    article = ingest_record(LEDGER, timeline).article
    assert build(article, timeline).added == 0
    assert ingest_record(LEDGER, timeline).candidates == 0
    assert shown() == [("2018-04", 1)]


def test_a_published_event_gets_no_quote_by_itself(timeline: Timeline) -> None:
    ingest_record(LEDGER, timeline)
    curation.publish(timeline.events.get())
    ingest_record(COURIER, timeline)
    assert shown() == [("2018-04", 1), ("2018-04", 1)]


def test_a_rejected_sentence_does_not_come_back(timeline: Timeline) -> None:
    article = ingest_record(LEDGER, timeline).article
    curation.reject(timeline.events.get())
    reread(article)
    assert [event.status for event in Event.objects.all()] == [Status.REJECTED]


def test_without_a_date_relative_mentions_wait_until_it_is_set(timeline: Timeline) -> None:
    ingested = ingest_record(UNDATED, timeline)
    assert ingested.waiting == 1
    assert shown() == [("2012-05-04", 1)]
    assert set_date(ingested.article, date(2019, 11, 7)).added == 1
    assert shown() == [("2012-05-04", 1), ("2019-10", 1)]
    assert ingest_record(UNDATED, timeline).candidates == 0


def test_a_corrected_date_moves_the_candidate_and_keeps_its_id(timeline: Timeline) -> None:
    article = ingest_record(replace(UNDATED, published=date(2019, 11, 7)), timeline).article
    before = dict(Event.objects.values_list("edtf", "pk"))
    quotes = set(Quote.objects.values_list("pk", flat=True))
    assert set_date(article, date(2018, 3, 1)).moved == 1
    assert dict(Event.objects.values_list("edtf", "pk")) == {
        "2012-05-04": before["2012-05-04"],
        "2018-02": before["2019-10"],
    }
    assert set(Quote.objects.values_list("pk", flat=True)) == quotes


def test_a_date_taken_away_takes_its_candidate_along(timeline: Timeline) -> None:
    article = ingest_record(replace(UNDATED, published=date(2019, 11, 7)), timeline).article
    set_date(article, None)
    assert shown() == [("2012-05-04", 1)]


@pytest.mark.parametrize("decision", ["date", "publish", "reject"])
def test_what_a_curator_decided_does_not_move(timeline: Timeline, decision: str) -> None:
    article = ingest_record(replace(UNDATED, published=date(2019, 11, 7)), timeline).article
    event = Event.objects.get(edtf="2019-10")
    match decision:
        case "date":
            event.decide("edtf")
            event.save()
        case "publish":
            curation.publish(event)
        case "reject":
            curation.reject(event)
    set_date(article, date(2018, 3, 1))
    event.refresh_from_db()
    assert event.edtf == "2019-10"
    assert Event.objects.count() == 2


def test_a_published_quote_keeps_words_of_its_date(timeline: Timeline) -> None:
    """Undated, “Last year” and “April 2018” are two mentions; dated, they are one."""
    text = "Last year in April 2018, Huawei put its Blockchain Service on the market."
    article = ingest_record(Record(text=text), timeline).article
    event = Event.objects.get()
    curation.publish(event)
    set_date(article, date(2019, 11, 7))
    mention = event.quotes.get().mention
    assert mention is not None
    assert text[mention.start : mention.end] == "Last year in April 2018"
    assert Event.objects.count() == 1


def test_a_quote_that_moved_away_leaves_the_event_of_the_others(timeline: Timeline) -> None:
    one = Record(text="The yard sold nine cranes last month.", published=date(2019, 11, 7))
    other = Record(text="Nine cranes were sold by the yard in October 2019.", url="https://b.org/")
    article = ingest_record(one, timeline).article
    ingest_record(other, timeline)
    assert shown() == [("2019-10", 2)]
    set_date(article, date(2018, 3, 1))
    assert shown() == [("2018-02", 1), ("2019-10", 1)]


def test_what_a_curator_quoted_stays_where_it_is(timeline: Timeline) -> None:
    """Also on a candidate that is still undecided, and also where no whole sentence is quoted."""
    article = ingest_record(replace(UNDATED, published=date(2019, 11, 7)), timeline).article
    event = Event.objects.get(edtf="2012-05-04")
    quote = add_quote(event, article, "opened last month")
    reread(article)
    set_date(article, date(2018, 3, 1))
    set_date(article, None)
    quote.refresh_from_db()
    assert quote.event == event
    assert quote.mention is None
    set_date(article, date(2018, 3, 1))
    quote.refresh_from_db()
    assert quote.mention is not None
    assert quote.mention.edtf == "2018-02"


def test_a_join_by_hand_outlives_a_reread(timeline: Timeline) -> None:
    article = ingest_record(replace(UNDATED, published=date(2019, 11, 7)), timeline).article
    old, new = Event.objects.in_order()
    curation.join(old, [new])
    set_date(article, date(2018, 3, 1))
    assert [(e.edtf, e.quotes.count()) for e in Event.objects.exclude(status="rejected")] == [
        ("2012-05-04", 2)
    ]


@pytest.mark.parametrize("change", ["words after it", "another timeline", "a new version"])
def test_a_rejected_sentence_stays_rejected(timeline: Timeline, change: str) -> None:
    article = ingest_record(LEDGER, timeline).article
    event = timeline.events.get()
    curation.reject(event)
    match change:
        case "words after it":
            quote = event.quotes.get()
            quote.end, quote.exact = quote.end - 1, quote.exact[:-1]
            quote.save()
            reread(article)
        case "another timeline":
            event.timelines.set([Timeline.objects.create(slug="other", title="Other")])
            reread(article)
        case "a new version":
            ingest_record(replace(LEDGER, text=f"{LEDGER.text} It rained."), timeline)
    assert Event.objects.count() == 1


def test_a_published_event_that_its_source_contradicts_is_named(timeline: Timeline) -> None:
    article = ingest_record(replace(UNDATED, published=date(2019, 11, 7)), timeline).article
    event = Event.objects.get(edtf="2019-10")
    curation.publish(event)
    assert set_date(article, date(2019, 11, 8)).contradicted == []
    assert set_date(article, date(2018, 3, 1)).contradicted == [event]


def test_copies_make_one_event(timeline: Timeline) -> None:
    for number in range(30):
        ingest_record(replace(LEDGER, url=f"https://copy.example.org/{number}"), timeline)
    assert shown() == [("2018-04", 30)]


def test_a_second_timeline_gets_candidates_of_its_own(timeline: Timeline) -> None:
    elsewhere = Timeline.objects.create(slug="elsewhere", title="Elsewhere")
    ingest_record(LEDGER, timeline)
    ingest_record(LEDGER, elsewhere)
    assert [list(event.timelines.all()) for event in Event.objects.order_by("id")] == [
        [timeline],
        [elsewhere],
    ]


def set_date(article: Article, published_on: date | None) -> Reread:
    article.published_on = published_on
    article.save()
    return reread(article)


def test_a_plan_begins_with_its_article_and_ends_when_told_as_done(timeline: Timeline) -> None:
    plan = "Nine red cranes will be built at the yard before June 2020."
    article = ingest_record(
        Record(text=plan, url="https://a.org/1", published=date(2019, 11, 5)), timeline
    ).article
    event = Event.objects.get()
    assert (event.edtf, event.is_planned) == ("[2019-11-05..2020-05]", True)
    set_date(article, date(2019, 12, 1))
    event.refresh_from_db()
    assert event.edtf == "[2019-12-01..2020-05]"
    done = Record(text="The yard built nine cranes on 4 May 2020.", published=date(2020, 6, 1))
    other = ingest_record(done, timeline).article
    [built] = other.quotes.all()
    curation.join(event, [built.event] if built.event != event else [])
    event.refresh_from_db()
    assert not event.is_planned

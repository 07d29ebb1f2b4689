"""What had happened by the date of a report, or by publication: candidates without a date."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import ValidationError

from articles.readers import Record
from timeline.curating import curation
from timeline.events.ingest import ingest_record
from timeline.models import Event, Status, Timeline
from timeline.page.notes import note_of, note_of_quote
from timeline.tests.test_build import set_date, shown

pytestmark = pytest.mark.django_db

NEWS = Record(
    text="The Harbour Board has sold nine cranes to Leeds. It is a small board.",
    published=date(2019, 11, 6),
)
SOLD = Record(
    text="The Harbour Board sold nine cranes to Leeds on 2 November.",
    url="https://ledger.example.org/2",
    published=date(2019, 11, 6),
)


@pytest.fixture
def timeline() -> Timeline:
    return Timeline.objects.create(slug="harbour", title="The harbour")


def test_a_date_of_the_report_is_a_limit(timeline: Timeline) -> None:
    text = "In a statement on Nov. 4, the Harbour Board said it had sold nine cranes to Leeds."
    ingest_record(Record(text=text, published=date(2019, 11, 5)), timeline)
    event = Event.objects.get()
    assert (event.edtf, event.headline) == (
        "[..2019-11-04]",
        "[The Harbour Board] had sold nine cranes to Leeds",
    )
    reported = "reported on 4 November 2019; happened then or earlier"
    assert note_of(event, date(2019, 11, 5)) == reported
    exact = "The Harbour Board sold nine cranes to Leeds on 2 November."
    ingest_record(
        Record(text=exact, url="https://ledger.example.org/2", published=date(2019, 11, 6)),
        timeline,
    )
    assert shown() == [("2019-11-02", 2)]
    event = Event.objects.get()
    assert note_of(event, date(2019, 11, 5)) == ""
    assert [note_of_quote(quote) for quote in event.quotes.order_by("pk")] == [reported, ""]


def test_what_no_words_date_is_inferred_and_needs_a_curators_word(timeline: Timeline) -> None:
    ingest_record(NEWS, timeline)
    event = Event.objects.get()
    assert (event.edtf, event.is_inferred) == ("[..2019-11-06]", True)
    assert event.quotes.get().mention is None
    assert note_of(event, date(2019, 11, 6)).startswith("inferred: told as done on 6 November 2019")
    with pytest.raises(ValidationError, match="No source says when"):
        curation.publish(event)
    event.refresh_from_db()
    event.status = Status.PUBLISHED
    with pytest.raises(ValidationError, match="No source says when"):
        event.save()
    event.refresh_from_db()
    event.decide("edtf")
    event.save()
    curation.publish(event)
    assert note_of(event, date(2019, 11, 6)).startswith("inferred")


@pytest.mark.parametrize("records", [(NEWS, SOLD), (SOLD, NEWS)])
def test_what_no_words_date_joins_what_is_dated(
    timeline: Timeline, records: tuple[Record, ...]
) -> None:
    for record in records:
        ingest_record(record, timeline)
    event = Event.objects.get()
    assert (event.edtf, event.is_inferred, event.quotes.count()) == ("2019-11-02", False, 2)
    assert [quote.mention is None for quote in event.quotes.order_by("-mention")].count(True) == 1


def test_what_no_words_date_follows_the_publication(timeline: Timeline) -> None:
    article = ingest_record(NEWS, timeline).article
    assert set_date(article, date(2019, 11, 8)).added == 0
    assert shown() == [("[..2019-11-08]", 1)]
    set_date(article, None)
    assert shown() == []
    assert set_date(article, date(2019, 11, 7)).added == 1
    assert shown() == [("[..2019-11-07]", 1)]


def test_a_join_with_a_dated_event_dates_the_inferred_one(timeline: Timeline) -> None:
    ingest_record(NEWS, timeline)
    ingest_record(replace(SOLD, text="The yard burned on 2 November."), timeline)
    inferred, dated = Event.objects.get(is_inferred=True), Event.objects.get(is_inferred=False)
    curation.join(inferred, [dated])
    inferred.refresh_from_db()
    assert (inferred.edtf, inferred.is_inferred) == ("2019-11-02", False)

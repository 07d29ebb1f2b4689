"""A corrected text takes over what nobody decided."""

from dataclasses import replace

import pytest

from articles.readers import Record
from timeline.curating import curation
from timeline.events.ingest import ingest_record
from timeline.events.reread import reread
from timeline.models import Event, Quote, Timeline
from timeline.tests.test_build import LEDGER, shown

pytestmark = pytest.mark.django_db


@pytest.fixture
def timeline() -> Timeline:
    return Timeline.objects.create(slug="harbour", title="The harbour")


def test_a_new_version_takes_over_what_nobody_decided(timeline: Timeline) -> None:
    first = "The yard opened on 4 May 2012. It closed on 5 June 2013. It burned on 6 July 2014."
    second = f"A correction. {first.replace('5 June', '7 June')}"
    ingest_record(Record(text=first, url=LEDGER.url), timeline)
    kept = {event.edtf: event.pk for event in Event.objects.all()}
    curation.publish(Event.objects.get(edtf="2014-07-06"))
    new = ingest_record(Record(text=second, url=LEDGER.url), timeline).article
    assert shown() == [("2012-05-04", 1), ("2013-06-07", 1), ("2014-07-06", 1)]
    quote = Quote.objects.get(event=kept["2012-05-04"])
    assert (quote.article, new.text[quote.start : quote.end]) == (new, quote.exact)
    assert quote.mention is not None
    assert Quote.objects.get(event=kept["2014-07-06"]).article == new.replaces
    ingest_record(Record(text=second, url=LEDGER.url), timeline)
    reread(new)
    assert len(shown()) == 3


def test_a_corrected_number_is_in_the_headline_too(timeline: Timeline) -> None:
    said = "On 4 May 2012 the yard sold 12 ferries to the city of Fogtown, Reuters reported."
    ingest_record(Record(text="It rained.", publisher="Reuters"), timeline)
    ingest_record(replace(LEDGER, text=said), timeline)
    before = Quote.objects.get()
    corrected = said.replace("12", "15").replace(", Reuters reported", "")
    ingest_record(replace(LEDGER, text=corrected), timeline)
    event, quote = Event.objects.get(), Quote.objects.get()
    assert before.headline == "The yard sold 12 ferries to the city of Fogtown"
    assert event.headline == quote.headline == before.headline.replace("12", "15")
    assert (before.second_hand, quote.second_hand) == ("credits Reuters", "")
    assert quote.pk == before.pk


def test_a_new_version_goes_where_the_old_one_was(timeline: Timeline) -> None:
    elsewhere = Timeline.objects.create(slug="elsewhere", title="Elsewhere")
    ingest_record(LEDGER, timeline)
    corrected = replace(LEDGER, text="The yard opened on 4 May 2012.")
    article = ingest_record(corrected, elsewhere).article
    assert set(article.timelines.all()) == {timeline, elsewhere}

"""No event is published without a quote, and no quote strays from its words, whichever way."""

import re
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import ProtectedError

from articles.models import Article
from articles.readers import Record
from timeline.curating import curation
from timeline.curating.quoting import add_quote
from timeline.events.ingest import ingest_record
from timeline.models import Event, Quote, Status, Timeline

pytestmark = pytest.mark.django_db

TEXT = "The yard opened on 4 May 2012. It closed on 5 June 2013. It closed again."


@pytest.fixture
def article() -> Article:
    timeline = Timeline.objects.create(slug="harbour", title="The harbour")
    return ingest_record(Record(text=TEXT, published=date(2014, 1, 1)), timeline).article


@pytest.fixture
def event(article: Article) -> Event:
    event = Event.objects.get(edtf="2012-05-04")
    curation.publish(event)
    return event


def test_publishing_without_a_quote_is_refused_every_way() -> None:
    bare = Event.objects.create(headline="Nothing", edtf="2012")
    with pytest.raises(ValidationError, match="without a quote"):
        curation.publish(bare)
    bare.status = Status.PUBLISHED
    for attempt in (
        bare.save,
        lambda: Event.objects.filter(pk=bare.pk).update(status="published"),
        lambda: Event.objects.bulk_update([bare], ["status"]),
        lambda: Event.objects.create(headline="New", edtf="2012", status="published"),
        lambda: Event.objects.bulk_create([Event(headline="New", edtf="2012", status="published")]),
    ):
        with pytest.raises(ValidationError), transaction.atomic():
            attempt()
    assert not Event.objects.published().exists()


def test_the_last_quote_of_a_published_event_stays(event: Event, article: Article) -> None:
    quote = event.quotes.get()
    other = Event.objects.get(edtf="2013-06-05")
    with pytest.raises(ValidationError, match="last quote"):
        quote.delete()
    with pytest.raises(ValidationError, match="last quote"):
        event.quotes.all().delete()
    with pytest.raises(ValidationError, match="in bulk"), transaction.atomic():
        other.quotes.add(quote)
    quote.event = other
    with pytest.raises(ValidationError, match="last quote"):
        quote.save()
    assert event.quotes.count() == 1
    second = add_quote(event, article, "It closed again.")
    second.delete()
    curation.withdraw(event)
    event.quotes.all().delete()
    assert not event.quotes.exists()


def test_a_quoted_article_stays(event: Event, article: Article) -> None:
    with pytest.raises(ProtectedError):
        article.delete()


@pytest.mark.parametrize(
    "change",
    [{"exact": "Other words"}, {"start": 1}, {"end": 31}, {"exact": "", "start": 5, "end": 5}],
)
def test_a_quote_that_does_not_stand_in_its_text_is_refused(
    event: Event, change: dict[str, str | int]
) -> None:
    quote = event.quotes.get()
    for name, value in change.items():
        setattr(quote, name, value)
    with pytest.raises(ValidationError, match="do not stand"):
        quote.save()
    with pytest.raises(ValidationError, match="in bulk"):
        Quote.objects.filter(pk=quote.pk).update(**change)
    with pytest.raises(ValidationError, match="do not stand"):
        Quote.objects.bulk_create([quote])
    with pytest.raises(ValidationError, match="in bulk"), transaction.atomic():
        Quote.objects.bulk_update([quote], list(change))


def test_the_date_lies_within_the_quote(event: Event) -> None:
    quote = event.quotes.get()
    quote.mention = quote.article.mentions.last()
    with pytest.raises(ValidationError, match="within the quote"):
        quote.save()


@pytest.mark.parametrize("edtf", ["", "soon", "2012-13", "../..", "2012-02-30"])
def test_a_date_that_is_none_is_refused(edtf: str) -> None:
    with pytest.raises(ValidationError):
        Event.objects.create(headline="Nothing", edtf=edtf)


def test_order_of_time_is_by_first_day_and_the_longer_span_first() -> None:
    spans = ["[..2011]", "-0043-03-15", "2012-01-01", "2012/..", "2012", "2012-01", "1999"]
    for edtf in spans:
        Event.objects.create(headline=edtf, edtf=edtf)
    ordered = list(Event.objects.in_order())
    assert [event.edtf for event in ordered] == [
        "-0043-03-15",
        "1999",
        "[..2011]",
        "2012/..",
        "2012",
        "2012-01",
        "2012-01-01",
    ]


def test_every_change_of_an_event_is_in_its_history(event: Event) -> None:
    curation.withdraw(event)
    curation.reject(event)
    statuses = list(event.history.order_by("history_id").values_list("status", flat=True))
    assert [statuses[0], *statuses[-3:]] == ["candidate", "published", "candidate", "rejected"]


def test_what_refuses_a_change_in_bulk_names_steps_that_there_are() -> None:
    with pytest.raises(ValidationError) as raised:
        Event.objects.update(status="published")
    named = re.findall(r"curation\.(\w+)", str(raised.value))
    assert named
    assert all(callable(getattr(curation, name, None)) for name in named)

"""Joining events and quoting by hand."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from articles.models import Article
from articles.readers import Record
from timeline.curating import curation
from timeline.curating.quoting import add_quote
from timeline.events.ingest import ingest_record
from timeline.models import Event, Status, Timeline, Topic

pytestmark = pytest.mark.django_db

TEXT = """The yard opened on 4 May 2012, and rain
fell on 5 June 2013. Rain. The mayor sang on 6 July 2014."""


@pytest.fixture
def article() -> Article:
    timeline = Timeline.objects.create(slug="harbour", title="The harbour")
    record = Record(text=TEXT, title="Rain", published=date(2015, 1, 1))
    return ingest_record(record, timeline).article


@pytest.fixture
def events(article: Article) -> list[Event]:
    return list(Event.objects.in_order())


def test_join_moves_quotes_topics_and_timelines(events: list[Event]) -> None:
    into, _, other = events
    other.topics.add(Topic.objects.create(name="Rain", slug="rain"))
    other.timelines.add(Timeline.objects.create(slug="weather", title="Weather"))
    curation.join(into, [other])
    other.refresh_from_db()
    assert (other.status, other.joined_into) == (Status.REJECTED, into)
    assert (into.quotes.count(), other.quotes.count()) == (2, 0)
    assert [topic.slug for topic in into.topics.all()] == ["rain"]
    assert {timeline.slug for timeline in into.timelines.all()} == {"harbour", "weather"}
    for step in (curation.publish, curation.withdraw):
        with pytest.raises(ValidationError, match="joined into"):
            step(other)
    with pytest.raises(ValidationError, match="already joined"):
        curation.join(other, [into])


@pytest.mark.parametrize("published", [0, 1])
def test_nothing_public_disappears_by_joining(events: list[Event], published: int) -> None:
    curation.publish(events[published])
    curation.join(events[0], [events[1]])
    assert Event.objects.published().get() == events[0]
    assert events[0].quotes.count() == 2


def test_candidates_are_not_put_aside_by_joining_them_into_a_rejected_event(
    events: list[Event],
) -> None:
    curation.reject(events[0])
    curation.join(events[0], [events[1]])
    assert events[0].status == Status.CANDIDATE


def test_a_step_goes_by_what_is_stored(events: list[Event]) -> None:
    """A row that was read before another curator's change must not undo it."""
    stale = Event.objects.get(pk=events[0].pk)
    events[0].headline = "Corrected"
    events[0].save()
    curation.publish(stale)
    stored = Event.objects.get(pk=stale.pk)
    assert (stored.headline, stored.status) == ("Corrected", "published")


def test_join_wants_two(events: list[Event]) -> None:
    with pytest.raises(ValidationError, match="two events"):
        curation.join(events[0], [events[0]])


def test_split_makes_a_candidate_of_some_quotes(events: list[Event]) -> None:
    into, _, other = events
    other.topics.add(Topic.objects.create(name="Rain", slug="rain"))
    curation.join(into, [other])
    curation.publish(into)
    moved = into.quotes.get(exact__startswith="The mayor")
    made = curation.split(into, [moved])
    made.refresh_from_db()
    assert (made.edtf, made.status) == ("2014-07-06", Status.CANDIDATE)
    assert made.headline == "The mayor sang on 6 July 2014"
    assert list(made.topics.all()) == list(into.topics.all())
    assert list(made.timelines.all()) == list(into.timelines.all())
    assert [quote.pk for quote in made.quotes.all()] == [moved.pk]
    assert (into.status, into.quotes.count()) == (Status.PUBLISHED, 1)


@pytest.mark.parametrize("of", ["all", "none", "another"])
def test_split_wants_some_quotes_of_the_event(events: list[Event], of: str) -> None:
    quotes = {"all": events[0].quotes.all(), "none": [], "another": events[1].quotes.all()}[of]
    with pytest.raises(ValidationError, match="but not all"):
        curation.split(events[0], quotes)


def test_quoting_pasted_words(events: list[Event], article: Article) -> None:
    quote = add_quote(events[2], article, "  and rain fell on\t5 June 2013. ", "disputes")
    assert quote.exact == "and rain\nfell on 5 June 2013."
    assert article.text[quote.start : quote.end] == quote.exact
    assert quote.stance == "disputes"
    assert quote.mention is not None
    assert quote.mention.edtf == "2013-06-05"
    with pytest.raises(ValidationError, match="already has"):
        add_quote(events[2], article, "and rain fell on 5 June 2013.")


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("The yard shut", "stands nowhere in “Rain”"),
        ("on", "stands 3 times in “Rain”"),
        ("  ", "Paste the words"),
        (".*", "stands nowhere"),
    ],
)
def test_words_that_cannot_be_quoted(
    events: list[Event], article: Article, words: str, reason: str
) -> None:
    with pytest.raises(ValidationError, match=reason.replace("*", r"\*")):
        add_quote(events[0], article, words)


@pytest.mark.parametrize(
    ("words", "edtf"), [("from May to June 2013", "2013-05/2013-06"), ("to June 2013", "")]
)
def test_where_a_stretch_ends_dates_no_quote(events: list[Event], words: str, edtf: str) -> None:
    record = Record(text="The yard was shut from May to June 2013.", title="Yard")
    article = ingest_record(record, events[0].timelines.get()).article
    quote = add_quote(events[0], article, words)
    assert (quote.mention.edtf if quote.mention else "") == edtf


def test_what_was_decided_is_lifted(events: list[Event]) -> None:
    event = events[0]
    as_told = event.headline, event.edtf, event.is_planned
    event.headline, event.edtf, event.is_planned = "A yard", "2012", True
    event.decide("headline", "edtf", "is_planned")
    event.save()
    curation.lift(event)
    event.refresh_from_db()
    assert (event.headline, event.edtf, event.is_planned) == as_told
    assert event.decided == []
    with pytest.raises(ValidationError, match="Nothing was decided"):
        curation.lift(event)


def test_what_is_shown_is_not_lifted(events: list[Event]) -> None:
    curation.publish(events[0])
    with pytest.raises(ValidationError, match="make it a candidate first"):
        curation.lift(events[0])
    curation.withdraw(events[0])
    curation.lift(events[0])
    assert events[0].decided == []

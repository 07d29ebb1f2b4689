"""What a curator judged of two quotes holds wherever they are moved, until it is lifted."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from articles.readers import Record
from timeline.curating import curation
from timeline.curating.changes import recording
from timeline.curating.undoing import undo
from timeline.events.ingest import ingest_record
from timeline.events.judging import DIFFERENT, SAME, judge
from timeline.events.proposals import proposed
from timeline.models import Change, Event, Judgement, Quote, Timeline
from timeline.tests.admin_pages import page_of, told
from timeline.tests.factories import make_curator, make_event, make_quote, make_timeline

pytestmark = pytest.mark.django_db

FIRST = "Harbour Board opened its north pier on 3 May 2019."
SECOND = "In May 2019 guests came to the north pier with a band."
BETWEEN = "Harbour Board opened its north pier with a band in May 2019, and 300 guests came."


@pytest.fixture
def timeline() -> Timeline:
    return make_timeline()


def ingest(timeline: Timeline, text: str) -> Quote:
    record = Record(text=text, published=date(2019, 5, 5))
    return ingest_record(record, timeline).article.quotes.get()


def groups() -> set[frozenset[str]]:
    """The texts that each event that isn't put aside is told by."""
    events = Event.objects.exclude(status="rejected").prefetch_related("quotes")
    return {frozenset(quote.exact for quote in event.quotes.all()) for event in events}


def two_events(timeline: Timeline) -> tuple[Quote, Quote]:
    """Two candidates that are proposed as one."""
    first, second = ingest(timeline, FIRST), ingest(timeline, SECOND)
    assert first.event != second.event
    return first, second


def test_what_is_judged_different_is_not_proposed(timeline: Timeline) -> None:
    first, second = two_events(timeline)
    assert [one.event for one in proposed(first.event).single] == [second.event]
    judge(first, [second], DIFFERENT)
    assert proposed(first.event).single == proposed(second.event).single == []


@pytest.mark.parametrize("is_judged", [False, True])
def test_one_pair_keeps_whole_groups_apart(timeline: Timeline, is_judged: bool) -> None:
    """What is like both may join one of them, but makes them no one event."""
    first, second = two_events(timeline)
    if is_judged:
        judge(second, [first], DIFFERENT)
    ingest(timeline, BETWEEN)
    ingest(timeline, f"On the quay: {BETWEEN}")
    assert any({FIRST, SECOND} <= group for group in groups()) != is_judged


def test_a_join_by_hand_is_refused_until_it_is_lifted(timeline: Timeline) -> None:
    first, second = two_events(timeline)
    [judged] = judge(first, [second], DIFFERENT)
    with pytest.raises(ValidationError, match="delete that judgement first"):
        curation.join(first.event, [second.event])
    judged.delete()
    curation.join(first.event, [second.event])
    assert Judgement.objects.get().verdict == SAME


def test_it_outlives_merges(timeline: Timeline) -> None:
    """Also where the quote that was judged gives way to one of the same words."""
    first, second = two_events(timeline)
    judge(first, [second], DIFFERENT)
    third = make_event("2019-05", timeline, is_published=False)
    kept = make_quote(third, first.article, first.exact)
    curation.join(third, [first.event])
    assert not Quote.objects.filter(pk=first.pk).exists()
    assert Judgement.objects.filter(one=second, other=kept, verdict=DIFFERENT).exists()
    with pytest.raises(ValidationError):
        curation.join(third, [second.event])


def test_what_is_split_off_is_judged_different(timeline: Timeline) -> None:
    first, second = two_events(timeline)
    curation.join(first.event, [second.event])
    first.event.refresh_from_db()
    curation.split(first.event, [second])
    assert [judged.verdict for judged in Judgement.objects.all()] == [DIFFERENT]


@pytest.mark.parametrize("step", ["split", "judge"])
def test_a_later_verdict_has_a_date_and_an_author_of_its_own(timeline: Timeline, step: str) -> None:
    ada, bob = make_curator("ada"), make_curator("bob")
    first, second = two_events(timeline)
    curation.join(first.event, [second.event], ada)
    assert Judgement.objects.get().by == ada
    Judgement.objects.update(judged_at=datetime(2019, 5, 6, tzinfo=UTC))
    first.event.refresh_from_db()
    if step == "split":
        curation.split(first.event, [second], bob)
    else:
        judge(first, [second], DIFFERENT, bob)
    judged = Judgement.objects.get()
    assert (judged.verdict, judged.by) == (DIFFERENT, bob)
    assert judged.judged_at.year > 2019


def test_undoing_takes_it_back(timeline: Timeline) -> None:
    first, second = two_events(timeline)
    with recording(None, "judged", [first.event_id]):
        judge(first, [second], DIFFERENT)
    change = undo(Change.objects.get(), None)
    assert not Judgement.objects.exists()
    undo(change, None)
    assert Judgement.objects.get().verdict == DIFFERENT


def test_by_button_and_lifted_in_the_list(timeline: Timeline, admin_client: Client) -> None:
    first, second = two_events(timeline)
    page = admin_client.get(page_of(first.event))
    address = reverse("admin:timeline_event_apart", args=[first.event_id])
    assert address in page.text
    page = admin_client.post(address, {"one": first.pk, "other": second.pk}, follow=True)
    assert "will not be proposed again" in told(page)
    assert not page.context["proposals"]
    judged = Judgement.objects.get()
    assert judged.by is not None
    listed = admin_client.get(reverse("admin:timeline_judgement_changelist"))
    assert "different events" in listed.text
    lift = reverse("admin:timeline_judgement_delete", args=[judged.pk])
    admin_client.post(lift, {"post": "yes"})
    assert not Judgement.objects.exists()
    undo(Change.objects.first() or Change(), None)
    assert Judgement.objects.exists()


@pytest.mark.parametrize("sent", [{}, {"one": "x", "other": "²"}, {"one": "1", "other": "999999"}])
def test_quotes_that_are_none_are_refused(
    timeline: Timeline, admin_client: Client, sent: dict[str, str]
) -> None:
    first, _ = two_events(timeline)
    address = reverse("admin:timeline_event_apart", args=[first.event_id])
    assert admin_client.post(address, sent).status_code == 404
    assert admin_client.get(address).status_code == 405


def test_what_comes_later_joins_what_a_curator_joined(timeline: Timeline) -> None:
    """Though it is like one of the quotes alone, and excluded by the other."""
    first = ingest(timeline, "Harbour Board bought 12 new ferries in York on 3 May 2019.")
    second = ingest(timeline, "Harbour Board bought 15 new ferries in York on 3 May 2019.")
    assert first.event != second.event
    curation.join(first.event, [second.event])
    later = ingest(timeline, "In York, 15 new ferries were bought by Harbour Board on 3 May 2019.")
    assert later.event == first.event

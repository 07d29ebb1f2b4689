"""Two at once, on connections of their own: nobody's work is lost, and what must hold, holds."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import date
from threading import Barrier, BrokenBarrierError

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, connections
from django.test import Client
from django.urls import reverse

from articles.models import Article
from articles.readers import Record
from timeline.curating import curation
from timeline.curating.redating import recorded, redating
from timeline.curating.undoing import undo
from timeline.events.ingest import ingest_record
from timeline.events.reread import Reread
from timeline.models import Change, Event, Status, Timeline
from timeline.tests.factories import make_event

pytestmark = pytest.mark.django_db(transaction=True)

TEXT = "The yard opened on 4 May 2012. It closed on 5 June 2013."
LIKE = "The yard had opened on 4 May 2012, we hear."


@pytest.fixture(autouse=True)
def timeline() -> Timeline:
    timeline = Timeline.objects.create(slug="harbour", title="The harbour")
    ingest_record(Record(text=TEXT, published=date(2014, 1, 1)), timeline)
    return timeline


def at_once(*steps: Callable[[], object]) -> list[Exception | None]:
    """Run the steps in threads that start together; what each raised."""
    start = Barrier(len(steps))

    def run(step: Callable[[], object]) -> Exception | None:
        try:
            start.wait(10)
            step()
        except Exception as error:
            return error
        finally:
            connections.close_all()
        return None

    with ThreadPoolExecutor(len(steps)) as pool:
        return list(pool.map(run, steps))


def both_events() -> Iterator[Event]:
    return Event.objects.in_order().iterator()


def test_publishing_beside_ingest_is_not_undone(timeline: Timeline) -> None:
    event = Event.objects.get(edtf="2012-05-04")
    record = Record(text=LIKE, url="https://b.example.org/", published=date(2014, 1, 2))
    assert at_once(lambda: curation.publish(event), lambda: ingest_record(record, timeline)) == [
        None,
        None,
    ]
    event.refresh_from_db()
    assert event.status == Status.PUBLISHED
    assert Event.objects.filter(edtf="2012-05-04").count() + event.quotes.count() == 3


def test_crosswise_joins_do_not_wait_for_each_other() -> None:
    one, other = both_events()
    one_again, other_again = both_events()
    raised = at_once(
        lambda: curation.join(one, [other]), lambda: curation.join(other_again, [one_again])
    )
    assert [type(error) for error in raised if error] == [ValidationError]
    assert Event.objects.filter(joined_into=None).get().quotes.count() == 2


def test_publishing_beside_the_removal_of_the_last_quote() -> None:
    event = Event.objects.get(edtf="2012-05-04")
    quote = event.quotes.get()
    at_once(lambda: curation.publish(event), quote.delete)
    published = Event.objects.published()
    assert all(one.quotes.exists() for one in published)


def test_the_same_article_twice_at_once_is_stored_once(timeline: Timeline) -> None:
    record = Record(text=LIKE, url="https://b.example.org/", publisher="Harbour Ledger")
    at_once(lambda: ingest_record(record, timeline), lambda: ingest_record(record, timeline))
    assert timeline.articles.filter(url=record.url).count() == 1
    quoted = Event.objects.filter(quotes__article__url=record.url)
    assert quoted.count() == 1


one_writer = pytest.mark.skipif(
    connection.vendor != "postgresql", reason="SQLite has one writer at a time"
)


@one_writer
@pytest.mark.parametrize("step", ["merge", "gather", "different"])
def test_crosswise_steps_at_the_desk_do_not_wait_for_each_other(
    curator: Client, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    one, other = both_events()
    met = Barrier(2)

    def meet(*given: object) -> None:
        """Go on when both steps have locked what they lock first, or one waits for the other."""
        with suppress(BrokenBarrierError):
            met.wait(1)

    def take(event: Event, second: Event) -> Callable[[], object]:
        quotes = [str(one.quotes.get().pk) for one in (event, second)]
        sent = {"merge": str(second.pk), "different": " ".join(quotes), "gather": ""}
        data = {"step": f"{step} {sent[step]}", "together": str(second.pk)}
        address = reverse("desk_candidate", args=[event.pk])
        return lambda: curator.post(address, data)

    monkeypatch.setattr("timeline.desk.views.check_may_take", meet)
    assert at_once(take(one, other), take(other, one)) == [None, None]
    assert Change.objects.count() == 1


@one_writer
def test_what_others_make_beside_a_redating_is_not_undone_with_it(timeline: Timeline) -> None:
    article = Article.objects.get()

    def act() -> Reread:
        assert at_once(lambda: make_event(timeline=timeline)) == [None]
        return redating(article, date(2015, 2, 3))()

    _, made = recorded(None, "redated", article, act)
    assert made.change
    undo(made.change, None)
    assert Event.objects.published().count() == 2  # one in the trial, and one when it was done

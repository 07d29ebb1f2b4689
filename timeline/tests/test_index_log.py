"""The log of changes is shortened without that any index misses a change."""

import pytest
from django.db import connection

from timeline.index import live
from timeline.index.check import differences
from timeline.index.live import snapshot_now
from timeline.index.log import position_now, prune, read_from
from timeline.index.reading import read_snapshot
from timeline.models import Event, Touched
from timeline.models.touched import PRUNED
from timeline.tests.factories import make_event, make_timeline

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _few_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.index.log.ROWS_KEPT", 10)


def change(event: Event, times: int) -> None:
    for number in range(times):
        Event.objects.filter(pk=event.pk).update(is_planned=number % 2 == 0)


def test_few_rows_stay() -> None:
    Touched.objects.all().delete()  # what was rolled back before left a gap in PostgreSQL's ids
    change(make_event(timeline=make_timeline()), 3)
    number = Touched.objects.count()
    assert prune(connection) == 0
    assert Touched.objects.count() == number


def test_who_knows_the_end_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    event = make_event(timeline=make_timeline())
    change(event, 60)
    snapshot_now()
    assert prune(connection) > 40
    assert Touched.objects.exclude(event=PRUNED).count() == 10
    monkeypatch.setattr(live, "read_snapshot", pytest.fail)
    change(event, 1)
    held = snapshot_now()
    assert list(differences(held, read_snapshot())) == []


def test_who_is_far_behind_reads_all_anew() -> None:
    event = make_event(timeline=make_timeline())
    behind = position_now(connection)
    before = snapshot_now()
    change(event, 61)
    assert prune(connection)
    assert read_from(connection, behind) is None
    assert event.pk in snapshot_now().get("planned", True)
    assert event.pk in before.get("planned", False)


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time")
def test_who_may_have_missed_a_long_transaction_reads_all_anew() -> None:
    event = make_event(timeline=make_timeline())
    change(event, 50)
    known = position_now(connection)
    # As if it had been read while a transaction was under way that has ended since.
    older = type(known)(known.last, known.horizon - 5, known.seen)
    change(event, 3)
    prune(connection)
    told = read_from(connection, older)
    assert told is None or PRUNED in told.events
    news = read_from(connection, position_now(connection))
    assert news is not None
    assert not news.events

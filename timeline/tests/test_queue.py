"""Who writes waits in turn and not for long, and who searches doesn't wait for ever."""

import fcntl
import threading

import pytest
from django.db import connection, transaction

from timeline.events.ingest import BATCH, BATCH_SECONDS, SMALLEST_BATCH, Pace
from timeline.models import Reworded
from timeline.search import catch_up, keeping
from timeline.tests.factories import make_event, make_timeline


@pytest.mark.django_db(transaction=True)
def test_who_writes_on_sqlite_waits_for_those_who_came_before() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL has many writers at once")
    has_begun = threading.Event()

    def write() -> None:
        with transaction.atomic():
            has_begun.set()
        connection.close()

    writer = threading.Thread(target=write)
    with open(f"{connection.settings_dict['NAME']}-queue", "w") as queue:
        fcntl.flock(queue, fcntl.LOCK_EX)
        writer.start()
        assert not has_begun.wait(0.1)
    assert has_begun.wait(30)
    writer.join()


@pytest.mark.django_db
def test_what_changes_while_the_search_catches_up_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    event = make_event("2012", make_timeline("story"))
    catch_up()
    Reworded.objects.bulk_create([Reworded(event=event.pk) for _ in range(3)])
    write, written = keeping._write, []

    def write_while_others_do(events: set[int]) -> None:
        write(events)
        written.append(events)
        Reworded.objects.create(event=event.pk)

    monkeypatch.setattr(keeping, "_write", write_while_others_do)
    monkeypatch.setattr(keeping, "AT_ONCE", 2)
    catch_up()
    assert written == [{event.pk}] * 2
    assert Reworded.objects.count() == 2


@pytest.mark.parametrize(
    ("before", "articles", "seconds", "after"),
    [
        (40, 40, BATCH_SECONDS, 40),
        (40, 40, BATCH_SECONDS * 2, 20),
        (40, 40, 0.0, 80),
        (80, 80, 0.0, BATCH),
        (40, 5, BATCH_SECONDS, SMALLEST_BATCH),
        (40, 40, 1000.0, SMALLEST_BATCH),
    ],
)
def test_batches_grow_while_they_take_little_time(
    before: int, articles: int, seconds: float, after: int
) -> None:
    pace = Pace(before)
    pace.took(articles, seconds)
    assert pace.articles == after

"""What goes wrong with a server goes not wrong with its index."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from django.db import connection
from django.test import Client

from timeline.curating import curation
from timeline.index.check import problems
from timeline.index.file import load
from timeline.models import Event
from timeline.search import catch_up
from timeline.tests.factories import make_event, make_quote, make_timeline

pytestmark = pytest.mark.slow

SAVES_FOR_EVER = """
import sys
from pathlib import Path
from pyroaring import BitMap
import django
django.setup()
from timeline.index.days import Days
from timeline.index.file import save
from timeline.index.log import Position
from timeline.index.snapshot import Names, Snapshot

ids = BitMap(range(1, 2_000_000, 3))
days = Days.of({(day, 0): BitMap([day]) for day in range(730_000, 733_000)})
sets = {kind: {1: ids} for kind in Snapshot.KINDS}
snapshot = Snapshot(sets, days, days, days, ids, ids, days, Names())
number = 0
while True:
    save(Path(sys.argv[1]), "it", snapshot, Position(number, 0, frozenset()))
    number += 1
    print(number, flush=True)
"""


def test_index_is_whole_whenever_saving_is_killed(tmp_path: Path) -> None:
    path, rng = tmp_path / "db.index", Random(7)  # noqa: S311
    for _ in range(5):
        command = [sys.executable, "-c", SAVES_FOR_EVER, str(path)]
        saver = subprocess.Popen(command, stdout=subprocess.PIPE, env=os.environ)  # noqa: S603
        assert saver.stdout
        saver.stdout.readline()
        time.sleep(rng.random() / 5)
        saver.send_signal(signal.SIGKILL)
        saver.wait()
        saver.stdout.close()
        kept = load(path, "it")
        assert kept is not None
        assert len(kept[0].no_end) == 666_667


@pytest.mark.django_db(transaction=True)
def test_four_write_while_eight_read() -> None:
    timeline = make_timeline("story")
    for year in range(2000, 2020):
        make_event(str(year), timeline, topics=["Ferries"], headline=f"It opened in {year}")
    errors: list[BaseException] = []
    until = time.monotonic() + 15

    def repeat(act: Callable[[Random], None], seed: int) -> None:
        rng = Random(seed)  # noqa: S311
        try:
            while time.monotonic() < until:
                act(rng)
        except BaseException as error:
            errors.append(error)
        finally:
            connection.close()

    def write(rng: Random) -> None:
        event = Event.objects.get(headline=f"It opened in {rng.randrange(2000, 2020)}")
        make_quote(event)
        rng.choice([curation.publish, curation.withdraw])(event)

    def read(rng: Random) -> None:
        asked = rng.choice(
            [{}, {"q": "opened"}, {"topic": "ferries"}, {"q": "told", "from": "2010"}]
        )
        assert Client().get("/t/story/", asked).status_code == 200

    threads = [
        threading.Thread(target=repeat, args=(act, seed))
        for seed, act in enumerate([write] * 4 + [read] * 8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    catch_up()
    assert list(problems(connection)) == []

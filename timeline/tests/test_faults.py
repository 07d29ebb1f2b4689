"""A server is killed while curators publish, or its disk is full: nothing is half or lost."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest
from django.conf import settings

from timeline.tests.test_kill import environment, manage, told
from timeline.tests.test_kill import pile as pile  # a fixture

pytestmark = pytest.mark.slow

PUBLISHES_FOR_EVER = """
import itertools, random
from timeline.curating import curation
from timeline.models import Event
from timeline.index.live import save_now, snapshot_now

for number in itertools.count():
    event = random.choice(Event.objects.all())
    act = curation.withdraw if event.status == "published" else curation.publish
    act(event)
    snapshot_now()
    save_now()
    print(number, flush=True)
"""
# What a file may have in bytes is limited for the process, as a full disk would.
WITHIN = """
import os, resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), int(sys.argv[1])))
os.execv(sys.executable, [sys.executable, *sys.argv[2:]])
"""


@pytest.fixture
def database(tmp_path: Path, pile: Path) -> Path:
    """A database of some candidates."""
    database = tmp_path / "db.sqlite3"
    manage(database, "migrate", "--verbosity", "0")
    manage(database, "ingest", str(pile))
    return database


def rows(database: Path, statement: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(database) as connection:
        found = connection.execute(statement).fetchall()
    connection.close()
    return found


def quotes_of(database: Path) -> set[str]:
    """The words of all quotes."""
    return {exact for *_, quotes in told(database) for exact in quotes}


def test_killed_while_publishing(database: Path) -> None:
    rng = Random(11)  # noqa: S311
    for _ in range(4):
        curator = subprocess.Popen(  # noqa: S603
            [sys.executable, "manage.py", "shell", "--verbosity", "0", "-c", PUBLISHES_FOR_EVER],
            cwd=settings.BASE_DIR, env=environment(database), stdout=subprocess.PIPE,
        )  # fmt: skip
        assert curator.stdout
        curator.stdout.readline()
        time.sleep(rng.random())
        curator.send_signal(signal.SIGKILL)
        curator.wait()
        curator.stdout.close()
        assert rows(database, "PRAGMA integrity_check") == [("ok",)]
        assert "agree" in manage(database, "check_index")
        # The last record of an event's history was stored with it, or neither was.
        differ = """
            SELECT e.id FROM timeline_event e WHERE (e.status, e.version) IS NOT (
                SELECT status, version FROM timeline_historicalevent h
                WHERE h.id = e.id ORDER BY history_id DESC LIMIT 1)"""
        assert rows(database, differ) == []
    assert rows(database, "SELECT count(*) > 0 FROM timeline_event WHERE status = 'published'")


def test_full_disk_gives_an_error_and_no_damage(tmp_path: Path, pile: Path, database: Path) -> None:
    more = tmp_path / "more.jsonl"
    things = ["dock", "barge", "slip"]
    lines = pile.read_text().replace("example.org", "example.com/{0}").replace("crane", "{0}")
    more.write_text("\n".join(lines.replace("{0}", thing) for thing in things))
    before = quotes_of(database)
    size = str(database.stat().st_size + 10_000)
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", WITHIN, size, "manage.py", "ingest", str(more)],
        cwd=settings.BASE_DIR, env=environment(database), capture_output=True, text=True,
        timeout=100,
    )  # fmt: skip
    assert done.returncode != 0
    assert "full" in done.stderr or "disk I/O" in done.stderr
    assert "Traceback" not in done.stderr
    assert rows(database, "PRAGMA integrity_check") == [("ok",)]
    assert before <= quotes_of(database)
    manage(database, "ingest", str(more))
    whole = tmp_path / "whole.sqlite3"
    manage(whole, "migrate", "--verbosity", "0")
    manage(whole, "ingest", str(pile))
    manage(whole, "ingest", str(more))
    assert told(database) == told(whole)
    assert "agree" in manage(database, "check_index")


def test_index_that_cannot_be_saved_is_as_before(database: Path) -> None:
    manage(database, "check_index")
    path = Path(f"{database}.index")
    before = path.read_bytes()
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", WITHIN, "500", "-c", SAVES, str(path)],
        cwd=settings.BASE_DIR, env=os.environ, capture_output=True, text=True, timeout=100,
    )  # fmt: skip
    assert "OSError" in done.stderr
    assert path.read_bytes() == before
    assert [*path.parent.glob("*.index.*")] == []


SAVES = """
import sys
from pathlib import Path
from pyroaring import BitMap
import django
django.setup()
from timeline.index.days import Days
from timeline.index.file import save
from timeline.index.log import Position
from timeline.index.snapshot import Names, Snapshot

ids, days = BitMap(range(1, 2_000_000, 3)), Days.of({})
sets = {kind: {1: ids} for kind in Snapshot.KINDS}
snapshot = Snapshot(sets, days, days, days, ids, ids, days, Names())
save(Path(sys.argv[1]), "sqlite", snapshot, Position(0, 0, frozenset()))
"""

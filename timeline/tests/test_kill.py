"""Ingest is killed with no warning, at any moment: nothing is lost, and nothing is half there."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

pytestmark = pytest.mark.slow

ARTICLES = 60


def manage(database: Path, *arguments: str) -> str:
    """What a command prints that is run to its end on the database."""
    done = subprocess.run(  # noqa: S603
        [sys.executable, "manage.py", *arguments],
        cwd=settings.BASE_DIR, env=environment(database), capture_output=True, text=True,
        check=True, timeout=120,
    )  # fmt: skip
    return done.stdout


def environment(database: Path) -> dict[str, str]:
    return {**os.environ, "DATABASE_URL": f"sqlite:///{database}", "PYTHONIOENCODING": "utf-8"}


def told(database: Path) -> list[tuple[Any, ...]]:
    """What the events say, without the ids that depend on how often ingest was begun."""
    lines = manage(database, "export_events", "--status", "all").splitlines()
    return sorted(
        (event["edtf"], event["headline"], tuple(quote["exact"] for quote in event["quotes"]))
        for event in map(json.loads, lines)
    )


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    """A pile of articles, some of which tell the same."""
    lines = [
        {
            "text": f"The yard sold crane {n} on {n % 28 + 1} May 2018. It rained in June 2018.",
            "url": f"https://ledger.example.org/{n}",
        }
        for n in range(ARTICLES)
    ]
    path = tmp_path / "pile.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)))
    return path


def test_killed_again_and_again(tmp_path: Path, pile: Path) -> None:
    whole, broken = tmp_path / "whole.sqlite3", tmp_path / "broken.sqlite3"
    for database in (whole, broken):
        manage(database, "migrate", "--verbosity", "0")
    manage(whole, "ingest", str(pile))
    for seconds in (1.0, 1.2, 1.5):
        ingest = subprocess.Popen(  # noqa: S603
            [sys.executable, "manage.py", "ingest", str(pile)],
            cwd=settings.BASE_DIR, env=environment(broken),
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        time.sleep(seconds)
        ingest.send_signal(signal.SIGKILL)
        ingest.wait(10)
        assert manage(broken, "reread", "--all").endswith("Candidates added: 0.\n")
    manage(broken, "ingest", str(pile))
    assert told(broken) == told(whole)
    assert "60 unchanged" in manage(broken, "ingest", str(pile))

"""`manage.py check_index` finds what the index or the search missed, and mends it when asked."""

import io
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from timeline.index import live
from timeline.index.file import identity_of, load
from timeline.index.triggers import install_triggers, remove_triggers
from timeline.models import Event
from timeline.tests.factories import make_event, make_timeline

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the index of the tests' database is saved."""
    path = tmp_path / "test.index"
    monkeypatch.setattr(live, "path_for", lambda connection: path)
    timeline = make_timeline()
    for edtf in ("2018-05", "2018", "2019/.."):
        make_event(edtf, timeline, topics=["Ferries"])
    return path


def check(*options: str) -> str:
    out = io.StringIO()
    call_command("check_index", *options, stdout=out)
    return out.getvalue()


def test_index_that_agrees_is_saved(path: Path) -> None:
    assert "agree with the database: 3 events" in check()
    assert load(path, identity_of(connection))


def test_change_that_was_not_noted_is_found_and_mended() -> None:
    check()
    live.snapshot_now()
    remove_triggers(connection)
    Event.objects.update(is_planned=True)
    make_event()
    with pytest.raises(CommandError) as error:
        check()
    assert "triggers are missing" in str(error.value)
    assert "planned True: 3 events differ, such as " in str(error.value)
    assert "The search has 3 events, the database 4" in str(error.value)
    assert "4 events" in check("--mend")
    Event.objects.update(is_planned=False)
    check()


def test_lost_words_are_found() -> None:
    check()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM timeline_search")
    with pytest.raises(CommandError, match="The search has 0 events, the database 3"):
        check()
    check("--mend")
    install_triggers(connection)
    check()

"""The index on disk is whole and of its database, or it is none."""

from pathlib import Path

import pytest
from django.db import connection

from timeline.index import live
from timeline.index.check import differences
from timeline.index.file import load, save
from timeline.index.log import Position, position_now
from timeline.index.reading import read_snapshot
from timeline.models import Topic
from timeline.tests.factories import make_event, make_timeline

pytestmark = pytest.mark.django_db
POSITION = Position(7, 3, frozenset([(7, -(2**62)), (5, 1)]))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A saved index of a few events."""
    timeline = make_timeline()
    for edtf in ("2018-05-04", "2018", "2017/..", "[..2018]", "-0044-03-15", "2018/2020"):
        make_event(edtf, timeline, topics=["Ferries", "橋"], is_planned=edtf == "2018")
    path = tmp_path / "db.index"
    save(path, "this one", read_snapshot(), POSITION)
    return path


def test_what_is_saved_is_loaded(path: Path) -> None:
    kept = load(path, "this one")
    assert kept is not None
    assert list(differences(kept[0], read_snapshot())) == []
    assert kept[1] == POSITION
    assert [child.name for child in path.parent.iterdir()] == ["db.index"]


def test_empty_index_is_saved_and_loaded(tmp_path: Path) -> None:
    save(tmp_path / "db.index", "", read_snapshot(), POSITION)
    kept = load(tmp_path / "db.index", "")
    assert kept is not None
    assert list(differences(kept[0], read_snapshot())) == []


def test_another_databases_or_no_index_is_none(path: Path) -> None:
    assert load(path, "another") is None
    assert load(path.with_name("nothing"), "this one") is None


def test_damaged_index_is_none(path: Path) -> None:
    whole = path.read_bytes()
    for length in {0, 1, 20, 60, len(whole) // 2, len(whole) - 1}:
        path.write_bytes(whole[:length])
        assert load(path, "this one") is None
    for place in range(0, len(whole), max(1, len(whole) // 50)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert load(path, "this one") is None


def test_index_that_cannot_be_saved_is_left_as_it_was(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = path.read_bytes()

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    make_event()
    with pytest.raises(OSError, match="No space"):
        save(path, "this one", read_snapshot(), POSITION)
    assert path.read_bytes() == before
    assert [child.name for child in path.parent.iterdir()] == ["db.index"]


def test_new_process_goes_on_from_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    timeline = make_timeline()
    make_event("2018", timeline)
    saved = read_snapshot(), position_now(connection)
    monkeypatch.setattr(live, "load", lambda path, identity: saved)
    monkeypatch.setattr(live, "read_snapshot", lambda: pytest.fail("It read all anew."))
    make_event("2019", timeline, topics=["Ferries"])
    Topic.objects.update(slug="boats")
    state = live._read()
    assert list(differences(state.snapshot, read_snapshot())) == []

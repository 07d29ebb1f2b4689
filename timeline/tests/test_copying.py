"""All of one database is copied to another, or nothing."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.db import connections
from pytest_django import DjangoDbBlocker

from timeline import copying
from timeline.index.triggers import are_installed
from timeline.management.commands.copy_to import TARGET, connect
from timeline.models import Event, Quote, Reworded, Topic, Touched
from timeline.models.touched import EVERYTHING
from timeline.tests.factories import make_curator, make_event, make_timeline

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory, django_db_blocker: DjangoDbBlocker) -> Path:
    """The file of a database that is migrated and empty: to make one takes longest of all here."""
    path = tmp_path_factory.mktemp("empty") / "empty.sqlite3"
    connect(TARGET, f"sqlite:///{path}")
    with django_db_blocker.unblock():
        call_command("migrate", database=TARGET, verbosity=0)
        connections[TARGET].close()
    return path


@pytest.fixture
def rows() -> None:
    timeline = make_timeline()
    for edtf in ("2018-05-04", "2017/..", "-0044-03-15"):
        event = make_event(edtf, timeline, topics=["Ferries", "Brücken 橋"])
    event.topics.update(aliases=["ö", 7, {"b": 1, "a": None}])
    make_event(is_published=False)
    make_curator()


@pytest.fixture
def url(rows: None, empty: Path, tmp_path: Path) -> str:
    """The address of an empty database, to which the rows may be copied."""
    return f"sqlite:///{shutil.copy(empty, tmp_path / 'copy.sqlite3')}"


@pytest.fixture
def copy(url: str) -> Iterator[str]:
    """The name of a connection to what was copied."""
    call_command("copy_to", url)
    yield TARGET
    connections[TARGET].close()


def test_every_row_is_copied_to_a_database_that_is_made(rows: None, tmp_path: Path) -> None:
    call_command("copy_to", f"sqlite:///{tmp_path / 'new.sqlite3'}")
    for model in copying.copied_models():
        assert copying.sum_of(model, TARGET) == copying.sum_of(model, "default"), model
    assert Event.objects.using(TARGET).published().count() == 3
    assert User.objects.using(TARGET).get().check_password("open")
    connections[TARGET].close()


def test_the_copy_is_a_database_like_any_other(copy: str) -> None:
    assert are_installed(connections[copy])
    assert Reworded.objects.using(copy).count() == 4
    assert Touched.objects.using(copy).latest("pk").event == EVERYTHING
    last = Topic.objects.using(copy).latest("pk")
    assert Topic.objects.using(copy).create(name="New", slug="new").pk > last.pk


def test_a_database_with_rows_is_left_alone(url: str) -> None:
    call_command("copy_to", url)
    with pytest.raises(CommandError, match=r"Nothing was copied\. .* already holds rows"):
        call_command("copy_to", url)


def test_a_database_is_not_copied_onto_itself(rows: None) -> None:
    with pytest.raises(copying.CopyError, match="the very database"):
        next(copying.copy_everything("default", "default"))


def test_a_row_that_differs_undoes_all(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    true_sum = copying.sum_of

    def wrong_sum(model: Any, using: str) -> copying.Sum:
        found = true_sum(model, using)
        return found._replace(digest="0") if model is Quote and using != "default" else found

    monkeypatch.setattr(copying, "sum_of", wrong_sum)
    with pytest.raises(CommandError, match="timeline_quote has Sum"):
        call_command("copy_to", url)
    monkeypatch.undo()
    call_command("copy_to", url)  # nothing of the first attempt is in the way


@pytest.mark.parametrize("url", ["", "mysql://host/name", "not a url"])
def test_an_address_that_is_none_is_told(url: str) -> None:
    with pytest.raises(CommandError, match="Nothing was copied"):
        call_command("copy_to", url)

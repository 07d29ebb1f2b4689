"""Whether one index says what another does, and where it doesn't."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from pyroaring import BitMap

from timeline.index.days import Days
from timeline.index.live import snapshot_now
from timeline.index.reading import read_snapshot
from timeline.index.snapshot import Snapshot
from timeline.index.triggers import are_installed
from timeline.models import Event
from timeline.search import ids_searched


def problems(connection: BaseDatabaseWrapper) -> Iterator[str]:
    """What isn't as it should be with the index and the search, a sentence each."""
    if not are_installed(connection):
        yield "The database doesn't note all changes: triggers are missing."
    # What changes while it is looked at differs once, and not again.
    for _ in range(3):
        if not (found := list(differences(snapshot_now(), read_snapshot()))):
            break
    yield from found
    searched, stored = ids_searched(), BitMap(Event.objects.values_list("pk", flat=True))
    if searched ^ stored:
        yield f"The search has {len(searched)} events, the database {len(stored)}."


def differences(one: Snapshot, other: Snapshot) -> Iterator[str]:
    """What the two don't agree on, a sentence each; nothing if they say the same."""
    if one.names != other.names:
        yield "The names of topics or publishers differ."
    held, should = _sets_of(one), _sets_of(other)
    for key in held.keys() | should.keys():
        if wrong := held.get(key, BitMap()) ^ should.get(key, BitMap()):
            some = ", ".join(map(str, wrong[:5]))
            yield f"{' '.join(map(str, key))}: {len(wrong)} events differ, such as {some}."


def _sets_of(snapshot: Snapshot) -> dict[tuple[Any, ...], BitMap]:
    """Every set of the snapshot, by what it is of."""
    kinds: dict[str, Mapping[Any, BitMap]] = {
        **snapshot.sets,
        **_sets_of_days("sort", snapshot.starts),
        **_sets_of_days("first", snapshot.begins),
        **_sets_of_days("last", snapshot.ends),
        **_sets_of_days("reported", snapshot.reported),
        "open": {"start": snapshot.no_start, "end": snapshot.no_end},
    }
    return {(kind, value): ids for kind, sets in kinds.items() for value, ids in sets.items()}


def _sets_of_days(name: str, days: Days) -> dict[str, Mapping[Any, BitMap]]:
    groups = {key: ids for month in days.groups.values() for key, ids in month.items()}
    return {f"{name} year": days.years, f"{name} month": days.months, f"{name} day": groups}

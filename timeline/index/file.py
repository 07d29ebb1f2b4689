"""An index on disk, so that a new process needn't read the database: whole or not at all.

A file is written under another name and then renamed. What is damaged, of another version or of
another database counts as no file; what is old is brought up to date by the log like any index.
"""

import contextlib
import hashlib
import json
import os
import tempfile
import time
from collections.abc import Iterator
from dataclasses import fields
from itertools import chain
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db.backends.base.base import BaseDatabaseWrapper
from pyroaring import BitMap

from timeline.index.days import Days
from timeline.index.log import Position
from timeline.index.snapshot import Names, Snapshot

DAYS = "starts", "begins", "ends", "reported"
NAMES = [field.name for field in fields(Names)]
# With what a file holds: one of a version that holds other things is none of ours.
MAGIC = f"dateline index 2: {' '.join([*Snapshot.KINDS, *DAYS, *NAMES])}\n".encode()
DIGEST = 32
# No process takes so many seconds to write a draft.
ABANDONED_AFTER = 600
NUMBER = 8


def path_for(connection: BaseDatabaseWrapper) -> Path:
    """Where the index of this database is kept: beside SQLite's file, else in INDEX_FOLDER."""
    if connection.vendor == "sqlite":
        return Path(f"{connection.settings_dict['NAME']}.index")
    name = hashlib.blake2b(identity_of(connection).encode(), digest_size=8).hexdigest()
    return Path(settings.INDEX_FOLDER) / f"{name}.index"


def identity_of(connection: BaseDatabaseWrapper) -> str:
    """What tells this database from another one under its name, whose log may look the same."""
    if connection.vendor == "sqlite":
        return "sqlite"
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT system_identifier, oid FROM pg_control_system(), pg_database "
            "WHERE datname = current_database()"
        )
        return "postgresql {} {}".format(*cursor.fetchone())


def save(path: Path, identity: str, snapshot: Snapshot, position: Position) -> None:
    """Put the index in the place of the one at the path; raises OSError if that can't be."""
    sets = list(_sets_of(snapshot))
    header = json.dumps(
        {
            "identity": identity,
            "position": [position.last, position.horizon, sorted(position.seen)],
            "names": [list(getattr(snapshot.names, name).items()) for name in NAMES],
            "sets": [[*key, len(data)] for key, data in sets],
        }
    ).encode()
    parts = [len(header).to_bytes(NUMBER, "big"), header, *(data for _, data in sets)]
    content = b"".join(parts)
    _sweep(path)
    descriptor, draft = tempfile.mkstemp(dir=path.parent, prefix=f"{path.name}.")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(MAGIC + _digest(content) + content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, path)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise


def _sweep(path: Path) -> None:
    """Remove drafts that a process left behind when it was killed."""
    for draft in path.parent.glob(f"{path.name}.*"):
        with contextlib.suppress(OSError):
            if draft.stat().st_mtime < time.time() - ABANDONED_AFTER:
                draft.unlink()


def load(path: Path, identity: str) -> tuple[Snapshot, Position] | None:
    """The index at the path; None if there is none of this database, or it is damaged."""
    try:
        data = memoryview(path.read_bytes())
    except OSError:
        return None
    start = len(MAGIC) + DIGEST
    content = data[start:]
    if data[: len(MAGIC)] != MAGIC or data[len(MAGIC) : start] != _digest(content):
        return None
    length = int.from_bytes(content[:NUMBER], "big")
    header = json.loads(bytes(content[NUMBER : NUMBER + length]))
    if header["identity"] != identity:
        return None
    last, horizon, seen = header["position"]
    position = Position(last, horizon, frozenset(map(tuple, seen)))
    return _snapshot(header, content[NUMBER + length :]), position


def _digest(content: bytes | memoryview) -> bytes:
    return hashlib.blake2b(content, digest_size=DIGEST).digest()


def _sets_of(snapshot: Snapshot) -> Iterator[tuple[list[Any], bytes]]:
    """Every set that can't be told from others, with the name of its kind and its value."""
    for kind, sets in snapshot.sets.items():
        yield from (([kind, value], ids.serialize()) for value, ids in sets.items())
    for kind in DAYS:
        days: Days = getattr(snapshot, kind)
        for key, ids in chain.from_iterable(groups.items() for groups in days.groups.values()):
            yield [kind, list(key)], ids.serialize()
    yield ["no_start", 0], snapshot.no_start.serialize()
    yield ["no_end", 0], snapshot.no_end.serialize()


def _snapshot(header: dict[str, Any], data: memoryview) -> Snapshot:
    kinds: dict[str, dict[Any, BitMap]] = {}
    offset = 0
    for kind, value, length in header["sets"]:
        key = tuple(value) if isinstance(value, list) else value
        ids = BitMap.deserialize(bytes(data[offset : offset + length]))
        kinds.setdefault(kind, {})[key] = ids
        offset += length
    return Snapshot(
        starts=Days.of(kinds.get("starts", {})),
        begins=Days.of(kinds.get("begins", {})),
        ends=Days.of(kinds.get("ends", {})),
        reported=Days.of(kinds.get("reported", {})),
        no_start=kinds.pop("no_start")[0],
        no_end=kinds.pop("no_end")[0],
        names=Names(*map(dict, header["names"])),
        sets={kind: kinds.get(kind, {}) for kind in Snapshot.KINDS},
    )

"""The index as it is now: kept by each process, and brought up to date whenever it is asked for."""

import logging
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from django.db import DatabaseError, connection
from pyroaring import BitMap

from timeline.index.file import identity_of, load, path_for, save
from timeline.index.log import Position, position_now, prune, read_from
from timeline.index.reading import read_events, read_names, read_snapshot
from timeline.index.snapshot import Snapshot
from timeline.models.touched import EVERYTHING, NAMES, PRUNED

# Of more events than these it is quicker to read all anew.
MOST_CHANGES = 50_000


@dataclass(frozen=True)
class State:
    """A snapshot, and how far it knows the log."""

    snapshot: Snapshot
    position: Position


# Fewer events than these are read as quickly as a file.
WORTH_SAVING = 10_000
# A file that is older by more rows of the log than these is written anew.
MOST_UNSAVED = 1_000

logger = logging.getLogger(__name__)
_lock = threading.Lock()
_shared: dict[str, State] = {}
_saved: dict[str, int] = {}
# What a transaction sees before it is committed is its own.
_own = threading.local()


def snapshot_now() -> Snapshot:
    """The index as the database is now, as far as this connection sees it. Asks one query of it.

    Within a transaction its own changes count, and no other thread sees them.
    """
    name = _name()
    if connection.in_atomic_block:
        own: dict[str, State] = _own.__dict__
        own[name] = state = _up_to_date(filter(None, [own.get(name), _shared.get(name)]))
    else:
        with _lock:
            _shared[name] = state = _up_to_date(filter(None, [_shared.get(name)]))
            _keep(state)
    return state.snapshot


def _name() -> str:
    return str(connection.settings_dict["NAME"])


def _up_to_date(known: Iterable[State]) -> State:
    """The first of the states that can be brought up to date, or a new one."""
    return next(filter(None, map(_advanced, known)), None) or _read()


def _read() -> State:
    """The state that is on disk, brought up to date, else that of the database."""
    kept = load(path_for(connection), identity_of(connection))
    if kept and (state := _advanced(State(*kept))):
        _saved[_name()] = kept[1].last
        return state
    position = position_now(connection)
    return State(read_snapshot(), position)


def save_now() -> int:
    """Save the index for new processes, whatever its size; how many events it has."""
    state = _advanced(_shared[_name()]) if _name() in _shared else None
    state = state or _read()
    _save(path_for(connection), identity_of(connection), state)
    prune(connection)
    return len(state.snapshot.starts.all)


def _keep(state: State) -> None:
    """Save a large index, in a thread of its own, if much has changed since it was saved.

    Then rows of the log that are older than the file by far can go.
    """
    unsaved = state.position.last - _saved.get(_name(), -MOST_UNSAVED)
    if unsaved < MOST_UNSAVED or len(state.snapshot.starts.all) < WORTH_SAVING:
        return
    _saved[_name()] = state.position.last
    path, identity = path_for(connection), identity_of(connection)
    threading.Thread(target=_save_and_prune, args=(path, identity, state)).start()


def _save_and_prune(path: Path, identity: str, state: State) -> None:
    _save(path, identity, state)
    try:
        prune(connection)
    except DatabaseError as error:
        logger.warning("The log of changes can't be shortened now: %s", error)
    finally:
        connection.close()


def _save(path: Path, identity: str, state: State) -> None:
    try:
        path.parent.mkdir(exist_ok=True)
        save(path, identity, state.snapshot, state.position)
    except OSError as error:
        logger.warning("The index can't be saved, so a new process will read it anew: %s", error)


def _advanced(state: State) -> State | None:
    """The state with all changes since; None where it has to be read anew."""
    news = read_from(connection, state.position)
    if news is None or news.events & {EVERYTHING, PRUNED} or len(news.events) > MOST_CHANGES:
        return None
    if not news.events:
        return State(state.snapshot, news.position)
    return State(_changed(state.snapshot, news.events), news.position)


def _changed(snapshot: Snapshot, touched: frozenset[int]) -> Snapshot:
    if NAMES in touched:
        snapshot = snapshot.renamed(read_names())
    events = BitMap(touched - {NAMES})
    published = read_events(events, snapshot.names) if events else None
    if published and (published.starts.all or events.intersect(snapshot.starts.all)):
        return snapshot.replaced(events, published)
    return snapshot

"""What changed since the index was last looked at: the rows that triggers write, read once each."""

from dataclasses import dataclass
from typing import NamedTuple

from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from timeline.models.touched import PRUNED

# So many of the newest rows stay. Who is further behind would read the whole database anyway.
ROWS_KEPT = 200_000
# SQLite has one writer at a time, whose rows are committed in the order of their ids; and its
# transactions have no number: all are 0, and the oldest under way is always a later one.
SQLITE = "SELECT id, token, event, 0, 1 FROM timeline_touched WHERE id >= %(last)s ORDER BY id"
# PostgreSQL's rows of a transaction that was under way when the log was read may come to light
# later, with any id; of older transactions all was there to be read.
POSTGRESQL = """
    SELECT id, token, event, written_by, pg_snapshot_xmin(pg_current_snapshot())::text::bigint
    FROM timeline_touched WHERE written_by >= %(horizon)s OR id = %(last)s ORDER BY id"""
POSTGRESQL_NOW = "SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint"


class LogRow(NamedTuple):
    """A row of the log, and the oldest transaction that was under way when it was read."""

    id: int
    token: int
    event: int
    written_by: int
    horizon: int


@dataclass(frozen=True)
class Position:
    """How far the log was read: `seen` are the rows (id, token) that will come again."""

    last: int
    horizon: int
    seen: frozenset[tuple[int, int]]


@dataclass(frozen=True)
class News:
    """The events that were touched since a position, and the position after them."""

    events: frozenset[int]
    position: Position


def read_from(connection: BaseDatabaseWrapper, position: Position) -> News | None:
    """What came since the position; None where the log doesn't follow on it.

    That is so where a part of it was rolled back, where the database is another one, restored from
    a backup, and where rows that weren't read yet were deleted.
    """
    rows = _rows(connection, position.last, position.horizon)
    if not rows or not position.seen <= {row[:2] for row in rows}:
        return None
    new = frozenset(row.event for row in rows if row[:2] not in position.seen)
    return News(new, _position_after(rows))


def position_now(connection: BaseDatabaseWrapper) -> Position:
    """The end of the log; to be asked for before reading what it tells of."""
    horizon = 0
    with connection.cursor() as cursor:
        if connection.vendor != "sqlite":
            cursor.execute(POSTGRESQL_NOW)
            (horizon,) = cursor.fetchone()
        cursor.execute("SELECT COALESCE(max(id), 0) FROM timeline_touched")
        (last,) = cursor.fetchone()
    rows = _rows(connection, last, horizon)
    return _position_after(rows) if rows else Position(0, 0, frozenset())


def _rows(connection: BaseDatabaseWrapper, last: int, horizon: int) -> list[LogRow]:
    """The rows that may have come since, and the last one known, in the order of their ids."""
    statement = SQLITE if connection.vendor == "sqlite" else POSTGRESQL
    with connection.cursor() as cursor:
        cursor.execute(statement, {"last": last, "horizon": horizon})
        return [LogRow(*row) for row in cursor.fetchall()]


def _position_after(rows: list[LogRow]) -> Position:
    last = rows[-1]
    again = (row for row in rows if row is last or row.written_by >= row.horizon)
    return Position(last.id, last.horizon, frozenset(row[:2] for row in again))


def prune(connection: BaseDatabaseWrapper) -> int:
    """Delete rows that nobody needs, once there are twice as many as are kept; how many.

    An index that was at one of them is read anew, since the last row that it knows is gone. With
    PostgreSQL a row of a long transaction may be older than the last one that an index knows, and
    yet new to it: the row that says so comes to those alone that may have missed some.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT min(id), max(id) FROM timeline_touched")
        first, last = cursor.fetchone()
        if first is None or last - first < 2 * ROWS_KEPT:
            return 0
    # Not before: a transaction of SQLite waits for whoever writes.
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DELETE FROM timeline_touched WHERE id <= %s", [last - ROWS_KEPT])
            return int(cursor.rowcount)
        cursor.execute(POSTGRESQL_NOW)
        (horizon,) = cursor.fetchone()
        cursor.execute(
            "DELETE FROM timeline_touched WHERE id <= %s AND written_by < %s",
            [last - ROWS_KEPT, horizon],
        )
        deleted = int(cursor.rowcount)
        cursor.execute(
            "INSERT INTO timeline_touched (event, token, written_by) VALUES (%s, 0, %s)",
            [PRUNED, horizon - 1],
        )
        return deleted

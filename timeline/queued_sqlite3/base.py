"""Whoever has waited longest writes next.

SQLite lets who waits ask again, every 100 ms in the end: who comes later asks more often, and goes
before. Here who is to write stands in the queue that the system keeps for a lock on a file, and the
first of it alone asks SQLite.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager

from django.db.backends.sqlite3 import base


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection whose transactions begin in turn, also those of other threads and processes."""

    def _start_transaction_under_autocommit(self) -> None:
        with self._turn():
            super()._start_transaction_under_autocommit()  # type: ignore[misc]  # undeclared

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """Wait until nobody is before us; the system ends our turn if we are killed."""
        if self.is_in_memory_db():
            yield
            return
        # For all to read: whoever may write to the database stands in the same queue.
        queue = os.open(f"{self.settings_dict['NAME']}-queue", os.O_RDONLY | os.O_CREAT, 0o644)
        try:
            fcntl.flock(queue, fcntl.LOCK_EX)
            yield
        finally:
            os.close(queue)

"""Rows by ids whose SQL is written once: to write it takes Django longer than to get the answer."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import QuerySet
from django.db.models.sql import Query

from timeline.index.pages import PAGE_SIZE


class CompiledQuery(NamedTuple):
    """A query with its SQL, and the columns, which know how their values are read."""

    query: Query
    sql: str
    columns: list[Any]


class ByIds:
    """What a QuerySet of tuples, asked for by ids and by no other values, gives for any ids."""

    def __init__(self, asked: Callable[[Sequence[int]], QuerySet[Any, tuple[Any, ...]]]) -> None:
        self._asked = asked
        self._written: dict[int, CompiledQuery] = {}

    def rows(self, asked_for: Iterable[int]) -> Iterable[tuple[Any, ...]]:
        """The rows; one query, or none where no ids are given."""
        if not (ids := list(asked_for)):
            return []
        number = -(-len(ids) // PAGE_SIZE) * PAGE_SIZE
        written = self._written.get(number) or self._write(number)
        with connection.cursor() as cursor:
            cursor.execute(written.sql, [*ids, *ids[-1:] * (number - len(ids))])
            rows = cursor.fetchall()
        compiler = written.query.get_compiler(connection=connection)
        converters = compiler.get_converters(written.columns)
        read: Iterable[tuple[Any, ...]] = compiler.apply_converters(rows, converters)
        return read

    def _write(self, number: int) -> CompiledQuery:
        """The query for this number of ids: for fewer, the last is asked for again."""
        query = self._asked(range(number)).query
        compiler = query.get_compiler(connection=connection)
        sql, parameters = compiler.as_sql()
        if tuple(parameters) != tuple(range(number)):
            raise ValueError("A query by ids has other values than these.")
        written = CompiledQuery(query, sql, [column for column, *_ in compiler.select])
        self._written[number] = written
        return written

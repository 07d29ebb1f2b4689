"""Many rows into a table at once, past the models: to be used where nothing else is writing."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

AT_ONCE = 10_000
# What every database takes as it is.
PLAIN = (int, str, type(None))


def load_rows(
    connection: BaseDatabaseWrapper,
    model: type[models.Model],
    names: Sequence[str],
    rows: Iterable[Sequence[Any]],
) -> None:
    """Store rows, given as the values of these fields; other fields get their defaults.

    Values are Python's, as the models have them; of a foreign key, the id.
    """
    given = [model._meta.get_field(name) for name in names]
    others = [f for f in model._meta.concrete_fields if f not in given and not f.primary_key]
    fields = [*given, *others]
    defaults = [field.get_default for field in others]
    prepare = [_preparer(field, connection) for field in fields]
    remaining = iter(rows)
    while chunk := list(islice(remaining, AT_ONCE)):
        _store(connection, model, fields, list(_prepared(chunk, defaults, prepare)))


def _prepared(
    rows: list[Sequence[Any]], defaults: list[Callable[[], Any]], prepare: list[Callable[..., Any]]
) -> Iterator[list[Any]]:
    for row in rows:
        values = (*row, *(default() for default in defaults))
        yield [call(value) for call, value in zip(prepare, values, strict=True)]


def _preparer(field: Any, connection: BaseDatabaseWrapper) -> Callable[[Any], Any]:
    """What makes a value of the field one of the database."""
    if isinstance(field, models.JSONField):
        return lambda value: field.get_db_prep_save(value, connection)
    return lambda value: (
        value if isinstance(value, PLAIN) else field.get_db_prep_save(value, connection)
    )


def _store(
    connection: BaseDatabaseWrapper, model: type[models.Model], fields: list[Any], rows: list[Any]
) -> None:
    quote = connection.ops.quote_name
    table, columns = quote(model._meta.db_table), ", ".join(quote(f.column) for f in fields)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            places = ", ".join(["%s"] * len(fields))
            cursor.executemany(f"INSERT INTO {table} ({columns}) VALUES ({places})", rows)  # noqa: S608

"""Everything that one database holds, copied to another and compared, row by row."""

import hashlib
import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from django.apps import apps
from django.core.management.color import no_style
from django.db import connections, models, transaction

from timeline.index.triggers import install_triggers, remove_triggers, touch_everything
from timeline.loading import load_rows
from timeline.models import Reworded, Touched
from timeline.search import queue_everything

AT_ONCE = 5_000


class CopyError(Exception):
    """Why nothing was copied, for people."""


class Sum(NamedTuple):
    """How many rows a table has, and a sum over all of them that no order changes."""

    rows: int
    digest: str


def copied_models() -> list[type[models.Model]]:
    """The tables of all apps, but for those that a database fills by itself."""
    every = apps.get_models(include_auto_created=True)
    tables = (model for model in every if model._meta.managed and not model._meta.proxy)
    return [model for model in tables if model not in (Touched, Reworded)]


def copy_everything(source: str, target: str) -> Iterator[tuple[str, int]]:
    """Copy all tables; gives each one's name and number of rows. Raises CopyError, or all is there.

    Both are connection names. The target must be migrated, and hold no articles, events or users.
    Nobody else may write to the source meanwhile; SQLite sees to it.
    """
    _check_other(source, target)
    with transaction.atomic(using=source), transaction.atomic(using=target):
        _check_empty(target)
        remove_triggers(connections[target])
        tables = copied_models()
        for model in tables:
            model._base_manager.using(target)._raw_delete(target)
        for model in tables:
            yield model._meta.db_table, _copy(model, source, target)
        _finish(target, tables)


def _check_other(source: str, target: str) -> None:
    """Raise CopyError where both are one database, whose transactions would wait for each other."""
    one, other = (connections[alias].settings_dict for alias in (source, target))
    if all(one[key] == other[key] for key in ("NAME", "HOST", "PORT")):
        raise CopyError("The target is the very database that is to be copied: choose another.")


def _check_empty(target: str) -> None:
    for label in ("articles.Article", "timeline.Event", "timeline.Timeline", "auth.User"):
        if apps.get_model(label)._base_manager.using(target).exists():
            raise CopyError(f"The target already holds rows of {label}: choose an empty database.")


def _copy(model: type[models.Model], source: str, target: str) -> int:
    load_rows(connections[target], model, _names(model), _rows(model, source))
    before, after = sum_of(model, source), sum_of(model, target)
    if before != after:
        raise CopyError(f"{model._meta.db_table} has {after} after copying {before}.")
    return after.rows


def _finish(target: str, tables: list[type[models.Model]]) -> None:
    connection = connections[target]
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), tables):
            cursor.execute(statement)
    install_triggers(connection)
    touch_everything(connection)
    queue_everything(connection)


def sum_of(model: type[models.Model], using: str) -> Sum:
    """What tells whether two databases hold the same rows of a table."""
    number = total = 0
    for row in _rows(model, using):
        text = json.dumps(row, sort_keys=True, default=_plainly)
        total += int.from_bytes(hashlib.blake2b(text.encode(), digest_size=16).digest())
        number += 1
    return Sum(number, f"{total % 2**128:032x}")


def _plainly(value: Any) -> str:
    """The same text for the same value, whichever database gave it."""
    return bytes(value).hex() if isinstance(value, bytes | memoryview) else repr(value)


def _names(model: type[models.Model]) -> list[str]:
    return [field.name for field in model._meta.concrete_fields]


def _rows(model: type[models.Model], using: str) -> Iterator[tuple[Any, ...]]:
    rows = model._base_manager.using(using).order_by()
    return rows.values_list(*_names(model)).iterator(chunk_size=AT_ONCE)

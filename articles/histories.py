"""Rows that were made in bulk get the records that saving each would have given them.

The database copies them: made one by one in Python, a record takes longer than its row.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connections, models
from django.utils import timezone

# So many ids in one statement, which no database refuses.
AT_ONCE = 500


def record_made(model: type[models.Model], ids: Sequence[int], using: str) -> None:
    """Record the rows of these ids, which were just made, as made by whoever asks."""
    history: Any = model.history.model  # type: ignore[attr-defined]
    user = history.get_default_history_user(None)
    said = {
        "history_date": timezone.now(),
        "history_type": "+",
        "history_change_reason": "",
        "history_user": user and user.pk,
    }
    fields = [history._meta.get_field(name) for name in said]
    connection = connections[using]
    values = [
        field.get_db_prep_save(value, connection)
        for field, value in zip(fields, said.values(), strict=True)
    ]
    kept = [field.column for field in history.tracked_fields]
    columns = [*kept, *(field.column for field in fields)]
    sql = (
        f"INSERT INTO {_named(using, history._meta.db_table)} ({_named(using, *columns)}) "  # noqa: S608
        f"SELECT {_named(using, *kept)}, %s, %s, %s, %s "
        f"FROM {_named(using, model._meta.db_table)} WHERE id IN "
    )
    _execute(using, sql, values, ids)


def record_related(model: type[models.Model], name: str, ids: Sequence[int], using: str) -> None:
    """Record what the rows of these ids, of which each has one record, are related to by `name`."""
    history: Any = model.history.model  # type: ignore[attr-defined]
    through, recorded = getattr(model, name).through, getattr(history, name).model
    owner = through._meta.get_field(model._meta.model_name).column
    columns = [field.column for field in through._meta.concrete_fields]
    record = recorded._meta.get_field("history").column
    kept = ", ".join(f"related.{_named(using, column)}" for column in columns)
    sql = (
        f"INSERT INTO {_named(using, recorded._meta.db_table)} ({_named(using, *columns, record)}) "  # noqa: S608
        f"SELECT {kept}, made.history_id FROM {_named(using, through._meta.db_table)} related "
        f"JOIN {_named(using, history._meta.db_table)} made ON made.id = related.{owner} "
        f"WHERE related.{owner} IN "
    )
    _execute(using, sql, [], ids)


def _named(using: str, *names: str) -> str:
    return ", ".join(map(connections[using].ops.quote_name, names))


def _execute(using: str, sql: str, values: Iterable[Any], ids: Sequence[int]) -> None:
    """Execute the statement, which ends with “IN”, for so many ids at a time."""
    with connections[using].cursor() as cursor:
        for at in range(0, len(ids), AT_ONCE):
            part = ids[at : at + AT_ONCE]
            cursor.execute(f"{sql}({', '.join(['%s'] * len(part))})", [*values, *part])

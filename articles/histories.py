"""Records of rows, which the database copies: made one by one in Python, they take longer.

Rows that were stored in bulk get the records that saving each would have given them.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any

from django.db import connections, models
from django.utils import timezone
from simple_history.manager import HistoryManager
from simple_history.models import HistoricalRecords

# So many ids in one statement, which no database refuses.
AT_ONCE = 500
MADE, CHANGED, DELETED = "+", "~", "-"


class _Manager(HistoryManager):  # type: ignore[misc]  # it has no types
    """The manager of records, of a class that is made once, not each time it is asked for."""

    @classmethod
    @cache
    def from_queryset(cls, queryset: Any) -> Any:
        """The class of managers with the methods of the queryset."""
        return super().from_queryset(queryset)


class Records(HistoricalRecords):  # type: ignore[misc]  # it has no types
    """Records whose relations are copied by one statement each, not read and then written."""

    def __init__(self, **given: Any) -> None:
        super().__init__(history_manager=_Manager, **given)

    def create_historical_record_m2ms(self, history_instance: Any, instance: models.Model) -> None:
        """Record what the row is related to."""
        using = instance._state.db or history_instance._state.db
        for field in history_instance._history_m2m_fields:
            record_related(type(instance), field.name, [history_instance.pk], using)


def record(
    model: type[models.Model], ids: Sequence[int], using: str, kind: str = MADE
) -> list[int]:
    """Record the rows of these ids, as made, changed or about to be deleted by whoever asks.

    Gives the ids of the records.
    """
    history: Any = model.history.model  # type: ignore[attr-defined]
    user = history.get_default_history_user(None)
    said = {
        "history_date": timezone.now(),
        "history_type": kind,
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
    return _execute(using, sql, values, ids, "RETURNING history_id")


def record_related(
    model: type[models.Model], name: str, records: Sequence[int], using: str
) -> None:
    """Give the records of these ids what their rows are related to by `name`."""
    history: Any = model.history.model  # type: ignore[attr-defined]
    through, recorded = getattr(model, name).through, getattr(history, name).model
    owner = through._meta.get_field(model._meta.model_name).column
    columns = [field.column for field in through._meta.concrete_fields]
    of_record = recorded._meta.get_field("history").column
    kept = ", ".join(f"related.{_named(using, column)}" for column in columns)
    sql = (
        f"INSERT INTO {_named(using, recorded._meta.db_table)} "  # noqa: S608
        f"({_named(using, *columns, of_record)}) SELECT {kept}, made.history_id "
        f"FROM {_named(using, history._meta.db_table)} made "
        f"JOIN {_named(using, through._meta.db_table)} related ON related.{owner} = made.id "
        f"WHERE made.history_id IN "
    )
    _execute(using, sql, [], records)


def _named(using: str, *names: str) -> str:
    return ", ".join(map(connections[using].ops.quote_name, names))


def _execute(
    using: str, sql: str, values: Sequence[Any], ids: Sequence[int], returning: str = ""
) -> list[int]:
    """Execute the statement, which ends with “IN”, for so many ids at a time; what it returns."""
    returned: list[int] = []
    with connections[using].cursor() as cursor:
        for at in range(0, len(ids), AT_ONCE):
            part = ids[at : at + AT_ONCE]
            places = ", ".join(["%s"] * len(part))
            cursor.execute(f"{sql}({places}) {returning}", [*values, *part])
            returned += [pk for (pk,) in cursor.fetchall()] if returning else []
    return returned

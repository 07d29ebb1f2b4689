"""Where SQLite and PostgreSQL would give a reader different answers, and what makes them agree."""

import re
from functools import lru_cache
from typing import Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Func


class DayNumber(Func):
    """The day number of a date, as `date.toordinal()` gives it; None of None."""

    output_field = models.IntegerField()
    arity = 1

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> tuple[str, Any]:
        """For SQLite, whose Julian days begin at noon; 1721424.5 is the midnight before day 1."""
        template = "CAST(julianday(%(expressions)s) - 1721424.5 AS INTEGER)"
        return self.as_sql(compiler, connection, template=template, **context)

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> tuple[str, Any]:
        """For PostgreSQL, where the difference of two dates is a number of days."""
        template = "((%(expressions)s)::date - DATE '0001-01-01' + 1)"
        return self.as_sql(compiler, connection, template=template, **context)


def fold_letters_of_sqlite(connection: BaseDatabaseWrapper, **signal: Any) -> None:
    """Make LIKE, and with it `icontains` and `iexact`, blind to the case of every letter.

    To be called for each new connection. SQLite's own LIKE knows only A to Z, so that
    "österreich" would not find "Österreich".
    """
    if connection.vendor == "sqlite":
        # Two arguments would be LIKE without ESCAPE, which Django never writes.
        connection.connection.create_function("like", 3, is_like, deterministic=True)


def is_like(pattern: object, value: object, escape: object) -> bool | None:
    """What `UPPER(value) LIKE UPPER(pattern) ESCAPE escape` gives on PostgreSQL; NULL is None."""
    if pattern is None or value is None or escape is None:
        return None
    return _regex(str(pattern), str(escape)).fullmatch(_upper(str(value))) is not None


@lru_cache(maxsize=64)
def _regex(pattern: str, escape: str) -> re.Pattern[str]:
    wild = {"%": ".*", "_": "."}
    parts = re.findall(f"{re.escape(escape)}.|.", _upper(pattern), re.DOTALL)
    return re.compile("".join(wild.get(p) or re.escape(p[-1]) for p in parts), re.DOTALL)


def _upper(text: str) -> str:
    """The text with each character in its upper case, where that is one character.

    Of "ß" it is not: "SS" would find more than it does on PostgreSQL, and `_` would count two.
    """
    upper = text.upper()
    return upper if len(upper) == len(text) else "".join(map(_upper_character, text))


@lru_cache(maxsize=4096)
def _upper_character(character: str) -> str:
    upper = character.upper()
    return upper if len(upper) == 1 else character

"""The database's own word on what changed: triggers, so that no way of changing goes unnoticed.

Bulk methods, fixtures, other programs and raw SQL all pass by the models' `save`, but not by these.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.expressions import RawSQL

from timeline.models.touched import EVERYTHING, NAMES

OF_ARTICLE = "SELECT DISTINCT event_id AS id FROM timeline_quote WHERE article_id = NEW.id"
OF_MENTION = "SELECT DISTINCT event_id AS id FROM timeline_quote WHERE mention_id = NEW.id"
OF_PUBLISHER = """SELECT DISTINCT event_id AS id FROM timeline_quote
    JOIN articles_article ON articles_article.id = article_id
    WHERE publisher_id = NEW.id AND NEW.public_text <> OLD.public_text"""
A_NAME = f"SELECT {NAMES} AS id"
# Table, what is done to its rows, and the events that this touches.
TOUCHES = [
    ("timeline_event", "INSERT", "SELECT NEW.id AS id"),
    ("timeline_event", "UPDATE", "SELECT NEW.id AS id"),
    ("timeline_event", "DELETE", "SELECT OLD.id AS id"),
    *(
        touch
        for table in ("timeline_quote", "timeline_event_topics", "timeline_event_timelines")
        for touch in (
            (table, "INSERT", "SELECT NEW.event_id AS id"),
            (table, "UPDATE", "SELECT NEW.event_id AS id UNION SELECT OLD.event_id"),
            (table, "DELETE", "SELECT OLD.event_id AS id"),
        )
    ),
    ("articles_article", "UPDATE", OF_ARTICLE),
    ("articles_mention", "UPDATE", OF_MENTION),
    ("articles_publisher", "UPDATE", f"{OF_PUBLISHER} UNION {A_NAME}"),
    ("articles_publisher", "INSERT", A_NAME),
    *(
        (table, action, A_NAME)
        for table in ("timeline_topic", "timeline_timeline")
        for action in ("INSERT", "UPDATE", "DELETE")
    ),
]


@dataclass(frozen=True)
class Dialect:
    """How a database says it."""

    create: tuple[str, ...]
    remove: tuple[str, ...]
    names: str
    random: str
    transaction: str


SQLITE = Dialect(
    create=(
        "DROP TRIGGER IF EXISTS {name}",
        "CREATE TRIGGER {name} AFTER {action} ON {table} BEGIN {body} END",
    ),
    remove=("DROP TRIGGER IF EXISTS {name}",),
    names="SELECT name FROM sqlite_master WHERE type = 'trigger'",
    random="random()",
    transaction="0",
)
POSTGRESQL = Dialect(
    create=(
        "CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN {body} RETURN NULL; END $$",
        "CREATE OR REPLACE TRIGGER {name} AFTER {action} ON {table} "
        "FOR EACH ROW EXECUTE FUNCTION {name}()",
    ),
    remove=("DROP TRIGGER IF EXISTS {name} ON {table}",),
    names="SELECT tgname FROM pg_trigger WHERE NOT tgisinternal",
    random="(random() * 9007199254740992)::bigint",
    transaction="pg_current_xact_id()::text::bigint",
)
BODY = """
    INSERT INTO timeline_touched (event, token, written_by)
        SELECT id, {random}, {transaction} FROM ({touched}) AS touched;
    INSERT INTO timeline_reworded (event)
        SELECT id FROM ({touched}) AS touched WHERE id > 0;
"""


def install_triggers(connection: BaseDatabaseWrapper) -> None:
    """Let the database note every change from now on, as it may have done before."""
    with connection.cursor() as cursor:
        for statement in _statements(connection, "create"):
            cursor.execute(statement)


def remove_triggers(connection: BaseDatabaseWrapper) -> None:
    """Let nothing be noted: before tables are changed, and while many rows are loaded."""
    with connection.cursor() as cursor:
        for statement in _statements(connection, "remove"):
            cursor.execute(statement)


def touch_everything(connection: BaseDatabaseWrapper) -> None:
    """Let every index be read again from the database."""
    dialect = _dialect(connection)
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO timeline_touched (event, token, written_by) "
            f"SELECT {EVERYTHING}, {dialect.random}, {dialect.transaction}"
        )


def this_transaction(connection: BaseDatabaseWrapper) -> RawSQL:
    """The number that this transaction signs what it touches with."""
    return RawSQL(_dialect(connection).transaction, ())  # noqa: S611  # a constant of ours


def are_installed(connection: BaseDatabaseWrapper) -> bool:
    """Whether the database notes every change."""
    with connection.cursor() as cursor:
        cursor.execute(_dialect(connection).names)
        return {name for (name,) in cursor.fetchall()} >= {_name(*touch[:2]) for touch in TOUCHES}


def _statements(connection: BaseDatabaseWrapper, kind: str) -> Iterator[str]:
    """What removes or creates each trigger."""
    dialect = _dialect(connection)
    for table, action, touched in TOUCHES:
        body = BODY.format(touched=touched, random=dialect.random, transaction=dialect.transaction)
        for template in getattr(dialect, kind):
            yield template.format(name=_name(table, action), table=table, action=action, body=body)


def _name(table: str, action: str) -> str:
    return f"{table}_{action.lower()}_touches"


def _dialect(connection: BaseDatabaseWrapper) -> Dialect:
    return SQLITE if connection.vendor == "sqlite" else POSTGRESQL

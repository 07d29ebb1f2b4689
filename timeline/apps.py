"""The app that turns mentions into events on a page."""

from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate, pre_migrate

from timeline.databases import fold_letters_of_sqlite


class TimelineConfig(AppConfig):
    """Timelines, events and quotes."""

    name = "timeline"

    def ready(self) -> None:
        """Ask for the same answers of every database; no model has a signal."""
        connection_created.connect(fold_letters_of_sqlite)
        pre_migrate.connect(_stop_noting_changes, sender=self)
        post_migrate.connect(_note_changes, sender=self)


def _stop_noting_changes(using: str, plan: list[Any], **signal: Any) -> None:
    """Take the triggers away while tables change: SQLite renames no table that one names."""
    from timeline.index.triggers import remove_triggers

    if plan and connections[using].vendor == "sqlite":
        remove_triggers(connections[using])


def _note_changes(using: str, plan: list[Any] | None = None, **signal: Any) -> None:
    """Let the database note every change, after tables changed or all of them were emptied."""
    from timeline.index.triggers import are_installed, install_triggers, touch_everything

    connection = connections[using]
    if plan == [] and are_installed(connection):
        return
    if "timeline_reworded" in connection.introspection.table_names():
        install_triggers(connection)
        touch_everything(connection)

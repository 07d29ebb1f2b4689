"""The app that turns mentions into events on a page."""

from django.apps import AppConfig
from django.db.backends.signals import connection_created

from timeline.databases import fold_letters_of_sqlite


class TimelineConfig(AppConfig):
    """Timelines, events and quotes."""

    name = "timeline"

    def ready(self) -> None:
        """Ask for the same answers of every database; no model has a signal."""
        connection_created.connect(fold_letters_of_sqlite)

"""`manage.py check_index`: whether the index and the search say what the database does."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from timeline.index.check import problems
from timeline.index.live import save_now
from timeline.index.triggers import install_triggers, touch_everything
from timeline.search import catch_up, queue_everything


class Command(BaseCommand):
    """Compares every set and every event's words; mends nothing unless asked to."""

    help = "Compare the index and the search with the database."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whether to mend."""
        parser.add_argument("--mend", action="store_true", help="make both anew")

    def handle(self, *args: Any, **options: Any) -> None:
        """Mend if asked to, compare, and save what a new process will load."""
        if options["mend"]:
            install_triggers(connection)
            touch_everything(connection)
            queue_everything(connection)
        catch_up()
        if found := list(problems(connection)):
            raise CommandError(
                "\n".join([*found, "Make them anew with `manage.py check_index --mend`."])
            )
        events = save_now()
        self.stdout.write(f"The index and the search agree with the database: {events:,} events.")

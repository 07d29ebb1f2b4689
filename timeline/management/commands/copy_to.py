"""`manage.py copy_to URL`: the way from SQLite to PostgreSQL."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DEFAULT_DB_ALIAS, DatabaseError, connections
from django.db.utils import load_backend

from timeline.copying import CopyError, copy_everything
from timeline.environment import database_at

TARGET = "target"


class Command(BaseCommand):
    """Copies all of it in one transaction, and compares every row."""

    help = "Copy everything into an empty database, and compare: all of it, or nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to."""
        parser.add_argument(
            "url", metavar="URL", help="such as postgresql://user:password@host/name"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Migrate the target, copy, and say what was copied."""
        try:
            connect(TARGET, options["url"])
            call_command("migrate", database=TARGET, verbosity=0)
            for table, rows in copy_everything(DEFAULT_DB_ALIAS, TARGET):
                self.stdout.write(f"{rows:>12,}  {table}")
        except (ImproperlyConfigured, CopyError, DatabaseError) as error:
            raise CommandError(f"Nothing was copied. {error}") from error
        self.stdout.write(
            "All rows are there and the same. Set DATABASE_URL to the new address, and let "
            "`manage.py check_index` ready its search."
        )


def connect(alias: str, url: str) -> None:
    """Let `connections` have one more, to the database at the URL."""
    database = database_at(url, "URL", settings.BASE_DIR)
    filled = connections.configure_settings({DEFAULT_DB_ALIAS: {}, alias: database})[alias]
    connections[alias] = load_backend(filled["ENGINE"]).DatabaseWrapper(filled, alias)

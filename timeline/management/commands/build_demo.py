"""`manage.py build_demo`: builds the demo's fixture again from its articles and curation."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from timeline.demo import DemoError, build_demo


class Command(BaseCommand):
    """Builds in a throw-away database, beside yours, and replaces the fixture when all is there."""

    help = "Build fixtures/demo.json again; touches no data."

    def handle(self, *args: Any, **options: Any) -> None:
        """Build it and write it."""
        fixtures = settings.BASE_DIR / "fixtures"
        own = connection.settings_dict["NAME"]
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        try:
            fixture = build_demo(fixtures / "demo")
        except DemoError as error:
            raise CommandError(str(error)) from error
        finally:
            connection.creation.destroy_test_db(str(own), verbosity=0)
        (fixtures / "demo.json").write_text(fixture, encoding="utf-8")
        self.stdout.write(f"Wrote {fixtures / 'demo.json'}.")

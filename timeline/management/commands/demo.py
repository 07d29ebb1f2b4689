"""`manage.py demo`: fills the demo database and prints how to log in."""

import secrets
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction

from timeline.models import Timeline
from timeline.roles import CURATOR

DATABASE_NAME = "demo.sqlite3"
NAME = "curator"


class Command(BaseCommand):
    """Loads the demo once, so that no edit is overwritten, and gives its curator a new password."""

    help = f"Load the demo into {DATABASE_NAME}, and into no other database."

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        """Load, renew the password, and print the address."""
        if Path(str(connection.settings_dict["NAME"])).name != DATABASE_NAME:
            raise CommandError(
                f"The demo has a login of its own and goes only into {DATABASE_NAME}; "
                "run `make demo`, or load its events elsewhere with `manage.py loaddata demo`."
            )
        if not Timeline.objects.exists():  # its slug may have been changed by hand
            call_command("loaddata", "demo", verbosity=0)
        password = _renew_curator()
        origin = settings.ORIGIN.url
        self.stdout.write(
            f"\n  The timeline:  {origin}/\n"
            f"  The admin:     {origin}/admin/   user {NAME}, password {password}\n"
        )


def _renew_curator() -> str:
    """Make the demo's curator, who is no superuser, or give them a new password; the password."""
    password = secrets.token_urlsafe(9)
    curator, _ = get_user_model().objects.get_or_create(username=NAME)
    curator.set_password(password)
    curator.is_staff, curator.is_superuser = True, False
    curator.save()
    curator.groups.set(Group.objects.filter(name=CURATOR))
    return password

#!/usr/bin/env python
"""Django's command line for Dateline."""

import os
import sys


def main() -> None:
    """Run the management command named on the command line."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "timeline.settings")
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line
    from django.db import DatabaseError

    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        sys.exit(f"manage.py: {error}")
    except DatabaseError as error:  # not there, empty, locked, full …
        if "--traceback" in sys.argv:
            raise
        sys.exit(
            f"manage.py: the database fails: {str(error).strip()}. See that DATABASE_URL names the "
            "right one, that it can be reached and written to, and that `manage.py migrate` has "
            "made its tables; --traceback tells where it failed."
        )
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        os._exit(0)  # at once: nothing waits to be written, and open cursors would complain


if __name__ == "__main__":
    main()

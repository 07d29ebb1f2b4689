"""The WSGI application that gunicorn serves."""

import os
from contextlib import suppress
from threading import Thread

from django.core.wsgi import get_wsgi_application
from django.utils import timezone

from articles.dates.box import DateNotUnderstood, read_date

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "timeline.settings")

application = get_wsgi_application()


def get_ready() -> None:
    """Compile the rules of dates, a second's work, before a reader types one."""
    with suppress(DateNotUnderstood):
        read_date("no date at all", today=timezone.localdate())


Thread(target=get_ready, daemon=True).start()

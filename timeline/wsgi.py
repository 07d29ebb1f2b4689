"""The WSGI application that gunicorn serves."""

import os
from threading import Thread

from django.core.wsgi import get_wsgi_application

from articles.dates.box import compile_rules

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "timeline.settings")

application = get_wsgi_application()
compiling = Thread(target=compile_rules, daemon=True)
compiling.start()

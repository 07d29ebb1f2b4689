"""The WSGI application that gunicorn serves."""

import gc
import os
from threading import Thread

from django.core.wsgi import get_wsgi_application

from articles.dates.box import compile_rules

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "timeline.settings")

application = get_wsgi_application()
# What is loaded by now stays: to look through it for garbage takes 60 ms, in the middle of a page.
# A page makes thousands of objects, so that Python's own threshold, 700, is reached all the time.
gc.freeze()
gc.set_threshold(10_000)
compiling = Thread(target=compile_rules, daemon=True)
compiling.start()

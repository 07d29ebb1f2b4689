"""The app that turns mentions into events on a page."""

from django.apps import AppConfig


class TimelineConfig(AppConfig):
    """Timelines, events and quotes."""

    name = "timeline"

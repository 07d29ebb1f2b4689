"""The app that turns text into dated mentions."""

from django.apps import AppConfig


class ArticlesConfig(AppConfig):
    """Articles, their publishers and their mentions of time."""

    name = "articles"

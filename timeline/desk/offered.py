"""What the desk offers to choose from, asked of the database once a minute."""

from collections.abc import Callable
from typing import Any

from django.core.cache import cache

from timeline.models import Timeline, Topic

KEPT_FOR = 60
MOST_TOPICS = 200


def timelines() -> list[tuple[str, str]]:
    """The slugs and titles of all timelines, after the choice of all."""
    every = Timeline.objects.values_list("slug", "title")
    return [("", "All timelines"), *_kept("desk-timelines", lambda: list(every))]


def topic_names() -> list[str]:
    """The names of topics, as far as a list of them is of use."""
    names = Topic.objects.values_list("name", flat=True)[:MOST_TOPICS]
    return _kept("desk-topics", lambda: list(names))


def _kept(key: str, ask: Callable[[], list[Any]]) -> list[Any]:
    kept: list[Any] = cache.get_or_set(key, ask, KEPT_FOR)  # type: ignore[assignment]
    return kept

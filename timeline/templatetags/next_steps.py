"""What to do next where a list of the admin is empty."""

from typing import Any, NamedTuple

from django import template
from django.urls import reverse

from timeline.models import User

register = template.Library()


class NextStep(NamedTuple):
    """Why nothing is here, and a link that changes it; without an address no link."""

    why: str
    address: str = ""
    link: str = ""


# By model: why its list is empty, the permission and the address of what fills it, and its link.
EMPTY = {
    "timeline.event": (
        "Events are made of articles: each sentence with a date becomes a candidate.",
        "articles.add_article", "admin:articles_article_add", "Add articles",
    ),
    "articles.article": (
        "Articles are the texts that all events stand on.",
        "articles.add_article", "admin:articles_article_add", "Paste or upload the first",
    ),
    "timeline.timeline": (
        "A timeline is what readers see: a title, an address, and the events published on it.",
        "timeline.add_timeline", "admin:timeline_timeline_add", "Make the first",
    ),
    "timeline.topic": (
        "Readers filter by topics. They tag the events whose quotes have their names.",
        "timeline.change_topic", "admin:timeline_topic_names", "See what names articles repeat",
    ),
    "timeline.change": (
        "Whatever curators do to events is listed here, and can be undone.",
        "timeline.change_event", "desk", "Review candidates",
    ),
    "timeline.judgement": (
        "Where events are compared, it is judged which quotes tell one event and which do not.",
        "timeline.publish_event", "desk", "Review candidates",
    ),
    "articles.tombstone": (
        "Nothing was taken down. That is done on the page of an article.",
        "articles.view_article", "admin:articles_article_changelist", "Articles",
    ),
}  # fmt: skip


@register.simple_tag
def next_step(changes: Any, user: User) -> NextStep | None:
    """What to do on an admin's list (its ChangeList) that shows nothing."""
    if changes.result_count:
        return None
    if changes.query or changes.has_active_filters or changes.get_filters_params():
        return NextStep("Nothing fits what you asked for.", "?", "Show all")
    known = EMPTY.get(changes.opts.label_lower)
    if known is None:
        return None
    why, permission, address, link = known
    return NextStep(why, reverse(address), link) if user.has_perm(permission) else NextStep(why)

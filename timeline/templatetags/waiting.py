"""What waits for curators, for the admin's front page."""

from django import template

from timeline.desk.articles import waiting_articles
from timeline.models import Event, Status, Timeline, User, is_curator

register = template.Library()


@register.simple_tag
def waiting(user: User) -> dict[str, int]:
    """Numbers of candidates, of articles without a date, of timelines; curators alone get any."""
    if not is_curator(user):
        return {}
    return {
        "candidates": Event.objects.filter(status=Status.CANDIDATE).count(),
        "undated": waiting_articles().count(),
        "timelines": Timeline.objects.count(),
    }

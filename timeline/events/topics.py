"""Topics tag the events whose quotes name them."""

from collections.abc import Iterable

from timeline.merging.tagging import TopicFinder
from timeline.models import Event, Quote, Topic


def finder() -> TopicFinder:
    """Finds every topic by its name and aliases."""
    return TopicFinder((topic.pk, topic.names) for topic in Topic.objects.order_by("pk"))


def untag(event: Event, left: Iterable[Quote]) -> None:
    """Take from an event the topics that quotes named which left it, and that none names now."""
    if "topics" in event.decided or not event.topics.exists():
        return
    found = finder()
    named = found.topics_in(*(quote.exact for quote in left))
    still = found.topics_in(*event.quotes.values_list("exact", flat=True))
    event.topics.remove(*(named - still))

"""A curator makes topics, which tag the events that name them, and merges them."""

from collections.abc import Iterable
from functools import reduce
from operator import or_

from django.db.models import Q

from timeline.curating.changes import Recording, recording
from timeline.events.topics import finder
from timeline.models import Event, Quote, Status, Topic, User

# So many events, the newest, are tagged at a time when a topic is made or gets another name.
MOST_TAGGED = 1000


def tag(topic: Topic, by: User | None) -> Recording:
    """Tag the events whose quotes name the topic, unless a curator decided on their topics."""
    ids = _naming(topic)
    with recording(by, f"tagged events with “{topic}”", ids) as made:
        for event in Event.objects.filter(pk__in=ids):
            if "topics" not in event.decided:
                event.topics.add(topic)
    return made


def merge(into: Topic, others: Iterable[Topic], by: User | None) -> None:
    """Give `into` the names and the events of the others, which are deleted."""
    gone = [topic for topic in others if topic.pk != into.pk]
    names = [*into.other_names, *(name for topic in gone for name in topic.names)]
    into.aliases = [name for name in dict.fromkeys(names) if name != into.name]
    tagged = Event.objects.filter(topics__in=gone).distinct()
    with recording(by, f"merged topics into “{into}”", tagged.values_list("pk", flat=True)):
        for event in tagged:
            event.topics.add(into)
            event.topics.remove(*gone)
        into.save()
        for topic in gone:
            topic.delete()


def _naming(topic: Topic) -> list[int]:
    """The events that are not tagged with the topic, though a quote names it."""
    says = reduce(or_, (Q(exact__icontains=name) for name in topic.names))
    quotes = Quote.objects.filter(
        says, event__status__in=(Status.CANDIDATE, Status.PUBLISHED)
    ).exclude(event__topics=topic)
    found = finder()
    named = (
        event_id
        for event_id, words in quotes.order_by("-event_id").values_list("event_id", "exact")
        if topic.pk in found.topics_in(words)
    )
    return list(dict.fromkeys(named))[:MOST_TAGGED]

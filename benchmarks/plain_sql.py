"""The database alone, asked what the index answers."""

from timing import Measures, timed


def plain_sql() -> Measures:
    """The same asked of the database without an index of ours."""
    from django.db.models import Count, F

    from timeline.models import Event, Timeline, Topic

    story = Timeline.objects.get(slug="story")
    told = Event.objects.published().filter(timelines=story)
    topics = Topic.objects.filter(events__in=told).annotate(number=Count("events"))
    bars = told.order_by().values(bar=F("sort_day") / 30).annotate(number=Count("pk"))
    deep = told.in_order()[500_000:500_050]
    of_topic = told.filter(topics__slug="topic-5")
    return {
        "page of 50 by topic, plain SQL": timed(lambda: list(of_topic.in_order()[:50]), 5),
        "total by topic, plain SQL": timed(of_topic.count, 5),
        "one facet, plain SQL": timed(lambda: list(topics.all()), 5),
        "histogram, plain SQL": timed(lambda: list(bars.all()), 5),
        "the 10,000th page, plain SQL": timed(lambda: list(deep.all()), 5),
        "words (LIKE), plain SQL": timed(told.filter(headline__icontains="zeppelin").count, 3),
    }

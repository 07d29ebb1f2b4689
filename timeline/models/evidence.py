"""Events with all that their pages show."""

from django.db.models import Prefetch
from django.db.models.functions import Substr

from timeline.merging.telling import LEAD
from timeline.models.event_queryset import EventQuerySet
from timeline.models.quote import Quote


def with_evidence(events: EventQuerySet, *, has_leads: bool = False) -> EventQuerySet:
    """The events with topics and quotes, in a number of queries that doesn't grow with them.

    `has_leads` loads the beginnings of the quotes' articles too, as `beginning`.
    """
    quotes = Quote.objects.select_related("article__publisher", "mention").by_publication()
    if has_leads:
        quotes = quotes.annotate(beginning=Substr("article__text", 1, LEAD))
    pictured = events.select_related("picture").defer("picture__data")
    return pictured.prefetch_related("topics", Prefetch("quotes", quotes.defer("article__text")))

"""Who may see what: helpers that return the object or raise 404, and the rule for quoted words."""

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from articles.models import Article, PublicText
from timeline.models import Event, Quote, Timeline
from timeline.querysets import EventQuerySet, User, is_curator


def words_are_public(article: Article) -> bool:
    """Whether quotes may show the article's words; if not, only that the source exists.

    The one rule for list, event page and JSON, where curators too see what the public sees.
    """
    return article.public_reach != PublicText.NOTHING


def timeline_for(user: User, slug: str) -> Timeline:
    """The timeline, if the user may see it."""
    return get_object_or_404(Timeline.objects.visible_to(user), slug=slug)


def published_on(timeline: Timeline) -> EventQuerySet:
    """The events that the timeline's page tells, whoever reads it."""
    return Event.objects.published().filter(timelines=timeline)


def event_for(user: User, pk: int) -> Event:
    """The event, or the one that it was joined into, if the user may see it."""
    event = get_object_or_404(Event, pk=pk)
    seen = {event.pk}
    while event.joined_into and event.joined_into.pk not in seen:
        event = event.joined_into
        seen.add(event.pk)
    return get_object_or_404(
        Event.objects.visible_to(user).with_evidence(has_leads=True), pk=event.pk
    )


def article_for(user: User, pk: int) -> tuple[Article, QuerySet[Quote]]:
    """The article and its published quotes, if it has any or the user is a curator."""
    article = get_object_or_404(Article.objects.select_related("publisher"), pk=pk)
    events = Event.objects.published().visible_to(user)
    quotes = article.quotes.filter(event__in=events).select_related("event")
    quotes = quotes.order_by("start", "-end", "pk")
    if not quotes and not is_curator(user):
        raise Http404("No Article matches the given query.")
    return article, quotes

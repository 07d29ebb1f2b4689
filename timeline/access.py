"""Who may see and do what: what returns the object or raises 404, and the rules for the rest."""

import re

from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from articles.models import Article, PublicText
from timeline.claims.quoted import AnyArticle
from timeline.models import (
    Change,
    Event,
    EventQuerySet,
    Quote,
    Status,
    Timeline,
    User,
    is_curator,
    with_evidence,
)

# More digits than these no database's ids have.
AN_ID = re.compile(r"\d{1,18}", re.ASCII)


def pk_of(sent: str) -> int:
    """The id that was sent; 0, which no row has, where it can't be one."""
    return int(sent) if AN_ID.fullmatch(sent) else 0


def words_are_public(article: AnyArticle) -> bool:
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
    seen_by_user = Event.objects.visible_to(user)
    return get_object_or_404(with_evidence(seen_by_user, has_leads=True), pk=event.pk)


def article_for(user: User, pk: int) -> tuple[Article, QuerySet[Quote]]:
    """The article and its published quotes, if it has any or the user is a curator."""
    article = get_object_or_404(Article.objects.select_related("publisher"), pk=pk)
    # Looked up for each quote: of a list of all that are published SQLite would make a table.
    told = Event.objects.published().visible_to(user).filter(pk=OuterRef("event"))
    quotes = article.quotes.filter(Exists(told)).select_related("event", "mention")
    quotes = quotes.order_by("start", "-end", "pk")
    if not quotes and not is_curator(user):
        raise Http404("No Article matches the given query.")
    return article, quotes


def may_decide(user: User) -> bool:
    """Whether the user may publish, reject, join, split and judge: curators, not contributors."""
    return user.has_perm("timeline.publish_event")


def check_may_decide(user: User) -> None:
    """Raise PermissionDenied unless the user may decide."""
    if not may_decide(user):
        raise PermissionDenied


def may_correct(user: User, event: Event) -> bool:
    """Whether the user may change what the event says; of what is decided, who decides alone."""
    return user.has_perm("timeline.change_event") and (
        may_decide(user) or event.status == Status.CANDIDATE
    )


def may_undo(user: User, change: Change) -> bool:
    """Whether the user may undo the change: who decides any, others their own to candidates."""
    if may_decide(user):
        return True
    is_own = user.has_perm("timeline.change_event") and change.by_id == user.pk
    return is_own and not change.events.exclude(status=Status.CANDIDATE).exists()

"""Articles that came in by mistake go, with the events that stand on nothing else."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest
from django.utils.html import format_html

from articles.models import Article
from timeline.admin.held import Deleted, event_link, held_by
from timeline.curation import lock
from timeline.models import Event, Quote, Status
from timeline.settling import settle


@dataclass(frozen=True)
class Going:
    """What no curator published of some articles: whole events, and quotes of others."""

    events: QuerySet[Event]
    quotes: QuerySet[Quote]


def going_with(articles: Iterable[Article]) -> Going:
    """The candidates and rejected events that stand on these articles alone, and quotes of more.

    With an event go those that were joined into it and are empty since.
    """
    ids = [article.pk for article in articles]
    elsewhere = Quote.objects.filter(event=OuterRef("pk")).exclude(article__in=ids)
    undecided = Event.objects.exclude(status=Status.PUBLISHED)
    alone = undecided.filter(~Exists(elsewhere), quotes__article__in=ids)
    empty = Q(joined_into__in=alone.values("pk"), quotes=None)
    events = undecided.filter(Q(pk__in=alone.values("pk")) | empty)
    quotes = Quote.objects.filter(article__in=ids, event__in=undecided.values("pk"))
    return Going(events.distinct(), quotes.exclude(event__in=alone.values("pk")))


def with_what_goes(articles: Iterable[Article], request: HttpRequest, deleted: Deleted) -> Deleted:
    """What Django would delete, with what goes besides, or with the events that forbid it."""
    articles = list(articles)
    published = Event.objects.filter(quotes__article__in=articles, status=Status.PUBLISHED)
    objects, counts, lacking, protected = held_by(published, deleted)
    going = going_with(articles)
    events = list(going.events)
    quotes = list(going.quotes.select_related("event"))
    objects = [*objects, *map(_event_line, events), *map(_quote_line, quotes)]
    lost = Quote.objects.filter(event__in=events).count() + len(quotes)
    more = {name: count for name, count in (("event", len(events)), ("quote", lost)) if count}
    counts = {**counts, **{f"{name}s": count for name, count in more.items()}}
    refused = {name for name in more if not request.user.has_perm(f"timeline.delete_{name}")}
    return objects, counts, lacking | refused, protected


def _event_line(event: Event) -> str:
    return format_html("{} ({})", event_link(event), event.get_status_display())


def _quote_line(quote: Quote) -> str:
    return format_html("Quote “{}” of {}", quote, event_link(quote.event))


@transaction.atomic
def take_back(articles: Iterable[Article]) -> None:
    """Delete what goes with the articles; to be called before they go, in one transaction."""
    going = going_with(articles)
    events = [*going.events]
    others = {quote.event for quote in going.quotes.select_related("event")}
    lock(*events, *others)  # what was published meanwhile stays, and so does the article
    going.quotes.delete()
    undecided = Event.objects.exclude(status=Status.PUBLISHED)
    undecided.filter(pk__in=[event.pk for event in events]).delete()
    for event in others:
        settle(event)

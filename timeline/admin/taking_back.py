"""Articles that came in by mistake go, with the events that stand on nothing else."""

from collections.abc import Iterable

from django.db import transaction
from django.http import HttpRequest
from django.utils.html import format_html

from articles.models import Article
from timeline.admin.held import Deleted, held_by
from timeline.curating.curation import lock
from timeline.curating.telling import event_link
from timeline.events.settling import settle
from timeline.models import Event, Quote, Status
from timeline.takedown import going_with


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

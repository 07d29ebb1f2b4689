"""What curators are told when articles arrived or were read again."""

from collections import Counter
from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from articles.models import Article
from timeline.events.ingest import Ingested
from timeline.events.reread import Reread
from timeline.models import Event, Status
from timeline.phrasing.counts import how_many

MOST_FAILURES_SHOWN = 10
MOST_EVENTS_SHOWN = 3


def named(events: Sequence[Event]) -> str:
    """The one event by its headline, several by their number."""
    return f"“{events[0]}”" if len(events) == 1 else how_many(len(events), "event")


def candidates_link(words: str, article: Article | None) -> SafeString:
    """A link to the candidates of one article, or to all."""
    query = f"&quotes__article__id__exact={article.pk}" if article else ""
    return format_html(
        '<a href="{}?status__exact=candidate{}">{}</a>',
        reverse("admin:timeline_event_changelist"),
        query,
        words,
    )


def event_link(event: Event) -> SafeString:
    """A link to the event's page in the admin."""
    address = reverse("admin:timeline_event_change", args=[event.pk])
    return format_html('Event: <a href="{}">{}</a>', address, event.headline)


def tell_arrivals(request: HttpRequest, arrived: list[Ingested], failures: list[str]) -> None:
    """Say what became of the articles that a curator brought."""
    if arrived:
        messages.success(request, _arrivals(arrived))
    if failures:
        messages.error(request, failures_of("article", "read", failures))


def _arrivals(arrived: list[Ingested]) -> SafeString:
    counts = Counter(str(one.outcome) for one in arrived)
    outcomes = ", ".join(f"{count} {outcome}" for outcome, count in counts.items())
    articles = [one.article for one in arrived]
    quoting = Event.objects.filter(status=Status.CANDIDATE, quotes__article__in=articles)
    candidates = quoting.distinct().count()
    waiting = sum(one.waiting for one in arrived)
    only = articles[0] if len(articles) == 1 else None
    return format_html(
        "{}: {}. {}.{}",
        how_many(len(arrived), "article"),
        outcomes,
        candidates_link(f"{how_many(candidates, 'candidate')} to decide", only),
        f" {how_many(waiting, 'date')} can't be resolved yet." if waiting else "",
    )


def failures_of(thing: str, done: str, failures: list[str]) -> SafeString:
    """A message that tells how many things could not be done, and why, up to a number."""
    count = how_many(len(failures), thing)
    return format_html("{} could not be {}:{}", count, done, _lines(failures, MOST_FAILURES_SHOWN))


def _lines(things: Sequence[str], most: int) -> SafeString:
    """The first of the things, each on a line, and how many more there are."""
    left = len(things) - most
    lines = [*things[:most], *([f"and {left} more"] if left > 0 else [])]
    return format_html_join("", "<br>{}", ((line,) for line in lines))


def tell_reread(request: HttpRequest, article: Article, done: Reread) -> None:
    """Say what moved when an article was read again."""
    told = (
        f"{how_many(done.mentions, 'mention')} read again, "
        f"{how_many(done.moved, 'quote')} moved, {how_many(done.added, 'candidate')} added"
    )
    name = article.title or f"article {article.pk}"
    messages.info(request, format_html("“{}”: {}.", name, candidates_link(told, article)))
    if done.contradicted:
        messages.warning(request, _contradictions(done.contradicted))


def _contradictions(events: list[Event]) -> SafeString:
    return format_html(
        "{} now quoted with another date than {}:{}",
        "1 published event is" if len(events) == 1 else f"{len(events)} published events are",
        "it has" if len(events) == 1 else "they have",
        _lines([event_link(event) for event in events], MOST_EVENTS_SHOWN),
    )

"""Which articles wait for a curator: without a date, with dates that wait, with nothing found."""

from collections.abc import Callable
from typing import NamedTuple

from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery

from articles.models import WAITING, Article, Mention
from timeline.desk.waiting import Queue
from timeline.models import Quote
from timeline.spreadsheets.rows import OWN_NOTES

# From so many dates on that can't be resolved, an article is worth a look.
MANY = 3


class ArticleKind(NamedTuple):
    """A part of the queue: its name in words, and the articles that wait in it, in order."""

    label: str
    waiting: Callable[[QuerySet[Article]], QuerySet[Article]]


def _undated(articles: QuerySet[Article]) -> QuerySet[Article]:
    return articles.filter(published_on=None).order_by("-pk")


def _unresolved(articles: QuerySet[Article]) -> QuerySet[Article]:
    waiting = Mention.objects.filter(WAITING, article=OuterRef("pk"))
    counted = waiting.order_by().values("article").annotate(n=Count("pk")).values("n")
    many = articles.annotate(unresolved=Subquery(counted)).filter(unresolved__gte=MANY)
    return many.order_by("-unresolved", "-pk")


def _fruitless(articles: QuerySet[Article]) -> QuerySet[Article]:
    return articles.exclude(Exists(Quote.objects.filter(article=OuterRef("pk")))).order_by("-pk")


KINDS = {
    "": ArticleKind("Without a date", _undated),
    "unresolved": ArticleKind("Many dates wait", _unresolved),
    "fruitless": ArticleKind("Nothing found", _fruitless),
}


def waiting_articles(kind: str = "") -> QuerySet[Article]:
    """The articles of this kind, in order.

    What a newer version replaced waits for nothing; neither do a curator’s own notes, which nobody
    published.
    """
    latest = Article.objects.filter(replaced_by=None).exclude(publisher__name=OWN_NOTES)
    return KINDS[kind].waiting(latest.defer("text"))


def queue_of(kind: str) -> Queue[Article]:
    """The articles of this kind."""
    waiting = waiting_articles(kind)
    return Queue(f"articles\n{kind}", waiting, waiting.order_by())

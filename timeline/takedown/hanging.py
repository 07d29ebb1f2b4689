"""What hangs on an article, and so goes or changes with it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from articles.models import Article
from timeline.models import Event, EventQuerySet, Quote, Status
from timeline.takedown.redacting import Redactor

AT_ONCE = 500
# What an event says in words of its own, which may be those of an article.
WORDED = ("headline", "summary", "date_reason", "picture_alt", "picture_credit")


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


@dataclass(frozen=True)
class Hanging:
    """What hangs on an article, whose versions go together, the newest first."""

    versions: list[Article]

    @property
    def quotes(self) -> QuerySet[Quote]:
        """The quotes that go."""
        return Quote.objects.filter(article__in=self._pks)

    @property
    def copies(self) -> QuerySet[Article]:
        """Other articles with the same text, which stay."""
        hashes = [version.text_hash for version in self.versions]
        return Article.objects.filter(text_hash__in=hashes).exclude(pk__in=self._pks)

    @property
    def staying(self) -> EventQuerySet:
        """The events that lose quotes, and keep others."""
        return self._quoting().filter(Exists(self._others()))

    @property
    def left_without(self) -> EventQuerySet:
        """The published events that no quote is left to: they become candidates."""
        return self._quoting().published().exclude(Exists(self._others()))

    @property
    def going(self) -> QuerySet[Event]:
        """The candidates and rejected events that nothing else tells: they are deleted."""
        return going_with(self.versions).events

    def reworded(self) -> Iterator[Event]:
        """The events that stay, and whose headline, summary or reason are words that go."""
        for event in (self.staying | self.left_without).iterator(chunk_size=AT_ONCE):
            if any(self.redactor.finds_in(getattr(event, name)) for name in WORDED):
                yield event

    @cached_property
    def past(self) -> list[dict[str, Any]]:
        """The quotes that there are or ever were: the ids of each and its event, its headline."""
        history: Any = Quote.history
        records = history.filter(article_id__in=self._pks)
        return list(records.order_by().values("id", "event_id", "headline").distinct())

    @cached_property
    def redactor(self) -> Redactor:
        """Finds the words that go in other texts."""
        texts = [text for version in self.versions for text in (version.text, version.title)]
        return Redactor(texts, {row["headline"] for row in self.past})

    @property
    def _pks(self) -> list[int]:
        return [version.pk for version in self.versions]

    def _quoting(self) -> EventQuerySet:
        return Event.objects.filter(Exists(self.quotes.filter(event=OuterRef("pk")))).in_order()

    def _others(self) -> QuerySet[Quote]:
        return Quote.objects.filter(event=OuterRef("pk")).exclude(article__in=self._pks)


def hanging_on(article: Article) -> Hanging:
    """What hangs on the article and on its other versions."""
    newest = article.newest()
    return Hanging([newest, *newest.older()])

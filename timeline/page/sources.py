"""The articles that tell the events found, ten at a time, with their quotes marked."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from django.db.models import Exists, OuterRef, Q, QuerySet

from articles.models import Article
from timeline.models import Quote, Status
from timeline.page.asked import Asked
from timeline.page.passages import Passage, around_quotes
from timeline.page.reports import was_out

ARTICLES = 10
QUOTES = 40  # of one article; its own page shows them all
# Of so many events the ids are asked for; of more, articles that tell none of them may make a
# page shorter, which costs less than a query with a hundred thousand ids.
MOST_IDS = 5_000


@dataclass(frozen=True)
class Source:
    """An article, and its quotes for the events found; `alone` of the events it alone tells.

    `query` asks for those that its publisher alone tells. It `is_later` if it isn't known to have
    been out by the day that was asked for.
    """

    article: Article
    quotes: list[Quote]
    events: int
    alone: int
    query: str
    is_later: bool = False

    @cached_property
    def passages(self) -> list[Passage]:
        """The quotes in the sentences around them, as far as the public may read them."""
        if self.article.public_reach == "nothing":
            return []
        return around_quotes(self.article.text, self.quotes[:QUOTES])

    @property
    def left_out(self) -> int:
        """How many quotes are on the article's own page only."""
        return max(0, len(self.quotes) - QUOTES)


@dataclass(frozen=True)
class Sources:
    """Articles in order of publication, the undated last; `later` is the next page's cursor."""

    found: list[Source]
    is_first: bool
    later: int | None


def sources_of(asked: Asked, *, after: int | None) -> Sources:
    """The page of articles after the one of this id, or the first page.

    A cursor counts only while its article tells some of the events.
    """
    telling = _telling(asked)
    cursor = telling.filter(pk=after).first() if after else None
    articles = list(islice(_in_order(telling, cursor), ARTICLES + 1))
    page = articles[:ARTICLES]
    quotes = _quotes(asked, page)
    found = [_source(asked, article, quotes[article.pk]) for article in page]
    later = page[-1].pk if len(articles) > ARTICLES else None
    return Sources([one for one in found if one.quotes], cursor is None, later)


def _telling(asked: Asked) -> QuerySet[Article]:
    """The articles of the events found, if these are not too many, or else of all published."""
    articles = Article.objects.select_related("publisher")
    if asked.total <= MOST_IDS:
        told = Quote.objects.filter(event__in=list(asked.found.ids)).order_by()
        return articles.filter(pk__in=told.values("article"))
    shown = Quote.objects.filter(event__status="published", event__timelines=asked.timeline)
    return articles.filter(Exists(shown.filter(article=OuterRef("pk")).order_by()))


def _in_order(articles: QuerySet[Article], cursor: Article | None) -> Iterator[Article]:
    """The articles after the cursor: in two queries, since no index sorts the undated last."""
    dated = articles.filter(published_on__isnull=False).order_by("published_on", "id")
    undated = articles.filter(published_on=None).order_by("id")
    if cursor and cursor.published_on:
        day = cursor.published_on
        dated = dated.filter(Q(published_on__gt=day) | Q(published_on=day, id__gt=cursor.pk))
    elif cursor:
        dated, undated = dated.none(), undated.filter(id__gt=cursor.pk)
    yield from dated[: ARTICLES + 1]
    yield from undated[: ARTICLES + 1]


def _quotes(asked: Asked, articles: list[Article]) -> dict[int, list[Quote]]:
    # Asked for by their articles alone: given a status, SQLite may walk through all events.
    quotes = Quote.objects.filter(article__in=articles).select_related("event", "mention")
    by_article: dict[int, list[Quote]] = defaultdict(list)
    for quote in quotes.order_by("article_id", "start", "-end", "pk"):
        if quote.event_id in asked.found.ids and quote.event.status == Status.PUBLISHED:
            by_article[quote.article_id].append(quote)
    return by_article


def _source(asked: Asked, article: Article, quotes: list[Quote]) -> Source:
    events = {quote.event_id for quote in quotes}
    alone = asked.index.snapshot.get("sources", 1)
    publisher = article.publisher.slug if article.publisher else None
    query = asked.form.query(publisher=publisher, sources=1)
    told_alone = sum(event in alone for event in events)
    is_later = not was_out(article, asked.selection.known_by)
    return Source(article, quotes, len(events), told_alone, query, is_later)

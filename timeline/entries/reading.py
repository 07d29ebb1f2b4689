"""Rows of the database that the list needs, a tuple each: a page has 50 events and 500 values.

Fifty events with quotes, articles and topics as models take 12 ms, and as tuples 2.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from articles.dates import Span
from articles.models import PublicText
from timeline.claims.quoted import date_given
from timeline.entries.by_ids import ByIds
from timeline.models import Event, Quote, Status


class PublisherRow(NamedTuple):
    """Who published an article."""

    name: str


class ArticleRow(NamedTuple):
    """An article without its text."""

    pk: int
    title: str
    author: str
    url: str
    language: str
    published_on: date | None
    own_reach: str
    publisher_id: int | None
    publisher_name: str | None
    publisher_reach: str | None

    @property
    def published_day(self) -> int | None:
        """The number of the day of publication."""
        return self.published_on.toordinal() if self.published_on else None

    @property
    def public_reach(self) -> str:
        """How much the public may read: the article's own word, else its publisher's."""
        return self.own_reach or self.publisher_reach or PublicText.QUOTES

    @property
    def publisher(self) -> PublisherRow | None:
        """Who published it."""
        return None if self.publisher_name is None else PublisherRow(self.publisher_name)


class MentionRow(NamedTuple):
    """The words that date a quote, and how they were read."""

    pk: int
    start: int
    end: int
    edtf: str
    first_day: int | None
    last_day: int | None
    anchor: str
    why: str


@dataclass(slots=True, eq=False)
class QuoteRow:
    """The exact words of an article that an event stands on; `when` is the date that they give."""

    article: ArticleRow
    mention: MentionRow | None
    pk: int
    event: int
    exact: str
    start: int
    stance: str
    told: str
    counted: str
    counted_why: str
    second_hand: str
    when: Span | None = None


class TopicRow(NamedTuple):
    """What readers filter by."""

    slug: str
    name: str


@dataclass(slots=True, eq=False)
class EventRow:
    """A published event with its topics, and its quotes in order of publication."""

    pk: int
    headline: str
    summary: str
    edtf: str
    last_day: int | None
    is_planned: bool
    picture: int | None
    picture_width: int | None
    picture_height: int | None
    picture_alt: str
    picture_credit: str
    topics: list[TopicRow] = field(default_factory=list)
    quotes: list[QuoteRow] = field(default_factory=list)


OF_EVENT = (
    "headline summary edtf last_day is_planned picture picture__width picture__height "
    "picture_alt picture_credit".split()
)
OF_QUOTE = "pk event exact start stance told counted counted_why second_hand".split()
OF_ARTICLE = [
    f"article__{name}"
    for name in "pk title author url language published_on public_text publisher "
    "publisher__name publisher__public_text".split()
]
OF_MENTION = [f"mention__{name}" for name in MentionRow._fields]
TO_ARTICLE, TO_MENTION = len(OF_QUOTE), len(OF_QUOTE) + len(OF_ARTICLE)


# Asked for by id alone: given a status or an order, SQLite may walk through all events.
EVENTS = ByIds(
    lambda ids: Event.objects.filter(pk__in=ids).order_by().values_list("pk", "status", *OF_EVENT)
)
QUOTES = ByIds(
    lambda ids: (
        Quote.objects.filter(event__in=ids)
        .by_publication()
        .values_list(*OF_QUOTE, *OF_ARTICLE, *OF_MENTION)
    )
)
TOPICS = ByIds(
    lambda ids: (
        Event.topics.through.objects.filter(event__in=ids)
        .order_by("topic__name")
        .values_list("event", "topic__slug", "topic__name")
    )
)


def read_events(ids: Iterable[int]) -> dict[int, EventRow]:
    """Those of these events that are published, by their ids; three queries."""
    told = EVENTS.rows(ids)
    events = {pk: EventRow(pk, *row) for pk, status, *row in told if status == Status.PUBLISHED}
    for row in QUOTES.rows(events):
        quote = _quote_of(row)
        events[quote.event].quotes.append(quote)
    for event, slug, name in TOPICS.rows(events):
        events[event].topics.append(TopicRow(slug, name))
    return events


def _quote_of(row: tuple[Any, ...]) -> QuoteRow:
    mention = None if row[TO_MENTION] is None else MentionRow._make(row[TO_MENTION:])
    article = ArticleRow._make(row[TO_ARTICLE:TO_MENTION])
    quote = QuoteRow(article, mention, *row[:TO_ARTICLE])
    quote.when = date_given(quote)
    return quote

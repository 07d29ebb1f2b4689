"""Who tells an event, how many they are and until when, as columns of a query."""

from typing import Any

from django.db.models import Count, F, FloatField, Max, Min, OuterRef, Q, Subquery, Value
from django.db.models.expressions import OrderBy
from django.db.models.functions import Cast, Coalesce, Greatest, Least, Ln

from timeline.databases import DayNumber
from timeline.merging.significance import PERSISTENCE, told_by
from timeline.models import Event, Quote

ARTICLES = Count("article", distinct=True)
# As on the page: publishers, and articles of unknown ones, each as its own; of those who only pass
# on what others have, all together one, if nobody else tells it.
FIRST_HAND = Q(second_hand="")
SOURCES = Greatest(
    1,
    Count("article__publisher", filter=FIRST_HAND, distinct=True)
    + Count("article", filter=FIRST_HAND & Q(article__publisher=None), distinct=True),
)
# One article alone still tells nothing.
IS_STILL_TOLD = Least(1, Greatest(0, ARTICLES - 1))
# Of what has no end its beginning counts. All quotes have one event: Max only names its day.
DAYS_AFTER = DayNumber(Max("article__published_on")) - Coalesce(
    Max("event__last_day"), Max("event__sort_day")
)
SIGNIFICANCE = (
    Cast(ARTICLES + SOURCES, FloatField())
    / 2.0
    * (
        1.0
        + PERSISTENCE
        * Ln(Cast(Greatest(0, Coalesce(DAYS_AFTER, 0)) * IS_STILL_TOLD + 1, FloatField()))
    )
)


def of_quotes(value: Any) -> Subquery:
    """What is asked of all quotes of an event together."""
    quotes = Quote.objects.filter(event=OuterRef("pk")).order_by().values("event")
    return Subquery(quotes.annotate(asked=value).values("asked"))


def significance() -> Coalesce:
    """The column by which the events most told come first; as `significance_of_event` has it."""
    return Coalesce(of_quotes(SIGNIFICANCE), Value(0.0))


def most_told_first() -> list[OrderBy]:
    """The order of the queue: of those told alike what stands first in its article, its news."""
    told_at = of_quotes(Min("start")).asc(nulls_last=True)
    in_order = (F(name).asc() for name in ("sort_day", "sort_span", "id"))
    return [significance().desc(), told_at, *in_order]


def tellers() -> dict[str, Subquery]:
    """The columns that `told_by_words` reads."""
    return {
        "article_total": of_quotes(ARTICLES),
        "source_total": of_quotes(SOURCES),
        "days_after": of_quotes(DAYS_AFTER),
    }


def told_by_words(event: Event) -> str:
    """By how many an event with these columns is told, and for how long."""
    columns: Any = event
    return told_by(columns.article_total or 0, columns.source_total or 0, columns.days_after)

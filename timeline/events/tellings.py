"""What stored quotes tell, and by which days those that may tell the same are found."""

from collections.abc import Collection, Iterable, Iterator
from itertools import groupby

from django.db.models import Q, QuerySet
from django.db.models.functions import Substr

from timeline.claims.planned import Told
from timeline.merging.telling import LEAD, Telling, lead_of, telling
from timeline.models import Quote

# Longer spans than this ("since 2017", "the 1990s") are only compared where they are the same.
LONGEST_COMPARED = 366
# Voices are kept by stretches of so many days.
STRETCH = 31

# A stretch by its number, or a long or open span by its days.
Place = int | tuple[int | None, int | None]


def tell(quote: Quote, lead: str) -> Telling:
    """What a quote tells, sought on the days on which others may tell it."""
    mention = quote.mention
    start, end = (mention.start, mention.end) if mention else (quote.start, quote.start)
    first_day, last_day = quote.days_sought
    is_planned = quote.told == Told.PLANNED
    date = start - quote.start, end - quote.start
    named = (mention.first_day, mention.last_day) if mention else None
    days = first_day, last_day
    return telling(quote.exact, *date, *days, lead, named=named, is_planned=is_planned)


# Which quotes tell of a time.
OF_A_TIME = Q(mention__isnull=False) | Q(told=Told.HAPPENED)


def tell_quotes(quotes: QuerySet[Quote], most: int) -> Iterator[tuple[Quote, Telling]]:
    """The first quotes that tell of a time, each with what; without their articles' texts."""
    beginning = Substr("article__text", 1, LEAD)
    for quote in (
        quotes.filter(OF_A_TIME)
        .select_related("mention", "event", "article")
        .defer("article__text")
        .annotate(beginning=beginning)[:most]
    ):
        lead = lead_of(quote.article.title, quote.beginning)
        yield quote, tell(quote, lead)


def places_of(told: Telling) -> Iterable[Place]:
    """Where the days of what is told make it stand: in stretches, or alone."""
    first, last = told.first_day, told.last_day
    if first is None or last is None or last - first > LONGEST_COMPARED:
        return [(first, last)]
    return range(first // STRETCH, last // STRETCH + 1)


def within(places: Collection[Place]) -> Iterator[Q]:
    """Quotes of events whose days make them stand at these places; side by side as one stretch."""
    spans = [place for place in places if isinstance(place, tuple)]
    stretches = sorted(place for place in places if isinstance(place, int))
    for span in spans:
        yield near(*span)
    for _, run in groupby(enumerate(stretches), key=lambda numbered: numbered[1] - numbered[0]):
        (_, first), *rest = run
        last = rest[-1][1] if rest else first
        yield near(first * STRETCH, (last + 1) * STRETCH - 1)


def near(first_day: int | None, last_day: int | None) -> Q:
    """Quotes of events that may overlap these days; of an open end, only those with the same.

    What was over by a day, which is sought before it, may be of any event of the year before.
    """
    if first_day is None or last_day is None:
        return Q(event__first_day=first_day, event__last_day=last_day)
    earliest = first_day - LONGEST_COMPARED
    limits = Q(event__sort_day__range=(first_day, last_day + LONGEST_COMPARED))
    return Q(event__sort_day__range=(earliest, last_day), event__last_day__gte=first_day) | (
        limits & Q(event__first_day=None)
    )

"""Which other events may be the same as one: proposed to a curator, with reasons."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection
from django.db.models import Exists, OuterRef, QuerySet

from timeline.events.disputes import still_planned
from timeline.events.gathering import TELLINGS_COMPARED
from timeline.events.judging import apart_among
from timeline.events.tellings import LONGEST_COMPARED, STRETCH, near, tell_quotes
from timeline.merging.clusters import cluster_of
from timeline.merging.days import can_agree
from timeline.merging.matching import JOIN_AT, PROPOSE_AT, chance, likeness, own_words
from timeline.merging.reasons import agreements, disagreements
from timeline.merging.telling import Telling
from timeline.models import Event, Quote, Status
from timeline.phrasing.precision import label_in_text

Heard = tuple[Quote, Telling]

MOST_PROPOSED = 3
SHARED_WORDS = 2
# What is told with another date must share so much of its own words (Dice).
NEARLY_ALL = 0.6
# So many events before it and as many after are looked at, and so many of their quotes, the newest,
# are compared with its own.
EVENTS_COMPARED = 100
QUOTES_COMPARED = 500


@dataclass(frozen=True)
class Proposal:
    """An event that may be the same, how likely (0 to 1), and what speaks for and against it.

    `pair` is a quote of the event that was asked about, and the quote of this one that is likest.
    """

    event: Event
    score: float
    pair: tuple[Quote, Quote]
    agree: list[str]
    conflict: list[str]


@dataclass(frozen=True)
class ProposedCluster:
    """Events that may all be the one that was asked about, and how many articles tell them all."""

    events: list[Event]
    articles: int


@dataclass(frozen=True)
class Proposed:
    """What may be joined with an event: one by one, or, where several belong together, at once."""

    single: list[Proposal]
    cluster: ProposedCluster | None


def proposed(event: Event) -> Proposed:
    """The candidates and published events on its timelines that are likeliest the same event.

    Those in conflict, also of dates, come last, and only if they would join but for that; none
    that a curator judged different. Four queries.
    """
    told = list(tell_quotes(event.quotes.order_by("pk"), TELLINGS_COMPARED))
    groups: dict[Event, list[Heard]] = defaultdict(list)
    for quote, other in tell_quotes(_beside(event), QUOTES_COMPARED):
        if len(groups[quote.event]) < TELLINGS_COMPARED:
            groups[quote.event].append((quote, other))
    apart = apart_among([event.pk, *(other.pk for other in groups)])
    possible = {
        other: group for other, group in groups.items() if {event.pk, other.pk} not in apart
    }
    proposals = [_proposal(told, group) for group in possible.values()]
    likely = [one for one in proposals if one and _is_likely(one)]
    likely.sort(key=lambda one: (bool(one.conflict), -one.score))
    cluster = _cluster({event: told, **groups}, apart) if len(likely) > 1 else None
    return Proposed(likely[:MOST_PROPOSED], cluster)


def _cluster(told: dict[Event, list[Heard]], apart: set[frozenset[int]]) -> ProposedCluster | None:
    """Several events that may all be the first one; None where they are fewer than two."""
    events = {event.pk: event for event in told}
    heard = {
        event.pk: [(quote.article_id, telling) for quote, telling in said]
        for event, said in told.items()
    }
    first, *_ = events
    found = cluster_of(first, heard, lambda one, other: {one, other} in apart)
    if len(found) <= 2:
        return None
    articles = {article for pk in found for article, _ in heard[pk]}
    return ProposedCluster([events[pk] for pk in found if pk != first], len(articles))


def _is_likely(proposal: Proposal) -> bool:
    return proposal.score >= (JOIN_AT if proposal.conflict else PROPOSE_AT)


def _beside(event: Event) -> QuerySet[Quote]:
    """The quotes of the events on its timelines that are nearest in time, the newest first.

    The ids of the events are read first: given them as two subqueries, PostgreSQL walks through all
    quotes.
    """
    around = _ids_of(_nearest(event))
    beside = Quote.objects.filter(near(*_days_around(event)), event__in=around)
    return beside.exclude(event=event).order_by("-pk")


def _ids_of(parts: Iterable[QuerySet[Event]]) -> list[int]:
    """The ids of the events of all parts, each with its own order and bound; one query.

    SQLite takes such parts in a UNION only as tables, which Django doesn’t write.
    """
    written = [part.values("pk").query.sql_with_params() for part in parts]
    sql = " UNION ALL ".join(f"SELECT * FROM ({sql}) AS part" for sql, _ in written)  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(sql, [value for _, values in written for value in values])
        return [pk for (pk,) in cursor.fetchall()]


def _nearest(event: Event) -> tuple[QuerySet[Event], QuerySet[Event]]:
    """The events on its timelines that are nearest in time, later and earlier.

    So many on each side, found by an index: what it costs has a bound on the densest day, too.
    """
    through = Event.timelines.through.objects
    on_its = through.filter(event=OuterRef("pk"), timeline__in=event.timelines.all())
    # Not “status in”: without statistics SQLite would go by the index of statuses, and sort all.
    shown = Event.objects.filter(Exists(on_its)).exclude(status=Status.REJECTED)
    first, last = _days_around(event)
    day = event.sort_day
    later = shown.filter(sort_day__range=(day, last + LONGEST_COMPARED)).in_order()
    earlier = shown.filter(sort_day__range=(first - LONGEST_COMPARED, day - 1)).in_order().reverse()
    return later[:EVENTS_COMPARED], earlier[:EVENTS_COMPARED]


def _days_around(event: Event) -> tuple[int, int]:
    """The days of the event and of those that may tell it with another date."""
    first = event.sort_day
    last = first if event.last_day is None else event.last_day
    return first - LONGEST_COMPARED, last + LONGEST_COMPARED


def _score(one: Telling, other: Telling) -> float:
    """How likely both tell one event; at dates that exclude it, if nearly all else is the same.

    What is told as done is then near the other date: a fair of the next year is another fair.
    """
    if can_agree(one, other):
        return chance(one, other)
    is_near = _days_apart(one, other) <= STRETCH or one.is_planned != other.is_planned
    return likeness(one, other) if is_near and own_words(one, other) >= NEARLY_ALL else 0


def _days_apart(one: Telling, other: Telling) -> float:
    """The days between two dates that exclude each other."""
    firsts, lasts = (one.first_day, other.first_day), (one.last_day, other.last_day)
    first = max(day for day in firsts if day is not None)
    return first - min(day for day in lasts if day is not None)


def _dates_at_odds(ours: Quote, theirs: Quote) -> list[str]:
    """“4 November 2019 against 5 November 2019”, or that a plan was told as done."""
    one, other = ours.when, theirs.when
    if still_planned(ours, theirs) or still_planned(theirs, ours):
        return ["told as done, and no earlier as planned"]
    if not one or not other or can_agree(one, other):
        return []
    return [f"{label_in_text(one.edtf)} against {label_in_text(other.edtf)}"]


def _are_one_sentence(ours: Quote, theirs: Quote) -> bool:
    """Whether both quote the same words, which tell two happenings."""
    return (ours.article_id, ours.start) == (theirs.article_id, theirs.start)


def _proposal(told: list[Heard], group: list[Heard]) -> Proposal | None:
    """The event of the group, by the likeliest pair of quotes: a curator sees the rest."""
    pairs = [
        (_score(one, other), ours, theirs, one, other)
        for ours, one in told
        for theirs, other in group
        if len(one.words & other.words) >= SHARED_WORDS and not _are_one_sentence(ours, theirs)
    ]
    if not pairs:
        return None
    score, ours, theirs, *best = max(pairs, key=lambda pair: pair[0])
    pair = (ours, theirs)
    conflict = [*_dates_at_odds(*pair), *map(str, disagreements(*best))]
    return Proposal(theirs.event, score, pair, agreements(*best), conflict)

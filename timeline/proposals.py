"""Which other events may be the same as one: proposed to a curator, with reasons."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import QuerySet

from timeline.candidates import SHARED_WORDS, TELLINGS_COMPARED
from timeline.judging import judged_apart
from timeline.matching import JOIN_AT, PROPOSE_AT, chance
from timeline.models import Event, Quote, Status
from timeline.reasons import agreements, disagreements
from timeline.telling import Telling
from timeline.tellings import near, tell_quotes

Told = tuple[Quote, Telling]

MOST_PROPOSED = 3
# Of the quotes at its time so many, the newest, are compared with its own.
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


def likely_the_same(event: Event) -> list[Proposal]:
    """The candidates and published events on its timelines that are likeliest the same event.

    Those in conflict come last, and only if they would join but for that; none that a curator
    judged different. Three queries.
    """
    told = list(tell_quotes(event.quotes.order_by("pk"), TELLINGS_COMPARED))
    groups: dict[Event, list[Told]] = defaultdict(list)
    for quote, other in tell_quotes(_beside(event), QUOTES_COMPARED):
        if len(groups[quote.event]) < TELLINGS_COMPARED:
            groups[quote.event].append((quote, other))
    apart = judged_apart(event)
    proposals = [_proposal(told, group) for other, group in groups.items() if other.pk not in apart]
    likely = [one for one in proposals if one and _is_likely(one)]
    return sorted(likely, key=lambda one: (bool(one.conflict), -one.score))[:MOST_PROPOSED]


def _is_likely(proposal: Proposal) -> bool:
    return proposal.score >= (JOIN_AT if proposal.conflict else PROPOSE_AT)


def _beside(event: Event) -> QuerySet[Quote]:
    shown = Event.objects.filter(
        timelines__in=event.timelines.all(), status__in=(Status.CANDIDATE, Status.PUBLISHED)
    )
    quotes = Quote.objects.filter(near(event.first_day, event.last_day), event__in=shown)
    return quotes.exclude(event=event).order_by("-pk")


def _proposal(told: list[Told], group: list[Told]) -> Proposal | None:
    """The event of the group, by the likeliest pair of quotes: a curator sees the rest."""
    pairs = [
        (chance(one, other), ours, theirs, one, other)
        for ours, one in told
        for theirs, other in group
        if len(one.words & other.words) >= SHARED_WORDS
    ]
    if not pairs:
        return None
    score, ours, theirs, *best = max(pairs, key=lambda pair: pair[0])
    pair = (ours, theirs)
    return Proposal(theirs.event, score, pair, agreements(*best), disagreements(*best))

"""Which other events may be the same as one: proposed to a curator, with reasons."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import QuerySet

from timeline.candidates import SHARED_WORDS, TELLINGS_COMPARED
from timeline.matching import JOIN_AT, PROPOSE_AT, chance
from timeline.models import Event, Quote, Status
from timeline.reasons import agreements, disagreements
from timeline.telling import Telling
from timeline.tellings import near, tell_quotes

MOST_PROPOSED = 3
# Of the quotes at its time so many, the newest, are compared with its own.
QUOTES_COMPARED = 500


@dataclass(frozen=True)
class Proposal:
    """An event that may be the same, how likely (0 to 1), and what speaks for and against it."""

    event: Event
    score: float
    agree: list[str]
    conflict: list[str]


def likely_the_same(event: Event) -> list[Proposal]:
    """The candidates and published events on its timelines that are likeliest the same event.

    Those in conflict come last, and only if they would join but for that. Three queries.
    """
    told = [one for _, one in tell_quotes(event.quotes.order_by("pk"), TELLINGS_COMPARED)]
    groups: dict[Event, list[Telling]] = defaultdict(list)
    for quote, other in tell_quotes(_beside(event), QUOTES_COMPARED):
        if len(groups[quote.event]) < TELLINGS_COMPARED:
            groups[quote.event].append(other)
    proposals = [_proposal(other, told, group) for other, group in groups.items() if told]
    likely = [one for one in proposals if one.score >= (JOIN_AT if one.conflict else PROPOSE_AT)]
    return sorted(likely, key=lambda one: (bool(one.conflict), -one.score))[:MOST_PROPOSED]


def _beside(event: Event) -> QuerySet[Quote]:
    shown = Event.objects.filter(
        timelines__in=event.timelines.all(), status__in=(Status.CANDIDATE, Status.PUBLISHED)
    )
    quotes = Quote.objects.filter(near(event.first_day, event.last_day), event__in=shown)
    return quotes.exclude(event=event).order_by("-pk")


def _proposal(event: Event, told: list[Telling], group: list[Telling]) -> Proposal:
    """The event with the score and the reasons of the likeliest pair: a curator sees the rest."""
    pairs = [(one, other) for one in told for other in group]
    scored = [(chance(*pair), pair) for pair in pairs if _share_words(*pair)]
    if not scored:
        return Proposal(event, 0, [], [])
    score, best = max(scored, key=lambda item: item[0])
    return Proposal(event, score, agreements(*best), disagreements(*best))


def _share_words(one: Telling, other: Telling) -> bool:
    return len(one.words & other.words) >= SHARED_WORDS

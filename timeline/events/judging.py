"""What curators judged of pairs of quotes: recorded, turned round, and asked."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from timeline.models import Event, Judgement, Quote, Timeline, User

SAME, DIFFERENT = Judgement.Verdict.SAME, Judgement.Verdict.DIFFERENT


def judge(
    one: Quote, others: Iterable[Quote], verdict: str, by: User | None = None
) -> list[Judgement]:
    """Record the verdict on a quote and each of the others, in place of earlier ones."""
    pairs = [sorted((one, other), key=lambda quote: quote.pk) for other in others]
    return Judgement.objects.bulk_create(
        [
            Judgement(one=first, other=second, verdict=verdict, by=_who(by))
            for first, second in pairs
        ],
        update_conflicts=True,
        unique_fields=["one", "other"],
        update_fields=["verdict", "by", "judged_at"],
    )


def judge_split(parted: Quote, remaining: Quote, by: User | None = None) -> None:
    """Record that quotes that were split tell different events, whatever was judged before."""
    judge(parted, [remaining], DIFFERENT, by)
    across = between([parted.event], [remaining.event]).filter(verdict=SAME)
    across.update(verdict=DIFFERENT, by=_who(by), judged_at=timezone.now())


def _who(by: User | None) -> Any:
    return by if by and by.is_authenticated else None


def hand_over(leaving: Quote, staying: Quote) -> None:
    """Let what was judged of a quote that goes be judged of the one with the same words."""
    for judged in Judgement.objects.filter(Q(one=leaving) | Q(other=leaving)):
        partner = judged.other if judged.one_id == leaving.pk else judged.one
        if partner.pk != staying.pk:
            judge(partner, [staying], judged.verdict, judged.by)


def between(events: Iterable[Event], others: Iterable[Event]) -> QuerySet[Judgement]:
    """The judgements on a quote of one of the events and one of one of the others."""
    ours, theirs = list(events), list(others)
    return Judgement.objects.filter(
        Q(one__event__in=ours, other__event__in=theirs)
        | Q(one__event__in=theirs, other__event__in=ours)
    )


def apart_among(event_ids: Collection[int]) -> set[frozenset[int]]:
    """The pairs of these events of which quotes are judged to tell different ones."""
    judged = Judgement.objects.filter(
        verdict=DIFFERENT, one__event__in=event_ids, other__event__in=event_ids
    )
    return set(map(frozenset, judged.values_list("one__event", "other__event")))


def quotes_apart(timeline: Timeline) -> dict[int, set[int]]:
    """By the id of each quote on the timeline, those of the quotes that tell different events."""
    judged = Judgement.objects.filter(verdict=DIFFERENT, one__event__timelines=timeline)
    apart: dict[int, set[int]] = defaultdict(set)
    for one, other in judged.values_list("one", "other"):
        apart[one].add(other)
        apart[other].add(one)
    return dict(apart)

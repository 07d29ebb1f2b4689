"""Quotes get the events that they tell: new ones are made, undecided ones give quotes to others."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q

from timeline.claims.planned import Told
from timeline.events.candidates import Candidates
from timeline.events.originals import mark_second_hand
from timeline.events.settling import precision, settle_or_delete
from timeline.merging.telling import Telling
from timeline.merging.voices import Group, Voice
from timeline.models import Event, Quote, Status, Timeline


@dataclass(frozen=True, eq=False)
class Draft:
    """A quote that gets an event, what it tells, and the headline that it would give one.

    `is_one_of_several` holds where its sentence makes other quotes too.
    """

    quote: Quote
    telling: Telling
    headline: str
    is_one_of_several: bool = False


@dataclass(frozen=True, eq=False)
class Plan:
    """Which quotes go to which group, which events lose some, and the events, locked.

    `disturbed` are the events that lose or win stored quotes.
    """

    arriving: dict[Group, list[tuple[Voice, Draft]]]
    disturbed: set[int]
    events: dict[int, Event]


@transaction.atomic
def place(drafts: Sequence[Draft], candidates: Candidates, changed: Collection[int] = ()) -> int:
    """Store the quotes with the events that they tell; how many of these are new.

    The quotes of undecided candidates that are like them may move too, so that it doesn't matter
    which came first. `changed` are stored quotes that tell something else than before.
    """
    while (plan := _plan(drafts, candidates, changed)) is None:
        candidates.clear()  # a curator decided on one of its events meanwhile
    made = [group for group in plan.arriving if group.event_id is None]
    events = {group: _event(plan.arriving[group], candidates.timeline) for group in made}
    topics = [
        candidates.topics_in(draft.quote for _, draft in plan.arriving[group]) for group in made
    ]
    Event.objects.make_candidates(list(events.values()), candidates.timeline, topics)
    for group, event in events.items():
        candidates.made(group, event.pk)
    known = {**plan.events, **{event.pk: event for event in events.values()}}
    left = _leaving(plan)
    new = _store(plan, known, candidates)
    for group in [one for one in plan.arriving if one not in events]:
        event, arriving = plan.events[group.event_id or 0], plan.arriving[group]
        _refine(event, group, arriving)
        _tag(event, candidates.topics_in(draft.quote for _, draft in arriving))
    unsettled = Q(pk__in=plan.disturbed) | Q(quotes__in=changed)
    for event in Event.objects.filter(unsettled, status=Status.CANDIDATE).distinct():
        settle_or_delete(event, left[event.pk])
    mark_second_hand(known, new)
    return len(made)


def _plan(drafts: Sequence[Draft], candidates: Candidates, changed: Collection[int]) -> Plan | None:
    """What is to be done, or None where a curator decided on an event meanwhile."""
    candidates.load(draft.telling for draft in drafts)
    voices = [
        candidates.voice(draft.telling, draft.quote.article.published_day) for draft in drafts
    ]
    fresh = [voice for voice in voices if voice.group.event_id is None]
    moved = candidates.gather([*fresh, *candidates.voices_of(changed)])
    arriving: dict[Group, list[tuple[Voice, Draft]]] = defaultdict(list)
    for voice, draft in [*zip(voices, drafts, strict=True), *_drafts_of(moved)]:
        arriving[voice.group].append((voice, draft))
    left = {voice.event_id for voice in moved if voice.event_id is not None}
    gaining = {group.event_id for group in arriving if group.event_id is not None}
    undecided = Event.objects.select_for_update(of=("self",)).filter(
        pk__in=left | gaining, status=Status.CANDIDATE, timelines=candidates.timeline
    )
    events = {event.pk: event for event in undecided.order_by("pk")}
    is_as_known = len(events) == len(left | gaining)
    if not is_as_known or any(events[event_id].decided for event_id in left):
        return None
    won = {voice.group.event_id for voice in moved if voice.group.event_id is not None}
    return Plan(arriving, left | won, events)


def _drafts_of(voices: Sequence[Voice]) -> list[tuple[Voice, Draft]]:
    """The stored quotes of voices."""
    voice_of = {pk: voice for voice in voices for pk in voice.quotes}
    quotes = Quote.objects.filter(pk__in=voice_of).select_related("article", "mention")
    return [
        (voice, Draft(quote, voice.telling, quote.headline))
        for quote in quotes
        if (voice := voice_of[quote.pk])
    ]


def _event(arriving: list[tuple[Voice, Draft]], timeline: Timeline) -> Event:
    """A candidate of the quotes; its headline is of one of them."""
    _, spokesman = min(arriving, key=lambda item: item[0].headline_order)
    dates = [when for _, draft in arriving if (when := draft.quote.when)]
    return Event(
        headline=spokesman.headline,
        edtf=min(dates, key=precision).edtf,
        is_planned=spokesman.quote.told == Told.PLANNED,
        is_inferred=all(draft.quote.is_undated for _, draft in arriving),
        made_for=timeline,
    )


def _leaving(plan: Plan) -> dict[int, list[Quote]]:
    """The stored quotes that leave their events, by these."""
    left: dict[int, list[Quote]] = defaultdict(list)
    for group, arriving in plan.arriving.items():
        for _, draft in arriving:
            if draft.quote.pk and draft.quote.event_id != group.event_id:
                left[draft.quote.event_id].append(draft.quote)
    return left


def _store(plan: Plan, events: dict[int, Event], candidates: Candidates) -> list[int]:
    """Store the new quotes, and those that move, with their events; the ids of the new ones."""
    new = []
    for group, arriving in plan.arriving.items():
        for voice, draft in arriving:
            draft.quote.event = events[group.event_id or 0]
            if draft.quote.pk:
                draft.quote.save()
            else:
                draft.quote.second_hand = candidates.credit_of(draft.quote)
                new.append((voice, draft.quote))
            voice.event_id = group.event_id
    for (voice, _), quote in zip(
        new, Quote.objects.bulk_create([quote for _, quote in new]), strict=True
    ):
        voice.quotes.append(quote.pk)
    return [quote.pk for _, quote in new]


def _refine(event: Event, group: Group, arriving: list[tuple[Voice, Draft]]) -> None:
    """Give an event, whose date is the most precise of its quotes', those of some more.

    Its headline is of the same of its quotes, in whatever order they came.
    """
    before = event.headline, event.edtf, event.is_inferred
    quotes = [draft.quote for _, draft in arriving]
    if "edtf" not in event.decided:
        dates = [when for quote in quotes if (when := quote.when)]
        event.edtf = min(precision(event), *map(precision, dates))[1]
        event.is_inferred = event.is_inferred and all(quote.is_undated for quote in quotes)
    spokesman = dict(arriving).get(group.spokesman)
    if spokesman and "headline" not in event.decided:
        event.headline = spokesman.headline
    if (event.headline, event.edtf, event.is_inferred) != before:
        event.save()


def _tag(event: Event, topics: set[int]) -> None:
    if topics and "topics" not in event.decided:
        missing = topics.difference(event.topics.values_list("pk", flat=True))
        if missing:
            event.topics.add(*missing)

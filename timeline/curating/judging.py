"""Two quotes that a curator compared are judged to tell different events."""

from django.shortcuts import get_object_or_404

from timeline.access import pk_of
from timeline.curating.changes import Recording, recording
from timeline.events.judging import DIFFERENT, judge
from timeline.models import Event, Judgement, Quote, User


def judge_apart(by: User, event: Event, one: str, other: str) -> tuple[Recording, Quote]:
    """Record that the quotes of these ids, one of the event, tell different events; 404 if gone."""
    own = get_object_or_404(event.quotes, pk=pk_of(one))
    elsewhere = Quote.objects.exclude(event=event).select_related("event")
    foreign = get_object_or_404(elsewhere, pk=pk_of(other))
    what = f"judged “{event}” and “{foreign.event}” different events"
    of = [event.pk, foreign.event_id]
    with recording(by, what, of, tables=frozenset({Judgement})) as made:
        judge(own, [foreign], DIFFERENT, by)
    return made, foreign

"""Rows that are made in bulk have the records that saving each gives."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import RequestFactory
from simple_history.models import HistoricalRecords

from timeline.models import Event, Topic
from timeline.tests.factories import make_timeline

pytestmark = pytest.mark.django_db


def records(event: Event) -> list[dict[str, Any]]:
    """What the history keeps of the event, but for ids and times."""
    history: Any = event.history
    return [
        {name: getattr(record, name) for name in ("headline", "edtf", "sort_day", "decided")}
        | {
            "type": record.history_type,
            "by": record.history_user_id,
            "timelines": [one.timeline_id for one in record.timelines.all()],
            "topics": [one.topic_id for one in record.topics.order_by("topic_id")],
        }
        for record in history.order_by("history_id")
    ]


def test_events_made_together_are_recorded_as_saved_ones_are() -> None:
    timeline = make_timeline()
    topics = [Topic.objects.create(name=name, slug=name) for name in ("harbour", "bridge")]
    saved = Event.objects.create(headline="The bridge opens", edtf="2019-11-04")
    saved.timelines.set([timeline])
    saved.topics.set(topics)
    many = [
        Event(headline=f"Bridge {number} opens", edtf="2019-11-04", decided=["edtf"])
        for number in range(501)
    ]
    ids = [{topic.pk for topic in topics}] * 501
    Event.objects.make_candidates(many, timeline, ids)
    last = records(saved)[-1]
    for event in (many[0], many[-1]):
        made = last | {"headline": event.headline, "type": "+", "decided": ["edtf"]}
        assert records(event) == [made]
    assert Event.history.count() == 501 + len(records(saved))


def test_who_made_them_is_recorded() -> None:
    ada = User.objects.create_user("ada")
    request = RequestFactory().get("/")
    request.user = ada
    HistoricalRecords.context.request = request
    try:
        [event] = Event.objects.bulk_create([Event(headline="It opens", edtf="2019-11-04")])
        Event.objects.make_candidates(
            [other := Event(headline="It closes", edtf="2019")], make_timeline(), [set()]
        )
    finally:
        del HistoricalRecords.context.request
    assert [record["by"] for record in records(other)] == [ada.pk]
    assert records(event) == []  # events alone are recorded with what they are related to

"""Likely merges are proposed with reasons, at a cost that doesn't grow with the events."""

from typing import Any

import pytest
from django.test import Client

from timeline.curating import curation
from timeline.events.proposals import MOST_PROPOSED, proposed
from timeline.models import Event, Status, Timeline
from timeline.tests.admin_pages import act, page_of
from timeline.tests.factories import make_article, make_event, make_timeline

pytestmark = pytest.mark.django_db

OPENED = "On 4 May 2018 Harbour Board opened the new pier with 12 ferries."


@pytest.fixture
def timeline() -> Timeline:
    return make_timeline()


def event_of(text: str, timeline: Timeline, *, edtf: str = "2018-05-04") -> Event:
    """A candidate that stands on the text, whose first words are its date."""
    article = make_article(text, title="")
    return make_event(
        edtf, timeline, article=article, dated=" ".join(text.split()[1:4]), is_published=False
    )


def proposed_for(event: Event) -> list[Event]:
    return [proposal.event for proposal in proposed(event).single]


def test_what_is_alike_at_a_date_that_agrees_is_proposed(timeline: Timeline) -> None:
    event = event_of(OPENED, timeline)
    alike = event_of("On 4 May 2018 the Harbour Board inaugurated its pier.", timeline)
    event_of("On 4 May 2018 a bakery in Leeds burnt down.", timeline)
    event_of(OPENED.replace("2018", "2019"), timeline, edtf="2019-05-04")
    event_of(OPENED, make_timeline())
    [proposal] = proposed(event).single
    assert proposal.event == alike
    assert proposal.agree == [
        "both name “Harbour Board”",
        "both say “opened” or “inaugurated” and “pier”",
        "their articles begin alike",
        "both give the same date",
    ]
    assert proposal.conflict == []
    assert proposed_for(alike) == [event]


def test_what_conflicts_comes_last_and_says_why(timeline: Timeline) -> None:
    event = event_of(OPENED, timeline)
    other = event_of(OPENED.replace("12", "15"), timeline)
    alike = event_of(OPENED.replace("new", "old"), timeline)
    assert proposed_for(event) == [alike, other]
    assert proposed(event).single[1].conflict == ["12 against 15 ferries"]


def test_rejected_ones_are_not_proposed_and_published_ones_are(timeline: Timeline) -> None:
    event, put_aside, shown = (event_of(OPENED, timeline) for _ in range(3))
    curation.reject(put_aside)
    curation.publish(shown)
    assert proposed_for(event) == [shown]


def test_an_event_without_a_dated_quote_has_no_proposals(timeline: Timeline) -> None:
    event_of(OPENED, timeline)
    assert proposed(make_event("2018-05-04", timeline)).single == []


def test_queries_do_not_grow(timeline: Timeline, django_assert_num_queries: Any) -> None:
    event = event_of(OPENED, timeline)
    for _ in range(MOST_PROPOSED * 2):
        event_of(OPENED, timeline)
    with django_assert_num_queries(4):
        assert len(proposed(event).single) == MOST_PROPOSED


def test_the_page_of_an_event_shows_them_and_joins(curator: Client, timeline: Timeline) -> None:
    event = event_of(OPENED, timeline)
    alike = event_of(OPENED.replace("new", "old"), timeline)
    page = curator.get(page_of(event)).content.decode()
    assert "Perhaps the same event" in page
    assert page_of(alike) in page
    assert "both say" in page
    act(curator, "join_selected", event, alike, into=str(event.pk))
    alike.refresh_from_db()
    assert alike.joined_into == event
    assert alike.status == Status.REJECTED
    assert "Perhaps the same" not in curator.get(page_of(event)).content.decode()
    assert "Perhaps the same" not in curator.get(page_of(alike)).content.decode()

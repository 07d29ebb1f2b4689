"""Events that may all be one are proposed together, and joined in one step that can be undone."""

from datetime import date
from itertools import combinations
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from timeline.curating.curation import publish
from timeline.curating.undoing import undo
from timeline.events.judging import DIFFERENT, judge
from timeline.events.proposals import proposed
from timeline.merging.clusters import between, cluster_of
from timeline.merging.matching import JOIN_AT, PROPOSE_AT
from timeline.merging.telling import Telling, telling
from timeline.models import Change, Event, Timeline
from timeline.tests.admin_pages import page_of
from timeline.tests.factories import make_article, make_event, make_timeline

LEADS = [
    "Commuters may soon pay for the crossing by telephone, the mayor told a full hall on Friday.",
    "Who finances small towns? A survey of lenders finds more interest in transport than in shops.",
    "Shares rose in early trade as investors weighed results of insurers, miners and telephones.",
    "The year in review: storms, a new school, two elections and the end of the old market hall.",
]
SAID = [
    "Harbour Bank signed a contract with the Fogtown ferry company.",
    "The ferry company of Fogtown and Harbour Bank agreed on a partnership contract.",
    "Harbour Bank has a contract with the Fogtown ferry company, investors heard.",
    "The Fogtown ferry company signed with Harbour Bank.",
]
BAKERY = "A bakery in Leeds burnt down to the ground."


# Days that all agree, and of which no two are the same.
DAYS = [(10, 10), (1, 31), (10, 40), (0, 60)]


def told(
    words: str, lead: str = "", days: tuple[int, int] = (10, 10), *, is_planned: bool = False
) -> Telling:
    return telling(words, 0, 0, *days, lead, is_planned=is_planned)


def never(one: int, other: int) -> bool:
    return False


ALL = {n: [(n, told(SAID[n], LEADS[n], DAYS[n]))] for n in range(4)} | {9: [(9, told(BAKERY))]}


def test_pairs_of_the_example_are_likely_and_not_all_are_certain() -> None:
    pairs = combinations(range(4), 2)
    means = [between(ALL[one], ALL[other]).mean(PROPOSE_AT) for one, other in pairs]
    assert all(means)
    assert min(means) < JOIN_AT


@pytest.mark.parametrize("asked", [0, 1, 2, 3])
def test_a_cluster_is_the_same_from_each_of_its_events(asked: int) -> None:
    assert cluster_of(asked, ALL, never) == [0, 1, 2, 3]


def test_what_is_like_none_is_alone() -> None:
    assert cluster_of(9, ALL, never) == [9]


def test_what_a_curator_judged_different_is_in_no_cluster_together() -> None:
    def apart(one: int, other: int) -> bool:
        return {one, other} == {0, 3}

    found = cluster_of(0, ALL, apart)
    assert 0 in found
    assert 3 not in found


OTHERWISE: list[tuple[str, list[tuple[int, Telling]]]] = [
    ("another day", [(3, told(SAID[3], LEADS[3], (11, 11)))]),
    ("planned", [(3, told(SAID[3], LEADS[3], DAYS[3], is_planned=True))]),
    ("the same article", [(0, told(SAID[3], LEADS[3], DAYS[3]))]),
    ("another number", [(3, told("The Fogtown ferry company bought 15 ferries of Harbour Bank."))]),
    ("nothing told", []),
]


@pytest.mark.parametrize(("why", "heard"), OTHERWISE, ids=[why for why, _ in OTHERWISE])
def test_what_excludes_that_two_are_one(why: str, heard: list[tuple[int, Telling]]) -> None:
    ours = [(0, told("The Fogtown ferry company bought 12 ferries of Harbour Bank."))]
    ours = ours if why == "another number" else ALL[0]
    assert between(ours, heard).mean(PROPOSE_AT) == 0
    assert 3 not in cluster_of(0, {**ALL, 0: ours, 3: heard}, never)


@pytest.fixture
def story() -> Timeline:
    return make_timeline()


@pytest.fixture
def events(story: Timeline) -> list[Event]:
    """Four candidates of one event, and one of another."""
    pairs = [*zip(SAID, LEADS, strict=True), (BAKERY, "")]
    return [_candidate(words, lead, story) for words, lead in pairs]


def _candidate(words: str, lead: str, story: Timeline) -> Event:
    words = f"On 4 May 2018, {words[0].lower()}{words[1:]}".replace("harbour Bank", "Harbour Bank")
    article = make_article(f"{lead} {words}", title="", published_on=date(2018, 5, 5))
    return make_event("2018-05-04", story, article=article, words=words, dated="4 May 2018",
                      is_published=False)  # fmt: skip


@pytest.mark.django_db
def test_four_candidates_are_proposed_together(
    events: list[Event], django_assert_num_queries: Any
) -> None:
    for event in events[:4]:
        with django_assert_num_queries(4):
            cluster = proposed(event).cluster
        assert cluster is not None
        assert {event, *cluster.events} == set(events[:4])
        assert cluster.articles == 4
    assert proposed(events[4]).cluster is None


@pytest.mark.django_db
def test_two_alone_are_no_cluster(events: list[Event]) -> None:
    first, *others = events[:4]
    for other in others[1:]:
        judge(first.quotes.get(), [other.quotes.get()], DIFFERENT)
        judge(others[0].quotes.get(), [other.quotes.get()], DIFFERENT)
    assert proposed(first).cluster is None
    assert [one.event for one in proposed(first).single] == [others[0]]


@pytest.mark.django_db
def test_they_are_joined_at_the_desk_in_one_step_that_is_undone(
    curator: Client, events: list[Event]
) -> None:
    address = reverse("desk_candidate", args=[events[1].pk])
    page = curator.get(address)
    assert page.content.count(b'name="together"') == 3
    ticked = [str(event.pk) for event in events[:3]]
    curator.post(address, {"step": "gather", "together": ticked})
    into = Event.objects.get(status="candidate", pk__in=[event.pk for event in events[:3]])
    assert into.quotes.count() == 3
    assert events[3].quotes.count() == 1  # it was not ticked
    [change] = Change.objects.all()
    undo(change, User.objects.get(username="ada"))
    assert [event.quotes.count() for event in events] == [1] * 5
    assert Event.objects.filter(status="candidate").count() == 5


@pytest.mark.django_db
def test_what_is_public_stays(curator: Client, events: list[Event]) -> None:
    shown = Event.objects.get(pk=events[2].pk)
    publish(shown)
    together = [str(event.pk) for event in events[:4]]
    address = reverse("desk_candidate", args=[events[0].pk])
    curator.post(address, {"step": "gather", "together": together})
    assert Event.objects.get(pk=shown.pk).quotes.count() == 4


@pytest.mark.django_db
def test_none_ticked_joins_nothing(curator: Client, events: list[Event]) -> None:
    address = reverse("desk_candidate", args=[events[0].pk])
    page = curator.post(address, {"step": "gather", "together": ["x", "999999"]})
    assert b"choose two events or more" in page.content
    assert not Change.objects.exists()


@pytest.mark.django_db
def test_the_admin_page_offers_them_all(curator: Client, events: list[Event]) -> None:
    page = curator.get(page_of(events[0]))
    assert b"Perhaps all one event" in page.content
    for event in events[1:4]:
        assert f'name="_selected_action" value="{event.pk}" checked'.encode() in page.content

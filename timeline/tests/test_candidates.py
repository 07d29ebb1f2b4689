"""The candidate that a telling joins is found among many, and at a cost that has a bound."""

import pytest

from articles.dates import parse_edtf
from timeline.candidates import EVENTS_COMPARED, EVENTS_READ, Candidates, lead_of
from timeline.models import Timeline
from timeline.telling import Telling, telling

pytestmark = pytest.mark.django_db


@pytest.fixture
def candidates() -> Candidates:
    return Candidates(Timeline.objects.create(slug="harbour", title="The harbour"))


def told(said: str, edtf: str = "2018-05-03") -> Telling:
    span = parse_edtf(edtf)
    return telling(said, 0, 0, span.first_day, span.last_day)


OPENED = "Harbour Board opened the new pier"


@pytest.mark.parametrize(
    ("edtf", "is_found"),
    [
        ("2018-05-03", True),
        ("2018-05", True),
        ("2018", True),
        ("2018-05-04", False),
        ("2019", False),
        ("2000/..", False),
    ],
)
def test_found_at_a_date_that_agrees(candidates: Candidates, edtf: str, is_found: bool) -> None:
    candidates.add(7, told(OPENED), is_planned=False)
    assert candidates.telling_the_same(told(OPENED, edtf), is_planned=False) == (
        7 if is_found else None
    )


def test_a_long_span_is_found_at_the_same_span(candidates: Candidates) -> None:
    candidates.add(7, told(OPENED, "2000/.."), is_planned=False)
    assert candidates.telling_the_same(told(OPENED, "2000/.."), is_planned=False) == 7
    assert candidates.telling_the_same(told(OPENED, "2001/.."), is_planned=False) is None


def test_what_is_planned_is_another_event(candidates: Candidates) -> None:
    candidates.add(7, told(OPENED), is_planned=True)
    assert candidates.telling_the_same(told(OPENED), is_planned=False) is None


def test_of_equals_the_oldest_and_none_that_is_forgotten(candidates: Candidates) -> None:
    candidates.add(7, told(OPENED), is_planned=False)
    candidates.add(8, told(OPENED), is_planned=False)
    assert candidates.telling_the_same(told(OPENED), is_planned=False) == 7
    candidates.forget(7)
    assert candidates.telling_the_same(told(OPENED), is_planned=False) == 8
    candidates.clear()
    assert candidates.telling_the_same(told(OPENED), is_planned=False) is None


def test_a_pile_of_one_day_and_one_name_is_not_compared_with_each(
    candidates: Candidates, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[list[Telling]] = []

    def never(told: Telling, group: list[Telling]) -> float:
        compared.append(group)
        return 0

    monkeypatch.setattr("timeline.candidates.same_as_all", never)
    for number in range(EVENTS_READ * 3):
        candidates.add(number + 1, told(f"Harbour Board met about thing{number}"), is_planned=False)
    assert candidates.telling_the_same(told("Harbour Board met again"), is_planned=False) is None
    assert len(compared) == EVENTS_COMPARED


def test_a_rarer_word_finds_an_old_one_in_a_pile(candidates: Candidates) -> None:
    candidates.add(1, told("Harbour Board bought the steamer Ariadne"), is_planned=False)
    for number in range(2, EVENTS_READ * 3):
        candidates.add(number, told(f"Harbour Board met about thing{number}"), is_planned=False)
    wanted = told("Harbour Board purchased the steamer Ariadne")
    assert candidates.telling_the_same(wanted, is_planned=False) == 1


def test_a_lead_has_the_title_once() -> None:
    assert lead_of("The pier", "The pier\nIt is open.") == "The pier\nIt is open."
    assert lead_of("The pier", "It is open.") == "The pier\nIt is open."

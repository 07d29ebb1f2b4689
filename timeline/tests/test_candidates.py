"""Voices are gathered with those that tell the same, at a cost that has a bound."""

import pytest

from articles.dates import parse_edtf
from timeline.events.candidates import Candidates
from timeline.events.gathering import GATHERED_ANEW
from timeline.events.voice_index import VOICES_COMPARED, VOICES_READ
from timeline.merging.telling import Telling, lead_of, telling
from timeline.merging.voices import Voice
from timeline.models import Timeline

pytestmark = pytest.mark.django_db


@pytest.fixture
def candidates() -> Candidates:
    return Candidates(Timeline.objects.create(slug="harbour", title="The harbour"))


def told(said: str, edtf: str = "2018-05-03", *, is_planned: bool = False) -> Telling:
    span = parse_edtf(edtf)
    return telling(said, 0, 0, span.first_day, span.last_day, is_planned=is_planned)


def add(candidates: Candidates, *those: Telling) -> list[Voice]:
    voices = [candidates.voice(one, None) for one in those]
    candidates.gather(voices)
    return voices


def are_one(candidates: Candidates, one: Telling, other: Telling) -> bool:
    [first, second] = [*add(candidates, one), *add(candidates, other)]
    return first.group is second.group


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
    assert are_one(candidates, told(OPENED), told(OPENED, edtf)) == is_found


@pytest.mark.parametrize(("edtf", "is_found"), [("2000/..", True), ("2001/..", False)])
def test_a_long_span_is_found_at_the_same_span(
    candidates: Candidates, edtf: str, is_found: bool
) -> None:
    assert are_one(candidates, told(OPENED, "2000/.."), told(OPENED, edtf)) == is_found


def test_what_is_planned_is_another_event(candidates: Candidates) -> None:
    assert not are_one(candidates, told(OPENED), told(OPENED, is_planned=True))


def test_copies_are_one_voice(candidates: Candidates) -> None:
    assert len(set(add(candidates, *[told(OPENED)] * 5))) == 1


def test_a_pile_of_one_day_and_one_name_is_not_compared_with_each(
    candidates: Candidates, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[Telling] = []

    def never(one: Telling, other: Telling) -> bool:
        compared.append(other)
        return False

    monkeypatch.setattr("timeline.events.gathering.surely_same", never)
    said = [told(f"Harbour Board met about thing{number}") for number in range(VOICES_READ * 2)]
    voices = add(candidates, *said)
    assert len({voice.group for voice in voices}) == len(voices)
    assert len(compared) <= len(voices) * VOICES_COMPARED


def test_a_group_of_many_grows(candidates: Candidates) -> None:
    said = [f"{OPENED} to ships with boat{number}" for number in range(GATHERED_ANEW * 2)]
    voices = add(candidates, *(told(words) for words in said))
    assert len({voice.group for voice in voices}) == 1


def test_a_group_of_many_grows_batch_by_batch(candidates: Candidates) -> None:
    """What comes later finds those that are placed, not only each other."""
    found = set()
    for batch in range(6):
        said = [f"{OPENED} to ships with boat{batch}x{number}" for number in range(GATHERED_ANEW)]
        for voice in add(candidates, *(told(words) for words in said)):
            voice.event_id = voice.group.event_id = voice.group.event_id or batch + 1
            found.add(voice.event_id)
    assert found == {1}


def test_a_rarer_word_finds_an_old_one_in_a_pile(candidates: Candidates) -> None:
    old = add(candidates, told("Harbour Board bought the steamer Ariadne"))
    for number in range(VOICES_READ * 2):
        candidates.voice(told(f"Harbour Board met about thing{number}"), None)
    [new] = add(candidates, told("Harbour Board purchased the steamer Ariadne"))
    assert old[0].group is new.group


def test_a_lead_has_the_title_once() -> None:
    assert lead_of("The pier", "The pier\nIt is open.") == "The pier\nIt is open."
    assert lead_of("The pier", "It is open.") == "The pier\nIt is open."

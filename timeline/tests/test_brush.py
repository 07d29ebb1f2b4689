"""The steps of the brush: few events, many, and far apart."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyroaring import BitMap

from timeline.index import Found
from timeline.index.days import Days, month_of
from timeline.index.selection import Selection
from timeline.index.snapshot import Names, Snapshot
from timeline.page.brush import STEPS, Months, stretches_of


def found_of(days: Sequence[int]) -> Found:
    """Events on these days, found without a filter."""
    on_day: dict[tuple[int, int], BitMap] = {}
    for event, day in enumerate(days, 1):
        on_day.setdefault((day, 0), BitMap()).add(event)
    none = Days.of({})
    snapshot = Snapshot({}, Days.of(on_day), none, none, BitMap(), BitMap(), none, Names())
    return Found(snapshot, BitMap(range(1, len(days) + 1)), {}, (1, Selection()))


def day(year: int, month: int = 1, number: int = 1) -> int:
    return date(year, month, number).toordinal()


def test_few_months_are_steps_of_their_own() -> None:
    days = [day(1024), day(2019, 11, 4), day(2019, 11, 5), day(2020, 2)]
    november = 2019 * 12 + 10
    assert stretches_of(found_of(days)) == [
        Months(1024 * 12, 1024 * 12, 1),
        Months(november, november, 2),
        Months(2020 * 12 + 1, 2020 * 12 + 1, 1),
    ]


@pytest.mark.parametrize("each", [1, 40])
def test_many_are_put_together(each: int) -> None:
    days = [day(year) for year in range(1000, 2000)] + [day(2005, 1 + n % 12) for n in range(each)]
    steps = stretches_of(found_of(days))
    assert STEPS / 2 <= len(steps) <= STEPS + 1
    assert max(step.events for step in steps) <= 2 * (len(days) / STEPS + 1)


def test_nothing_has_no_steps() -> None:
    assert stretches_of(found_of([])) == []


@given(st.lists(st.integers(-800_000, 800_000), max_size=200))
def test_steps_hold_every_event_once_and_in_order(days: list[int]) -> None:
    steps = stretches_of(found_of(days))
    assert sum(step.events for step in steps) == len(days)
    assert all(one.last < other.first for one, other in pairwise(steps))
    assert all(any(s.first <= month_of(one) <= s.last for s in steps) for one in days)

"""The periods of the calendar that an axis is divided into."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.dates import day_number, iso_day, parse_edtf
from timeline.axis.periods import (
    CENTURY,
    DAY,
    DECADE,
    MONTH,
    QUARTER,
    UNITS,
    WEEK,
    YEAR,
    Unit,
    period_edtf,
)

DAYS = st.integers(day_number(-4_000_000, 1, 1), day_number(4_000_000, 1, 1))


@pytest.mark.parametrize(
    ("unit", "day", "first", "last"),
    [
        (DAY, (2019, 11, 4), "2019-11-04", "2019-11-04"),
        (WEEK, (2019, 11, 6), "2019-11-04", "2019-11-10"),
        (MONTH, (2020, 2, 29), "2020-02-01", "2020-02-29"),
        (QUARTER, (2019, 12, 31), "2019-10-01", "2019-12-31"),
        (YEAR, (-43, 3, 15), "-0043-01-01", "-0043-12-31"),
        (DECADE, (1999, 12, 31), "1990-01-01", "1999-12-31"),
        (DECADE, (9, 1, 1), "0001-01-01", "0009-12-31"),
        (DECADE, (0, 1, 1), "-0009-01-01", "0000-12-31"),  # 10 BC to 1 BC
        (CENTURY, (-43, 3, 15), "-0099-01-01", "0000-12-31"),  # 100 BC to 1 BC
        (CENTURY, (-99, 1, 1), "-0099-01-01", "0000-12-31"),
        (CENTURY, (-100, 12, 31), "-0199-01-01", "-0100-12-31"),  # 200 BC to 101 BC
        (CENTURY, (1, 1, 1), "0001-01-01", "0099-12-31"),
        (CENTURY, (2019, 1, 1), "2000-01-01", "2099-12-31"),
    ],
)
def test_period_of_a_day(unit: Unit, day: tuple[int, int, int], first: str, last: str) -> None:
    start = unit.floor(day_number(*day))
    assert (iso_day(start), iso_day(unit.after(start) - 1)) == (first, last)


@given(st.sampled_from(UNITS), DAYS)
def test_each_day_lies_in_one_period(unit: Unit, day: int) -> None:
    first, after = unit.floor(day), unit.after(day)
    assert first <= day < after
    assert unit.floor(first) == unit.floor(after - 1) == first
    assert unit.floor(after) == after


@given(st.sampled_from(UNITS), DAYS, st.integers(0, 20))
def test_periods_leave_nothing_out(unit: Unit, day: int, many: int) -> None:
    last = min(day + many * unit.days, day_number(4_900_000, 1, 1))
    found = list(unit.periods(day, last))
    assert found[0][0] == unit.floor(day)
    assert found[-1][1] == unit.after(last) - 1
    assert all(one[1] + 1 == two[0] for one, two in pairwise(found))
    assert len(found) <= unit.count(day, last) * 1.2 + 1


@pytest.mark.parametrize(
    ("first", "last", "edtf"),
    [
        ((2019, 11, 4), (2019, 11, 4), "2019-11-04"),
        ((2019, 11, 1), (2019, 11, 1), "2019-11-01"),
        ((2019, 11, 1), (2019, 11, 30), "2019-11"),
        ((2019, 10, 1), (2019, 12, 31), "2019-36"),
        ((2019, 1, 1), (2019, 12, 31), "2019"),
        ((1990, 1, 1), (1999, 12, 31), "199X"),
        ((1900, 1, 1), (1999, 12, 31), "19XX"),
        ((-99, 1, 1), (0, 12, 31), "[-0099..0000]"),
        ((2019, 11, 4), (2019, 11, 10), "[2019-11-04..2019-11-10]"),
        ((2019, 11, 4), (2019, 12, 31), "[2019-11-04..2019-12-31]"),
        ((2019, 11, 1), (2020, 12, 31), "[2019-11..2020-12]"),
        ((2019, 12, 1), (2019, 12, 31), "2019-12"),
        ((2019, 12, 31), (2019, 12, 31), "2019-12-31"),
        ((-11_999, 1, 1), (-11_999, 12, 31), "Y-11999"),
    ],
)
def test_edtf_of_a_period(
    first: tuple[int, int, int], last: tuple[int, int, int], edtf: str
) -> None:
    assert period_edtf(day_number(*first), day_number(*last)) == edtf


@given(st.sampled_from(UNITS), DAYS)
def test_edtf_says_the_days_of_the_period(unit: Unit, day: int) -> None:
    first, last = unit.floor(day), unit.after(day) - 1
    span = parse_edtf(period_edtf(first, last))
    assert (span.first_day, span.last_day) == (first, last)

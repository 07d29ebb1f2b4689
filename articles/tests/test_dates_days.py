"""Day numbers: Python's own where it has them, and nothing lost beyond."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.dates import day_number, iso_day
from articles.dates.days import add_months, day_parts, iso_year, last_day_of_month, weekday
from articles.dates.edtf import FARTHEST_YEAR

# As far as EDTF goes: five million years either way.
NUMBERS = st.integers(-366 * FARTHEST_YEAR, 366 * FARTHEST_YEAR)


@given(st.dates())
def test_same_as_pythons_own(day: date) -> None:
    number = day.toordinal()
    assert day_number(day.year, day.month, day.day) == number
    assert day_parts(number) == (day.year, day.month, day.day)
    assert iso_day(number) == day.isoformat()
    assert weekday(number) == day.weekday()


@given(NUMBERS)
def test_round_trip(number: int) -> None:
    year, month, day = day_parts(number)
    assert day_number(year, month, day) == number
    assert (1 <= month <= 12, 1 <= day <= 31) == (True, True)


@given(NUMBERS)
def test_tomorrow_comes_after_today(number: int) -> None:
    assert day_parts(number) < day_parts(number + 1)


@pytest.mark.parametrize(
    ("parts", "number", "iso"),
    [
        ((1, 1, 1), 1, "0001-01-01"),
        ((0, 12, 31), 0, "0000-12-31"),
        ((0, 2, 29), -306, "0000-02-29"),
        ((-43, 3, 15), -15_997, "-0043-03-15"),
        ((-9999, 1, 1), -3_652_424, "-9999-01-01"),
        ((9999, 12, 31), 3_652_059, "9999-12-31"),
        ((10_000, 1, 1), 3_652_060, "Y10000-01-01"),
        ((-10_000, 1, 1), -3_652_790, "Y-10000-01-01"),
    ],
)
def test_days_beyond_python(parts: tuple[int, int, int], number: int, iso: str) -> None:
    assert (day_number(*parts), iso_day(number)) == (number, iso)


@pytest.mark.parametrize("parts", [(2019, 2, 29), (-1, 2, 29), (2019, 13, 1), (2019, 0, 1)])
def test_days_that_do_not_exist(parts: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match=r"day|month"):
        day_number(*parts)


@pytest.mark.parametrize(
    ("month", "last"),
    [((2019, 2), (2019, 2, 28)), ((2020, 2), (2020, 2, 29)), ((-4, 12), (-4, 12, 31))],
)
def test_last_day_of_month(month: tuple[int, int], last: tuple[int, int, int]) -> None:
    assert day_parts(last_day_of_month(*month)) == last


@pytest.mark.parametrize(
    ("months", "expected"), [(0, (2019, 11)), (2, (2020, 1)), (-11, (2018, 12)), (12, (2020, 11))]
)
def test_add_months(months: int, expected: tuple[int, int]) -> None:
    assert add_months(2019, 11, months) == expected


@pytest.mark.parametrize(
    ("year", "text"), [(476, "0476"), (0, "0000"), (-43, "-0043"), (12_000, "Y12000")]
)
def test_iso_year(year: int, text: str) -> None:
    assert iso_year(year) == text

"""Days with names fall where calendars have them."""

from datetime import date

import pytest

from articles.dates import find_dates
from articles.dates.days import day_number
from articles.dates.english.named_days import DAYS
from articles.dates.english.vocabulary import HOLIDAYS


def test_every_name_has_its_day() -> None:
    assert set(DAYS) == set(HOLIDAYS)


@pytest.mark.parametrize(
    ("name", "year", "month", "day"),
    [
        ("thanksgiving", 2018, 11, 22),
        ("thanksgiving", 2019, 11, 28),
        ("memorial day", 2019, 5, 27),
        ("labor day", 2019, 9, 2),
        ("martin luther king day", 2020, 1, 20),
        ("good friday", 2018, 3, 30),
        ("easter monday", 2019, 4, 22),
        ("father's day", 2019, 6, 16),
    ],
)
def test_day(name: str, year: int, month: int, day: int) -> None:
    assert DAYS[name](year) == date(year, month, day).toordinal()


@pytest.mark.parametrize("year", [-9999, -1, 0, 1, 1582, 4100, 9999])
def test_in_any_year_a_day_falls_into_it_or_is_not_told(year: int) -> None:
    days = {name: day_in(year) for name, day_in in DAYS.items()}
    told = {name: day for name, day in days.items() if day is not None}
    assert {name for name, day in told.items() if abs(day - day_number(year, 7, 1)) > 200} == set()


def test_easter_is_told_only_of_years_that_had_the_rule() -> None:
    assert DAYS["easter"](1066) is None


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It closed on Christmas Eve 2016.", "2016-12-24"),
        ("Since Easter 2018 it has been shut.", "2018-04-01/.."),
        ("It will close on New Year's Day.", "2020-01-01"),
    ],
)
def test_in_text(text: str, edtf: str) -> None:
    assert [mention.edtf for mention in find_dates(text, date(2019, 11, 5))] == [edtf]

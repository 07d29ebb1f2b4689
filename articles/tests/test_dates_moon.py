"""Days of calendars that go by the moon fall where their tables have them."""

from datetime import date

import pytest

from articles.dates import find_dates
from articles.dates.english.movable import HEBREW_DAYS
from articles.dates.english.vocabulary import HEBREW_DAYS as NAMES
from articles.dates.moon import chinese_new_year, hanukkah, hebrew_new_year, islamic, passover


def test_every_name_has_its_day() -> None:
    assert set(HEBREW_DAYS) == set(NAMES)


@pytest.mark.parametrize(
    ("found", "day"),
    [
        (hebrew_new_year(2018), date(2018, 9, 10)),
        (hebrew_new_year(2019), date(2019, 9, 30)),
        (hebrew_new_year(2024), date(2024, 10, 3)),
        (passover(2018), date(2018, 3, 31)),
        (passover(2024), date(2024, 4, 23)),
        (hanukkah(2018), date(2018, 12, 3)),
        (hanukkah(2019), date(2019, 12, 23)),
        (chinese_new_year(2020), date(2020, 1, 25)),
        (chinese_new_year(2033), date(2033, 1, 31)),
        (islamic(2024, 9, 1), date(2024, 3, 11)),
        (islamic(2019, 10, 1), date(2019, 6, 4)),
    ],
)
def test_day(found: int, day: date) -> None:
    assert date.fromordinal(found) == day


@pytest.mark.parametrize("year", [1, 1900, 9999])
def test_outside_the_tables_there_is_none(year: int) -> None:
    assert chinese_new_year(year) is None
    assert islamic(year, 9, 1) is None


@pytest.mark.parametrize("published", [date(1, 1, 1), date(1925, 1, 1), date(9999, 12, 31)])
def test_at_the_edges_nothing_raises(published: date) -> None:
    text = "It closed at Passover, during Ramadan, on Eid al-Fitr and at Lunar New Year."
    for mention in find_dates(text, published):
        assert mention.why


def test_what_is_sighted_is_about_a_day_and_says_so() -> None:
    [mention] = find_dates("It closed on Eid al-Fitr.", date(2019, 11, 5))
    assert mention.edtf == "2019-06-04~"
    assert "new moon" in mention.why

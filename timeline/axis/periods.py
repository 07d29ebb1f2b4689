"""The periods of the calendar that an axis is divided into, years BCE included."""

from collections.abc import Iterator
from dataclasses import dataclass

from articles.dates.days import add_months, day_number, day_parts, iso_day, iso_year, weekday


@dataclass(frozen=True)
class Unit:
    """A length of the calendar, by name; `days` is about how many it has.

    One of `days_each` and `months_each` says how long it is, the other is 0.
    """

    name: str
    days: int
    days_each: int = 0
    months_each: int = 0

    def floor(self, day: int) -> int:
        """The first day of the period that the day lies in."""
        if self.days_each == 7:
            return day - weekday(day)
        if self.days_each:
            return day
        year, month, _ = day_parts(day)
        if self.months_each < 12:
            return day_number(year, month - (month - 1) % self.months_each, 1)
        return day_number(_first_year(year, self.months_each // 12), 1, 1)

    def after(self, day: int) -> int:
        """The first day of the next period."""
        if self.days_each:
            return self.floor(day) + self.days_each
        year, month, _ = day_parts(self.floor(day))
        if self.months_each < 12:
            return day_number(*add_months(year, month, self.months_each), 1)
        years = self.months_each // 12
        # The first years of our era, up to 9 or 99, are one fewer, since there is no year 0.
        return day_number(year + years - (year == 1 and years > 1), 1, 1)

    def periods(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """First and last day of each period from the first day's to the last day's."""
        start = self.floor(first)
        while start <= last:
            after = self.after(start)
            yield start, after - 1
            start = after

    def count(self, first: int, last: int) -> int:
        """About how many periods there are from day to day, without going through them."""
        return (last - first) // self.days + 2


DAY = Unit("day", 1, days_each=1)
WEEK = Unit("week", 7, days_each=7)
MONTH = Unit("month", 30, months_each=1)
QUARTER = Unit("quarter", 91, months_each=3)
YEAR = Unit("year", 365, months_each=12)
DECADE = Unit("decade", 3_652, months_each=120)
CENTURY = Unit("century", 36_524, months_each=1_200)
MILLENNIUM = Unit("millennium", 365_243, months_each=12_000)
AGE = Unit("age", 36_524_250, months_each=1_200_000)
UNITS = (DAY, WEEK, MONTH, QUARTER, YEAR, DECADE, CENTURY, MILLENNIUM, AGE)


def _first_year(year: int, years: int) -> int:
    """The year in which the decade, century … begins, as people count them.

    100 BC to 1 BC are a hundred years, and AD 100 to AD 199; in between are AD 1 to AD 99.
    """
    if year > 0:
        return max(1, year - year % years)
    before_christ = 1 - year
    return 1 + -(-before_christ // years) * -years


def coarser(unit: Unit) -> Unit:
    """The next longer period that this one divides; of the longest, itself."""
    if unit in (DAY, WEEK):
        return MONTH
    if unit.months_each < 12:
        return YEAR
    return UNITS[min(UNITS.index(unit) + 1, len(UNITS) - 1)]


def period_edtf(first: int, last: int) -> str:
    """The days from first to last as the shortest EDTF: "2018-05", "199X", "[0001..0099]"."""
    begin, end = edges_edtf(first, last)
    if begin == end:
        return begin
    return _quarter(first, last) or _years(begin, end) or f"[{begin}..{end}]"


def edges_edtf(first: int, last: int) -> tuple[str, str]:
    """The first and the last year, month or day, as EDTF: the longest that both ends fit."""
    year, month, day = day_parts(first)
    last_year, last_month, _ = day_parts(last)
    after = day_parts(last + 1)
    if (month, day) == after[1:] == (1, 1):
        return iso_year(year), iso_year(last_year)
    if day == after[2] == 1 and first < last:
        return f"{iso_year(year)}-{month:02}", f"{iso_year(last_year)}-{last_month:02}"
    return iso_day(first), iso_day(last)


def _quarter(first: int, last: int) -> str:
    year, month, day = day_parts(first)
    if day == 1 and month % 3 == 1 and QUARTER.after(first) == last + 1:
        return f"{iso_year(year)}-{33 + month // 3}"
    return ""


def _years(begin: str, end: str) -> str:
    """ "199X" for 1990 and 1999, "19XX" for 1900 and 1999; "" for others, and years BCE."""
    for unknown in (1, 2, 3):
        known = begin[:-unknown]
        if len(begin) == 4 and begin == known + "0" * unknown and end == known + "9" * unknown:
            return known + "X" * unknown
    return ""

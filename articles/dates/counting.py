"""Counting: the unit that lies so many units from a day, or from an earlier date."""

from collections.abc import Callable

from articles.dates.days import add_months, day_number, day_parts, last_day_of_month
from articles.dates.edtf import Span
from articles.dates.meaning import Meaning, approximate, around, unresolved


def counted_from(span: Span, unit: str, count: Callable[[int], Span]) -> Meaning:
    """A date counted in units from a span; unresolved where that doesn't lie within one unit.

    The day after "2018" is no day: counted from 1 January it would be invented. What is counted
    from about a date is about one, too.
    """
    day = span.first_day
    if day is None or span.last_day is None or span.last_day > (around(unit, day).last_day or 0):
        return unresolved("the date that it is counted from isn’t exact enough")
    found = count(day)
    return Meaning("date", approximate(found) if span.is_approximate else found)


def length(span: Span) -> int:
    """Days from the first to the last of a closed span."""
    return (span.last_day or 0) - (span.first_day or 0)


def shifted(unit: str, day: int, count: float) -> Span:
    """The unit that holds the day so many units away: a month on from 31 January is February."""
    whole = round(count)
    match unit:
        case "week" | "weekend":
            return around(unit, day + 7 * whole)
        case "fortnight":
            return around("week", day + 14 * whole)
        case "month" | "quarter" | "half" | "year" | "decade" | "century":
            return around(unit, months_on(day, round(count * MONTHS_IN[unit])))
        case _:
            return around("day", day + whole)


MONTHS_IN = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}


def months_on(day: int, months: int) -> int:
    """The same day so many months later; the last of the month where that is shorter."""
    year, month, day_of_month = day_parts(day)
    year, month = add_months(year, month, months)
    return min(day_number(year, month, 1) + day_of_month - 1, last_day_of_month(year, month))

"""Day numbers: `date.toordinal()` carried on below year 1, for years that `date` can't hold."""

from datetime import date

DAYS_IN_400_YEARS = 146_097


def day_number(year: int, month: int, day: int) -> int:
    """The proleptic Gregorian ordinal of a day (1 = 1 January of year 1, 0 = the day before).

    Years are numbered astronomically (0 is 1 BC). Raises ValueError for a day that doesn't exist.
    """
    cycles, year_in_cycle = divmod(year - 1, 400)
    return date(year_in_cycle + 1, month, day).toordinal() + cycles * DAYS_IN_400_YEARS


def day_parts(number: int) -> tuple[int, int, int]:
    """Year (astronomical), month and day of a day number."""
    cycles, day_in_cycle = divmod(number - 1, DAYS_IN_400_YEARS)
    day = date.fromordinal(day_in_cycle + 1)
    return day.year + 400 * cycles, day.month, day.day


def iso_day(number: int) -> str:
    """The day as EDTF writes it: "2019-11-04", "-0043-03-15", "Y12019-11-04"."""
    year, month, day = day_parts(number)
    return f"{iso_year(year)}-{month:02}-{day:02}"


def iso_year(year: int) -> str:
    """A year as EDTF writes it: "0476", "-0043", "Y-12000"."""
    sign = "-" if year < 0 else ""
    return f"{'Y' if abs(year) > 9999 else ''}{sign}{abs(year):04}"


def weekday(number: int) -> int:
    """0 for a Monday, 6 for a Sunday."""
    return (number - 1) % 7


def last_day_of_month(year: int, month: int) -> int:
    """The day number of a month's last day."""
    return day_number(*add_months(year, month, 1), 1) - 1


def add_months(year: int, month: int, months: int) -> tuple[int, int]:
    """The year and month that come so many months later (earlier where negative)."""
    years, month_index = divmod(month - 1 + months, 12)
    return year + years, month_index + 1

"""The day of publication, as a header or a page writes it: all of it, or nothing."""

import re
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING

from articles.readers.cleaning import one_line
from articles.readers.record import ReadError

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

LANGUAGES = ("en", "es", "fr", "de", "pt", "it", "nl")
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?![\d-])|\d{8}(?!\d)", re.ASCII)
_ISO_AND_ZONE = re.compile(
    r"(\d{4}-\d\d-\d\d[T ][0-2]\d:[0-5]\d)(?::\d\d(?:\.\d+)?)? ?(?:[A-Z]{1,5}|[+-]\d\d:?\d\d)",
    re.ASCII,
)
_YEAR_FIRST = re.compile(r"(\d{4})([/.])(\d{1,2})\2(\d{1,2})(?![\d/.])", re.ASCII)
_YEAR_LAST = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?![\d/.-])", re.ASCII)
_HAS_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)", re.ASCII)
_HAS_MONTH_NAME = re.compile(r"[^\W\d_]{3}")


def read_published(value: str, *, day_first: bool = False) -> date:
    """Give the day that `value` names, in its own offset; raise ReadError where a part is missing.

    "5/6/2019" has two readings and is refused, unless `day_first` says that no American wrote it.
    """
    value = one_line(value, 100)
    found = _numbers(value, day_first=day_first) or _words(value)
    if found is None:
        raise ReadError(
            f"“{value}” is not a full date that can be read one way only;"
            " write it like 2019-11-04 or 4 November 2019"
        )
    return found


def _numbers(value: str, *, day_first: bool) -> date | None:
    if _ISO.match(value):
        return _iso(value)
    if found := _YEAR_FIRST.match(value):
        return _day(int(found[1]), int(found[3]), int(found[4]))
    if found := _YEAR_LAST.match(value):
        first, second, year = int(found[1]), int(found[3]), int(found[4])
        # Only Americans put the month first, and they write no dots.
        if first > 12 or first == second or day_first or found[2] == ".":
            return _day(year, second, first)
        return _day(year, first, second) if second > 12 else None
    return None


def _iso(value: str) -> date | None:
    named = _ISO_AND_ZONE.fullmatch(value)
    try:
        return datetime.fromisoformat(named[1] if named else value).date()
    except ValueError:
        return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _words(value: str) -> date | None:
    if _ISO.match(value) or not (_HAS_YEAR.search(value) and _HAS_MONTH_NAME.search(value)):
        return None
    found: datetime | None = _parser().get_date_data(value).date_obj
    return found.date() if found and _stands_in(found.date(), value) else None


def _stands_in(found: date, value: str) -> bool:
    """Tell whether year and day are written in the value, so that neither was filled in."""
    numbers = [int(number) for number in re.findall(r"[0-9]+", value)]
    return found.year in numbers and found.day in numbers


@cache
def _parser() -> "DateDataParser":
    from dateparser.date import DateDataParser  # a third of a second: only where it is needed

    settings = {
        "STRICT_PARSING": True,
        "PARSERS": ["absolute-time"],  # "yesterday" would need a clock
        "RELATIVE_BASE": datetime(2000, 1, 1),
    }
    return DateDataParser(languages=list(LANGUAGES), settings=settings)

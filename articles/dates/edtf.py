"""Extended Date/Time Format (ISO 8601-2, levels 0 to 2): what a date says, as text and as days."""

import re
from dataclasses import dataclass
from functools import lru_cache

from articles.dates.days import add_months, day_number, iso_year, last_day_of_month, weekday

# Month numbers above 12: seasons (winter begins in its December), quarters, halves of a year.
PARTS_OF_YEAR = {
    21: ("season", 3, 3), 22: ("season", 6, 3), 23: ("season", 9, 3), 24: ("season", 12, 3),
    33: ("quarter", 1, 3), 34: ("quarter", 4, 3), 35: ("quarter", 7, 3), 36: ("quarter", 10, 3),
    40: ("half", 1, 6), 41: ("half", 7, 6),
}  # fmt: skip
TERM = re.compile(
    r"(?P<year>-?(?:\d{4}|\d{3}X|\d\dXX|\dXXX)|Y-?[1-9]\d{4,8})"
    r"(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?"
    r"(?P<time>T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:Z|[+-][01]\d(?::[0-5]\d)?)?)?"
    r"(?P<mark>[~?%])?",
    re.ASCII,
)
LONGEST = 200
FARTHEST_YEAR = 5_000_000  # so that day numbers fit a database's 32 bits
COARSENESS = (
    "day", "weekend", "week", "month", "quarter", "season", "half", "year", "decade", "century",
    "era",
)  # fmt: skip


class EdtfError(ValueError):
    """A text that isn't EDTF, or not of the kinds that Dateline keeps; the message says why."""


@dataclass(frozen=True)
class Span:
    """What an EDTF text says: canonical text, day numbers (inclusive, None an open end), precision.

    `is_throughout` tells "all through" (intervals, `{}`) from "some time within" (all others).
    """

    edtf: str
    first_day: int | None
    last_day: int | None
    granularity: str
    is_throughout: bool = False
    is_approximate: bool = False
    is_uncertain: bool = False


@lru_cache(maxsize=4096)
def parse_edtf(text: str) -> Span:
    """The Span that an EDTF text says; raises EdtfError with a sentence for people."""
    if len(text) > LONGEST:
        raise EdtfError(f"A date of more than {LONGEST} characters is not read.")
    compact = text.strip()
    if not compact:
        raise EdtfError("An empty text is not a date.")
    if compact[:1] in ("[", "{"):
        return parse_set(compact)
    if "/" in compact:
        return parse_interval(compact)
    return parse_term(compact)


def parse_interval(text: str) -> Span:
    """All through: `2018-01/2018-03`, `2017-09/..`, `../2017`."""
    ends = text.split("/")
    if len(ends) != 2:
        raise EdtfError(f"“{text}” has more than one “/”; an interval has two ends.")
    if "" in ends:
        raise EdtfError(f"“{text}” lacks an end; an open end is written “..”.")
    if ends == ["..", ".."]:
        raise EdtfError("“../..” is open at both ends and names no time.")
    first, last = (None if end == ".." else parse_term(end) for end in ends)
    return join([f"{edtf_or_dots(first)}/{edtf_or_dots(last)}"], [(first, last)], "", text)


def parse_set(text: str) -> Span:
    """One of `[a,b]`, `[a..b]`, `[..b]`, `[a..]` (some time within) or all of `{…}`."""
    closing = {"[": "]", "{": "}"}[text[0]]
    if not text.endswith(closing):
        raise EdtfError(f"“{text}” begins with “{text[0]}” but doesn’t end with “{closing}”.")
    members, ranges = [], []
    for member in text[1:-1].split(","):
        first_text, dots, last_text = member.strip().partition("..")
        first = parse_term(first_text) if first_text else None
        last = (parse_term(last_text) if last_text else None) if dots else first
        if first is None and last is None:
            raise EdtfError(f"“{text}” has an empty member.")
        members.append(f"{first.edtf if first else ''}{dots}{last.edtf if dots and last else ''}")
        ranges.append((first, last))
    return join(members, ranges, text[0] + closing, text)


def join(
    members: list[str], ranges: list[tuple[Span | None, Span | None]], brackets: str, text: str
) -> Span:
    """The Span from the first of the ranges' days to the last; refuses a range that runs back."""
    for first, last in ranges:
        if first and last and (first.first_day or 0) > (last.last_day or 0):
            raise EdtfError(f"“{text}” ends before it begins.")
    terms = [term for ends in ranges for term in ends if term]
    firsts = [first.first_day if first else None for first, _ in ranges]
    lasts = [last.last_day if last else None for _, last in ranges]
    first_day = None if None in firsts else min(day for day in firsts if day is not None)
    last_day = None if None in lasts else max(day for day in lasts if day is not None)
    inner = ",".join(members)
    is_range = brackets == "[]" and ".." in inner and len(terms) == 2
    return Span(
        f"{brackets[0]}{inner}{brackets[1]}" if brackets else inner,
        first_day,
        last_day,
        granularity_of(terms, first_day, last_day, is_range=is_range),
        is_throughout=brackets != "[]",
        is_approximate=any(term.is_approximate for term in terms),
        is_uncertain=any(term.is_uncertain for term in terms),
    )


def granularity_of(
    terms: list[Span], first_day: int | None, last_day: int | None, *, is_range: bool
) -> str:
    """The coarsest of the terms; seven days from a Monday are a week, two from a Saturday one."""
    coarsest = max((term.granularity for term in terms), key=COARSENESS.index)
    if is_range and coarsest == "day" and first_day is not None and last_day is not None:
        shape = (weekday(first_day), last_day - first_day)
        return {(0, 6): "week", (5, 1): "weekend"}.get(shape, "day")
    return coarsest


def edtf_or_dots(span: Span | None) -> str:
    """An interval's end as text."""
    return span.edtf if span else ".."


def parse_term(text: str) -> Span:
    """A single date: a day, month, season, quarter, half, year, decade or century, and its mark."""
    match = TERM.fullmatch(text)
    if not match:
        raise EdtfError(f"“{text}” is not a date that EDTF knows, such as 2019-11-04 or 2018-04~.")
    year, month, day, time, mark = match.groups()
    if time and (not day or day == "XX"):
        raise EdtfError(f"“{text}” has a time of day without a day.")
    if day == "XX":
        day = None
    if month == "XX":
        if day:
            raise EdtfError(f"“{text}” knows the day but not the month.")
        month = None
    if month and "X" in year:
        raise EdtfError(f"“{text}” knows the month but not the year.")
    first_day, last_day, granularity = days_of(text, year, month, day)
    canonical = "-".join(part for part in (year, month, day) if part)
    return Span(
        canonical + (mark or ""), first_day, last_day, granularity,
        is_approximate=mark in ("~", "%"),
        is_uncertain=mark in ("?", "%"),
    )  # fmt: skip


def days_of(text: str, year: str, month: str | None, day: str | None) -> tuple[int, int, str]:
    """First day, last day and granularity of a date's parts as text."""
    if year == "-0000":
        raise EdtfError("“-0000” is not a year; 0000 is 1 BC.")
    digits = year.lstrip("Y")
    if abs(int(digits.replace("X", "9"))) > FARTHEST_YEAR:
        raise EdtfError(f"“{text}” is more than {FARTHEST_YEAR:,} years away; it is not kept.")
    if not month:
        ends = sorted((int(digits.replace("X", "0")), int(digits.replace("X", "9"))))
        unknown = ("year", "decade", "century", "era")[digits.count("X")]
        return day_number(ends[0], 1, 1), day_number(ends[1], 12, 31), unknown
    try:
        return days_of_month(int(digits), int(month), int(day) if day else None)
    except (ValueError, KeyError):
        raise EdtfError(f"“{text}” doesn’t exist in the calendar.") from None


def days_of_month(year: int, month: int, day: int | None) -> tuple[int, int, str]:
    """First day, last day and granularity; raises ValueError or KeyError where there is none."""
    if day is not None:
        number = day_number(year, month, day)
        return number, number, "day"
    granularity, first_month, months = PARTS_OF_YEAR[month] if month > 12 else ("month", month, 1)
    last = add_months(year, first_month, months - 1)
    return day_number(year, first_month, 1), last_day_of_month(*last), granularity


def edtf_month(year: int, month: int) -> str:
    """The EDTF of a month, season, quarter or half."""
    return f"{iso_year(year)}-{month:02}"

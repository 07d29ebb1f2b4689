"""Lengths told in several units: "three years and two months", "a year and a half ago"."""

import re
from functools import reduce

from articles.dates.context import Context
from articles.dates.counting import months_on
from articles.dates.days import iso_day
from articles.dates.edtf import Span, parse_edtf
from articles.dates.english.numerals import number
from articles.dates.english.vocabulary import UNITS
from articles.dates.meaning import Meaning, approximate, around
from articles.dates.rule import Family, Match

LENGTHS = Family(is_dated=False)
RULES = Family()
LETTERS = {"year": "Y", "month": "M", "week": "W", "day": "D", "hour": "H", "minute": "M"}
MONTHS = {"year": 12, "month": 1}
DAYS = {"week": 7, "day": 1}


@LENGTHS(
    "<number> year|years, [and] <number> month|months|week|weeks|day|days",
    examples={"He served three years and two months.": "duration P3Y2M"},
)
@LENGTHS(
    "<number> year|years, <number> month|months, [and] <number> day|days",
    examples={"It took one year, two months and three days.": "duration P1Y2M3D"},
)
@LENGTHS(
    "<number> month|months|week|weeks, [and] <number> day|days",
    examples={"It took two months and three days.": "duration P2M3D"},
)
@LENGTHS(
    "<number> hour|hours, [and] <number> minute|minutes",
    examples={
        "It took two hours and 30 minutes.": "duration PT2H30M",
        "She won in 2 hours 23 minutes.": "duration PT2H23M",
    },
)
def compound(match: Match, context: Context) -> Meaning | None:
    lengths = counts_of(match, context)
    if any(count is None for count, _ in lengths):
        return None
    amounts = "".join(f"{count:g}{LETTERS[unit]}" for count, unit in lengths)
    return Meaning("duration", timex=f"P{'T' if lengths[0][1] == 'hour' else ''}{amounts}")


@RULES(
    "<number> year|years, [and] <number> month|months|week|weeks|day|days ago",
    examples={"It shut two years and three months ago.": "2017-08~"},
)
@RULES(
    "<number> year|years and a half ago",
    examples={"It shut two years and a half ago.": "2017-05~", "a year and a half ago": "2018-05~"},
)
def compound_ago(match: Match, context: Context) -> Meaning | None:
    return context.from_publication(lambda day: away(day, counts_of(match, context), -1))


@RULES(
    "<number> year|years, [and] <number> month|months|week|weeks|day|days later",
    examples={"It opened in May 2018. Two years and three months later it shut.": "2020-08~"},
)
@RULES(
    "<number> year|years and a half later",
    examples={"It opened in May 2018. A year and a half later it shut.": "2019-11~"},
)
def compound_later(match: Match, context: Context) -> Meaning | None:
    return context.from_earlier("month", lambda day: away(day, counts_of(match, context), 1))


SHARES = {
    "half century": "50Y", "quarter century": "25Y", "half decade": "5Y", "half year": "6M",
    "half hour": "T30M", "half day": "T12H", "quarter hour": "T15M",
}  # fmt: skip
SHARE = re.compile(r"(half|quarter)(?:\W+|\sof\sa\s)(century|decade|year|hour|day)", re.IGNORECASE)


@LENGTHS(
    "[a|the] [last|past|next] half|quarter century|decade|year|hour|day !ago",
    examples={
        "in the past half century": "duration P50Y",
        "It took a half hour.": "duration PT30M",
    },
)
@LENGTHS(
    "[a|the] [last|past|next] half|quarter- century|decade|year|hour|day !ago",
    examples={"It lasted a half-hour.": "duration PT30M"},
)
@LENGTHS("a quarter of a century !ago", examples={"for a quarter of a century": "duration P25Y"})
def share(match: Match, context: Context) -> Meaning | None:
    length = SHARES.get(share_of(match, context))
    return Meaning("duration", timex=f"P{length}") if length else None


@RULES("[a] half|quarter century|decade ago", examples={"a half century ago": "1969~"})
@RULES("[a] half|quarter- century|decade ago", examples={"a quarter-century ago": "1994~"})
@RULES("a quarter of a century ago", examples={"a quarter of a century ago": "1994~"})
def share_ago(match: Match, context: Context) -> Meaning | None:
    length = SHARES.get(share_of(match, context))
    if length is None:
        return None
    months = 12 * int(length.removesuffix("Y"))
    return context.from_publication(
        lambda day: approximate(around("year", months_on(day, -months)))
    )


def share_of(match: Match, context: Context) -> str:
    """The part of a unit that a match names: "half century"."""
    found = SHARE.search(context.text, match.start, match.end)
    return f"{found[1]} {found[2]}".lower() if found else ""


def counts_of(match: Match, context: Context) -> list[tuple[float | None, str]]:
    """How many of which units, the largest first; a half year is six months."""
    words = re.findall(r"[a-z]+", context.text[match.start : match.end].lower())
    units = [UNITS[word] for word in words if UNITS.get(word) in LETTERS]
    counts = [number(match[slot]) for slot in ("number", "number2", "number3") if match[slot]]
    lengths = list(zip(counts, units, strict=False))
    return [*lengths, (6, "month")] if "half" in words else lengths


def away(day: int, lengths: list[tuple[float | None, str]], step: int) -> Span:
    """The month so far away; about it, since nobody counts days in such a length."""

    def count_on(day: int, length: tuple[float | None, str]) -> int:
        count, unit = int(length[0] or 0) * step, length[1]
        return months_on(day, count * MONTHS[unit]) if unit in MONTHS else day + count * DAYS[unit]

    reached = reduce(count_on, lengths, day)
    if lengths[-1][1] == "day":
        return parse_edtf(iso_day(reached))
    return approximate(around("month", reached))

"""Dates so many units from publication: "two weeks back", "a year ago today", "two weeks hence"."""

import re
from dataclasses import replace

from articles.dates.context import Context
from articles.dates.counting import MONTHS_IN, months_on, shifted
from articles.dates.days import iso_day, weekday
from articles.dates.edtf import Span, parse_edtf
from articles.dates.english.compared import year_before
from articles.dates.english.numerals import number
from articles.dates.english.vocabulary import UNITS, WEEKDAYS
from articles.dates.meaning import Meaning, approximate, around, timex_of, unresolved
from articles.dates.rule import Family, Match

RULES = Family()
PREHISTORIC = 10_000
RETURNED = re.compile(r"(?<=back)\s(?:home|here|there|in|at|with|on|from|together)\b")


@RULES(
    "[almost|nearly|more_than|less_than|over|barely] <number> <unit>"
    " [or_so|or_more|or_two] ago|back",
    examples={
        "He asked for it two weeks ago.": "2019-10-22~",
        "three days back": "2019-11-02",
        "It shut six hours ago.": "2019-11-05",
        "It shut 48 hours ago.": "2019-11-03",
        "It closed a year ago.": "2018~",
        "two months ago": "2019-09~",
        "It died out 300 million years ago.": "",
        "Half a century ago it was full.": "1969~",
        "It was new three decades ago.": "1989~",
        "It closed nearly two years ago.": "2017~",
    },
    never=("two weeks of rain", "after a week back home", "two weeks back in Leeds"),
)
def ago(match: Match, context: Context) -> Meaning | None:
    if RETURNED.match(context.text, match.end):
        return None
    count, unit = number(match["number"]), UNITS[match["unit"].lower()]
    if count is None:
        return unresolved("it doesn’t say how many", kind="vague", timex="PAST_REF")
    if (count, unit) == (1, "year") and (compared := year_before(match, context)):
        return compared
    if count >= PREHISTORIC and unit == "year":
        return unresolved("it is too long ago for a year of the calendar", timex=f"P{count:.0f}Y")
    meaning = context.from_publication(lambda day: counted(unit, day, -count))
    if meaning.span is None or meaning.span.first_day is None or unit != "week":
        return meaning
    return replace(meaning, timex=timex_of(around("week", meaning.span.first_day)))


@RULES(
    "<number> week|weeks ago [on] <weekday>",
    examples={"A week ago Tuesday it shut.": "2019-10-29", "two weeks ago Friday": "2019-10-25"},
)
def weekday_ago(match: Match, context: Context) -> Meaning | None:
    """The weekday nearest to the day so many weeks ago."""
    count, wanted = number(match["number"]), WEEKDAYS[match["weekday"].lower().rstrip(".")]
    if count is None or count % 1:
        return None
    return context.from_publication(
        lambda day: parse_edtf(iso_day(near(day - 7 * int(count), wanted)))
    )


def near(day: int, wanted: int) -> int:
    """Such a weekday at most three days from a day."""
    return day + (wanted - weekday(day) + 3) % 7 - 3


@RULES(
    "<number> to|or <number> <unit> ago",
    examples={
        "It shut two or three years ago.": "[2016..2017]",
        "It shut 9 to 10 days ago.": "[2019-10-26..2019-10-27]",
    },
    never=("three to two years ago",),
)
def between_two_ago(match: Match, context: Context) -> Meaning | None:
    """Some time between the two."""
    near, far, unit = (
        number(match["number"]), number(match["number2"]), UNITS[match["unit"].lower()],
    )  # fmt: skip
    if near is None or far is None or near >= far:
        return None
    return context.from_publication(
        lambda day: parse_edtf(
            f"[{bare(counted(unit, day, -far))}..{bare(counted(unit, day, -near))}]"
        )
    )


def bare(span: Span) -> str:
    """The EDTF of a span, without its doubt."""
    return span.edtf.rstrip("~")


@RULES(
    "[a] [long|short|little] time|while ago",
    examples={"It shut a long time ago.": "vague PAST_REF", "a while ago": "vague PAST_REF"},
)
@RULES("[quite] some time ago", examples={"It shut some time ago.": "vague PAST_REF"})
@RULES(
    "[dozens_of|hundreds_of|thousands_of|millions_of] <units> ago",
    examples={"It was shut only months ago.": "vague PAST_REF"},
)
def some_time_ago(match: Match, context: Context) -> Meaning | None:
    return Meaning("vague", timex="PAST_REF")


@RULES(
    "<number> year|years|month|months|week|weeks ago today|yesterday|tomorrow|this_week|this_month"
    "|last_week|last_month|next_week|next_month",
    examples={
        "Twenty years ago today it was flooded.": "1999-11-05",
        "It opened 10 years ago this month.": "2009-11",
        "It shut two weeks ago today.": "2019-10-22",
        "It opened 40 years ago next month.": "1979-12",
        "It opened ten years ago yesterday.": "2009-11-04",
    },
)
def to_the_day_ago(match: Match, context: Context) -> Meaning | None:
    count = number(match["number"])
    if count is None or count % 1:
        return None
    words = context.text[match.start : match.end].lower().split()
    counted_in = words[words.index("ago") - 1]
    unit = words[-1] if words[-1] in ("week", "month") else "day"
    step = {"yesterday": -1, "last": -1, "tomorrow": 1, "next": 1}.get(
        words[words.index("ago") + 1], 0
    )
    return context.from_publication(
        lambda day: shifted(unit, back(day, int(count), counted_in), step)
    )


def back(day: int, count: int, unit: str) -> int:
    """The same day so many years, months or weeks before."""
    if unit.startswith("week"):
        return day - 7 * count
    return months_on(day, -count * (12 if unit.startswith("year") else 1))


@RULES(
    "in <number> <unit> ' time",
    examples={
        "It opens in three weeks’ time.": "2019-11-26~",
        "In two years' time it shuts.": "2021~",
    },
)
def in_some_time(match: Match, context: Context) -> Meaning | None:
    return from_now(match, context)


@RULES(
    "<number> <unit> from_now|from_today|hence",
    examples={"The term ends two weeks from now.": "2019-11-19~"},
)
def from_now(match: Match, context: Context) -> Meaning | None:
    count, unit = number(match["number"]), UNITS[match["unit"].lower()]
    if count is None:
        return unresolved("it doesn’t say how many", kind="vague", timex="FUTURE_REF")
    return context.from_publication(lambda day: counted(unit, day, count))


def counted(unit: str, day: int, count: float) -> Span:
    """A day so many units away, as precise as people mean it."""
    if unit in ("hour", "minute", "second"):
        days = int(count / 24) if unit == "hour" else 0
        return parse_edtf(iso_day(day + days))
    if unit in ("week", "fortnight"):
        weeks = round(count * (2 if unit == "fortnight" else 1) * 7)
        return parse_edtf(iso_day(day + weeks) + "~")
    if unit in ("decade", "century"):  # "a decade ago" is ten years, and no decade of the calendar
        unit, count = "year", count * MONTHS_IN[unit] / 12
    span = shifted(unit, day, count)
    return span if span.granularity == "day" else approximate(span)

"""Dates counted from publication: "yesterday", "two weeks back", "tonight"."""

import re
from dataclasses import replace

from articles.dates.context import Context
from articles.dates.counting import MONTHS_IN, months_on, shifted
from articles.dates.days import iso_day, weekday
from articles.dates.edtf import Span, parse_edtf
from articles.dates.english.numerals import number
from articles.dates.english.periods import year_before
from articles.dates.english.vocabulary import PARTS_OF_DAY, UNITS, WEEKDAYS
from articles.dates.meaning import Meaning, approximate, around, timex_of, unresolved
from articles.dates.rule import Family, Match

RULES = Family()
PREHISTORIC = 10_000
# "today's world" is that of our time, not of one day; "Radio Today" is a name.
PRESENT_DAY = re.compile(
    r"['’]s\s(?:\w+\s)?(?:world|society|youth|young|standards|terms|money|prices|generation|market"
    r"|economy|technology|culture|language|children|computers|consumers)\b"
)
NAME_BEFORE = re.compile(r"\b(?:[A-Z]\w+|the)\s$")


@RULES(
    "today",
    examples={
        "The forum is held today.": "2019-11-05",
        "Today’s forum is full.": "2019-11-05",
        "In today’s world it is rare.": "vague PRESENT_REF",
    },
    never=("USA Today wrote", "on Radio Today", "heard on the Today programme"),
)
def today(match: Match, context: Context) -> Meaning | None:
    if PRESENT_DAY.match(context.text, match.end):
        return Meaning("vague", timex="PRESENT_REF")
    is_a_name = context.text[match.start].isupper() and NAME_BEFORE.search(
        context.text, max(0, match.start - 20), match.start
    )
    return None if is_a_name else days_off(context, 0)


@RULES("yesterday", examples={"It was released yesterday.": "2019-11-04"})
def yesterday(match: Match, context: Context) -> Meaning | None:
    return days_off(context, -1)


@RULES("[the] day before yesterday", examples={"It shut the day before yesterday.": "2019-11-03"})
def day_before_yesterday(match: Match, context: Context) -> Meaning | None:
    return days_off(context, -2)


@RULES("[the] day after tomorrow", examples={"It opens the day after tomorrow.": "2019-11-07"})
def day_after_tomorrow(match: Match, context: Context) -> Meaning | None:
    return days_off(context, 2)


@RULES("tomorrow", examples={"It closes tomorrow.": "2019-11-06"})
def tomorrow(match: Match, context: Context) -> Meaning | None:
    return days_off(context, 1)


def days_off(context: Context, days: int) -> Meaning:
    """A day counted from publication."""
    return context.from_publication(lambda day: parse_edtf(iso_day(day + days)))


@RULES(
    "[almost|nearly|more_than|less_than|over|barely] <number> <unit>"
    " [or_so|or_more|or_two] ago|back",
    examples={
        "He asked for it two weeks ago.": "2019-10-22~",
        "three days back": "2019-11-02",
        "It closed a year ago.": "2018~",
        "two months ago": "2019-09~",
        "It died out 300 million years ago.": "",
        "Half a century ago it was full.": "1969~",
        "It closed nearly two years ago.": "2017~",
    },
    never=("two weeks of rain",),
)
def ago(match: Match, context: Context) -> Meaning | None:
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


@RULES("<units> ago", examples={"It was shut only months ago.": "vague PAST_REF"})
def some_time_ago(match: Match, context: Context) -> Meaning | None:
    return Meaning("vague", timex="PAST_REF")


@RULES(
    "<number> year|years|month|months|week|weeks ago today|this_week|this_month",
    examples={
        "Twenty years ago today it was flooded.": "1999-11-05",
        "It opened 10 years ago this month.": "2009-11",
        "It shut two weeks ago today.": "2019-10-22",
    },
)
def to_the_day_ago(match: Match, context: Context) -> Meaning | None:
    count = number(match["number"])
    if count is None or count % 1:
        return None
    words = context.text[match.start : match.end].lower().split()
    unit, counted_in = words[-1].replace("today", "day"), words[words.index("ago") - 1]
    return context.from_publication(lambda day: around(unit, back(day, int(count), counted_in)))


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
        return parse_edtf(iso_day(day))
    if unit in ("week", "fortnight"):
        weeks = round(count * (2 if unit == "fortnight" else 1) * 7)
        return parse_edtf(iso_day(day + weeks) + "~")
    if count % 1 and unit in ("decade", "century"):  # half a century is fifty years
        unit, count = "year", count * MONTHS_IN[unit] / 12
    span = shifted(unit, day, count)
    return span if span.granularity == "day" else approximate(span)


@RULES("tonight", examples={"It opens tonight.": "time 2019-11-05TNI"})
@RULES("this <part>", examples={"It opened this morning.": "time 2019-11-05TMO"})
def part_of_today(match: Match, context: Context) -> Meaning | None:
    return part_of_day(context, 0, match["part"] or "night")


@RULES("last night", examples={"It closed last night.": "time 2019-11-04TNI"})
@RULES("yesterday <part>", examples={"It closed yesterday evening.": "time 2019-11-04TEV"})
def part_of_yesterday(match: Match, context: Context) -> Meaning | None:
    return part_of_day(context, -1, match["part"] or "night")


@RULES("tomorrow <part>", examples={"It opens tomorrow morning.": "time 2019-11-06TMO"})
def part_of_tomorrow(match: Match, context: Context) -> Meaning | None:
    return part_of_day(context, 1, match["part"])


def part_of_day(context: Context, days: int, part: str) -> Meaning:
    """A part of a day counted from publication; of its EDTF the day is kept."""
    meaning = days_off(context, days)
    if meaning.span is None:
        return replace(meaning, kind="time")
    return replace(meaning, kind="time", timex=f"{meaning.span.edtf}T{PARTS_OF_DAY[part.lower()]}")


@RULES("the weekend !of", examples={"It shut over the weekend.": "[2019-11-02..2019-11-03]"})
def the_weekend(match: Match, context: Context) -> Meaning | None:
    step = 0 if context.tense(match) == "future" else -1
    return context.from_publication(lambda day: shifted("weekend", day, step))

"""Dates counted from publication: "yesterday", "two weeks back", "tonight"."""

import re
from dataclasses import replace

from articles.dates.context import Context
from articles.dates.counting import shifted
from articles.dates.days import iso_day, weekday
from articles.dates.edtf import parse_edtf
from articles.dates.english.vocabulary import PARTS_OF_DAY, UNITS, WEEKDAYS
from articles.dates.meaning import Meaning
from articles.dates.rule import Family, Match

RULES = Family()
# "today's world" is that of our time, not of one day; "Radio Today" is a name.
PRESENT_DAY = re.compile(
    r"['’]s\s(?:\w+\s)?(?:world|society|youth|young|standards|terms|money|prices|generation|market"
    r"|economy|technology|culture|language|children|computers|consumers)\b"
)
SATURDAY = 5
NAME_BEFORE = re.compile(r"\b(?:[A-Z]\w+|the)\s$")


@RULES(
    "today",
    examples={
        "The forum is held today.": "2019-11-05",
        "Today’s forum is full.": "2019-11-05",
    },
    never=(
        "In today’s world it is rare.",
        "USA Today wrote",
        "on Radio Today",
        "heard on the Today programme",
    ),
)
def today(match: Match, context: Context) -> Meaning | None:
    if PRESENT_DAY.match(context.text, match.end):
        return None
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
    "[the] <one_unit> before last !<weekday>|<month>|<season>|<unit>|<part>",
    examples={"It shut the week before last.": "[2019-10-21..2019-10-27]"},
    never=("It shut the day before last Tuesday.",),
)
@RULES("[the] <one_unit> after next", examples={"It opens the year after next.": "2021"})
def unit_beyond(match: Match, context: Context) -> Meaning | None:
    step = 2 if match.rule.name.endswith("next") else -2
    unit = UNITS[match["one_unit"].lower()]
    return context.from_publication(lambda day: shifted(unit, day, step))


@RULES(
    "[the] <weekday> before last !<weekday>|<month>|<season>|<unit>|<part>",
    examples={"It shut the Friday before last.": "2019-10-25"},
)
def weekday_before_last(match: Match, context: Context) -> Meaning | None:
    wanted = WEEKDAYS[match["weekday"].lower().rstrip(".")]
    return context.from_publication(
        lambda day: parse_edtf(iso_day(day - (weekday(day) - wanted - 1) % 7 - 8))
    )


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
    is_ahead = context.tense(match) == "future"
    return context.from_publication(
        lambda day: shifted("weekend", day, 0 if is_ahead or weekday(day) >= SATURDAY else -1)
    )

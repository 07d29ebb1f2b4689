"""Dates made of two dates: "last year in April", "Monday, November 4", "the night of 4 May"."""

import re
from dataclasses import replace

from articles.dates.context import Context
from articles.dates.counting import counted_from, shifted
from articles.dates.days import weekday
from articles.dates.edtf import COARSENESS, Span
from articles.dates.english.ago import counted
from articles.dates.english.anchored import following, previous
from articles.dates.english.day_and_hour import time_of_day
from articles.dates.english.numerals import number
from articles.dates.english.vocabulary import UNITS, WEEKDAYS
from articles.dates.meaning import Meaning
from articles.dates.rule import Family, Match

PARTS = Family()
# "shut for a week from Friday", "for an initial six months from May"
HOW_LONG = re.compile(r"\bfor\s(?:(?:an?|the|another|at)\s(?:\w+\s)?)?$")


@PARTS(
    "<date> 's <date>",
    of_dates=True,
    examples={"Sales fell in this year’s third quarter.": "2019-35"},
    never=("Monday’s and Friday’s meetings",),
)
@PARTS(
    "<date> in|of|on|at|this <date>",
    of_dates=True,
    examples={
        "Last year in April 2018 it began.": "2018-04",
        "at 8:30 a.m. on Nov. 4": "time 2019-11-04T08:30",
        "He was seen on Monday at 10 p.m.": "time 2019-11-04T22:00",
        "It closed at 9pm local time on Monday night.": "time 2019-11-04T21:00",
        "It closed at 7:45 on Monday evening.": "time 2019-11-04T19:45",
        "It was shut on Monday in the evening.": "time 2019-11-04TEV",
        "in June of last year": "2018-06",
    },
)
@PARTS(
    "<date> <date>",
    of_dates=True,
    examples={
        "It fell in June last year.": "2018-06",
        "It shut the day before last Friday.": "2019-10-31",
        "It shut the year after 2016.": "2017",
        "He was seen at 10 p.m. Monday.": "time 2019-11-04T22:00",
        "at noon Monday": "time 2019-11-04T12:00",
        "It closed on Monday overnight.": "time 2019-11-04TNI",
    },
)
def together(match: Match, context: Context) -> Meaning | None:
    """The finer date, read inside the coarser one; None where they don't fit each other."""
    found = time_of_day(match, context) or unit_beside(match, context)
    if found is not None:
        return found
    for inner, outer in (match.dates, match.dates[::-1]):
        frame = context.read(outer, context.within)
        if frame is None or frame.span is None or frame.kind != "date":
            continue
        part = context.read(inner, frame.span)
        if part is None or part.span is None or part.kind not in ("date", "time"):
            continue
        if lies_inside(part.span, frame.span) and is_finer(part.span, frame.span):
            return replace(part, anchor=part.anchor or frame.anchor)
    return weekday_and_day(match, context)


@PARTS(
    "<date>, <date>",
    of_dates=True,
    examples={
        "He spoke on Monday, November 4, 2019.": "2019-11-04",
        "earlier this week on Monday, November 4": "2019-11-04",
        "It opens next Tuesday, November 19.": "2019-11-19",
        "It opened today, November 5.": "2019-11-05",
        "Posted Mon, 4 Nov by staff": "2019-11-04",
    },
    never=(
        "In 2017, 2018 was far away.",
        "in early May, mid-2018 and late last year",
        "the end of March, the beginning of 2018",
        "in Q3, the third quarter",
        "on May 4, May 4th and May 5",
    ),
)
def side_by_side(match: Match, context: Context) -> Meaning | None:
    """A date and what it is part of, or a day named twice; two worded alike are a list."""
    one, other = match.dates
    if one.rule.read is other.rule.read:
        return None
    meaning = together(match, context)
    if meaning is None or meaning.span is None or meaning.span.granularity == "day":
        return meaning
    spans = [found.span for date in match.dates if (found := context.read(date, context.within))]
    return None if meaning.kind == "date" and spans[0] == spans[-1] else meaning


@PARTS(
    "<date>, a <date>",
    of_dates=True,
    examples={"It opens on 4 May 2018, a Friday.": "2018-05-04"},
    never=("It opens on 4 May 2018, a Monday.",),
)
def day_and_weekday(match: Match, context: Context) -> Meaning | None:
    """A day and then the weekday that it is."""
    day, named = match.dates
    return weekday_and_day(replace(match, dates=(named, day)), context)


def unit_beside(match: Match, context: Context) -> Meaning | None:
    """The unit before or after a date: "the day before 4 May", "the year after 2016"."""
    unit, base = match.dates
    if unit.rule.read not in (previous, following):
        return None
    step = {"before": -1, "after": 1}.get(context.text[unit.start : unit.end].lower().split()[-1])
    meaning = context.read(base, context.within) if step else None
    if meaning is None or meaning.span is None or step is None:
        return None
    name = UNITS[unit["one_unit"].lower()]
    found = counted_from(meaning.span, name, lambda day: shifted(name, day, step))
    return replace(found, anchor=meaning.anchor)


def weekday_and_day(match: Match, context: Context) -> Meaning | None:
    """A day and the weekday that it is: "next Tuesday, April 2", even if it isn't the next."""
    named, day = match.dates
    meaning = context.read(day, context.within)
    if not named["weekday"] or meaning is None or meaning.span is None or day["weekday"]:
        return None
    is_day = meaning.span.granularity == "day" and meaning.span.first_day is not None
    wanted = WEEKDAYS[named["weekday"].lower().rstrip(".")]
    return meaning if is_day and weekday(meaning.span.first_day or 0) == wanted else None


@PARTS(
    "<date> after|before|from <date>",
    examples={
        "It closed two days after 4 May 2018.": "2018-05-06",
        "a week before 11 May 2018": "2018-05-04~",
        "It closed two days after May 2018.": "",
    },
    never=("It will be shut for two weeks from Friday.",),
)
def length_from(match: Match, context: Context) -> Meaning | None:
    """A length of time counted from a date; anything else comes apart."""
    length, base = match.dates
    count = number(length["number"]) if length.rule.name == "<number> <unit>" else None
    if count is None or HOW_LONG.search(context.text, max(0, match.start - 24), match.start):
        return None
    meaning = context.read(base, context.within)
    if meaning is None or meaning.span is None:
        return None
    is_back = context.text[length.end : base.start].strip().lower() == "before"
    unit, steps = UNITS[length["unit"].lower()], -count if is_back else count
    found = counted_from(meaning.span, unit, lambda day: counted(unit, day, steps))
    return replace(found, anchor=meaning.anchor)


def lies_inside(inner: Span, outer: Span) -> bool:
    """Whether one closed span lies within another; a season, whether it begins there."""
    days = inner.first_day, inner.last_day, outer.first_day, outer.last_day
    if None in days:
        return False
    first, last, outer_first, outer_last = (day or 0 for day in days)
    return outer_first <= first and (last <= outer_last or inner.granularity == "season")


def is_finer(inner: Span, outer: Span) -> bool:
    """Whether one span is of a finer granularity than the other, or the same day."""
    inner_size, outer_size = (COARSENESS.index(span.granularity) for span in (inner, outer))
    return inner_size < outer_size or inner.edtf == outer.edtf

"""Dates made of two dates: "last year in April", "Monday, November 4", "the night of 4 May"."""

import re
from dataclasses import replace

from articles.dates.context import Context
from articles.dates.counting import counted_from
from articles.dates.days import weekday
from articles.dates.edtf import COARSENESS, Span
from articles.dates.english.ago import counted
from articles.dates.english.clock import night_from, time_of_day
from articles.dates.english.numerals import number
from articles.dates.english.vocabulary import PARTS_OF_DAY, UNITS, WEEKDAYS
from articles.dates.meaning import Meaning
from articles.dates.rule import Family, Match

PARTS = Family()
HOUR = re.compile(r"(?<=T)(\d\d)(:\d\d)$")


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
        "It was shut on Monday in the evening.": "time 2019-11-04TEV",
        "in June of last year": "2018-06",
    },
)
@PARTS(
    "<date> <date>",
    of_dates=True,
    examples={
        "It fell in June last year.": "2018-06",
        "He was seen at 10 p.m. Monday.": "time 2019-11-04T22:00",
        "at noon Monday": "time 2019-11-04T12:00",
        "It closed on Monday overnight.": "time 2019-11-04TNI",
    },
)
def together(match: Match, context: Context) -> Meaning | None:
    """The finer date, read inside the coarser one; None where they don't fit each other."""
    if timed := time_of_day(match, context):
        return timed
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
)
def length_from(match: Match, context: Context) -> Meaning | None:
    """A length of time counted from a date; anything else comes apart."""
    length, base = match.dates
    count = number(length["number"]) if length.rule.name == "<number> <unit>" else None
    if count is None:
        return None
    meaning = context.read(base, context.within)
    if meaning is None or meaning.span is None:
        return None
    is_back = context.text[length.end : base.start].strip().lower() == "before"
    unit, steps = UNITS[length["unit"].lower()], -count if is_back else count
    found = counted_from(meaning.span, unit, lambda day: counted(unit, day, steps))
    return replace(found, anchor=meaning.anchor)


@PARTS(
    "<date> <part>|night",
    examples={
        "It closed on Monday evening.": "time 2019-11-04TEV",
        "It closed at 9pm local time on Monday night.": "time 2019-11-04T21:00",
        "It closed at 7:45 on Monday evening.": "time 2019-11-04T19:45",
    },
)
@PARTS(
    "[the] [very] [early|late] <part> of <date>",
    examples={
        "It fell on the morning of 4 May 2018.": "time 2018-05-04TMO",
        "It fell in the night of 4-5 May 2018.": "time 2018-05-04TNI",
    },
    never=("the evening of May 2018",),
)
@PARTS(
    "overnight [on] <date>",
    examples={"It closed overnight on Monday.": "time 2019-11-04TNI"},
    never=("overnight in May",),
)
@PARTS(
    "early|late in|on the <part> of <date>",
    examples={"It fell late in the evening of 4 May 2018.": "time 2018-05-04TEV"},
)
def part_of_day(match: Match, context: Context) -> Meaning | None:
    """A part of the day; of a night between two days both are kept."""
    meaning = context.read(match.dates[0], context.within)
    if meaning is None or meaning.kind not in ("date", "time"):
        return None
    if meaning.span is None:
        return meaning
    if meaning.span.granularity != "day" or not meaning.span.edtf[:10].isascii():
        return None
    part = PARTS_OF_DAY[(match["part"] or "night").lower()]
    if hour := HOUR.search(meaning.timex):
        return replace(meaning, timex=f"{meaning.timex[:11]}{hour_in(part, int(hour[1]))}{hour[2]}")
    timex = f"{meaning.span.edtf[:10]}T{part}"
    if not meaning.places:
        return replace(meaning, kind="time", timex=timex)
    first, *last = meaning.places
    first = replace(first, start=min(match.start, first.start), timex=timex)
    return replace(meaning, kind="time", timex=timex, places=(first, *last))


@PARTS("overnight into <date>", examples={"It rained overnight into Monday.": "time 2019-11-03TNI"})
def night_into(match: Match, context: Context) -> Meaning | None:
    """The night that ends on a day."""
    meaning = context.read(match.dates[0], context.within)
    if meaning is None or meaning.span is None or meaning.span.granularity != "day":
        return meaning if meaning and meaning.span is None else None
    return night_from(replace(meaning, kind="time"), (meaning.span.first_day or 0) - 1)


def hour_in(part: str, hour: int) -> str:
    """The hour that is meant in a part of the day: "9" on Monday night is 21."""
    first = {"AF": 1, "EV": 4, "NI": 6}.get(part, 12)
    return f"{hour + 12 if first <= hour < 12 else hour:02}"


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

"""Dates counted from publication: "yesterday", "two weeks back", "last month"."""

from articles.dates.context import Context, shifted
from articles.dates.days import iso_day
from articles.dates.edtf import Span, parse_edtf
from articles.dates.meaning import Meaning, around, unresolved
from articles.dates.rule import Family, Match
from articles.dates.vocabulary import UNITS, number

RULES = Family()
STEPS = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1}


@RULES("today", examples={"The forum is held today.": "2019-11-05"}, never=("USA Today wrote",))
def today(match: Match, context: Context) -> Meaning | None:
    return days_off(context, 0)


@RULES("yesterday", examples={"It was released yesterday.": "2019-11-04"})
def yesterday(match: Match, context: Context) -> Meaning | None:
    return days_off(context, -1)


@RULES("tomorrow", examples={"It closes tomorrow.": "2019-11-06"})
def tomorrow(match: Match, context: Context) -> Meaning | None:
    return days_off(context, 1)


def days_off(context: Context, days: int) -> Meaning:
    """A day counted from publication."""
    return context.from_publication(lambda day: parse_edtf(iso_day(day + days)))


@RULES(
    "<number> <unit> ago|back",
    examples={
        "He asked for it two weeks ago.": "2019-10-22~",
        "three days back": "2019-11-02",
        "It closed a year ago.": "2018~",
        "two months ago": "2019-09~",
    },
    never=("two weeks of rain",),
)
def ago(match: Match, context: Context) -> Meaning | None:
    count, unit = number(match["number"]), UNITS[match["unit"].lower()]
    if count is None:
        return unresolved("it doesn't say how many", kind="vague", timex="PAST_REF")
    return context.from_publication(lambda day: counted(unit, day, -count))


def counted(unit: str, day: int, count: float) -> Span:
    """A day so many units away, as precise as people mean it."""
    if unit in ("hour", "minute", "second"):
        return parse_edtf(iso_day(day))
    if unit in ("week", "fortnight"):
        weeks = round(count * (2 if unit == "fortnight" else 1) * 7)
        return parse_edtf(iso_day(day + weeks) + "~")
    span = shifted(unit, day, count)
    return span if span.granularity == "day" or span.edtf[0] == "[" else parse_edtf(span.edtf + "~")


@RULES(
    "[the] last|past|previous|this|current|next|coming <unit>",
    examples={
        "It voiced support last month.": "2019-10",
        "As we reported last year": "2018",
        "this week": "[2019-11-04..2019-11-10]",
        "It opens next year.": "2020",
    },
    never=("the last of the year",),
)
def last_unit(match: Match, context: Context) -> Meaning | None:
    words = context.text[match.start : match.end].lower().split()
    step = next(STEPS[word] for word in words if word in STEPS)
    unit = UNITS[match["unit"].lower()]
    return context.from_publication(lambda day: shifted(unit, day, step))

"""Dates a step away from publication: "last month", "next Friday", "this spring"."""

import re
from collections.abc import Callable
from dataclasses import replace

from articles.dates.context import Context
from articles.dates.counting import shifted
from articles.dates.days import day_parts, iso_day, weekday
from articles.dates.edtf import Span, edtf_month, parse_edtf
from articles.dates.english.absolute import month_number
from articles.dates.english.lengths import duration_timex
from articles.dates.english.vocabulary import SEASONS, UNITS, WEEKDAYS
from articles.dates.meaning import Meaning, approximate, timex_of
from articles.dates.rule import Family, Match

RULES = Family()
# Years of their own, which need not be the calendar's.
OWN_YEAR = {"fiscal", "financial", "school", "academic"}
# "over the next year" is a length of time, "the next year it shut" a year.
ALL_OVER = re.compile(r"\b(?:over|within|for|throughout|course\sof)\s$", re.IGNORECASE)
WEDNESDAY = 2
STEPS = {"last": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1}


@RULES(
    "[the] last|past|this|current|next|coming|this_past|this_coming"
    " [fiscal|financial|calendar|full|school|academic] <one_unit> !of",
    examples={
        "It opens over the next year.": "duration P1Y",
        "It shut this past weekend.": "[2019-11-02..2019-11-03]",
        "Hundreds came this weekend.": "[2019-11-02..2019-11-03]",
        "It opens this weekend.": "[2019-11-09..2019-11-10]",
        "It expects more in the current fiscal year.": "2019~",
        "It voiced support last month.": "2019-10",
        "As we reported last year": "2018",
        "this week": "[2019-11-04..2019-11-10]",
        "It opens next year.": "2020",
        "Prices fell over the last decade.": "duration P1DE",
        "It opened in the last hour.": "duration PT1H",
    },
    never=("the last of the year", "in the last week of August"),
)
def last_unit(match: Match, context: Context) -> Meaning | None:
    words = context.text[match.start : match.end].lower().split()
    unit = UNITS[match["one_unit"].lower()]
    if words[0] == "the" and words[1] in ("last", "past") and unit in ("decade", "century"):
        return Meaning("duration", timex="P1DE" if unit == "decade" else "P1CE")
    if unit in ("hour", "minute", "second"):
        return Meaning("duration", timex=duration_timex(1, unit))
    if words[:2] == ["the", "next"]:
        return the_next(unit, match, context)
    step = [STEPS[word] for word in words if word in STEPS][-1]
    if unit == "weekend" and step == 0 and is_just_over(match, context):
        step = -1
    meaning = context.from_publication(lambda day: shifted(unit, day, step))
    if meaning.span is None or not OWN_YEAR.intersection(words):
        return meaning
    return replace(meaning, span=approximate(meaning.span), timex=timex_of(meaning.span))


def is_just_over(match: Match, context: Context) -> bool:
    """Whether "this weekend" is told, early in a week, of the one just over."""
    is_early = weekday(context.published or 0) < WEDNESDAY
    return is_early and context.tense(match) == "past"


def the_next(unit: str, match: Match, context: Context) -> Meaning:
    """The unit after the date told last; "over the next year" of a report is a length."""
    is_length = ALL_OVER.search(context.text, max(0, match.start - 12), match.start)
    if is_length and not context.story.is_history:
        return Meaning("duration", timex=duration_timex(1, unit))
    return context.from_earlier(unit, lambda day: shifted(unit, day, 1))


@RULES(
    "last|past|this|next|coming|this_past|this_coming <weekday>",
    examples={
        "It fell last Friday.": "2019-11-01",
        "It fell this past Friday.": "2019-11-01",
        "It opens next Monday.": "2019-11-11",
        "It opens next Thursday.": "2019-11-14",
        "It opens this coming Thursday.": "2019-11-07",
    },
)
def weekday_by_step(match: Match, context: Context) -> Meaning | None:
    words = context.text[match.start : match.end].lower().split()
    wanted, step = WEEKDAYS[match["weekday"].lower().rstrip(".")], STEPS[words[-2]]
    if words[0] == "next":  # the coming one would be "Thursday" or "this Thursday"
        return context.from_publication(lambda day: parse_edtf(iso_day(next_week(day, wanted))))
    if step == 0:
        return context.from_publication(
            lambda day: parse_edtf(iso_day(day - weekday(day) + wanted))
        )
    return context.from_publication(lambda day: parse_edtf(iso_day(beside(day, wanted, step))))


def next_week(day: int, wanted: int) -> int:
    """Such a weekday of the next week; on a Sunday of the one that begins."""
    return day - weekday(day) + 7 + wanted


def beside(day: int, wanted: int, step: int) -> int:
    """The nearest such weekday strictly before (-1) or after (1) a day."""
    if step < 0:
        return day - ((weekday(day) - wanted - 1) % 7 + 1)
    return day + ((wanted - weekday(day) - 1) % 7 + 1)


@RULES(
    "last|past|this|next|coming <month>",
    examples={"It fell last October.": "2019-10", "It opens next May.": "2020-05"},
)
@RULES(
    "[the] last|past|this|next|coming|this_past|this_coming <season>",
    examples={
        "It fell last spring.": "2019-21",
        "It fell this past spring.": "2019-21",
        "It opens next summer.": "2020-22",
    },
    never=("this fall in prices",),
)
def part_of_year_by_step(match: Match, context: Context) -> Meaning | None:
    words = context.text[match.start : match.end].lower().removeprefix("the ").split()
    number = month_number(match["month"]) if match["month"] else SEASONS[match["season"].lower()]
    step = STEPS[words[-2]]
    if number == 23 and step >= 0 and context.text[match.end : match.end + 3] == " in":
        return None
    return context.from_publication(lambda day: part_beside(day, number, step))


def part_beside(day: int, number: int, step: int) -> Span:
    """The latest month or season that ended before a day (-1), the next that begins after it (1).

    For "this" (0) the one that holds the day, else that of its year.
    """
    return on_side(day, step, lambda year: parse_edtf(edtf_month(year, number)))


def on_side(day: int, step: int, in_year: Callable[[int], Span]) -> Span:
    """Of what comes yearly, the latest before (-1) or the first after (1) a day, or this (0)."""
    year = day_parts(day)[0]
    spans = [in_year(candidate) for candidate in range(year - 2, year + 2)]
    if step < 0:
        return [span for span in spans if (span.last_day or 0) < day][-1]
    if step > 0:
        return next(span for span in spans if (span.first_day or 0) > day)
    holding = (span for span in spans if (span.first_day or 0) <= day <= (span.last_day or 0))
    return next(holding, spans[2])


@RULES(
    "last|past|this|next|coming <month> <day>",
    examples={"He was seen last Oct. 23.": "2019-10-23", "It opens next May 1.": "2020-05-01"},
)
def day_by_step(match: Match, context: Context) -> Meaning | None:
    step = STEPS[context.text[match.start : match.end].split()[0].lower()]
    month, day = month_number(match["month"]), int(match["day"])
    if (month == 2 and day > 28) or (day > 30 and month in (4, 6, 9, 11)):
        return None
    return context.from_publication(
        lambda base: on_side(
            base, step, lambda year: parse_edtf(f"{edtf_month(year, month)}-{day:02}")
        )
    )

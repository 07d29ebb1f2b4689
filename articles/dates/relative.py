"""Dates counted from publication: "yesterday", "two weeks back", "last month"."""

import re
from collections.abc import Callable
from dataclasses import replace

from articles.dates.absolute import month_number
from articles.dates.context import MONTHS_IN, Context, months_on, shifted
from articles.dates.days import day_parts, iso_day, weekday
from articles.dates.edtf import Span, edtf_month, parse_edtf
from articles.dates.meaning import Meaning, approximate, around, timex_of, unresolved
from articles.dates.periods import year_before
from articles.dates.rule import Family, Match
from articles.dates.vocabulary import PARTS_OF_DAY, SEASONS, UNITS, WEEKDAYS, number

RULES = Family()
# Years of their own, which need not be the calendar's.
OWN_YEAR = {"fiscal", "financial", "school", "academic"}
STEPS = {"last": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1}


# "today's world" is that of our time, not of one day; "Radio Today" is a name.
PRESENT_DAY = re.compile(
    r"['’]s\s(?:\w+\s)?(?:world|society|youth|young|standards|terms|money|prices|generation|market"
    r"|economy|technology|culture|language|children|computers|consumers)\b"
)
NAME_BEFORE = re.compile(r"\b[A-Z]\w+\s$")


@RULES(
    "today",
    examples={
        "The forum is held today.": "2019-11-05",
        "Today’s forum is full.": "2019-11-05",
        "In today’s world it is rare.": "vague PRESENT_REF",
    },
    never=("USA Today wrote", "on Radio Today"),
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
    "<number> <unit> [or_so|or_more|or_two] ago|back",
    examples={
        "He asked for it two weeks ago.": "2019-10-22~",
        "three days back": "2019-11-02",
        "It closed a year ago.": "2018~",
        "two months ago": "2019-09~",
        "Half a century ago it was full.": "1969~",
    },
    never=("two weeks of rain",),
)
def ago(match: Match, context: Context) -> Meaning | None:
    count, unit = number(match["number"]), UNITS[match["unit"].lower()]
    if count is None:
        return unresolved("it doesn’t say how many", kind="vague", timex="PAST_REF")
    if (count, unit) == (1, "year") and (compared := year_before(match, context)):
        return compared
    meaning = context.from_publication(lambda day: counted(unit, day, -count))
    if meaning.span is None or meaning.span.first_day is None or unit != "week":
        return meaning
    return replace(meaning, timex=timex_of(around("week", meaning.span.first_day)))


@RULES(
    "<number> year|years ago today|this_week|this_month",
    examples={
        "Twenty years ago today it was flooded.": "1999-11-05",
        "It opened 10 years ago this month.": "2009-11",
    },
)
def years_ago_today(match: Match, context: Context) -> Meaning | None:
    count = number(match["number"])
    if count is None or count % 1:
        return None
    unit = context.text[match.start : match.end].lower().split()[-1].replace("today", "day")
    return context.from_publication(lambda day: around(unit, months_on(day, -12 * int(count))))


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


@RULES(
    "[the] last|past|this|current|next|coming [fiscal|financial|calendar|full|school|academic]"
    " <one_unit> !of",
    examples={
        "It expects more in the current fiscal year.": "2019~",
        "It voiced support last month.": "2019-10",
        "As we reported last year": "2018",
        "this week": "[2019-11-04..2019-11-10]",
        "It opens next year.": "2020",
        "Prices fell over the last decade.": "duration P1DE",
    },
    never=("the last of the year", "in the last week of August"),
)
def last_unit(match: Match, context: Context) -> Meaning | None:
    words = context.text[match.start : match.end].lower().split()
    unit = UNITS[match["one_unit"].lower()]
    if words[0] == "the" and words[1] in ("last", "past") and unit in ("decade", "century"):
        return Meaning("duration", timex="P1DE" if unit == "decade" else "P1CE")
    if words[:2] == ["the", "next"]:
        return context.from_earlier(unit, lambda day: shifted(unit, day, 1))
    step = next(STEPS[word] for word in words if word in STEPS)
    meaning = context.from_publication(lambda day: shifted(unit, day, step))
    if meaning.span is None or not OWN_YEAR.intersection(words):
        return meaning
    return replace(meaning, span=approximate(meaning.span), timex=timex_of(meaning.span))


@RULES(
    "last|past|this|next|coming <weekday>",
    examples={"It fell last Friday.": "2019-11-01", "It opens next Monday.": "2019-11-11"},
)
def weekday_by_step(match: Match, context: Context) -> Meaning | None:
    words = context.text[match.start : match.end].lower().split()
    wanted, step = WEEKDAYS[match["weekday"].lower().rstrip(".")], STEPS[words[0]]
    if step == 0:
        return context.from_publication(
            lambda day: parse_edtf(iso_day(day - weekday(day) + wanted))
        )
    return context.from_publication(lambda day: parse_edtf(iso_day(beside(day, wanted, step))))


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
    "[the] last|past|this|next|coming <season>",
    examples={"It fell last spring.": "2019-21", "It opens next summer.": "2020-22"},
    never=("this fall in prices",),
)
def part_of_year_by_step(match: Match, context: Context) -> Meaning | None:
    words = context.text[match.start : match.end].lower().removeprefix("the ").split()
    number = month_number(match["month"]) if match["month"] else SEASONS[match["season"].lower()]
    step = STEPS[words[0]]
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


@RULES("the weekend", examples={"It shut over the weekend.": "[2019-11-02..2019-11-03]"})
def the_weekend(match: Match, context: Context) -> Meaning | None:
    step = 0 if context.tense(match) == "future" else -1
    return context.from_publication(lambda day: shifted("weekend", day, step))

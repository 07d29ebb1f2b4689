"""Dates counted from an earlier date of the text: "the following day", "a month later"."""

import re
from dataclasses import replace

from articles.dates.context import Context
from articles.dates.counting import months_on, shifted
from articles.dates.days import iso_day
from articles.dates.edtf import Span, parse_edtf
from articles.dates.english.compared import year_before
from articles.dates.english.from_event import AN_EVENT, from_dated_event
from articles.dates.english.lengths import away, duration_timex
from articles.dates.english.numerals import number
from articles.dates.english.steps import beside
from articles.dates.english.vocabulary import PLURALS, UNITS, WEEKDAYS
from articles.dates.meaning import Meaning, Place, around, unresolved
from articles.dates.rule import Family, Match
from articles.dates.story import ToldDate

RULES = Family()
# "two years earlier than planned" is a length of time.
THAN = re.compile(r"\s(?:earlier|later)(?=\sthan\b)", re.IGNORECASE)
BESIDE = re.compile(r"[^.;:!?\n]{0,40},\s")
A_WORD = re.compile(r"\s(?!and\b|but\b|or\b|in\b|on\b|at\b)\w")
# "two years before that war", but "two years after that it shut"
A_NOUN = re.compile(r"\s(?!(?:and|but|he|she|it|they|we|the|an?|in|on|at|when|his|her)\b)[a-z]")
THAT = re.compile(r"\sthat\b(?!\s[a-z])")


@RULES(
    "the following|very_next <one_unit>",
    examples={
        "It opened on 4 May 2018. The following day it closed.": "2018-05-05",
        "It opened about 4 May 2018. The following day it closed.": "2018-05-05~",
        "It opened in May 2018. The following day it closed.": "",
        "It opened in May 2018. The following month it closed.": "2018-06",
    },
)
@RULES(
    "the <one_unit> after",
    examples={
        "It opened on 4 May 2018 and closed the day after.": "2018-05-05",
        "It opened on 4 May 2018. The year after the opening it closed.": "2019",
        "It opened on 4 May 2018, the day after Low left.": "2018-05-04",
    },
)
def following(match: Match, context: Context) -> Meaning | None:
    return beside_earlier(match, context, 1)


@RULES(
    "the previous|preceding|prior <one_unit>",
    examples={
        "It opened on 4 May 2018. The previous day it was painted.": "2018-05-03",
        "Sales of 2018 rose from the prior year.": "2017",
    },
)
@RULES(
    "the <one_unit> before",
    examples={"It opened on 4 May 2018 and was painted the day before.": "2018-05-03"},
)
def previous(match: Match, context: Context) -> Meaning | None:
    return beside_earlier(match, context, -1)


@RULES(
    "the|that same <one_unit>",
    examples={"It opened in May 2018. The same month it closed.": "2018-05"},
)
@RULES(
    "that <one_unit>",
    examples={"It opened on 4 May 2018. That year it closed again.": "2018"},
)
def same(match: Match, context: Context) -> Meaning | None:
    return beside_earlier(match, context, 0)


@RULES(
    "[the] same|corresponding month|week|day a_year_earlier|a_year_ago|last_year|the_year_before"
    "|the_previous_year",
    examples={
        "Sales fell in August 2018, from the same month a year earlier.": "2017-08",
        "In May 2018 it was shut, as in the same month last year.": "2017-05",
    },
)
def same_a_year_before(match: Match, context: Context) -> Meaning | None:
    """What a figure is compared with; nothing is counted from it."""
    words = context.text[match.start : match.end].lower().removeprefix("the ").split()
    unit = words[1]
    meaning = context.from_earlier(unit, lambda day: around(unit, months_on(day, -12)))
    return replace(meaning, is_aside=True)


@RULES(
    "the previous|preceding|following <weekday>",
    examples={"It opened on 4 May 2018. The previous Monday it was painted.": "2018-04-30"},
)
@RULES(
    "the <weekday> before|after",
    examples={
        "It opened on 4 May 2018. The Monday before that, it was painted.": "2018-04-30",
        "It was painted the Monday before the opening.": "",
    },
)
def weekday_beside(match: Match, context: Context) -> Meaning | None:
    wanted = WEEKDAYS[match["weekday"].lower().rstrip(".")]
    words = context.text[match.start : match.end].lower()
    step = 1 if "following" in words or words.endswith("after") else -1

    def count(day: int) -> Span:
        return parse_edtf(iso_day(beside(day, wanted, step)))

    hangs_on_event = words.endswith(("before", "after")) and not THAT.match(context.text, match.end)
    if hangs_on_event and AN_EVENT.match(context.text, match.end):
        return from_dated_event(context, match.end, count)
    return context.from_earlier("day", count)


def beside_earlier(match: Match, context: Context, step: int) -> Meaning | None:
    """The unit after (1), before (-1) or around (0) the date that was told last."""
    unit = UNITS[match["one_unit"].lower()]
    hangs_on_event = context.text.endswith(("after", "before"), match.start, match.end)
    if hangs_on_event and (told := set_beside(match, context, unit)):
        return Meaning("date", told.span, anchor=told.anchor)
    if hangs_on_event and AN_EVENT.match(context.text, match.end):
        return from_dated_event(context, match.end, lambda day: shifted(unit, day, step))
    return context.from_earlier(unit, lambda day: shifted(unit, day, step))


def set_beside(match: Match, context: Context, unit: str) -> ToldDate | None:
    """The date that "the day after" stands beside: "on 4 May, the day after the vote"."""
    told = context.told_in_paragraph(match, unit)
    if told is None or not A_WORD.match(context.text, match.end):
        return None
    return told if BESIDE.fullmatch(context.text, told.end, match.start) else None


@RULES(
    "<number> <unit> after|before that",
    examples={"It opened in May 2018 and two years after that it shut.": "2020~"},
    never=("It opened in May 2018, two years before that war.",),
)
def beside_that(match: Match, context: Context) -> Meaning | None:
    """So many units after or before the date told last, if "that" is said of it."""
    count, unit = number(match["number"]), UNITS[match["unit"].lower()]
    if count is None or A_NOUN.match(context.text, match.end):
        return None
    is_back = "before" in context.text[match.start : match.end].lower()
    return away(context, -count if is_back else count, unit)


@RULES("<units> later|afterwards|earlier", examples={"Days later it closed.": "duration PXD"})
def some_time_later(match: Match, context: Context) -> Meaning | None:
    return Meaning("duration", timex=duration_timex(None, PLURALS[match["units"].lower()]))


@RULES(
    "[almost|nearly|more_than|less_than|over|barely] <number> <unit> later|afterwards",
    examples={
        "It opened in May 2018. A month later it closed.": "2018-06~",
        "It opened in May 2018. Less than a year later it closed.": "2019~",
        "It opened in 2018, a month later than planned.": "duration P1M",
    },
)
def later(match: Match, context: Context) -> Meaning | None:
    count, unit = number(match["number"]), UNITS[match["unit"].lower()]
    if length := than(match, context):
        return length
    if count is None:
        timex = duration_timex(count, unit)
        return unresolved("it doesn’t say how many", kind="vague", timex=timex)
    return away(context, count, unit)


@RULES(
    "[almost|nearly|more_than|less_than|over|barely] <number> <unit> earlier|previously",
    examples={
        "It opened in May 2018. A month earlier it had been painted.": "2018-04~",
        "The rate fell to 3 percent from 4 percent a year earlier.": "2018",
    },
)
def earlier(match: Match, context: Context) -> Meaning | None:
    count, unit = number(match["number"]), UNITS[match["unit"].lower()]
    if length := than(match, context):
        return length
    if count is None:
        timex = duration_timex(count, unit)
        return unresolved("it doesn’t say how many", kind="vague", timex=timex)
    if (count, unit) == (1, "year") and (compared := year_before(match, context)):
        return compared
    return away(context, -count, unit)


def than(match: Match, context: Context) -> Meaning | None:
    """The length of time of "two years earlier than planned"; else None."""
    found = THAN.search(context.text, match.start, match.end + len(" than"))
    if found is None:
        return None
    timex = duration_timex(number(match["number"]), UNITS[match["unit"].lower()])
    place = Place(match.start, found.start(), None, timex)
    return Meaning("duration", timex=timex, places=(place,))

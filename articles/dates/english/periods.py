"""Periods of reports and what they are compared with: "the quarter", "year-earlier", "the year"."""

import re
from dataclasses import replace

from articles.dates.context import Context
from articles.dates.counting import shifted
from articles.dates.days import day_parts
from articles.dates.english.compared import is_of_months
from articles.dates.meaning import Meaning, around, unresolved, written
from articles.dates.rule import Family, Match

RULES = Family()
# "the end of the year", but not "the player of the year".
IN_IT = re.compile(
    r"\b(?:(?:end|rest|start|beginning|middle|half|quarters?|months|weeks|days|most|part|much|course"
    r"|remainder|balance|time|all)\sof|in|for|during|over|through|throughout)\s$",
    re.IGNORECASE,
)
# "the year ended 31 March", "the year in which", "the year 2019 units": not the calendar's.
OTHER_YEAR = re.compile(
    r"\s(?:of|when|that|in\swhich|before|after|to|from|ago|he|she|it|they|\d)\b|-", re.IGNORECASE
)
EDGED = ("decade", "century", "quarter", "month", "week")
ENDS = re.compile(r",?\s(?:just\s)?(?:end(?:ed|ing|s)|begin(?:ning|s)|through|to)\b")


@RULES(
    "the [latest|most_recent|recent] quarter !of",
    examples={
        "In the third quarter sales fell. In the quarter costs rose.": "2019-35",
        "It lost money in the latest quarter.": "2019-35",
        "Costs rose in the quarter.": "",
    },
    never=("the quarter of the firms", "They met at the quarter."),
)
@RULES("the latest|most_recent period", examples={"The latest period had none.": "2019-35"})
def the_quarter(match: Match, context: Context) -> Meaning | None:
    before = context.text[max(0, match.start - 24) : match.start]
    is_latest = len(context.text[match.start : match.end].split()) > 2
    if context.quarter is not None:
        return context.from_quarter(0)
    if is_latest:
        return context.from_publication(lambda day: shifted("quarter", day, -1))
    return unresolved("the text doesn’t say which quarter") if IN_IT.search(before) else None


@RULES(
    "year- earlier|ago",
    examples={"Net rose in the third quarter from a year-earlier loss.": "2018-35"},
)
@RULES(
    "[the|a|an] [comparable|corresponding|same] year- earlier|ago|over"
    " quarter|period|first_quarter|second_quarter|third_quarter|fourth_quarter",
    examples={
        "In the year-ago period it lost money.": "2018",
        "In the third quarter it lost more than in the year-ago period.": "2018-35",
        "It lost in Q3. In nine months it lost more than in the year-ago period.": "2018",
    },
)
@RULES(
    "[the] last_year|previous_year|prior_year 's quarter|period",
    examples={"In the third quarter it lost more than in last year’s quarter.": "2018-35"},
)
@RULES("[the] prior- year quarter|period", examples={"In the prior-year period it lost.": "2018"})
@RULES(
    "[the] same|corresponding|comparable|like|equivalent quarter|period [of|in] last_year"
    "|the_year_before|the_previous_year|a_year_ago|a_year_earlier",
    examples={"It lost less in the same period last year.": "2018"},
)
def year_earlier(match: Match, context: Context) -> Meaning | None:
    if context.quarter is not None and not is_of_months(match, context):
        return context.from_quarter(-12)
    return replace(context.from_publication(lambda day: shifted("year", day, -1)), is_aside=True)


@RULES(
    "[the] same|corresponding|comparable quarter|period of|in <year>",
    examples={
        "In the third quarter it grew. In the same period of 2018 it shrank.": "2018-35",
    },
)
@RULES("the <year> quarter|period", examples={"It lost money in the 1988 period.": "1988"})
def period_of_year(match: Match, context: Context) -> Meaning | None:
    if context.quarter is None:
        return written(match["year"])
    years = int(match["year"]) - day_parts(context.quarter.span.first_day or 0)[0]
    return context.from_quarter(12 * years)


@RULES(
    "the [full|whole|entire] year",
    examples={
        "Sales for the year rose.": "2019",
        "In the year ended 31 March it lost money.": "duration P1Y",
        "Sales fell in the fourth quarter of 2018. For the full year profit rose.": "2018",
    },
    never=(
        "the year that I met her",
        "the year she was born",
        "the year of the rat",
        "the player of the year",
        "Story of the Year",
    ),
)
@RULES(
    "[the] year- end",
    examples={"Its year-end results were good.": "2019"},
)
@RULES("[the] year 's end|start", examples={"It opens near year’s end.": "2019"})
@RULES("[the] year end", examples={"Its year end results were good.": "2019"})
def the_year(match: Match, context: Context) -> Meaning | None:
    if ENDS.match(context.text, match.end):
        return Meaning("duration", timex="P1Y")
    is_bare = match.rule.name.startswith("the ")
    before = context.text[max(0, match.start - 24) : match.start]
    if is_bare and (OTHER_YEAR.match(context.text, match.end) or not IN_IT.search(before)):
        return None
    return context.reported_year() or context.current("year")


@RULES(
    "[the] end|start|beginning|middle|close|turn of the decade|century|quarter|month|week",
    examples={
        "It fell at the end of the decade.": "201X",
        "It fell at the turn of the century.": "",
    },
)
@RULES(
    "[the] month|week|quarter|decade 's end|start",
    examples={"It shut near the month’s end.": "2019-11"},
)
@RULES("[the] month- end", examples={"It is paid at month-end.": "2019-11"})
def edge_of_unit(match: Match, context: Context) -> Meaning | None:
    words = re.split(r"[\W_]+", context.text[match.start : match.end].lower())
    unit = next(word for word in reversed(words) if word in EDGED)
    if "turn" in words:
        return unresolved("it doesn’t say of which century")
    return context.from_quarter(0) if unit == "quarter" else context.current(unit)


@RULES(
    "the week !of|that|when|before|after|ending|ended|beginning|to|from",
    examples={"Shares fell for the week.": "[2019-11-04..2019-11-10]"},
    never=("the week that he left", "He spent the week at home."),
)
def the_week(match: Match, context: Context) -> Meaning | None:
    before = context.text[max(0, match.start - 24) : match.start]
    is_said = IN_IT.search(before) or context.text.startswith(("'s", "’s"), match.end)
    return context.current("week") if is_said else None


@RULES(
    "earlier|later|early|late in the day|week|month|year",
    examples={
        "It rained on 4 May 2018. Later in the day it was dry.": "2018-05-04",
        "It fell later in the day.": "",
        "It fell on 4 May 2018 as in 2017. Later in the day it rose.": "2018-05-04",
        "It opened in May 2018. Later in the year it closed.": "2018",
    },
)
def within_unit(match: Match, context: Context) -> Meaning | None:
    unit = context.text[match.start : match.end].lower().split()[-1]
    if unit == "day" and (told := context.told_in_paragraph(match, "day")):
        return Meaning("date", told.span, anchor=told.anchor)
    meaning = context.from_earlier(unit, lambda day: around(unit, day))
    return meaning if meaning.span is not None or unit == "day" else context.current(unit)

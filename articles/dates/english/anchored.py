"""Dates counted from an earlier date of the text: "the following day", "a month later"."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from articles.dates.context import Context
from articles.dates.counting import months_on, shifted
from articles.dates.days import iso_day
from articles.dates.edtf import Span, parse_edtf
from articles.dates.english.ago import counted
from articles.dates.english.compared import year_before
from articles.dates.english.durations import duration_timex
from articles.dates.english.numerals import number
from articles.dates.english.steps import beside
from articles.dates.english.vocabulary import PLURALS, UNITS, WEEKDAYS
from articles.dates.meaning import Meaning, Place, around, unresolved
from articles.dates.rule import Family, Match

RULES = Family()
UNDATED = "the event that it is counted from isn’t dated"


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
def weekday_beside(match: Match, context: Context) -> Meaning | None:
    wanted = WEEKDAYS[match["weekday"].lower().rstrip(".")]
    is_after = "following" in context.text[match.start : match.end].lower()
    return context.from_earlier(
        "day", lambda day: parse_edtf(iso_day(beside(day, wanted, 1 if is_after else -1)))
    )


def beside_earlier(match: Match, context: Context, step: int) -> Meaning | None:
    """The unit after (1), before (-1) or around (0) the date that was told last."""
    unit = UNITS[match["one_unit"].lower()]
    hangs_on_event = context.text.endswith(("after", "before"), match.start, match.end)
    if hangs_on_event and AN_EVENT.match(context.text, match.end):
        return from_dated_event(context, match.end, lambda day: shifted(unit, day, step))
    return context.from_earlier(unit, lambda day: shifted(unit, day, step))


def from_dated_event(
    context: Context, place: int, count: Callable[[int], Span], timex: str = ""
) -> Meaning:
    """A date counted from the event named after a place, if the text dates exactly one such."""
    told = context.events.named_at(context.story.told, place)
    if told is None or told.span.first_day is None:
        return unresolved(UNDATED, timex=timex)
    return Meaning("date", count(told.span.first_day), anchor=told.anchor)


HANGS_ON = re.compile(r"\s+(after|before|following|from)\s+\S+$", re.IGNORECASE)
# "the day after the opening" hangs on the opening, whatever was dated before it.
AN_EVENT = re.compile(r"\s(?:the|a|an|his|her|its|their|this|that|it|he|she|they|[A-Z])\b")


@RULES("<units> later|afterwards|earlier", examples={"Days later it closed.": "duration PXD"})
def some_time_later(match: Match, context: Context) -> Meaning | None:
    return Meaning("duration", timex=duration_timex(None, PLURALS[match["units"].lower()]))


@RULES(
    "[almost|nearly|more_than|less_than|over|barely] <number> <unit> later|afterwards",
    examples={
        "It opened in May 2018. A month later it closed.": "2018-06~",
        "It opened in May 2018. Less than a year later it closed.": "2019~",
    },
)
def later(match: Match, context: Context) -> Meaning | None:
    count, unit = number(match["number"]), UNITS[match["unit"].lower()]
    if count is None:
        timex = duration_timex(count, unit)
        return unresolved("it doesn’t say how many", kind="vague", timex=timex)
    return away(context, count, unit)


def away(context: Context, count: float, unit: str) -> Meaning:
    """So many units from the date told last; in TIMEX3 the length, where none is told."""
    meaning = context.from_earlier(unit, lambda day: counted(unit, day, count))
    return meaning if meaning.span else replace(meaning, timex=duration_timex(abs(count), unit))


@RULES(
    "[almost|nearly|more_than|less_than|over|barely] <number> <unit> earlier|previously",
    examples={"It opened in May 2018. A month earlier it had been painted.": "2018-04~"},
)
def earlier(match: Match, context: Context) -> Meaning | None:
    count, unit = number(match["number"]), UNITS[match["unit"].lower()]
    if count is None:
        timex = duration_timex(count, unit)
        return unresolved("it doesn’t say how many", kind="vague", timex=timex)
    if (count, unit) == (1, "year") and (compared := year_before(match, context)):
        return compared
    return away(context, -count, unit)


@RULES(
    "<number> <unit> after|before|following|from the|a|an|its|his|her|their",
    examples={
        "one month after the release of the toolkit": "",
        "The kit was released on 4 May 2018. A month after the release it sold.": "2018-06~",
        "The kit was released on 4 May 2018. Two days before the release of the kit": "2018-05-02",
        "The kit was released on 4 May 2018, three days after the launch.": "",
        "It was released on 4 May 2018. It was released on 6 May 2018. A day after the release": "",
        "The kit was released on 4 May 2018. Three hours before the release": "",
        "The kit was released on 4 May 2018. Two days before the release of the map": "",
        "The vote was held on 4 May 2018. Two days after the vote he left.": "2018-05-06",
        "Before Sunday’s vote it rained. Three days after the vote it was dry.": "2019-11-06",
    },
)
def from_event(match: Match, context: Context) -> Meaning | None:
    """The day so far from an event; where that isn't dated the mention is its length alone."""
    count, unit = number(match["number"]), UNITS[match["unit"].lower()]
    timex = duration_timex(count, unit)
    hangs = HANGS_ON.search(context.text, match.start, match.end)
    if hangs is None:
        return None
    meaning = unresolved(UNDATED, timex=timex)
    if count is not None and unit not in ("hour", "minute", "second"):
        steps = -count if hangs[1].lower() == "before" else count
        count_on = partial(counted, unit, count=steps)
        meaning = from_dated_event(context, hangs.end(1), count_on, timex)
    if meaning.span is None:
        return replace(meaning, places=(Place(match.start, hangs.start(), None, timex),))
    end = context.events.end_of_name(hangs.end(1))
    return replace(meaning, places=(Place(match.start, end, meaning.span, ""),))

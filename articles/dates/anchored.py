"""Dates counted from an earlier date of the text: "the following day", "a month later"."""

from articles.dates.context import Context, shifted
from articles.dates.meaning import Meaning, unresolved
from articles.dates.relative import counted
from articles.dates.rule import Family, Match
from articles.dates.vocabulary import UNITS, number

RULES = Family()


@RULES(
    "the following|next <unit>",
    examples={"It opened on 4 May 2018. The following day it closed.": "2018-05-05"},
)
def following(match: Match, context: Context) -> Meaning | None:
    unit = UNITS[match["unit"].lower()]
    return context.from_earlier(lambda day: shifted(unit, day, 1))


@RULES(
    "<number> <unit> later",
    examples={"It opened in May 2018. A month later it closed.": "2018-06~"},
)
def later(match: Match, context: Context) -> Meaning | None:
    count, unit = number(match["number"]), UNITS[match["unit"].lower()]
    if count is None:
        return unresolved("it doesn't say how many", kind="vague")
    return context.from_earlier(lambda day: counted(unit, day, count))


@RULES(
    "<number> <unit> after|before|following|since|from the",
    examples={"one month after the release of the toolkit": ""},
)
def from_event(match: Match, context: Context) -> Meaning | None:
    return unresolved("the event that it is counted from isn't dated")

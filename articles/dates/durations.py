"""Lengths of time: "three years", "60-day", "over the past few weeks"; understood, and no date."""

import re

from articles.dates.context import Context
from articles.dates.meaning import Meaning
from articles.dates.relative import counted
from articles.dates.rule import Family, Match
from articles.dates.vocabulary import PLURALS, UNITS, number

RULES = Family()
AGE = re.compile(r"[\s-]old\b|\sof\sage\b")
# "a week" is a length of time after these; in "four flights a week" it is a rate.
BEFORE_SINGLE = re.compile(
    r"(?:\b(?:for|in|within|over|after|about|than|least|nearly|almost|just|only|took|takes|take"
    r"|lasts?|lasted|spent|spend|to|of|half|every|once|during|is|was|be|and)\s|^|[(“\"\n—–]\s?)$"
)
LETTERS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W",
    "weekend": "W", "fortnight": "W", "month": "M", "quarter": "Q", "year": "Y",
    "decade": "DE", "century": "CE",
}  # fmt: skip


@RULES(
    "<number> <unit>",
    examples={
        "It took three years.": "duration P3Y",
        "several months": "duration PXM",
        "It lasted a week.": "duration P1W",
        "It was built in two weeks.": "duration P2W",
        "It will open in two weeks.": "2019-11-19~",
    },
    never=("four flights a week", "$5 a day", "She is 37 years old."),
)
@RULES(
    "[the] last|past|next|coming <number> <unit>",
    examples={"over the past few years": "duration PXY"},
)
@RULES(
    "<number>- <unit>",
    examples={"a 60-day reminder": "duration P60D"},
    never=("a 44-year-old baker",),
)
def duration(match: Match, context: Context) -> Meaning | None:
    if AGE.match(context.text, match.end):
        return None
    is_single = match["number"].lower() in ("a", "an")
    if is_single and not BEFORE_SINGLE.search(context.text, max(0, match.start - 12), match.start):
        return None
    count, unit = number(match["number"]), UNITS[match["unit"].lower()]
    is_after_in = context.text.endswith(("in ", "In "), 0, match.start)
    if count is not None and is_after_in and context.tense(match) == "future":
        return context.from_publication(lambda day: counted(unit, day, count))
    return Meaning("duration", timex=duration_timex(count, unit))


def duration_timex(count: float | None, unit: str) -> str:
    """The TIMEX3 value of a length: "P3Y", "PT2H", "PXM"."""
    if unit == "fortnight" and count is not None:
        count *= 2
    letter = LETTERS[unit]
    amount = "X" if count is None else f"{count:g}"
    if letter.startswith("T"):
        return f"PT{amount}{letter[1]}"
    return f"P{amount}{letter}"


@RULES("<units>", examples={"It stood empty for years.": "duration PXY"})
@RULES(
    "[the] last|past|next|coming|previous <units>",
    examples={"over the coming years": "duration PXY"},
)
def some_units(match: Match, context: Context) -> Meaning | None:
    return Meaning("duration", timex=duration_timex(None, PLURALS[match["units"].lower()]))

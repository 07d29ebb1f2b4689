"""Lengths of time: "three years", "60-day", "over the past few weeks"; understood, and no date."""

from articles.dates.context import Context
from articles.dates.meaning import Meaning
from articles.dates.rule import Family, Match
from articles.dates.vocabulary import PLURALS, UNITS, number

RULES = Family()
LETTERS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W",
    "weekend": "W", "fortnight": "W", "month": "M", "quarter": "Q", "year": "Y",
    "decade": "DE", "century": "CE",
}  # fmt: skip


@RULES(
    "<number> <unit>",
    examples={"It took three years.": "duration P3Y", "several months": "duration PXM"},
)
@RULES(
    "over|for|in|during [the] last|past|next|coming <number> <unit>",
    examples={"over the past few years": "duration PXY"},
)
@RULES("<number>- <unit>", examples={"a 60-day reminder": "duration P60D"})
def duration(match: Match, context: Context) -> Meaning | None:
    count, unit = number(match["number"]), UNITS[match["unit"].lower()]
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

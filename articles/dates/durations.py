"""Lengths of time, repeated times and vague ones, which are understood and make no date."""

from articles.dates.context import Context
from articles.dates.meaning import Meaning
from articles.dates.rule import Family, Match
from articles.dates.vocabulary import UNITS, number

RULES = Family()
LETTERS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W", "weekend": "W",
    "fortnight": "W", "month": "M", "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE",
}  # fmt: skip


@RULES(
    "<number> <unit>",
    examples={"It took three years.": "duration P3Y", "several months": "duration PXM"},
)
@RULES(
    "over|for|in|during [the] last|past|next|coming <number> <unit>",
    examples={"over the past few years": "duration PXY"},
)
def duration(match: Match, context: Context) -> Meaning | None:
    count, unit = number(match["number"]), UNITS[match["unit"].lower()]
    return Meaning("duration", timex=duration_timex(count, unit))


def duration_timex(count: float | None, unit: str) -> str:
    """The TIMEX3 value of a length: "P3Y", "PT2H", "PXM"."""
    if unit == "fortnight" and count is not None:
        count *= 2
    letter = LETTERS[unit]
    amount = "X" if count is None else f"{count:g}"
    return (
        f"PT{amount}{letter[1]}"
        if letter.startswith("T") and len(letter) == 2
        else f"P{amount}{letter}"
    )


@RULES("recently", examples={"It has recently grown.": "vague PAST_REF"})
def recently(match: Match, context: Context) -> Meaning | None:
    return Meaning("vague", timex="PAST_REF")


@RULES("now|currently", examples={"It is now open.": "vague PRESENT_REF"})
def now(match: Match, context: Context) -> Meaning | None:
    return Meaning("vague", timex="PRESENT_REF")


@RULES("[in] [the] near future", examples={"It opens in the near future.": "vague FUTURE_REF"})
def future(match: Match, context: Context) -> Meaning | None:
    return Meaning("vague", timex="FUTURE_REF")

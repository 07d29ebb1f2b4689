"""Quarters and halves that leave the year to the reader: "the third quarter", "Q3"."""

import re

from articles.dates.context import Context
from articles.dates.counting import months_on
from articles.dates.days import day_parts
from articles.dates.edtf import edtf_month, parse_edtf
from articles.dates.english.absolute import month_number
from articles.dates.english.numerals import ORDINALS
from articles.dates.meaning import Meaning, written
from articles.dates.rule import Family, Match

RULES = Family()
BUSINESS = re.compile(
    r"\b(?:profits?|earnings|sales|revenues?|income|loss(?:es)?|exports|imports|output|production"
    r"|growth|econom\w+|shipments|dividends?|turnover|results|investments?)\b",
    re.IGNORECASE,
)
SPORT = re.compile(
    r"\b(?:halftime|half-time|touchdowns?|field\sgoals?|\d+[-\s]yards?|quarterbacks?|rebounds|free\sthrows"
    r"|\w+-pointers?|lay-?ups?|interceptions?|fumbles?|scor(?:ed|ing)|(?:trailed|led|leading|trailing)"
    r"\s\d+-\d+)\b",
    re.IGNORECASE,
)
NEARBY = 80


@RULES(
    "[the] <month> quarter",
    examples={"It lost money in the September quarter.": "2019-35"},
)
def quarter_by_month(match: Match, context: Context) -> Meaning | None:
    """The quarter that ends with a month; one that ends with another month is no calendar's."""
    number, rest = divmod(month_number(match["month"]), 3)
    return None if rest else quarter_numbered(number, match, context)


@RULES(
    "[the] <ordinal>|<nth> quarter",
    examples={"Sales fell in the third quarter.": "2019-35"},
    never=(
        "a quarter of the firms",
        "They led 14-7 before scoring 24 points in the third quarter.",
    ),
)
@RULES("<ordinal>- quarter", examples={"Its third-quarter loss grew.": "2019-35"})
def quarter(match: Match, context: Context) -> Meaning | None:
    if is_of_a_match(match, context):
        return None
    number = int(match["nth"][:-2]) if match["nth"] else ORDINALS[match["ordinal"].lower()]
    return quarter_numbered(number, match, context)


@RULES(
    "[the] last|final quarter of <year>",
    examples={"Sales fell in the last quarter of 2018.": "2018-36"},
)
def last_quarter(match: Match, context: Context) -> Meaning | None:
    return written(edtf_month(int(match["year"]), 36))


@RULES(
    "[the] last|final quarter of last_year|this_year|next_year|the_year",
    examples={"Sales fell in the final quarter of last year.": "2018-36"},
)
def last_quarter_of_some_year(match: Match, context: Context) -> Meaning | None:
    *_, which, _ = context.text[match.start : match.end].lower().split()
    step = {"last": -12, "next": 12}.get(which, 0)
    return context.from_publication(
        lambda day: parse_edtf(edtf_month(day_parts(months_on(day, step))[0], 36))
    )


@RULES(
    "the first|second half !of",
    examples={"Sales fell in the first half.": "2019-40"},
    never=("It scored twice in the first half.", "the first half of the book"),
)
@RULES("first|second- half", examples={"Its first-half profit rose.": "2019-40"})
def half(match: Match, context: Context) -> Meaning | None:
    """A half of the year that is meant, where business is told of; a match has halves, too."""
    sentence = context.text[max(0, match.start - NEARBY) : match.end + NEARBY]
    if not BUSINESS.search(sentence):
        return None
    number = 41 if "second" in context.text[match.start : match.end].lower() else 40
    return context.nearest(match, lambda year: parse_edtf(edtf_month(year, number)))


def is_of_a_match(match: Match, context: Context) -> bool:
    """Whether it's a quarter of a match: points are scored in it, and nothing is sold."""
    around_it = context.text[max(0, match.start - NEARBY) : match.end + NEARBY]
    return SPORT.search(around_it) is not None and not BUSINESS.search(around_it)


@RULES("<quarter>", examples={"Sales fell in Q3.": "2019-35"})
def short_quarter(match: Match, context: Context) -> Meaning | None:
    return quarter_numbered(int(match["quarter"][1]), match, context)


def quarter_numbered(number: int, match: Match, context: Context) -> Meaning | None:
    """A quarter of the year that is meant."""
    if not 1 <= number <= 4:
        return None
    return context.nearest(match, lambda year: parse_edtf(edtf_month(year, 32 + number)))

"""Dates that state their year: "4 November 2019", "2019-11-04", "April 2018", "the 1990s"."""

import re
from dataclasses import replace

from articles.dates.context import Context
from articles.dates.days import day_number
from articles.dates.edtf import edtf_month
from articles.dates.english.numerals import ORDINALS
from articles.dates.english.vocabulary import MONTHS, SEASONS
from articles.dates.meaning import Meaning, written
from articles.dates.rule import Family, Match

RULES = Family()


@RULES(
    "<month> [the] <day>|<nth>, <year>",
    examples={
        "It opened on Nov. 4, 2019.": "2019-11-04",
        "May 3rd 2018": "2018-05-03",
    },
    never=("February 31, 2019",),
)
@RULES(
    "[the] <day>|<nth> [of] <month>, <year>",
    examples={"4 November 2019": "2019-11-04", "the 4th of May, 2018": "2018-05-04"},
    never=("31 February 2019",),
)
@RULES("<month> the <ordinal>, <year>", examples={"May the fourth, 2018": "2018-05-04"})
@RULES(
    "the <ordinal> of <month>, <year>",
    examples={"It opened on the fourth of May 2018.": "2018-05-04"},
)
def full_date(match: Match, context: Context) -> Meaning | None:
    day = day_told(match)
    return on(int(match["year"]), month_number(match["month"]), day)


@RULES(
    "<iso>",
    examples={"2019-11-04": "2019-11-04", "2019-11-04T08:30:00Z": "time 2019-11-04T08:30"},
    never=("2019-02-31",),
)
def iso(match: Match, context: Context) -> Meaning | None:
    year, month, day = match["iso"][:10].split("-")
    meaning = on(int(year), int(month), int(day))
    if meaning is None or len(match["iso"]) == len("2019-11-04"):
        return meaning
    return replace(
        meaning, kind="time", timex=match["iso"][: len("2019-11-04T08:30")].replace(" ", "T")
    )


@RULES(
    "<month> [of], <year>",
    examples={"In April 2018 it began.": "2018-04", "Sept. 2017": "2017-09"},
)
def month_year(match: Match, context: Context) -> Meaning | None:
    return written(edtf_month(int(match["year"]), month_number(match["month"])))


@RULES("[the] <season> [of] <year>", examples={"the spring of 2018": "2018-21"})
def season_year(match: Match, context: Context) -> Meaning | None:
    return written(edtf_month(int(match["year"]), SEASONS[match["season"].lower()]))


@RULES(
    "[the] winter [of] <year> – <two_digits>|<year>",
    examples={"the winter of 1939-40": "1939-24", "in winter 2018–2019": "2018-24"},
    never=("the winter of 1939-41",),
)
def winter_of_two_years(match: Match, context: Context) -> Meaning | None:
    """A winter by both its years; EDTF's begins in the December of the first."""
    year = int(match["year"])
    is_next = str(year + 1).endswith(match["two_digits"] or match["year2"])
    return written(edtf_month(year, SEASONS["winter"])) if is_next else None


@RULES(
    "<half_year> [of], <year>",
    examples={"Sales fell in H1 2018.": "2018-40"},
)
def half_year(match: Match, context: Context) -> Meaning | None:
    return written(edtf_month(int(match["year"]), 39 + int(match["half_year"][1])))


@RULES(
    "<short_quarter>",
    examples={"In 1Q19 it grew.": "2019-33", "Q4’18 was good.": "2018-36", "in 2H 2018": "2018-41"},
    never=("It won 1Q19X.",),
)
def short_quarter_year(match: Match, context: Context) -> Meaning | None:
    """As analysts write it: "1Q19", "Q4'18", "2H 2018"."""
    letters = match["short_quarter"].upper()
    number, year = next(iter(re.findall(r"\d", letters))), 2000 + int(letters[-2:])
    return written(edtf_month(year, (32 if "Q" in letters else 39) + int(number)))


@RULES("<quarter> [of], <year>", examples={"In Q3 2019 it rained.": "2019-35"})
def quarter_year(match: Match, context: Context) -> Meaning | None:
    return written(edtf_month(int(match["year"]), 32 + int(match["quarter"][1])))


@RULES(
    "[the] <decade>",
    examples={
        "It was big in the 1990s.": "199X",
        "It goes back to the 1500s.": "15XX",
        "It was big in the 2000s.": "200X",
        "It was big in the 1990’s.": "199X",
    },
    never=("It was in 1990’s election.",),
)
def decade(match: Match, context: Context) -> Meaning | None:
    """A decade; "the 1500s" are a century."""
    digits = match["decade"]
    is_century = digits[2:4] == "00" and digits < "1900"
    return written(digits[:2] + "XX" if is_century else digits[:3] + "X")


def day_told(match: Match) -> int:
    """The day of a month: 4 for "4", "4th" and "fourth"."""
    if match["ordinal"]:
        return ORDINALS[match["ordinal"].lower()]
    return int(match["day"] or match["nth"][:-2])


def on(year: int, month: int, day: int) -> Meaning | None:
    """A day; None where the calendar doesn't have it."""
    try:
        day_number(year, month, day)
    except ValueError:
        return None
    return written(f"{edtf_month(year, month)}-{day:02}")


def month_number(word: str) -> int:
    """1 for "January", "Jan.", "JAN"."""
    return MONTHS[word.lower().rstrip(".")]

"""Years and quarters of a firm, which need not be the calendar's: "FY19", "fiscal 2018"."""

import re
from dataclasses import replace

from articles.dates.context import Context
from articles.dates.english.numerals import ORDINALS
from articles.dates.english.periods import ENDS
from articles.dates.english.quarters import quarter_numbered
from articles.dates.meaning import Meaning, approximate, timex_of, unresolved, written
from articles.dates.rule import Family, Match

RULES = Family()
FISCAL = "a firm’s fiscal year need not be the calendar’s"


@RULES(
    "fiscal [year] <year>",
    examples={"It earned more in fiscal 2018.": "2018~", "for fiscal year 2018": "2018~"},
)
@RULES("fiscal- year <year>", examples={"for fiscal-year 2018": "2018~"})
@RULES(
    "[the] <year> fiscal|financial|tax year",
    examples={"in the 2018 fiscal year": "2018~"},
)
def fiscal_year(match: Match, context: Context) -> Meaning | None:
    return written(f"{match['year']}~", note=FISCAL)


@RULES(
    "<fiscal>",
    examples={
        "It earned more in FY2018.": "2018~",
        "in FY 19": "2019~",
        "It earned more in FY 2018-19.": "2018~/2019~",
    },
    never=("in FY 2018-17",),
)
def short_fiscal_year(match: Match, context: Context) -> Meaning | None:
    first, *last = re.findall(r"\d+", match["fiscal"])
    years = [f"20{first[-2:]}", *(f"20{year}" for year in last)]
    if sorted(set(years)) != years:
        return None
    return written("/".join(f"{year}~" for year in years), note=FISCAL)


@RULES("<quarter>|<half_year> [of] <fiscal>", examples={"Sales fell in Q3 FY19.": ""})
def part_of_fiscal_year(match: Match, context: Context) -> Meaning | None:
    return unresolved(FISCAL)


@RULES(
    "[the] fiscal [-] <ordinal> quarter|period",
    examples={"Sales fell in the fiscal first quarter.": ""},
)
@RULES("fiscal <ordinal>- quarter", examples={"It told its fiscal third-quarter profit.": ""})
def fiscal_quarter(match: Match, context: Context) -> Meaning | None:
    meaning = quarter_numbered(ORDINALS[match["ordinal"].lower()], match, context)
    if meaning is None or meaning.span is None:
        return meaning
    return unresolved(FISCAL, timex=timex_of(meaning.span))


@RULES(
    "the fiscal|financial year",
    examples={
        "It expects less for the fiscal year.": "2019~",
        "In the fiscal year ended 31 March it lost money.": "duration P1Y",
    },
)
def the_fiscal_year(match: Match, context: Context) -> Meaning | None:
    if ENDS.match(context.text, match.end):
        return Meaning("duration", timex="P1Y")
    meaning = context.current("year")
    if meaning.span is None:
        return meaning
    return replace(meaning, span=approximate(meaning.span), timex=timex_of(meaning.span))

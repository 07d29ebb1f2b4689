"""Dates in figures: "11/04/2019" and "4.11.2019", read by the text's own country, never guessed."""

import re

from articles.dates.context import Context
from articles.dates.english.absolute import month_number, on
from articles.dates.english.figures import order
from articles.dates.meaning import Meaning, unresolved
from articles.dates.rule import Family, Match

RULES = Family()
MONTH_FIRST, DAY_FIRST = ("US", "PH"), ("GB", "IE", "AU", "NZ", "IN", "ZA")


@RULES("<dotted>", examples={"Sold on 4.11.2019.": "2019-11-04"}, never=("version 45.1.2019",))
def dotted(match: Match, context: Context) -> Meaning | None:
    day, month, year = map(int, match["dotted"].split("."))
    return on(year, month, day) if month <= 12 else None


@RULES(
    "<year_first>",
    examples={"Posted 2019/11/04": "2019-11-04", "2019.11.04": "2019-11-04"},
    never=("2019/13/04", "page 2019/11"),
)
def year_first(match: Match, context: Context) -> Meaning | None:
    year, month, day = map(int, re.split(r"[/.]", match["year_first"]))
    return on(year, month, day) if 1 <= month <= 12 else None


@RULES(
    "<named_month>",
    examples={"Posted 4-Nov-2019": "2019-11-04", "04/Nov/2019": "2019-11-04"},
    never=("31-Feb-2019",),
)
def named_month(match: Match, context: Context) -> Meaning | None:
    day, month, year = re.split(r"[-/]", match["named_month"])
    return on(int(year), month_number(month), int(day))


@RULES(
    "<slashed>",
    examples={
        "Sold on 25/11/2019.": "2019-11-25",
        "on 11/25/19": "2019-11-25",
        "on 11/04/2019": "",
        "It opened on 11/25/2018 and shut on 11/04/2019.": "2019-11-04",
        "It opened on 25/11/2018 and shut on 11/04/2019.": "2019-04-11",
        "Open 25/11/2018 to 11/25/2019, shut 11/04/2019.": "",
    },
    never=("the score was 45/50/60",),
)
def slashed(match: Match, context: Context) -> Meaning | None:
    first, second, year = map(int, match["slashed"].split("/"))
    if year < 100:
        year += 2000 if year < 70 else 1900
    is_month_first = order(first, second)
    if max(first, second) <= 12 and first != second:
        is_month_first = order_of(context)
        if is_month_first is None:
            return unresolved("in some countries the month stands first, in others the day")
    month, day = (first, second) if is_month_first else (second, first)
    return on(year, month, day) if month <= 12 else None


def order_of(context: Context) -> bool | None:
    """Whether the text puts the month first: by its country, else by its other dates in figures."""
    region = context.language.rpartition("-")[2]
    if region in MONTH_FIRST + DAY_FIRST:
        return region in MONTH_FIRST
    return context.month_first

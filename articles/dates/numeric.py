"""Dates in figures: "11/04/2019" and "4.11.2019", read by the text's own country, never guessed."""

from articles.dates.absolute import on
from articles.dates.context import Context
from articles.dates.meaning import Meaning, unresolved
from articles.dates.rule import Family, Match

RULES = Family()
MONTH_FIRST, DAY_FIRST = ("US", "PH"), ("GB", "IE", "AU", "NZ", "IN", "ZA")


@RULES("<dotted>", examples={"Sold on 4.11.2019.": "2019-11-04"}, never=("version 45.1.2019",))
def dotted(match: Match, context: Context) -> Meaning | None:
    day, month, year = map(int, match["dotted"].split("."))
    return on(year, month, day) if month <= 12 else None


@RULES(
    "<slashed>",
    examples={
        "Sold on 25/11/2019.": "2019-11-25",
        "on 11/25/19": "2019-11-25",
        "on 11/04/2019": "",
    },
    never=("the score was 45/50/60",),
)
def slashed(match: Match, context: Context) -> Meaning | None:
    first, second, year = map(int, match["slashed"].split("/"))
    if year < 100:
        year += 2000 if year < 70 else 1900
    region = context.language.rpartition("-")[2]
    if first <= 12 and second <= 12 and first != second and region not in MONTH_FIRST + DAY_FIRST:
        return unresolved("in some countries the month stands first, in others the day")
    is_month_first = second > 12 or (region in MONTH_FIRST and first <= 12)
    month, day = (first, second) if is_month_first else (second, first)
    return on(year, month, day) if month <= 12 else None

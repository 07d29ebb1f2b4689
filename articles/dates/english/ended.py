"""Periods of reports that are told by their last day: "the quarter ended Sept. 30"."""

from dataclasses import replace

from articles.dates.context import Context
from articles.dates.counting import months_on
from articles.dates.days import day_parts, iso_day
from articles.dates.edtf import Span, parse_edtf
from articles.dates.english.periods import the_quarter
from articles.dates.meaning import Meaning, Place, around, timex_of
from articles.dates.rule import Family, Match

RULES = Family()
HALF_A_QUARTER = 45


@RULES(
    "<date>, ended|ending|that_ended <date>",
    of_dates=True,
    examples={
        "In the quarter ended Sept. 30 it grew.": "2019-07/2019-09",
        "In the quarter ended July 31, 2019 it grew.": "2019-05/2019-07",
        "In the latest quarter, ended Oct. 27, it grew.": "2019-07-28/2019-10-27",
    },
    never=("In the third quarter ended Sept. 30 it grew.",),
)
def quarter_to(match: Match, context: Context) -> Meaning | None:
    """The three months to a day; in TIMEX3 the quarter of the calendar that holds most of them."""
    quarter, end = match.dates
    meaning = context.read(end, context.within)
    if quarter.rule.read is not the_quarter or meaning is None or meaning.span is None:
        return None
    day = meaning.span.last_day
    if day is None or meaning.span.granularity != "day":
        return None
    calendars = around("quarter", day - HALF_A_QUARTER)
    places = (
        Place(quarter.start, quarter.end, calendars, timex_of(calendars)),
        Place(end.start, end.end, meaning.span, timex_of(meaning.span)),
    )
    return replace(meaning, span=months_to(day, 3), places=places)


def months_to(day: int, count: int) -> Span:
    """So many months that end with a day: whole ones, if that is the last of its month."""
    first = months_on(day + 1, -count)
    if day_parts(day + 1)[2] == 1:
        return parse_edtf(f"{iso_day(first)[:-3]}/{iso_day(day)[:-3]}")
    return parse_edtf(f"{iso_day(first)}/{iso_day(day)}")

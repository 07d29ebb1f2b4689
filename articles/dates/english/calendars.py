"""Dates marked with their calendar: "(Old Style)", "[O.S. 25 October]"; kept as written."""

import re
from dataclasses import replace

from articles.dates.context import Context
from articles.dates.days import day_number
from articles.dates.english.absolute import full_date
from articles.dates.meaning import Meaning
from articles.dates.rule import Family, Match

RULES = Family()
MARKS = Family()
JULIAN, GREGORIAN = "in the Julian calendar, as written", "in the Gregorian calendar, as written"
FIRST_GREGORIAN_DAY = day_number(1582, 10, 15)


@MARKS(
    "<date>, <calendar>",
    examples={
        "It fell on 25 October 1917 (Old Style).": "1917-10-25",
        "It fell on 7 November 1917, N.S., in the evening.": "1917-11-07",
    },
    never=("on 25 October 1917 (on Old Style Street)",),
)
def marked(match: Match, context: Context) -> Meaning | None:
    """The day as written, with its calendar for a note: it isn't moved to the other one."""
    meaning = context.read(match.dates[0], context.within)
    if meaning is None or meaning.span is None:
        return meaning
    is_old = (
        "".join(filter(str.isalpha, match["calendar"])).lower().startswith(("o", "j", "inthej"))
    )
    return replace(meaning, note=JULIAN if is_old else GREGORIAN)


@RULES(
    "[the] <day>|<nth> [of] <month> <other_calendar>, <year>",
    examples={
        "It fell on 7 November [O.S. 25 October] 1917.": "1917-11-07",
        "on 25 October (O.S.) 1917": "1917-10-25",
    },
)
@RULES(
    "<month> <day>|<nth> <other_calendar>, <year>",
    examples={"It fell on November 7 [O.S. October 25], 1917.": "1917-11-07"},
)
def both_calendars(match: Match, context: Context) -> Meaning | None:
    """The day before the brackets; if they name another, by the calendar that theirs is not."""
    meaning = full_date(match, context)
    mark = match["other_calendar"]
    is_old = mark.lstrip("[( ").startswith("N" if re.search(r"\d", mark) else "O")
    return meaning and replace(meaning, note=JULIAN if is_old else GREGORIAN)


@RULES(
    "[the] <day>|<nth> [of] <month>, <dual_year>",
    examples={"He was born on 12 February 1731/32.": "1732-02-12"},
    never=("12 May 1731/32", "12 February 1731/33"),
)
@RULES(
    "<month> [the] <day>|<nth>, <dual_year>",
    examples={"on February 11, 1731/2": "1732-02-11"},
)
def in_both_years(match: Match, context: Context) -> Meaning | None:
    """A day before 25 March, when the old year still ran: of its two years the later."""
    old, new = match["dual_year"].split("/")
    year = int(old) + 1
    if not str(year).endswith(new) or match["month"][:3].lower() not in ("jan", "feb", "mar"):
        return None
    meaning = full_date(replace(match, slots={**match.slots, "year": str(year)}), context)
    return meaning and replace(meaning, note=f"{JULIAN}; its year began in March")


def calendar_note(meaning: Meaning) -> str:
    """The note of a meaning; of a day before the Gregorian calendar that it is a Julian one."""
    span = meaning.span
    if meaning.note or span is None or span.granularity != "day" or span.last_day is None:
        return meaning.note
    return JULIAN if span.last_day < FIRST_GREGORIAN_DAY else ""

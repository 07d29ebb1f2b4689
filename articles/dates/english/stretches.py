"""Stretches written as one: "12 to 18 October", "Oct. 12-18, 2019", "1939-45"."""

import re
from collections.abc import Callable
from dataclasses import replace

from articles.dates.context import Context
from articles.dates.edtf import EdtfError, Span, edtf_month, parse_edtf
from articles.dates.english.absolute import month_number
from articles.dates.english.partial import existing
from articles.dates.meaning import Meaning, Place, timex_of, written
from articles.dates.rule import Family, Match

RULES = Family()
FIRST_DAY = re.compile(r"[A-Za-z]+\.?\s\d+")
PAGES = re.compile(r"\b(?:pp?\.|pages?)\s?$", re.IGNORECASE)


@RULES(
    "[from] <day> to|until|through|and <day> [of] <month>",
    examples={"From 12 to 18 October it was shown.": "2019-10-12/2019-10-18"},
    never=("7 to 6 May",),
)
@RULES(
    "[from] <day>, <day> and <day> [of] <month>",
    examples={"on 4, 5 and 6 May it rained": "2019-05-04/2019-05-06"},
)
@RULES("<day> – <day> [of] <month>", examples={"12-18 October": "2019-10-12/2019-10-18"})
@RULES(
    "<month> <day> to|until|through|and <day>",
    examples={
        "Oct. 12 to 18": "2019-10-12/2019-10-18",
        "The alert rose on Oct. 29 to 5.": "2019-10-29",
    },
)
@RULES("<month> <day> – <day>", examples={"It ran Oct. 12-18.": "2019-10-12/2019-10-18"})
@RULES(
    "[the] <nth> to|until|through|and [the] <nth> [of] <month>",
    examples={"on the 12th and 13th of October": "2019-10-12/2019-10-13"},
)
@RULES("<nth> – <nth> [of] <month>", examples={"12th-18th October": "2019-10-12/2019-10-18"})
@RULES("<month> <nth> – <nth>", examples={"Oct. 12th-18th": "2019-10-12/2019-10-18"})
def days_of_month(match: Match, context: Context) -> Meaning | None:
    month = month_number(match["month"])
    days = first_and_last(match)
    if days[0] >= days[1]:
        return first_alone(match, context) if match.rule.name.startswith("<month>") else None
    meaning = context.nearest(match, lambda year: days_span(year, month, days))
    return in_places(meaning, match, context)


@RULES(
    "[the] <nth> to|until|through|and [the] <nth> [of] <month>, <year>",
    examples={"on the 12th and 13th of May 2018": "2018-05-12/2018-05-13"},
)
@RULES(
    "<nth> – <nth> [of] <month>, <year>",
    examples={"12th-18th May 2018": "2018-05-12/2018-05-18"},
)
@RULES(
    "[from] <day> to|until|through|and <day> [of] <month>, <year>",
    examples={"from 12 to 18 October 2020": "2020-10-12/2020-10-18"},
)
@RULES(
    "[from] <day>, <day> and <day> [of] <month>, <year>",
    examples={"on 4, 5 and 6 May 2018": "2018-05-04/2018-05-06"},
)
@RULES("<day> – <day> [of] <month>, <year>", examples={"12-18 May 2020": "2020-05-12/2020-05-18"})
@RULES("<month> <day> – <day>, <year>", examples={"May 12-18, 2020": "2020-05-12/2020-05-18"})
@RULES(
    "<month> <day> to|until|through|and <day>, <year>",
    examples={"May 12 to 18, 2020": "2020-05-12/2020-05-18"},
)
def days_of_a_year(match: Match, context: Context) -> Meaning | None:
    days = first_and_last(match)
    span = days_span(int(match["year"]), month_number(match["month"]), days)
    return in_places(Meaning("date", span), match, context) if span else None


def first_and_last(match: Match) -> tuple[int, int]:
    """The first and last day of a stretch: 12 and 18."""
    if match["nth"]:
        return int(match["nth"][:-2]), int(match["nth2"][:-2])
    return int(match["day"]), int(match["day3"] or match["day2"])


def first_alone(match: Match, context: Context) -> Meaning | None:
    """The first date of what is no stretch: "rose on April 29 to 5"."""
    day = existing_day(match)
    meaning = context.nearest(match, day)
    if meaning.span is None:
        return meaning
    end = FIRST_DAY.match(context.text, match.start)
    place = Place(match.start, end.end() if end else match.end, meaning.span, "")
    return replace(meaning, places=(place,))


def existing_day(match: Match) -> Callable[[int], Span | None]:
    """The match's first day in a year, if there is one."""
    month, day = month_number(match["month"]), first_and_last(match)[0]
    return lambda year: existing(f"{edtf_month(year, month)}-{day:02}")


def days_span(year: int, month: int, days: tuple[int, int]) -> Span | None:
    """All through the days of a month; None where it doesn't have them in this order."""
    first, last = (f"{edtf_month(year, month)}-{day:02}" for day in days)
    try:
        return parse_edtf(f"{first}/{last}")
    except EdtfError:
        return None


def in_places(meaning: Meaning, match: Match, context: Context) -> Meaning:
    """The meaning of a stretch, with the places of its two ends: "12" and "18 October"."""
    found = match.rule.pieces[0].match(context.text, match.start)
    if meaning.span is None or found is None:
        return meaning
    slots = [slot for slot in found.groupdict() if slot.startswith(("day", "nth"))]
    slots = slots or [*found.groupdict()]
    if "month2" in found.groupdict():
        slots = ["month", "month2"]
    first, last = slots[0], slots[-1]
    begin = found.start(first)
    if "month" in found.groupdict():
        begin = min(begin, found.start("month"))
    edges = [parse_edtf(edge) for edge in meaning.span.edtf.split("/")]
    return replace(
        meaning,
        places=(
            Place(begin, found.end(first), edges[0], timex_of(edges[0])),
            Place(found.start(last), match.end, edges[1], timex_of(edges[1])),
        ),
    )


@RULES(
    "<year> – <year>",
    examples={"the war of 1939-1945": "1939/1945"},
    never=("1939-1938", "pp. 1939-1945"),
)
@RULES("<year>- <two_digits>", examples={"the season of 2018-19": "2018/2019"}, never=("2018-01",))
@RULES("<slashed_years>", examples={"By 2016/17 it had none.": "2016/2017"}, never=("2016/12",))
def years(match: Match, context: Context) -> Meaning | None:
    if PAGES.search(context.text, max(0, match.start - 6), match.start):
        return None
    if match["slashed_years"]:
        return season_of_years(match["slashed_years"])
    first = int(match["year"])
    last = int(match["year2"] or f"{match['year'][:2]}{match['two_digits']}")
    if not first < last <= first + 200:
        return None
    return in_places(written(f"{first}/{last}"), match, context)


def season_of_years(figures: str) -> Meaning | None:
    """ "2016/17": two years that follow each other, as one mention."""
    first, _, last = figures.partition("/")
    is_next = str(int(first) + 1).endswith(last)
    return written(f"{first}/{int(first) + 1}") if is_next else None


@RULES(
    "<month> – <month>",
    examples={"The April-June quarter was good.": "2019-04/2019-06"},
    never=("June-May",),
)
@RULES("<month> – <month> <year>", examples={"January–March 2018": "2018-01/2018-03"})
def months(match: Match, context: Context) -> Meaning | None:
    first, last = month_number(match["month"]), month_number(match["month2"])
    if first >= last:
        return None
    if match["year"]:
        span = months_span(int(match["year"]), first, last)
        return in_places(Meaning("date", span), match, context)
    meaning = context.by_tense(match, lambda year: months_span(year, first, last))
    return in_places(meaning, match, context)


def months_span(year: int, first: int, last: int) -> Span:
    """All through the months of a year."""
    return parse_edtf(f"{edtf_month(year, first)}/{edtf_month(year, last)}")

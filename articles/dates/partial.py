"""Dates that leave the year, or the week, to the reader: "June 11", "In June", "Monday"."""

import re

from articles.dates.absolute import month_number
from articles.dates.context import NO_PUBLICATION, Context
from articles.dates.days import day_number, iso_day, weekday
from articles.dates.edtf import EdtfError, Span, edtf_month, parse_edtf
from articles.dates.meaning import Meaning, unresolved
from articles.dates.rule import Family, Match
from articles.dates.vocabulary import SEASONS, WEEKDAYS

RULES = Family()
MONTH_CUE = re.compile(
    r"\b(?:in|of|since|by|until|till|before|after|from|to|and|during|early|late|mid|last|next|this"
    r"|between|through|for|or)[\s-]$",
    re.IGNORECASE,
)


@RULES(
    "<month> [the] <day>|<nth>",
    examples={"He said on Nov. 4 that it was over.": "2019-11-04"},
    never=("February 31",),
)
@RULES("[the] <day>|<nth> [of] <month>", examples={"It closed on the 3rd of June.": "2019-06-03"})
def day_of_month(match: Match, context: Context) -> Meaning | None:
    month, day = month_number(match["month"]), int(match["day"] or match["nth"][:-2])
    if day > (29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31):
        return None
    return context.nearest(match, lambda year: existing(f"{edtf_month(year, month)}-{day:02}"))


@RULES(
    "<month>",
    examples={"In June they met.": "2019-06", "It closed in May.": "2019-05"},
    never=("May I go?", "April said so.", "They march on."),
)
def month(match: Match, context: Context) -> Meaning | None:
    word = match["month"].rstrip(".")
    before = context.text[max(0, match.start - 12) : match.start]
    if word in (
        "May",
        "March",
        "April",
        "June",
        "MAY",
        "MARCH",
        "Mar",
        "Jan",
        "Dec",
        "Sep",
        "August",
    ):
        if context.within is None and not MONTH_CUE.search(before):
            return None
    number = month_number(word)
    return context.nearest(match, lambda year: parse_edtf(edtf_month(year, number)))


@RULES(
    "[the] <season>",
    examples={"They met in the spring.": "2019-21"},
    never=("to spring up", "prices fall", "a fall in prices"),
)
def season(match: Match, context: Context) -> Meaning | None:
    before = context.text[max(0, match.start - 12) : match.start]
    if context.within is None and not re.search(
        r"\b(?:in|this|last|next|of|since|by|until)\s$", before
    ):
        if not (
            match.start != match.end
            and context.text[match.start : match.start + 3].lower() == "the"
            and re.search(r"\b(?:in|of|since|by|until|during)\s$", before)
        ):
            return None
    number = SEASONS[match["season"].lower()]
    return context.nearest(match, lambda year: parse_edtf(edtf_month(year, number)))


@RULES(
    "<weekday>",
    examples={"She resigned on Monday.": "2019-11-04", "They will meet on Friday.": "2019-11-08"},
    never=("The Sun said so.", "We sat down."),
)
def week_day(match: Match, context: Context) -> Meaning | None:
    word = match["weekday"].lower().rstrip(".")
    if len(word) < 6:
        return None
    wanted = WEEKDAYS[word]
    if context.within is not None and context.within.first_day is not None:
        return within(context.within, wanted)
    if context.published is None:
        return unresolved(NO_PUBLICATION)
    days_ago = (weekday(context.published) - wanted) % 7
    day = context.published - days_ago
    if context.tense(match) == "future":
        return Meaning(
            "date",
            parse_edtf(iso_day(day + 7)),
            anchor="publication",
            note="the next after publication",
        )
    return Meaning(
        "date", parse_edtf(iso_day(day)), anchor="publication", note="the latest by publication"
    )


def within(span: Span, wanted: int) -> Meaning | None:
    """The one such weekday inside a span of at most a week."""
    first, last = span.first_day or 0, span.last_day or 0
    day = first + (wanted - weekday(first)) % 7
    if day > last or day + 7 <= last:
        return None
    return Meaning("date", parse_edtf(iso_day(day)))


def existing(edtf: str) -> Span | None:
    """The span, or None where the calendar doesn't have it (29 February)."""
    try:
        return parse_edtf(edtf)
    except EdtfError:
        return None

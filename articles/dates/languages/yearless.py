"""Dates of other languages that leave the year to the reader: "3 de octubre", "en mayo"."""

from articles.dates.context import Context
from articles.dates.days import weekday
from articles.dates.edtf import Span, edtf_month, parse_edtf
from articles.dates.english.partial import existing
from articles.dates.english.steps import part_beside
from articles.dates.languages.matched import (
    around_it,
    day_of,
    is_plain_name,
    lexicon_of,
    month_of,
    stands_after,
    weekday_of,
    year_of,
)
from articles.dates.meaning import Meaning
from articles.dates.rule import Match

LONGEST_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def day_of_month(match: Match, context: Context) -> Meaning | None:
    """A day of a month without its year: in the year that is meant; a weekday has to agree."""
    month, day = month_of(match), day_of(match)
    wanted = weekday_of(match)
    if (
        not is_plain_name(match, context)
        or is_name(match, context)
        or day > LONGEST_MONTHS[month - 1]
    ):
        return None

    def in_year(year: int) -> Span | None:
        span = existing(f"{edtf_month(year, month)}-{day:02}")
        is_wanted = span and (wanted is None or weekday(span.first_day or 0) == wanted)
        return span if is_wanted else None

    return context.by_tense(match, in_year) if match["step"] else context.nearest(match, in_year)


def is_name(match: Match, context: Context) -> bool:
    """Whether the date names a street or a square."""
    before, _ = around_it(match, context)
    return stands_after(rf"(?:{lexicon_of(match).words.names})\s", before)


def month(match: Match, context: Context) -> Meaning | None:
    """A month alone, behind a word that makes it one, or beside "last" or "next"."""
    words = lexicon_of(match).words
    before, _ = around_it(match, context)
    is_cued = match["step"] or context.within is not None or stands_after(words.month_after, before)
    if not is_cued or not is_plain_name(match, context):
        return None
    number = month_of(match)
    if match["step"]:
        step = words.steps[match["step"].lower()]
        return context.from_publication(lambda day: part_beside(day, number, step))

    def in_year(year: int) -> Span:
        return parse_edtf(edtf_month(year, number))

    return context.by_tense(match, in_year)


def days_of_month(match: Match, context: Context) -> Meaning | None:
    """From one day of a month to another, with or without the year."""
    month, first, last = month_of(match), day_of(match), day_of(match, "day2")
    if first >= last:
        return None
    if match["year"]:
        return from_to(year_of(match), month, first, last)
    return context.nearest(match, lambda year: stretch(year, month, first, last))


def from_to(year: int, month: int, first: int, last: int) -> Meaning | None:
    """The days of a month in a known year."""
    span = stretch(year, month, first, last)
    return Meaning("date", span) if span else None


def stretch(year: int, month: int, first: int, last: int) -> Span | None:
    """All days from one to another; None where the calendar doesn't have them."""
    start = edtf_month(year, month)
    return existing(f"{start}-{first:02}/{start}-{last:02}")

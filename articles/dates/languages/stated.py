"""Dates of other languages that state their year: "4 de noviembre de 2019", "en 2018"."""

import re

from articles.dates.context import Context
from articles.dates.days import weekday
from articles.dates.edtf import edtf_month
from articles.dates.english.absolute import on
from articles.dates.languages.matched import (
    around_it,
    day_of,
    lexicon_of,
    month_of,
    stands_after,
    weekday_of,
    year_of,
)
from articles.dates.meaning import Meaning, unresolved, written
from articles.dates.rule import Match

NO_NUMBER_BEFORE = re.compile(
    r"(?:[$£€¥#/.,:+=×*]|§\s?|(?<![^\W\d_])[-–]|\d\s|\b(?:n|nr|no|núm|num|art|p|pp|§)\.?[º°]?\s)$",
    re.IGNORECASE,
)
NO_NUMBER_AFTER = re.compile(r"[%°/:€$]|[.,]\d|-\d|\s?(?:%|€|\$|£)")
ROUND_BEFORE = re.compile(r"\s[A-ZÄÖÜ]\w*[a-zäöüß]{2}")  # "2000 Gäste"
ROMAN = {"I": 1, "V": 5, "X": 10}


def full_date(match: Match, context: Context) -> Meaning | None:
    """A day with its year; a weekday beside it has to agree."""
    meaning = on(year_of(match), month_of(match), day_of(match))
    if meaning is None or meaning.span is None or not match["weekday"]:
        return meaning
    if weekday(meaning.span.first_day or 0) != weekday_of(match):
        return unresolved("the weekday isn’t that of the date")
    return meaning


def numeric(match: Match, context: Context) -> Meaning | None:
    """A date in figures, the day first."""
    day, month, year = map(int, re.split(r"[./]", match["dotted"] or match["slashed"]))
    if year < 100:
        year += 2000 if year < 70 else 1900
    return on(year, month, day) if month <= 12 else None


def month_year(match: Match, context: Context) -> Meaning | None:
    """A month with its year."""
    return written(edtf_month(year_of(match), month_of(match)))


def season_year(match: Match, context: Context) -> Meaning | None:
    """A season with its year."""
    number = lexicon_of(match).words.seasons[match["season"].lower()]
    return written(edtf_month(year_of(match), number))


def year(match: Match, context: Context) -> Meaning | None:
    """A year alone, behind a word that makes it one, or where the language needs none."""
    words = lexicon_of(match).words
    before, after = around_it(match, context)
    if NO_NUMBER_AFTER.match(after) or NO_NUMBER_BEFORE.search(before):
        return None
    if year_of(match) % 100 == 0 and ROUND_BEFORE.match(after):
        return None
    if re.match(rf"\s?(?:{words.counted})", after, re.IGNORECASE):
        return None
    if stands_after(words.year_after, before):
        return written(match["year"])
    is_likely = 1900 < year_of(match) <= 2050 and not stands_after(words.number_after, before)
    return written(match["year"]) if words.is_bare_year and is_likely else None


def decade(match: Match, context: Context) -> Meaning | None:
    """A decade: "los años 1990"."""
    return written(f"{match['year'][:3]}X") if match["year"].endswith("0") else None


def named_decade(match: Match, context: Context) -> Meaning | None:
    """A decade of the last century by name: "los años setenta"."""
    names = lexicon_of(match).words.decades.split()
    return written(f"19{names.index(match['nineties'].lower()) + 2}X")


def short_decade(match: Match, context: Context) -> Meaning | None:
    """A decade of the last century by two figures, or one by four: "años 90", "1990er Jahre"."""
    tens = (match["two_digits"] or match["tens"]).strip("'’er")
    return written(f"{tens[:3]}X" if len(tens) == 4 else f"19{tens[0]}X")


def century(match: Match, context: Context) -> Meaning | None:
    """A century in Roman or plain figures."""
    if match["roman"]:
        number = roman(match["roman"].rstrip("eèmr"))
    else:
        number = day_of(match, "nth" if match["nth"] else "day")
    return written(f"{number - 1:02}XX") if 1 <= number <= 21 else None


def roman(figures: str) -> int:
    """The value of Roman figures."""
    values = [ROMAN[figure] for figure in figures.upper()]
    return sum(
        -value if value < max(values[place:]) else value for place, value in enumerate(values)
    )

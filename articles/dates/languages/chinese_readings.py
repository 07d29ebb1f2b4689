"""How Chinese dates are read that are worded otherwise than in other languages."""

import re

from articles.dates.context import NO_PUBLICATION, Context
from articles.dates.days import day_parts, iso_day, iso_year, weekday
from articles.dates.edtf import edtf_month, parse_edtf
from articles.dates.english.absolute import on
from articles.dates.english.partial import existing
from articles.dates.languages import counted
from articles.dates.languages.chinese_lexicon import NUMERALS
from articles.dates.languages.matched import around_it, day_of, lexicon_of, weekday_of, year_of
from articles.dates.meaning import Meaning, unresolved, written
from articles.dates.rule import Match

# What stands after lengths of time, not after a year or a day: "2000年历史", "4日内".
THEN_NO_YEAR = ("历史", "歷史", "来", "來", "间", "代", "级", "款", "版", "前的")
THEN_NO_DAY = tuple("内內间間游型均线線以元报報")
NO_DAY_AFTER = tuple("每第近达逾约共前后單单双")


def year_first(match: Match, context: Context) -> Meaning | None:
    """A date in figures, the year first."""
    year, month, day = map(int, re.split("[/.]", match["year_first"]))
    return on(year, month, day) if month <= 12 else None


def year(match: Match, context: Context) -> Meaning | None:
    """A year; round ones before 前 are lengths of time ("2000年前")."""
    _, after = around_it(match, context)
    is_length = year_of(match) % 100 == 0 and after.startswith(("前", "以前", "之前", "多"))
    if is_length or after.startswith(THEN_NO_YEAR):
        return None
    return written(f"{year_of(match):04}")


def years(match: Match, context: Context) -> Meaning | None:
    """From one year to another that share their unit: "2015至2017年"."""
    span = existing(f"{year_of(match)}/{year_of(match, 'year2')}")
    return Meaning("date", span) if span else None


def months(match: Match, context: Context) -> Meaning | None:
    """From one month of a year to another."""
    first, last = (
        edtf_month(year_of(match), number_of(match[slot])) for slot in ("month", "month2")
    )
    span = existing(f"{first}/{last}")
    return Meaning("date", span) if span else None


def number_of(word: str) -> int:
    """The number of "11月" or "十一月"."""
    figure = word.rstrip("月").strip()
    return NUMERALS.get(figure) or int(figure)


def month(match: Match, context: Context) -> Meaning | None:
    """A month alone, which is no length of time, since that is counted in 个月."""
    number = number_of(match["month"])
    return context.by_tense(match, lambda year: parse_edtf(edtf_month(year, number)))


def day(match: Match, context: Context) -> Meaning | None:
    """A day of the month around it, else the latest such day by publication."""
    before, after = around_it(match, context)
    if context.within is not None and context.within.granularity == "month":
        span = existing(f"{context.within.edtf[:7]}-{day_of(match):02}")
        return Meaning("date", span) if span else None
    if before.endswith(NO_DAY_AFTER) or after.startswith(THEN_NO_DAY) or match["day"][-1] != "日":
        return None
    if context.published is None:
        return unresolved(NO_PUBLICATION)
    latest = (context.published - off for off in range(62))
    found = next((day for day in latest if day_parts(day)[2] == day_of(match)), None)
    return at(found, "the latest by publication") if found else None


def at(day: int, note: str) -> Meaning:
    """A day counted from publication."""
    return Meaning("date", parse_edtf(iso_day(day)), anchor="publication", note=note)


def week_day(match: Match, context: Context) -> Meaning | None:
    """A weekday that isn't "a week" and a figure: "一周一次"."""
    before, _ = around_it(match, context)
    is_length = before.endswith(tuple("一两兩几每双半0123456789"))
    return None if is_length else counted.week_day(match, context)


def weekday_of_week(match: Match, context: Context) -> Meaning | None:
    """A weekday of the last, this or the next week, which begins on Monday."""
    if context.published is None:
        return unresolved(NO_PUBLICATION)
    step = lexicon_of(match).words.steps[match["step"]]
    monday = context.published - weekday(context.published) + 7 * step
    return at(monday + (weekday_of(match) or 0), "the week begins on Monday")


def century(match: Match, context: Context) -> Meaning | None:
    """A century, or a decade of one."""
    number = NUMERALS.get(match["number"]) or int(match["number"])
    if not 1 <= number <= 21:
        return None
    tens = match["two_digits"][:1]
    return written(f"{number - 1:02}{NUMERALS.get(tens) or tens or 'X'}X")


def decade(match: Match, context: Context) -> Meaning | None:
    """A decade of the last century."""
    tens = match["two_digits"][:1]
    return written(f"19{NUMERALS.get(tens) or tens}X")


def decade_in_full(match: Match, context: Context) -> Meaning | None:
    """A decade by its first year."""
    year = match["year"]
    return written(f"{year[:3]}X") if year.endswith("0") else None


def before_christ(match: Match, context: Context) -> Meaning | None:
    """A year of up to three figures; longer ones are read with what stands before them."""
    number = NUMERALS.get(match["number"]) or int(match["number"])
    return written(iso_year(1 - number)) if number else None

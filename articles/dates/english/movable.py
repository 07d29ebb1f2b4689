"""Holidays that go by the moon: "Ramadan", "Eid al-Fitr", "Passover", "Lunar New Year"."""

import re
from dataclasses import replace

from articles.dates.context import Context
from articles.dates.days import iso_day
from articles.dates.edtf import Span, parse_edtf
from articles.dates.english.named_days import NAMES_A_THING, DayIn
from articles.dates.meaning import Meaning, approximate
from articles.dates.moon import chinese_new_year, hanukkah, hebrew_new_year, islamic, passover
from articles.dates.rule import Family, Match

RULES = Family()
# "Tariq Ramadan" is a person.
A_PERSON = re.compile(
    r"\b(?!(?:In|On|At|During|After|Before|Since|By|Until|For|This|Last|Next|The|Every)\s)"
    r"[A-Z]\w+\s$"
)
BY_SIGHT = "where the new moon is sighted later it is a day later"
EVENING = "it begins on the evening before"


@RULES(
    "<islamic_day>",
    examples={
        "It closed on Eid al-Fitr.": "2019-06-04~",
        "It will open on Eid al-Adha.": "2020-07-31~",
    },
    never=("the Eid al-Fitr Mosque",),
)
def islamic_day(match: Match, context: Context) -> Meaning | None:
    month_and_day = (10, 1) if "fit" in match["islamic_day"].lower() else (12, 10)
    return day_by_moon(match, context, lambda year: islamic(year, *month_and_day), BY_SIGHT)


@RULES(
    "ramadan",
    examples={"Prices rose during Ramadan.": "[2019-05-06..2019-06-03]"},
    never=("Tariq Ramadan spoke.", "Ramadan Kadyrov spoke."),
)
def ramadan(match: Match, context: Context) -> Meaning | None:
    """Some time within the month of fasting."""
    if is_name(match, context):
        return None
    meaning = context.by_tense(match, ramadan_in)
    return replace(meaning, note=f"{meaning.note}; {BY_SIGHT}") if meaning.span else meaning


def ramadan_in(year: int) -> Span | None:
    """The month of fasting that begins in a year: until the day before Eid al-Fitr."""
    first = islamic(year, 9, 1)
    feasts = [islamic(year, 10, 1), islamic(year + 1, 10, 1)]
    feast = next((day for day in feasts if day and first and day > first), None)
    if first is None or feast is None:
        return None
    return parse_edtf(f"[{iso_day(first)}..{iso_day(feast - 1)}]")


@RULES(
    "<hebrew_day>",
    examples={
        "It closed on Yom Kippur.": "2019-10-09",
        "It will open on Hanukkah.": "2019-12-23",
        "It closed at Passover.": "2019-04-20",
    },
)
def hebrew_day(match: Match, context: Context) -> Meaning | None:
    day_in = HEBREW_DAYS[match["hebrew_day"].lower()]
    return day_by_moon(match, context, day_in, EVENING)


@RULES(
    "lunar|chinese new_year",
    examples={
        "It closed on Lunar New Year.": "2019-02-05",
    },
    never=("the chinese new year budget",),
)
def new_year_by_moon(match: Match, context: Context) -> Meaning | None:
    return day_by_moon(match, context, chinese_new_year)


def day_by_moon(match: Match, context: Context, day_in: DayIn, note: str = "") -> Meaning | None:
    """A holiday in the year meant; about it where sight decides. None where it names a thing."""
    if is_name(match, context):
        return None

    def span_in(year: int) -> Span | None:
        day = day_in(year)
        return None if day is None else parse_edtf(iso_day(day))

    meaning = context.by_tense(match, span_in)
    if meaning.span is None:
        return meaning
    span = approximate(meaning.span) if note == BY_SIGHT else meaning.span
    return replace(meaning, span=span, note="; ".join(filter(None, (meaning.note, note))))


def is_name(match: Match, context: Context) -> bool:
    """Whether it is written small, or is part of a name."""
    before = context.text[max(0, match.start - 24) : match.start]
    return (
        context.text[match.start].islower()
        or NAMES_A_THING.match(context.text, match.end) is not None
        or A_PERSON.search(before) is not None
    )


HEBREW_DAYS: dict[str, DayIn] = {
    "rosh hashanah": hebrew_new_year,
    "yom kippur": lambda year: hebrew_new_year(year) + 9,
    "sukkot": lambda year: hebrew_new_year(year) + 14,
    "hanukkah": hanukkah,
    "purim": lambda year: passover(year) - 30,
    "passover": passover,
    "shavuot": lambda year: passover(year) + 50,
}

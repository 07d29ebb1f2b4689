"""Years and centuries outside the usual range: "44 BC", "AD 79", "the 13th century"."""

import re

from articles.dates.context import Context
from articles.dates.days import iso_year
from articles.dates.english.numerals import DECADES, ORDINALS
from articles.dates.english.stretches import in_places
from articles.dates.meaning import Meaning, unresolved, written
from articles.dates.rule import Family, Match

RULES = Family()
PART_OF_THEM = re.compile(r"\b(?:early|mid|late)[\s-]$", re.IGNORECASE)
OF_A_LIFE = re.compile(r"\b(?:his|her|their|my|our|your|its)\s(?:\w+)[\s-]$", re.IGNORECASE)
BEFORE_CHRIST = re.compile(r"\bb\.?\s?c(?:\.?\s?e)?\b", re.IGNORECASE)


@RULES(
    "<any_year> bc|bce|b.c.|b.c.e.|b.c",
    examples={"Caesar died in 44 BC.": "-0043", "in 221 B.C.": "-0220"},
)
@RULES("<far_year> bc|bce|b.c.|b.c.e.|b.c", examples={"It was drawn in 12,000 BC.": "Y-11999"})
def before_christ(match: Match, context: Context) -> Meaning | None:
    year = int((match["any_year"] or match["far_year"]).replace(",", ""))
    return of_year(1 - year) if year else None


@RULES(
    "<any_year> – <any_year> bc|bce|b.c.|b.c.e.|b.c",
    examples={"the war of 499-493 BC": "-0498/-0492"},
    never=("30-44 BC",),
)
@RULES(
    "[from] <any_year> to|until|and <any_year> bc|bce|b.c.|b.c.e.|b.c",
    examples={"It lasted from 499 to 493 BC.": "-0498/-0492"},
)
def years_before_christ(match: Match, context: Context) -> Meaning | None:
    first, last = 1 - int(match["any_year"]), 1 - int(match["any_year2"])
    if not first < last <= 0:
        return None
    return in_places(written(f"{iso_year(first)}/{iso_year(last)}"), match, context)


@RULES("ad|a.d. <any_year>", examples={"Vesuvius erupted in AD 79.": "0079"}, never=("an ad 30",))
@RULES("<any_year> ad|ce|a.d.|c.e.", examples={"It fell in 476 CE.": "0476"}, never=("30 ad",))
def of_our_era(match: Match, context: Context) -> Meaning | None:
    letters = re.sub(r"[\d\W]", "", context.text[match.start : match.end])
    return of_year(int(match["any_year"])) if letters.isupper() else None


@RULES(
    "[the] year <any_year>",
    examples={"It was in the year 1024 that it was issued.": "1024", "in the year 800": "0800"},
    never=("this year 20 firms closed",),
)
def named_year(match: Match, context: Context) -> Meaning | None:
    if len(match["any_year"]) < 3:
        return None
    return of_year(int(match["any_year"]))


def of_year(year: int) -> Meaning:
    """A year, numbered astronomically: 1 BC is 0."""
    return written(iso_year(year))


@RULES(
    "[the] <nth>|<ordinal> century [bc|bce|b.c.|ad|ce|a.d.]",
    examples={
        "In the 13th century he marvelled.": "12XX",
        "the twentieth century": "19XX",
        "in the 5th century BC": "[-0499..-0400]",
        "in the 5th century BCE": "[-0499..-0400]",
    },
)
@RULES("<nth>|<ordinal>- century", examples={"a 19th-century house": "18XX"})
def century(match: Match, context: Context) -> Meaning | None:
    number = int(match["nth"][:-2]) if match["nth"] else ORDINALS[match["ordinal"].lower()]
    if not 1 <= number <= 30:
        return None
    if BEFORE_CHRIST.search(context.text, match.start, match.end):
        first, last = 1 - 100 * number, -100 * (number - 1)
        return written(f"[{iso_year(first)}..{iso_year(last)}]", timex=f"BC{number - 1:02}")
    return written(f"{number - 1:02}XX")


@RULES(
    "[the] <nth>|<ordinal> to|until|and|or [the] <nth>|<ordinal> centuries",
    examples={"They ruled from the 9th to the 13th centuries.": "08XX/12XX"},
    never=("from the 13th to the 9th centuries",),
)
@RULES(
    "[the] <nth>|<ordinal> – <nth>|<ordinal> centuries",
    examples={"9th–13th centuries": "08XX/12XX"},
)
def centuries(match: Match, context: Context) -> Meaning | None:
    words = re.findall(r"\w+", context.text[match.start : match.end].lower())
    numbers = [century_number(word) for word in words]
    first, last = (number for number in numbers if number)
    if not first < last <= 30:
        return None
    return in_places(written(f"{first - 1:02}XX/{last - 1:02}XX"), match, context)


def century_number(word: str) -> int:
    """13 for "13th" and "thirteenth"; 0 for any other word."""
    return int(word[:-2]) if word[0].isdigit() else ORDINALS.get(word, 0)


@RULES(
    "[the] <any_decade> bc|bce|b.c.|b.c.e.|b.c",
    examples={"It was built in the 470s BC.": "[-0478..-0469]", "THE 470S BC": "[-0478..-0469]"},
    never=("in the 470s",),
)
def decade_before_christ(match: Match, context: Context) -> Meaning | None:
    tens = int(match["any_decade"][:-1])
    return written(f"[{iso_year(-8 - tens)}..{iso_year(1 - tens)}]", timex=f"BC{tens // 10:03}")


@RULES(
    "[the] <nineties>",
    examples={
        "It was big in the nineties.": "199X",
    },
    never=("in his sixties", "She is in her early nineties.", "a man in his mid-nineties"),
)
def nineties(match: Match, context: Context) -> Meaning | None:
    has_article = context.text[match.start : match.start + 4].lower().startswith("the ")
    before = context.text[max(0, match.start - 24) : match.start]
    if not has_article and (not PART_OF_THEM.search(before) or OF_A_LIFE.search(before)):
        return None
    tens = DECADES[match["nineties"].lower()] // 10
    if tens == 2:
        return unresolved("it doesn’t say in which century")
    return written(f"19{tens}X")

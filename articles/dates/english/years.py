"""Years: "2018", "'69", "nineteen ninety-six"; and what looks like one and is a number."""

import re

from articles.dates.context import Context
from articles.dates.days import day_parts
from articles.dates.english.numerals import NUMBERS
from articles.dates.meaning import Meaning, unresolved, written
from articles.dates.rule import Family, Match

RULES = Family()


@RULES(
    "<year>",
    examples={
        "It begins in 2020.": "2020",
        "2019 was good": "2019",
        "In 2018 people moved.": "2018",
        "The 2018 menu was short.": "2018",
        "It was built c.1500.": "1500~",
        "a painter (d. 1680)": "1680",
    },
    never=(
        "2000 people came",
        "$2000",
        "about 2019%",
        "No. 2019",
        "2019 m",
        "on Windows 2000",
        "By 1930 (2330 GMT) it was over.",
        "in room 2019",
        "an order of 2019 units",
        "It was won by 1950 votes.",
        "He lives in 2020 Main Street.",
        "under Resolution 1973",
        "at PO Box 2001",
        "She drove a 1987 Chevrolet.",
    ),
)
def year(match: Match, context: Context) -> Meaning | None:
    text = context.text
    before, after = text[max(0, match.start - 12) : match.start], text[match.end : match.end + 24]
    if NOT_A_YEAR_AFTER.match(after):
        return None
    if of_a_life := ABBREVIATED.search(before):
        return written(match["year"] + ("~" if of_a_life[1].startswith("c") else ""))
    if NOT_A_YEAR_BEFORE.search(before):
        return None
    if ADDRESS.match(text, match.end) or CAR.match(text, match.end):
        return None
    if COUNTED.match(after) and not SURE_CUE.search(before):
        return None
    is_usual = 1900 <= int(match["year"]) <= 2050 or context.story.is_near(int(match["year"]))
    if not is_usual and not YEAR_CUE.search(before):
        return None
    return written(match["year"])


@RULES("[the] <short_decade>", examples={"It was big in the ’90s.": "199X"})
def short_decade(match: Match, context: Context) -> Meaning | None:
    return written(f"19{match['short_decade'][1]}X")


@RULES(
    "<short_year>",
    examples={"In ’69 it shut.": "1969", "It opened in '18.": "2018"},
    never=("rock ’n’ roll ’08", "He said '12 of them'."),
)
def short_year(match: Match, context: Context) -> Meaning | None:
    """A year of the hundred that end with the year after publication."""
    before = context.text[max(0, match.start - 12) : match.start]
    if not SHORT_CUE.search(before) or context.text.startswith(("'", "’"), match.end):
        return None
    if context.published is None:
        return unresolved("the century isn’t known without the publication date")
    latest = day_parts(context.published)[0] + 1
    year = latest - (latest - int(match["short_year"][1:])) % 100
    return written(f"{year:04}")


@RULES(
    "[the] [year] <spelled_year>",
    examples={
        "In nineteen ninety-six it opened.": "1996",
        "It opened in twenty nineteen.": "2019",
        "The year two thousand came.": "2000",
        "in eighteen hundred and twelve": "1812",
    },
    never=("nineteen ninety-year-olds", "two thousand people", "twenty thirteen-year-olds"),
)
def spelled_year(match: Match, context: Context) -> Meaning | None:
    before = context.text[max(0, match.start - 12) : match.start]
    is_named = "year" in context.text[match.start : match.end].lower()
    words = match["spelled_year"].lower().replace("-", " ").split()
    if NOT_A_YEAR_AFTER.match(context.text, match.end) or context.text.startswith("-", match.end):
        return None
    if words[0] in ("two", "twenty") and not (is_named or SURE_CUE.search(before)):
        return None
    return written(f"{year_of(words):04}")


def year_of(words: list[str]) -> int:
    """The year that "nineteen ninety six" or "two thousand and four" spells."""
    values = [NUMBERS[word] for word in words if word in NUMBERS]
    if words[:2] == ["two", "thousand"]:
        return 2000 + sum(values[1:])
    return 100 * values[0] + sum(values[1:])


NOT_A_YEAR_BEFORE = re.compile(
    r"""(?:\b(?:Windows|Office|iPhone|model|room|flight|pages?|pp?\.|No\.?|number|Boeing|Route|Interstate|Section
    |Resolution|Channel|Article|Chapter|Form|Box|Apartment|Apt\.|Suite|codes?|Flight|MAX|Directive|RFC|ISO)\s
    |[$£€¥\#/.,:+=]|(?<![a-z])-|\d\s)$""",
    re.IGNORECASE | re.VERBOSE,
)
# "c.1500", "d. 1680"
ABBREVIATED = re.compile(r"\b(ca?\.|(?<=[(,;\s])(?:fl|d|b|r)\.\s)$")
NOT_A_YEAR_AFTER = re.compile(r"[%°/]|:\d|[.,]\d|-\d|\s(?:%|percent\b|per\scent\b|\(\d{4}\sGMT)")
COUNTED = re.compile(
    r"\s?(?:km|kg|m|mm|cm|ft|feet|miles|people|men|women|troops|soldiers|units|dollars|euros|pounds"
    r"|yen|points|shares|tons?|tonnes|years|days|hours|met(?:er|re)s|words|votes|seats|copies|pages|pp"
    r"|jobs|homes|students|workers|members|of\sthem)\b",
    re.IGNORECASE,
)
ADDRESS = re.compile(
    r"\s(?:[A-Z]\w{1,15}\s){1,3}(?:Street|St\.|Avenue|Ave\.|Road|Rd\.|Boulevard|Blvd|Lane|Drive)"
)
CAR = re.compile(
    r"\s(?:Ford|Chevrolet|Chevy|Toyota|Honda|Nissan|BMW|Mercedes|Audi|Volkswagen|Subaru|Jeep|Dodge"
    r"|Buick|Cadillac|Chrysler|Pontiac|Hyundai|Kia|Mazda|Volvo|Tesla|Lexus|Porsche|Ferrari)\b"
)
# "In 2018 people moved" names a year, "2000 people came" a number.
SURE_CUE = re.compile(r"\b(?:in|since|until|during|year)\s$", re.IGNORECASE)
SHORT_CUE = re.compile(r"\b(?:in|since|of|by|until|from|late|early|and|to)\s$", re.IGNORECASE)
YEAR_CUE = re.compile(
    r"\b(?:in|since|by|until|till|before|after|from|to|and|of|during|year|about|around|circa"
    r"|early|late|mid|between|ca?\.)[\s-]$",
    re.IGNORECASE,
)

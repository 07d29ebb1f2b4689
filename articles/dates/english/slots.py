"""The slots of the rules' wordings, such as `<month>` or `<number>`: what each may read."""

import re
from collections.abc import Iterable
from functools import lru_cache

from articles.dates.english.numerals import (
    CENTURY_WORDS,
    DECADES,
    MULTIPLES,
    NUMBER,
    NUMBERS,
    ONES,
    ORDINALS,
    TENS,
    VAGUE_NUMBERS,
)
from articles.dates.english.vocabulary import (
    ADVERBS,
    HEBREW_DAYS,
    HOLIDAYS,
    ISLAMIC_DAYS,
    MONTH_NAMES,
    MONTHS,
    NEWSPAPERS,
    PARTS_OF_DAY,
    PLURALS,
    SEASONS,
    UNITS,
    WEEKDAY_NAMES,
    WEEKDAYS,
    capitalised,
    choice,
    named,
)

HOUR = rf"(?:{choice(ONES[1:13])}|1[0-2]|[1-9])\b"
ZONE_NAME = (
    r"(?:[ECMP][SD]?T|GMT|UTC|BST|I?ST|CES?T|local(?:\stime)?"
    r"|(?:eastern|central|mountain|pacific)(?:\s(?:standard|daylight))?(?:\stime)?)\b"
)
ZONE = rf"(?:(?:{ZONE_NAME}|\({ZONE_NAME}\))(?:\s\(\d{{4}}\sGMT\))?|\(\d{{4}}\sGMT\))"
CALENDAR = (
    r"\((?:old\sstyle|new\sstyle|[on]\.?s\.?|julian|gregorian)(?:\scalendar)?\)"
    r"|(?:old|new)\sstyle|[on]\.\s?s\.|in\sthe\s(?:julian|gregorian)\scalendar"
)
# How "FY", "FY19" and "FY2019" are indexed.
FISCAL_YEARS = frozenset(f"fy{year}" for year in ("", *range(10, 100), *range(2000, 2100)))
DIGITS = frozenset(f"#{length}" for length in range(1, 7))
SHORT_MONTH = f"(?:{choice(name[:3] for name in MONTH_NAMES)})"
SMALL = frozenset(("#1", "#2"))
MIXED = frozenset(("#mixed",))


class Slot:
    """A slot's pattern and the keys (see `key`) of the words that it may begin with."""

    def __init__(self, pattern: str, starts: frozenset[str], *, may_be_article: bool = False):
        self.pattern = pattern
        self.starts = starts
        self.may_be_article = may_be_article


def words(values: Iterable[str]) -> Slot:
    """A slot of plain words."""
    forms = list(values)
    return Slot(choice(forms), first_words(forms))


def first_words(forms: Iterable[str]) -> frozenset[str]:
    """The words that the forms begin with."""
    return frozenset(re.split(r"\W", form)[0] for form in forms)


SLOTS = {
    "month": Slot(named(MONTH_NAMES, MONTHS), frozenset(MONTHS)),
    "weekday": Slot(named(WEEKDAY_NAMES, WEEKDAYS), frozenset(WEEKDAYS)),
    "day": Slot(r"[12]\d|3[01]|0?[1-9]", SMALL),
    "nth": Slot(r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)", MIXED),
    "any_year": Slot(r"\d{1,4}", frozenset(("#1", "#2", "#3", "#4"))),
    "far_year": Slot(r"\d{1,3},\d{3}|\d{5}", frozenset(("#1", "#2", "#3", "#5"))),
    "two_digits": Slot(r"\d\d", frozenset(("#2",))),
    "slashed": Slot(r"\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)", SMALL),
    "year_first": Slot(
        r"(?:19|20)\d\d(?:/[01]\d/[0-3]\d|\.[01]\d\.[0-3]\d)(?![/.]\d)", frozenset(("#4",))
    ),
    "named_month": Slot(rf"\d{{1,2}}(?:-{SHORT_MONTH}-|/{SHORT_MONTH}/)\d{{4}}", SMALL),
    "dotted": Slot(r"\d{1,2}\.\d{1,2}\.\d{4}", SMALL),
    "fiscal": Slot(r"FY\s?(?:20\d\d|['’]?\d\d)(?:[-–/]\d\d)?", FISCAL_YEARS),
    "half_year": Slot(r"H[12]", frozenset(("h1", "h2"))),
    "short_quarter": Slot(
        r"(?-i:(?:[1-4]Q|[12]H)(?:20)?\d\d|(?:[1-4]Q|[12]H)\s20\d\d|(?:Q[1-4]|H[12])['’]\d\d)",
        MIXED | {f"q{number}" for number in range(1, 5)} | {"h1", "h2"},
    ),
    "quarter": Slot(r"Q[1-4]", frozenset(("q1", "q2", "q3", "q4"))),
    "nineties": words(DECADES),
    "units": words(PLURALS),
    "one_unit": words(unit for unit in set(UNITS.values()) if unit not in ("night", "second")),
    "weekdays": words(f"{name}s" for name in WEEKDAY_NAMES),
    "newspaper": Slot(capitalised(NEWSPAPERS), frozenset(NEWSPAPERS)),
    "adverb": words(ADVERBS),
    "clock": Slot(
        rf"(?:1[0-2]|0?[1-9])(?:[:.][0-5]\d)?\s?(?:[ap]\.m\b\.?|[ap]m\b)(?:\s{ZONE})?",
        SMALL | MIXED,
    ),
    "zone": Slot(ZONE, frozenset()),
    "clock_figures": Slot(r"(?:1[0-2]|[1-9])(?::[0-5]\d)?", SMALL),
    "hours": Slot(
        rf"(?:[01]?\d|2[0-3]):[0-5]\d(?!\d|:)(?:\s?(?:hrs?|hours)\b\.?)?(?:\s{ZONE})?"
        r"|(?:[01]\d|2[0-3])[0-5]\d\s(?:(?:hrs?|hours)\b\.?|GMT|UTC)"
        r"|(?:[01]?\d|2[0-3])\.[0-5]\d\s(?:GMT|BST|UTC|CES?T)",
        SMALL | frozenset(("#4",)),
    ),
    "spoken_time": Slot(
        rf"(?:half\spast|(?:a\s)?quarter\s(?:past|to))\s{HOUR}(?:\so['’]clock)?|{HOUR}\so['’]clock",
        SMALL | {*ONES[1:13], "half", "quarter"},
        may_be_article=True,
    ),
    "holiday": Slot(choice(HOLIDAYS).replace("'", "['’]"), first_words(HOLIDAYS)),
    "islamic_day": words(ISLAMIC_DAYS),
    "hebrew_day": words(HEBREW_DAYS),
    "year": Slot(r"[12]\d{3}", frozenset(("#4",))),
    "slashed_years": Slot(r"(?:1[89]|20)\d\d/\d\d(?!/)", frozenset(("#4",))),
    "dual_year": Slot(r"1[1-7]\d\d/\d\d?", frozenset(("#4",))),
    "calendar": Slot(CALENDAR, frozenset()),
    "other_calendar": Slot(r"[\[(]\s?[ON]\.?\s?S\.?[^\[\]()\n]{0,24}[\])]", frozenset()),
    "decade": Slot(r"[12]\d\d0s|(?<=(?:the|rly|ate|mid)[\s-])[12]\d\d0\s?['’]s\b", MIXED | {"#4"}),
    "short_decade": Slot(r"['’‘][2-9]0['’]?s", MIXED),
    "short_year": Slot(r"['’‘]\d\d", frozenset(("#2",))),
    "spelled_year": Slot(
        rf"(?:{choice(CENTURY_WORDS)})[-\s](?:hundred(?:[-\s]and)?[-\s])?(?:oh[-\s](?:{choice(ONES[1:10])})"
        rf"|(?:{choice(TENS)})[-\s](?:{choice(ONES[1:10])})|{choice(ONES[10:] + TENS)})"
        rf"|two\sthousand(?:(?:\sand)?\s(?:{choice(ONES[1:])}|twenty(?:[-\s](?:{choice(ONES[1:10])}))?))?",
        frozenset((*CENTURY_WORDS, "two")),
    ),
    "any_decade": Slot(r"\d{1,3}0s", MIXED),
    "iso": Slot(
        r"[12]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
        r"(?:[T ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d"
        rf"|\s{ZONE})?)?",
        frozenset(("#4",)),
    ),
    "number": Slot(
        NUMBER,
        DIGITS
        | {*NUMBERS, *MULTIPLES, "half"}
        | {word.removeprefix("a ").split()[0] for word in VAGUE_NUMBERS},
        may_be_article=True,
    ),
    "unit": words(UNITS.keys() - {"second"}),  # "the 1988 second quarter"
    "season": words(SEASONS),
    "part": words(PARTS_OF_DAY),
    "ordinal": words(ORDINALS),
}


@lru_cache(maxsize=4096)
def key(word: str) -> str:
    """What the rules are indexed by: the word in lower case; "#4" for four digits; "#mixed"."""
    if word[0].isalpha():
        return word.lower()
    return f"#{len(word)}" if word.isascii() and word.isdigit() else "#mixed"

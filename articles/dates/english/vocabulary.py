"""The words of the rules: what a slot such as `<month>` or `<number>` may read, and its value."""

import re
from collections.abc import Iterable

MONTH_NAMES = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
MONTHS = {name: number for number, name in enumerate(MONTH_NAMES, 1)}
MONTHS |= {name[:3]: number for name, number in MONTHS.items()} | {"sept": 9}
WEEKDAY_NAMES = (
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
)  # fmt: skip
WEEKDAYS = {name: number for number, name in enumerate(WEEKDAY_NAMES)}
WEEKDAYS |= {name[:3]: number for name, number in WEEKDAYS.items()}
WEEKDAYS |= {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
UNITS = {
    word + ending: word
    for word in (
        "second", "minute", "hour", "day", "night", "weekend", "week", "fortnight", "month",
        "quarter", "year", "decade", "century",
    )
    for ending in ("", "s")
}  # fmt: skip
UNITS |= {"centuries": "century", "hr": "hour", "hrs": "hour", "min": "minute", "mins": "minute"}
del UNITS["centurys"]
PARTS_OF_DAY = {
    "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "midday": "MI",
}  # fmt: skip
ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
CENTURY_WORDS = ("sixteen", "seventeen", "eighteen", "nineteen", "twenty")
NUMBERS = {word: number for number, word in enumerate(ONES)}
NUMBERS |= {word: 10 * number for number, word in enumerate(TENS, 2)}
MULTIPLES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
ORDINAL_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
ORDINALS = {word: number for number, word in enumerate(ORDINAL_WORDS, 1)}
ORDINALS |= {"twenty-first": 21, "thirtieth": 30}
DECADES = {f"{word[:-1]}ies": 10 * number for number, word in enumerate(TENS, 2)}
# Plural units without a number are lengths of time: "for years", "over the coming weeks".
PLURALS = {
    word: unit
    for word, unit in UNITS.items()
    if word.endswith("s") and unit not in ("second", "quarter")
}
# Adverbs and adjectives of repetition, and the TIMEX3 length of their period.
ADVERBS = {
    "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "fortnightly": "P2W", "monthly": "P1M",
    "quarterly": "P1Q", "annually": "P1Y", "annual": "P1Y", "yearly": "P1Y", "biennial": "P2Y",
}  # fmt: skip
# Which day each of them is, named_days knows.
HOLIDAYS = (
    "new year's day", "new year's eve", "valentine's day", "st. patrick's day", "may day",
    "independence day", "fourth of july", "halloween", "veterans day", "armistice day",
    "christmas eve", "christmas day", "christmas", "boxing day", "election day",
    "martin luther king day",
    "presidents' day", "presidents day", "mother's day", "memorial day", "father's day",
    "labor day", "columbus day", "thanksgiving day", "thanksgiving", "palm sunday", "good friday",
    "easter sunday", "easter monday", "easter",
)  # fmt: skip
# Names of newspapers that a day may stand before: "The Sunday Times".
NEWSPAPERS = "times telegraph mail express mirror post herald star review".split()
# Numbers that aren't: TIMEX3 writes them X.
VAGUE_NUMBERS = (
    "a few", "few", "several", "some", "many", "a couple of", "a couple", "couple of", "couple",
    "dozens of", "recent", "a number of", "various",
)  # fmt: skip
# Lower-case "may", "march" and "sun" are words of their own; so are the short forms.
NEED_CAPITALS = {"may", "march", "august"}


def choice(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def capitalised(words: list[str]) -> str:
    """A pattern for the words written Capitalised or in CAPITALS only."""
    return "(?-i:" + choice([form for word in words for form in (word.title(), word.upper())]) + ")"


def named(full: tuple[str, ...], short: dict[str, int]) -> str:
    """A pattern for names of months or weekdays: full in any case, short ones with a capital."""
    free = [name for name in full if name not in NEED_CAPITALS]
    abbreviations = [name for name in short if name not in full]
    needy = [name for name in full if name in NEED_CAPITALS]
    forms = [choice(free), rf"{capitalised(abbreviations)}\b\.?"]
    return "|".join(forms + ([capitalised(needy)] if needy else []))


ONE = choice(ONES[1:10])
SMALL_NUMBER = rf"(?:(?:{choice(TENS)})(?:[-\s](?:{ONE})\b)?|(?:{choice(ONES)}))\b"
HUNDREDS = rf"{SMALL_NUMBER}(?:[-\s]hundred(?:\sand\s|\s)?(?:{SMALL_NUMBER})?\b)?"
NUMBER = (
    r"\d{1,3}(?:,\d{3}){1,3}|\d{1,6}(?:\.\d{1,2}|\s\d/\d|-\d/\d)?(?:\s(?:m|b)illion\b)?"
    rf"|(?:{HUNDREDS}|an?\s(?=hundred|thousand|million))"
    rf"(?:(?:[-\s]|\sand\s)?(?:hundred|thousand|million)\b(?:(?:\sand)?\s{HUNDREDS})?){{0,3}}"
    rf"(?:[-\s]and[-\s]a[-\s]half)?|{choice(VAGUE_NUMBERS)}|half\san?|an?"
)
HOUR = rf"(?:{choice(ONES[1:13])}|1[0-2]|[1-9])\b"
ZONE = (
    r"(?:\(?(?:[ECMP][SD]?T|GMT|UTC|BST|CES?T|local\stime)\b\)?(?:\s\(\d{4}\sGMT\))?"
    r"|\(\d{4}\sGMT\))"
)
CALENDAR = (
    r"\((?:old\sstyle|new\sstyle|[on]\.?s\.?|julian|gregorian)(?:\scalendar)?\)"
    r"|(?:old|new)\sstyle|[on]\.\s?s\.|in\sthe\s(?:julian|gregorian)\scalendar"
)
# How "FY", "FY19" and "FY2019" are indexed.
FISCAL_YEARS = frozenset(f"fy{year}" for year in ("", *range(10, 100), *range(2000, 2100)))
DIGITS = frozenset(f"#{length}" for length in range(1, 7))
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
    "dotted": Slot(r"\d{1,2}\.\d{1,2}\.\d{4}", SMALL),
    "fiscal": Slot(r"FY\s?(?:20\d\d|['’]?\d\d)(?:[-–/]\d\d)?", FISCAL_YEARS),
    "half_year": Slot(r"H[12]", frozenset(("h1", "h2"))),
    "quarter": Slot(r"Q[1-4]", frozenset(("q1", "q2", "q3", "q4"))),
    "nineties": words(DECADES),
    "units": words(PLURALS),
    "one_unit": words(unit for unit in set(UNITS.values()) if unit not in ("night", "second")),
    "weekdays": words(f"{name}s" for name in WEEKDAY_NAMES),
    "newspaper": Slot(capitalised(NEWSPAPERS), frozenset(NEWSPAPERS)),
    "adverb": words(ADVERBS),
    "clock": Slot(rf"(?:1[0-2]|0?[1-9])(?::[0-5]\d)?\s?[ap]\.?m\b\.?(?:\s{ZONE})?", SMALL | MIXED),
    "hours": Slot(
        rf"(?:[01]?\d|2[0-3]):[0-5]\d(?!\d|:)(?:\s?(?:hrs?|hours)\b\.?)?(?:\s{ZONE})?"
        r"|(?:[01]\d|2[0-3])[0-5]\d\s(?:(?:hrs?|hours)\b\.?|GMT|UTC)",
        SMALL | frozenset(("#4",)),
    ),
    "spoken_time": Slot(
        rf"(?:half\spast|(?:a\s)?quarter\s(?:past|to))\s{HOUR}(?:\so['’]clock)?|{HOUR}\so['’]clock",
        SMALL | {*ONES[1:13], "half", "quarter"},
        may_be_article=True,
    ),
    "holiday": Slot(choice(HOLIDAYS).replace("'", "['’]"), first_words(HOLIDAYS)),
    "year": Slot(r"[12]\d{3}", frozenset(("#4",))),
    "dual_year": Slot(r"1[1-7]\d\d/\d\d?", frozenset(("#4",))),
    "calendar": Slot(CALENDAR, frozenset()),
    "other_calendar": Slot(r"[\[(]\s?[ON]\.?\s?S\.?[^\[\]()\n]{0,24}[\])]", frozenset()),
    "decade": Slot(r"[12]\d\d0s", MIXED),
    "short_decade": Slot(r"['’‘][2-9]0s", MIXED),
    "short_year": Slot(r"['’‘]\d\d", frozenset(("#2",))),
    "spelled_year": Slot(
        rf"(?:{choice(CENTURY_WORDS)})[-\s](?:hundred(?:[-\s]and)?[-\s])?(?:oh[-\s](?:{choice(ONES[1:10])})"
        rf"|(?:{choice(TENS)})[-\s](?:{choice(ONES[1:10])})|{choice(ONES[10:] + TENS)})"
        rf"|two\sthousand(?:(?:\sand)?\s(?:{choice(ONES[1:])}|twenty(?:[-\s](?:{choice(ONES[1:10])}))?))?",
        frozenset((*CENTURY_WORDS, "two")),
    ),
    "any_decade": Slot(r"\d{1,3}0s", MIXED),
    "iso": Slot(r"[12]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])", frozenset(("#4",))),
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


def key(word: str) -> str:
    """What the rules are indexed by: the word in lower case; "#4" for four digits; "#mixed"."""
    if word[0].isalpha():
        return word.lower()
    return f"#{len(word)}" if word.isascii() and word.isdigit() else "#mixed"


def number(text: str) -> float | None:
    """The value of a `<number>`; None where it's vague ("several")."""
    words_read = re.split(r"[-\s]+", text.lower().strip())
    if text[0].isdigit():
        return read_digits(words_read)
    if words_read[0] in ("a", "an") and len(words_read) > 1:
        words_read = words_read[1:]
    elif words_read[0] in ("a", "an"):
        return 1
    if words_read[0] == "couple":
        return 2
    if words_read[0] == "half":
        return 0.5
    return read_number_words(words_read)


def read_digits(pieces: list[str]) -> float:
    """ "1,400", "2.5", "2 1/2" as a number."""
    whole = float(pieces[0].replace(",", ""))
    if pieces[-1] in MULTIPLES:
        return whole * MULTIPLES[pieces[-1]]
    if len(pieces) > 1:
        top, _, bottom = pieces[1].partition("/")
        return whole + int(top) / max(int(bottom), 1)
    return whole


def read_number_words(pieces: list[str]) -> float | None:
    """ "twenty-five", "two thousand five hundred and six", "two and a half" as a number."""
    total, group = 0.0, 0.0
    for word in pieces:
        if word in NUMBERS:
            group += NUMBERS[word]
        elif word == "hundred":
            group = max(group, 1) * 100
        elif word in MULTIPLES:
            total += max(group, 1) * MULTIPLES[word]
            group = 0.0
        elif word == "half":
            group += 0.5
        elif word not in ("and", "a"):
            return None
    return total + group

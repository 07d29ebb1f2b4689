"""The words of the rules, and what they stand for."""

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
# Plural units without a number are lengths of time: "for years", "over the coming weeks".
PLURALS = {
    word: unit
    for word, unit in UNITS.items()
    if word.endswith("s") and unit not in ("second", "quarter", "weekend")
}
# Adverbs and adjectives of repetition, and the TIMEX3 length of their period.
ADVERBS = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "fortnightly": "P2W",
    "monthly": "P1M",
    "quarterly": "P1Q", "annually": "P1Y", "annual": "P1Y", "yearly": "P1Y", "biennial": "P2Y",
}  # fmt: skip
# Which day each of them is, named_days knows.
HOLIDAYS = (
    "new year's day", "new year's eve", "valentine's day", "st. patrick's day", "may day",
    "independence day", "halloween", "veterans day", "armistice day",
    "christmas eve", "christmas day", "christmas", "boxing day", "election day",
    "martin luther king day",
    "presidents' day", "presidents day", "mother's day", "memorial day", "father's day",
    "labor day", "columbus day", "thanksgiving day", "thanksgiving", "palm sunday", "good friday",
    "easter sunday", "easter monday", "easter", "ash wednesday", "shrove tuesday", "mardi gras",
    "maundy thursday", "holy saturday", "pentecost", "whit sunday", "orthodox easter",
    "inauguration day", "groundhog day", "international women's day", "april fools' day",
    "earth day", "anzac day", "cinco de mayo", "juneteenth", "canada day", "bastille day",
    "indigenous peoples' day", "guy fawkes night", "bonfire night", "remembrance day",
    "remembrance sunday", "cyber monday", "pearl harbor day", "st patrick's day",
    "martin luther king jr. day", "veterans' day", "australia day", "mlk day", "burns night",
    "hogmanay", "whit monday", "ascension day", "trinity sunday",
    "all saints' day", "all souls' day", "st stephen's day", "st george's day",
    "st andrew's day", "st david's day",
)  # fmt: skip
ISLAMIC_DAYS = ("eid al-fitr", "eid ul-fitr", "eid al-adha", "eid ul-adha")
HEBREW_DAYS = ("rosh hashanah", "yom kippur", "sukkot", "hanukkah", "purim", "passover", "shavuot")
# Names of newspapers that a day may stand before: "The Sunday Times".
NEWSPAPERS = "times telegraph mail express mirror post herald star review".split()
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

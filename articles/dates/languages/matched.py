"""What the words of a match in another language say, and what stands around it."""

import re
from functools import cache

from articles.dates.abroad import named_month
from articles.dates.context import Context
from articles.dates.languages.lexicon import LEXICONS, Lexicon
from articles.dates.rule import Match
from articles.dates.tense import Tense, as_tense, clause_at

BEFORE = 24


def lexicon_of(match: Match) -> Lexicon:
    """The language of the rule that found a match."""
    return LEXICONS[match.rule.language]


def month_of(match: Match) -> int:
    """The number of the month that a match names, by dateparser."""
    name = (match["month"] or match["month_name"]).rstrip(".")
    return named_month(name, match.rule.language) or lexicon_of(match).months[name.lower()]


def day_of(match: Match, slot: str = "day") -> int:
    """The number of the day that a match names; 1 for "primero"."""
    digits = re.match(r"\d+", match[slot].strip("("))
    return int(digits[0]) if digits else 1


def weekday_of(match: Match) -> int | None:
    """The number of the weekday that a match names."""
    return lexicon_of(match).weekdays.get((match["weekday"] or match["bare_weekday"]).lower())


def tense_of(match: Match, text: str) -> Tense:
    """The tense that "last" or "next" gives the date, else that of its clause."""
    lexicon = lexicon_of(match)
    step = lexicon.words.steps.get(match["step"].lower())
    if step:
        return "past" if step < 0 else "future"
    begin, end = clause_at(text, match.start, match.end)
    before = list(lexicon.verbs.finditer(text, begin, match.start))
    verb = before[-1] if before else lexicon.verbs.search(text, match.end, end)
    return as_tense(verb.lastgroup if verb else None)


def is_plain_name(match: Match, context: Context) -> bool:
    """Whether the month or weekday is written as the language writes it, not as a name."""
    word = match["month_name"] or match["weekday"] or match["bare_weekday"]
    return word[0].isupper() == lexicon_of(match).words.has_capitals or word.isupper()


def around_it(match: Match, context: Context) -> tuple[str, str]:
    """What stands just before and after a match."""
    before = context.text[max(0, match.start - BEFORE) : match.start]
    return before, context.text[match.end : match.end + BEFORE]


def stands_after(words: str, before: str) -> bool:
    """Whether the text before a match ends with one of the words of a pattern."""
    return bool(ending(words).search(before))


@cache
def ending(words: str) -> re.Pattern[str]:
    """A pattern for a text that ends with one of the words of a pattern."""
    return re.compile(rf"(?:^|[^\w])(?:{words})$", re.IGNORECASE)

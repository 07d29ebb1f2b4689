"""What the words of a match in another language say, and what stands around it."""

import re
from bisect import bisect_left
from functools import cache, lru_cache

from articles.dates.abroad import named_month
from articles.dates.context import Context
from articles.dates.english.clauses import clause_at
from articles.dates.english.tense import Tense, as_tense
from articles.dates.languages.lexicon import LEXICONS, Lexicon
from articles.dates.rule import Match

BEFORE = 24
FIGURES = str.maketrans("〇零○一二三四五六七八九", "000123456789")
STOPS = "。！？；"  # which end a clause in Chinese


def lexicon_of(match: Match) -> Lexicon:
    """The language of the rule that found a match."""
    return LEXICONS[match.rule.language]


def month_of(match: Match) -> int:
    """The number of the month that a match names, by dateparser."""
    name = "".join((match["month"] or match["month_name"]).rstrip(".").split())
    return named_month(name, match.rule.language) or lexicon_of(match).months[name.lower()]


def year_of(match: Match, slot: str = "year") -> int:
    """The year that a match names, in Arabic or Chinese figures."""
    return int((match[slot] or match["hanzi_" + slot]).translate(FIGURES))


def day_of(match: Match, slot: str = "day") -> int:
    """The number of the day that a match names; 1 for "primero"."""
    digits = re.match(r"\d+", match[slot].strip("("))
    if digits:
        return int(digits[0])
    return int(lexicon_of(match).words.numbers.get(match[slot][:-1].rstrip(), 1))


def weekday_of(match: Match) -> int | None:
    """The number of the weekday that a match names."""
    return lexicon_of(match).weekdays.get((match["weekday"] or match["bare_weekday"]).lower())


def tense_of(match: Match, text: str) -> Tense:
    """The tense that "last" or "next" gives the date, else that of its clause."""
    lexicon = lexicon_of(match)
    words = lexicon.words
    step = words.steps.get(match["step"].lower())
    if step:
        return "past" if step < 0 else "future"
    begin, end = clause_at(text, match.start, match.end)
    begin = max(begin, *(text.rfind(stop, begin, match.start) + 1 for stop in STOPS))
    end = min([end, *(at for stop in STOPS if (at := text.find(stop, match.end, end)) >= 0)])
    starts, tenses = verbs_in(text, words.language)
    last, following = bisect_left(starts, match.start) - 1, bisect_left(starts, match.end)
    if last >= 0 and starts[last] >= begin:
        verb = tenses[last]
    else:
        verb = tenses[following] if following < len(starts) and starts[following] < end else None
    before_it = text[max(begin, match.start - BEFORE) : match.start]
    if stands_after(rf"(?:{words.since})\s", before_it):
        return "past"
    if stands_after(words.put_off, before_it.rstrip()):
        return "future"
    tense = as_tense(verb)
    is_limit = stands_after(rf"(?:{words.until})\s", before_it)
    return "future" if is_limit and tense != "past" else tense


@lru_cache(maxsize=2)
def verbs_in(text: str, language: str) -> tuple[list[int], list[str | None]]:
    """Where the verbs of a text begin that tell a tense, and which ("past", "future")."""
    verbs = list(LEXICONS[language].verbs.finditer(text))
    return [verb.start() for verb in verbs], [verb.lastgroup for verb in verbs]


def is_plain_name(match: Match, context: Context) -> bool:
    """Whether the month or weekday is written as the language writes it, not as a name."""
    word = match["month_name"] or match["weekday"] or match["bare_weekday"]
    has_capitals = lexicon_of(match).words.has_capitals
    return not word or word[0].isupper() == has_capitals or word.isupper()


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

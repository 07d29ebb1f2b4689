"""Chinese words for times: a language without spaces, with figures of its own."""

import re
from collections.abc import Iterator
from functools import cached_property

from articles.dates.english.slots import DIGITS, SLOTS, SMALL, Slot
from articles.dates.english.vocabulary import WEEKDAY_NAMES, choice
from articles.dates.languages.lexicon import CLDR_UNITS, Lexicon
from articles.dates.writing import Writing

FIGURES = "一二三四五六七八九"


def numeral(number: int) -> str:
    """A number below 100 as people write it: 12 is 十二, 30 is 三十."""
    tens, ones = divmod(number, 10)
    lead = ("", "十")[tens] if tens < 2 else f"{FIGURES[tens - 1]}十"
    return lead + (FIGURES[ones - 1] if ones else "")


NUMERALS = {numeral(number): number for number in range(1, 100)}
CHARACTER = re.compile(r"\d+|[A-Za-z]+|[^\W\d]")
UNCUT = r"(?:(?<!\d)|(?!\d))"
STARTS = frozenset(FIGURES + "十")


class ChineseLexicon(Lexicon):
    """The slots of Chinese, in which a rule may begin at every character."""

    @cached_property
    def writing(self) -> Writing:
        """Words stand side by side; only figures must not be cut."""
        return Writing(
            dict(self.slots()), gap=r"[^\S\n]{0,2}", begin=UNCUT, end=UNCUT,
            words=CHARACTER, articles=frozenset(), longest=24,
        )  # fmt: skip

    @cached_property
    def weekdays(self) -> dict[str, int]:
        """The numbers of the weekdays by all of their names."""
        return self.numbered(WEEKDAY_NAMES, start=0) | self.words.weekdays

    @cached_property
    def units(self) -> dict[str, str]:
        """Our names of the units by theirs; "3月" is March and no length of time."""
        theirs = {form: unit for unit in CLDR_UNITS for form in self.data[unit] if form != "月"}
        return theirs | self.words.units

    @cached_property
    def verbs(self) -> re.Pattern[str]:
        """The words that tell the tense, wherever they stand."""
        return re.compile(rf"(?P<future>{self.words.future})|(?P<past>{self.words.past})")

    def slots(self) -> Iterator[tuple[str, Slot]]:
        """The slots by name; figures may be Arabic or Chinese."""
        days = choice(map(numeral, range(1, 32)))
        small = rf"(?:[12]\d|3[01]|0?[1-9]|{days})"
        numbers = rf"(?:\d{{1,3}}|{choice(self.words.numbers)})"
        months = rf"(?:1[0-2]|0?[1-9]|{choice(map(numeral, range(1, 13)))})"
        yield "year", Slot(r"[12]\d{3}", frozenset(("#4",)))
        yield "hanzi_year", Slot(rf"[一二][〇零○{FIGURES}]{{3}}", frozenset("一二"))
        yield "month", Slot(rf"{months}[^\S\n]?月", SMALL | STARTS)
        yield "day", Slot(rf"{small}[^\S\n]?[日号號]", SMALL | STARTS)
        yield "number", Slot(numbers, DIGITS | {word[0] for word in self.words.numbers})
        yield "two_digits", Slot(r"[1-9]0|[二三四五六七八九]十", SMALL | STARTS)
        for name, forms in self.word_slots():
            yield name, Slot(choice(forms), frozenset(form[0] for form in forms if form))
        yield "year_first", Slot(r"[12]\d{3}[/.]\d{1,2}[/.]\d{1,2}", frozenset(("#4",)))
        for name in ("iso", "slashed", "dotted"):
            yield name, SLOTS[name]

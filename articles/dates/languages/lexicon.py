"""A language's words for times: dateparser's own data for it, and what that lacks."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from typing import Any

from articles.dates.english.slots import DIGITS, MIXED, SLOTS, SMALL, Slot, key
from articles.dates.english.vocabulary import MONTH_NAMES, WEEKDAY_NAMES, choice
from articles.dates.languages.own_words import Words
from articles.dates.writing import GAP, WORD, Writing

CLDR_UNITS = ("hour", "day", "week", "month", "year")
# Short for a unit; alone they are other words, or letters.
NOT_UNITS = frozenset("min sem std sek sec seg mnd sett wo wk jr gg dgn".split())
ELIDED = rf"(?:{GAP}|(?<=['’]))"  # "l'année" needs no space
LONGEST_SHORT = 4
WITH_ARTICLE = re.compile(r"(?:el|la|le|il|lo|os?|as?|the)\s|l['’]", re.IGNORECASE)
FIGURES = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi".split()
ROMAN = frozenset(figure + ending for figure in FIGURES for ending in ("", "e", "er", "ème"))
STEP = re.compile(r"(?:in (?P<ahead>\d)|(?P<back>\d)) (?P<unit>\w+)")


@dataclass(frozen=True, eq=False)
class Lexicon:
    """A language as the rules need it: values of its words, and slots that find them."""

    words: Words

    @cached_property
    def data(self) -> Mapping[str, Any]:
        """What dateparser knows of the language."""
        name = f"dateparser.data.date_translation_data.{self.words.language}"
        info: Mapping[str, Any] = import_module(name).info
        return info

    @cached_property
    def months(self) -> dict[str, int]:
        """The numbers of the months by all of their names, in lower case."""
        return self.numbered(MONTH_NAMES, start=1)

    @cached_property
    def weekdays(self) -> dict[str, int]:
        """The numbers of the weekdays by their full names, in lower case."""
        names = self.numbered(WEEKDAY_NAMES, start=0, only_full=True)
        return names | self.words.weekdays | self.words.bare_weekdays

    @cached_property
    def units(self) -> dict[str, str]:
        """Our names of the units by theirs."""
        theirs = {
            form.lower(): unit
            for unit in CLDR_UNITS
            for form in self.data[unit]
            if len(form) > 1 and form.lower() not in NOT_UNITS
        }
        return theirs | self.words.units

    @cached_property
    def relative(self) -> dict[str, tuple[int, str]]:
        """Words and phrases for a time beside today: how many units away, and which."""
        found: dict[str, tuple[int, str]] = {}
        for name, forms in self.data["relative-type"].items():
            steps = STEP.match(name)
            if steps and steps["unit"] in CLDR_UNITS[1:]:
                count = int(steps["ahead"] or f"-{steps['back']}")
                found |= {form: (count, steps["unit"]) for form in forms if is_plain(form)}
        return found | {word: (count, "day") for word, count in self.words.days.items()}

    @cached_property
    def verbs(self) -> re.Pattern[str]:
        """The verbs that tell the tense of a clause, in groups "future" and "past"."""
        pattern = rf"\b(?:(?P<future>{self.words.future})|(?P<past>{self.words.past}))\b"
        return re.compile(pattern, re.IGNORECASE)

    def numbered(
        self, english: tuple[str, ...], *, start: int, only_full: bool = False
    ) -> dict[str, int]:
        """The numbers of the names that English calls so."""
        return {
            form.lower(): number
            for number, name in enumerate(english, start)
            for form in self.data[name]
            if not only_full or is_full(form, self.data[name])
        }

    def counting(self, count: int, unit: str) -> str:
        """Dateparser's own words for so many units ago (below 0) or ahead; "" if it has none."""
        name = f"\\1 {unit} ago" if count < 0 else f"in \\1 {unit}"
        forms = self.data["relative-type-regex"].get(name)
        return re.sub(r"\(.*?\)", str(abs(count)), forms[-1]) if forms else ""

    def beside(self, count: int, unit: str) -> str:
        """Dateparser's own phrase for a unit beside this one ("el mes pasado"); or ""."""
        name = f"in {count} {unit}" if count > 0 else f"{-count} {unit} ago"
        forms = self.data["relative-type"].get(name)
        return forms[0] if forms else ""

    @cached_property
    def writing(self) -> Writing:
        """The slots of a language with spaces between its words."""
        return Writing(dict(self.slots()), gap=ELIDED, articles=frozenset())

    def slots(self) -> Iterator[tuple[str, Slot]]:
        """The slots by name; the months' short forms may end with a full stop."""
        words = self.words
        full = self.numbered(MONTH_NAMES, start=1, only_full=True)
        short = self.months.keys() - full.keys()
        months = rf"(?:{choice(full)}|(?:{choice(short)})\b\.?)"
        spelled = choice(words.numbers).replace("'", "['’]")
        numbers = rf"(?:\d{{1,3}}|(?:{spelled}))\b"
        day = rf"{words.day}|{words.first}" if words.first else words.day
        yield "month", Slot(months, first_words(self.months))
        yield "number", Slot(numbers, DIGITS | first_words(words.numbers))
        yield "day", Slot(f"(?:{day})", SMALL | MIXED | first_words([words.first]))
        yield "day_in_brackets", Slot(rf"\((?:{SLOTS['day'].pattern})[º°.]?\)", SMALL)
        yield "roman", Slot("(?-i:X{0,2}(?:IX|IV|V?I{1,3}|V)|XX?)(?:e|er|ème)?", ROMAN)
        yield "nth", Slot(r"(?:[12]\d|[1-9])(?:e|de|ste)", MIXED)
        yield "early_year", Slot(r"[1-9]\d{0,2}", frozenset(("#1", "#2", "#3")))
        yield "two_digits", Slot(r"['’]?[1-9]0", SMALL)
        yield "tens", Slot(r"(?:[12]\d)?\d0er", MIXED)
        for name, forms in self.word_slots():
            yield name, Slot(choice(forms).replace("'", "['’]"), first_words(forms))
        for name in ("year", "iso", "slashed", "dotted"):
            yield name, SLOTS[name]

    def word_slots(self) -> Iterator[tuple[str, Iterable[str]]]:
        """The slots of plain words."""
        yield "month_name", self.numbered(MONTH_NAMES, start=1, only_full=True)
        yield "weekday", self.weekdays.keys() - self.words.bare_weekdays.keys()
        yield "bare_weekday", self.words.bare_weekdays
        yield "unit", self.units
        yield "relative", self.relative
        yield "step", self.words.steps
        yield "few", self.words.few.split("|")
        yield "season", self.words.seasons
        yield "nineties", self.words.decades.split()
        yield "half", self.words.half.split("|")


LEXICONS: dict[str, Lexicon] = {}


def first_words(forms: Iterable[str]) -> frozenset[str]:
    """The keys of the words that the forms begin with."""
    found = (WORD.search(form) for form in forms)
    return frozenset(key(word[0]) for word in found if word)


def is_full(form: str, forms: Iterable[str]) -> bool:
    """Whether a name is no short form of another: "lunes", not "lun", nor "segunda" for a day."""
    longest = max(forms, key=len).lower()
    is_short = len(form) <= LONGEST_SHORT or longest.startswith(form.lower())
    return len(form) == len(longest) or not is_short


def is_plain(form: str) -> bool:
    """Whether a phrase begins with a word that says something, not with an article."""
    return not WITH_ARTICLE.match(form)

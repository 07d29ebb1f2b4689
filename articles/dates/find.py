"""Finding: one pass over the words; rules are tried only where their words begin."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from articles.dates import joined
from articles.dates.english import (
    absolute,
    ago,
    anchored,
    calendars,
    clock,
    compound,
    durations,
    eras,
    fiscal,
    from_event,
    guards,
    movable,
    named_days,
    numeric,
    of_month,
    partial,
    periods,
    quarters,
    recurring,
    relative,
    seasons,
    sequel,
    steps,
    stretches,
    vague,
    years,
)
from articles.dates.english.numerals import MULTIPLES, NUMBERS, VAGUE_NUMBERS
from articles.dates.english.slots import key
from articles.dates.english.tense import Tense, of_clause
from articles.dates.english.vocabulary import UNITS
from articles.dates.rule import Match, Rule
from articles.dates.wording import any_of
from articles.dates.writing import ENGLISH, Writing

LOOKALIKES = "\u017f\u0131\u0130\u212a"  # long s, i without its dot and with it, the sign of kelvin
# Words that nearly the same rules begin with share a bundle, of which compiling takes time.
ALIKE = dict.fromkeys((*NUMBERS, *MULTIPLES, *VAGUE_NUMBERS, "half"), "a number")
ALIKE |= dict.fromkeys(UNITS, "a unit") | {"#2": "#1", "#5": "#3", "#6": "#3"}
APOSTROPHES = "'’‘"
# No rule begins with a number that stands before another one alone: tables are passed over. Of
# four figures it may be a year: "In 1999 45 people came."
SHORT = frozenset(("#1", "#2", "#3"))
IN_A_ROW = re.compile(r"\s\d+\s")
FAMILIES: tuple[list[Rule], ...] = (
    guards.RULES, absolute.RULES, years.RULES, calendars.RULES, clock.RULES,
    numeric.RULES, eras.RULES, stretches.RULES, named_days.RULES, movable.RULES,
    of_month.RULES, partial.RULES, seasons.RULES, quarters.RULES, periods.RULES, fiscal.RULES,
    sequel.RULES, relative.RULES, ago.RULES, steps.RULES, anchored.RULES, from_event.RULES,
    compound.RULES, compound.LENGTHS, durations.RULES, recurring.RULES, vague.RULES,
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class Grammar:
    """The rules of a language, those that join dates level by level, and how it's written.

    The `deictic` rules are those of words that lean on the day of publication.
    """

    families: Sequence[list[Rule]]
    levels: Sequence[list[Rule]]
    deictic: list[Rule]
    tense_of: Callable[[Match, str], Tense] = of_clause
    writing: Writing = ENGLISH

    @cached_property
    def leaning(self) -> frozenset[str]:
        """The names of the deictic rules."""
        return frozenset(rule.name for rule in self.deictic)

    @cached_property
    def bundles(self) -> dict[str, "Bundle"]:
        """The rules by the words that they may begin with; compiled when first needed."""
        return bundles([rule for family in self.families for rule in family])

    @cached_property
    def joins(self) -> list[joined.Level]:
        """The levels of rules that join dates; made when first needed."""
        return [joined.Level(rules) for rules in self.levels]


OF_ENGLISH = Grammar(FAMILIES, joined.LEVELS, [*relative.RULES, *ago.RULES, *steps.RULES])


class Bundle:
    """The rules that may begin with the same word, and one pattern that tries them all.

    Where it finds anything, only those rules are tried one by one whose own words stand there.
    """

    def __init__(self, rules: list[Rule]):
        self.rules = [(rule, rule.pieces[0]) for rule in rules]
        self.writing = rules[0].writing
        self.needed = frozenset(word for rule in rules for word in rule.needed)
        patterns = [steps for rule in rules for steps in rule.steps]
        self.probe = re.compile(any_of(patterns), re.IGNORECASE)

    def longest(self, text: str, start: int) -> Match | None:
        """The longest match of any of the rules here; of equals the first rule's."""
        if not self.probe.match(text, start):
            return None
        ahead = text[start : start + self.writing.longest].lower()
        words = self.needed.intersection(self.writing.words.findall(ahead))
        best: tuple[re.Match[str], Rule] | None = None
        for rule, pattern in self.with_words(words):
            found = pattern.match(text, start)
            if found and (best is None or found.end() > best[0].end()):
                best = found, rule
        if best is None:
            return None
        found, rule = best
        return Match(found.start(), found.end(), rule, found.groupdict())

    @lru_cache(maxsize=4096)  # noqa: B019 - bundles live as long as the program
    def with_words(self, words: frozenset[str]) -> list[tuple[Rule, re.Pattern[str]]]:
        """The rules that need none of the words that some need, or one of these."""
        return [one for one in self.rules if not one[0].needed or one[0].needed & words]


def bundles(rules: Sequence[Rule]) -> dict[str, Bundle]:
    """The rules by the words that they may begin with."""
    by_rules: dict[tuple[int, ...], Bundle] = {}
    indexed: dict[str, list[int]] = defaultdict(list)
    for number, rule in enumerate(rules):
        for start in {ALIKE.get(start, start) for start in rule.starts}:
            indexed[start].append(number)
    result = {}
    for start in {start for rule in rules for start in rule.starts}:
        group = tuple(indexed[ALIKE.get(start, start)])
        if group not in by_rules:
            by_rules[group] = Bundle([rules[number] for number in group])
        result[start] = by_rules[group]
    return result


def find(text: str, grammar: Grammar = OF_ENGLISH) -> list[Match]:
    """Every match in the text, in order, never overlapping, joined where they make one date."""
    text = without_lookalikes(text)
    return joined.join(text, simple_matches(text, grammar), grammar.joins)


def without_lookalikes(text: str) -> str:
    """The text, no shorter, without what patterns that ignore case would take for s, i or k."""
    for letter in LOOKALIKES:
        text = text.replace(letter, "_")
    return text


def simple_matches(text: str, grammar: Grammar) -> list[Match]:
    """The matches of the rules without `<date>`, the leftmost and longest."""
    index, articles = grammar.bundles, grammar.writing.articles
    matches: list[Match] = []
    covered = 0
    article: re.Match[str] | None = None
    for word in grammar.writing.words.finditer(text):
        word_key = key(word[0])
        bundle = index.get(word_key)
        if bundle and word.start() >= covered and not is_in_a_row(text, word, word_key):
            match = None
            for start in starts(text, word, article, covered):
                found = bundle.longest(text, start)
                if found and (match is None or found.end > match.end):
                    match = found  # the longest; of equals that with its article
            if match:
                matches.append(match)
                covered = match.end
        article = word if word_key in articles else None
    return matches


def is_in_a_row(text: str, word: re.Match[str], word_key: str) -> bool:
    """Whether a number is followed by another one alone, so that no rule begins with it."""
    return word_key in SHORT and IN_A_ROW.match(text, word.end()) is not None


def starts(
    text: str, word: re.Match[str], article: re.Match[str] | None, covered: int
) -> Sequence[int]:
    """Where a match that this word triggers may begin: at what stands before it, or at itself.

    That is an article, or the apostrophe of a shortened year.
    """
    start = word.start()
    found = [start]
    if start > covered and text[start - 1] in APOSTROPHES:
        found.insert(0, start - 1)
    if article and article.start() >= covered and start - article.end() <= 2:
        found.insert(0, article.start())
    return found


def rules() -> Iterable[Rule]:
    """Every rule of English, for tests and tables."""
    for family in (*FAMILIES, *joined.FAMILIES):
        yield from family

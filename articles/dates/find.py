"""Finding: one pass over the words; rules are tried only where their words begin."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from articles.dates import (
    absolute,
    anchored,
    clock,
    durations,
    eras,
    guards,
    joined,
    named_days,
    numeric,
    partial,
    recurring,
    relative,
    stretches,
    vague,
)
from articles.dates.rule import ARTICLES, Match, Rule, any_of
from articles.dates.vocabulary import key

FAMILIES: tuple[list[Rule], ...] = (
    guards.RULES, absolute.RULES, clock.RULES, numeric.RULES, eras.RULES, stretches.RULES,
    named_days.RULES, partial.RULES, relative.RULES, anchored.RULES, durations.RULES,
    recurring.RULES, vague.RULES,
)  # fmt: skip
WORD = re.compile(r"\w+")


class Bundle:
    """The rules that may begin with the same word, and one pattern that tries them all."""

    def __init__(self, rules: list[Rule]):
        self.rules = rules
        self.probe = re.compile(any_of([rule.steps for rule in rules]), re.IGNORECASE)

    def longest(self, text: str, start: int) -> Match | None:
        """The longest match of any of the rules here; of equals the first rule's."""
        if not self.probe.match(text, start):
            return None
        best: tuple[re.Match[str], Rule] | None = None
        for rule in self.rules:
            found = rule.pieces[0].match(text, start)
            if found and (best is None or found.end() > best[0].end()):
                best = found, rule
        if best is None:
            return None
        found, rule = best
        return Match(found.start(), found.end(), rule, found.groupdict())


@cache
def bundles() -> dict[str, Bundle]:
    """The rules by the words that they may begin with; compiled when first needed."""
    by_rules: dict[tuple[int, ...], Bundle] = {}
    rules = [rule for family in FAMILIES for rule in family]
    indexed: dict[str, list[int]] = defaultdict(list)
    for number, rule in enumerate(rules):
        for start in rule.starts:
            indexed[start].append(number)
    result = {}
    for start, numbers in indexed.items():
        group = tuple(numbers)
        if group not in by_rules:
            by_rules[group] = Bundle([rules[number] for number in group])
        result[start] = by_rules[group]
    return result


def find(text: str) -> list[Match]:
    """Every match in the text, in order, never overlapping, joined where they make one date."""
    return joined.join(text, simple_matches(text))


def simple_matches(text: str) -> list[Match]:
    """The matches of the rules without `<date>`, the leftmost and longest."""
    index = bundles()
    matches: list[Match] = []
    covered = 0
    article: re.Match[str] | None = None
    for word in WORD.finditer(text):
        word_key = key(word[0])
        bundle = index.get(word_key)
        if bundle and word.start() >= covered:
            for start in starts(text, word, article, covered):
                match = bundle.longest(text, start)
                if match:
                    matches.append(match)
                    covered = match.end
                    break
        article = word if word_key in ARTICLES else None
    return matches


def starts(
    text: str, word: re.Match[str], article: re.Match[str] | None, covered: int
) -> Sequence[int]:
    """Where a match that this word triggers may begin: at the article before it, or at itself."""
    start = word.start()
    if article and article.start() >= covered and start - article.end() <= 2:
        return article.start(), start
    return (start,)


def rules() -> Iterable[Rule]:
    """Every rule, for tests and tables."""
    for family in (*FAMILIES, *joined.FAMILIES):
        yield from family

"""Every rule's examples prove it; what it must never match, it doesn't."""

from collections.abc import Iterator
from datetime import date

import pytest

from articles.dates import Mention, find_dates
from articles.dates.find import rules as english_rules
from articles.dates.languages import MODULES, grammar_of
from articles.dates.rule import Rule

PUBLISHED = date(2019, 11, 5)  # a Tuesday


def rules(*languages: str) -> Iterator[Rule]:
    """The rules of these languages, of all if none are named."""
    for language in languages or ["en", *MODULES]:
        if language == "en":
            yield from english_rules()
            continue
        grammar = grammar_of(language)
        assert grammar is not None
        for family in dict.fromkeys(map(id, (*grammar.families, *grammar.levels))):
            yield from next(f for f in (*grammar.families, *grammar.levels) if id(f) == family)


def value(mention: Mention) -> str:
    """The EDTF of a date; kind and TIMEX3 value of what is none: "duration P3Y"."""
    return mention.edtf if mention.kind == "date" else f"{mention.kind} {mention.timex}"


def read(rule: Rule, text: str) -> str:
    """What the rule reads last in the text; nothing if it reads nothing."""
    by_rule = [one for one in find_dates(text, PUBLISHED, rule.language) if one.rule == rule.name]
    return value(by_rule[-1]) if by_rule else ""


@pytest.mark.parametrize("language", ["en", *MODULES])
def test_examples_and_counter_examples(language: str) -> None:
    tried = [
        (rule.name, text, expected, read(rule, text))
        for rule in rules(language)
        for text, expected in [*rule.examples.items(), *((text, "") for text in rule.never)]
    ]
    assert tried
    assert [one for one in tried if one[2] != one[3]] == []


def test_every_rule_shows_examples() -> None:
    bare = [rule.name for rule in rules() if not rule.examples and not rule.never]
    assert bare == []


def test_no_rule_is_listed_twice() -> None:
    names = [rule.name for rule in rules()]
    assert len(names) == len(set(names))

"""Every rule's examples prove it; what it must never match, it doesn't."""

from collections.abc import Iterator
from datetime import date

import pytest

from articles.dates import Mention, find_dates
from articles.dates.find import rules as english_rules
from articles.dates.languages import MODULES, grammar_of
from articles.dates.rule import Rule

PUBLISHED = date(2019, 11, 5)  # a Tuesday


def rules() -> Iterator[Rule]:
    yield from english_rules()
    for language in MODULES:
        grammar = grammar_of(language)
        assert grammar is not None
        for family in dict.fromkeys(map(id, (*grammar.families, *grammar.levels))):
            yield from next(f for f in (*grammar.families, *grammar.levels) if id(f) == family)


def examples() -> Iterator[tuple[str, str, str, str]]:
    for rule in rules():
        for text, expected in rule.examples.items():
            yield rule.language, rule.name, text, expected


def counter_examples() -> Iterator[tuple[str, str, str]]:
    for rule in rules():
        for text in rule.never:
            yield rule.language, rule.name, text


def value(mention: Mention) -> str:
    """The EDTF of a date; kind and TIMEX3 value of what is none: "duration P3Y"."""
    return mention.edtf if mention.kind == "date" else f"{mention.kind} {mention.timex}"


@pytest.mark.parametrize(("language", "name", "text", "expected"), list(examples()))
def test_example(language: str, name: str, text: str, expected: str) -> None:
    mentions = find_dates(text, PUBLISHED, language)
    by_rule = [mention for mention in mentions if mention.rule == name]
    assert by_rule, f"{name} did not match; found {mentions}"
    assert value(by_rule[-1]) == expected


@pytest.mark.parametrize(("language", "name", "text"), list(counter_examples()))
def test_counter_example(language: str, name: str, text: str) -> None:
    mentions = find_dates(text, PUBLISHED, language)
    assert [mention for mention in mentions if mention.rule == name] == []


def test_every_rule_shows_examples() -> None:
    bare = [rule.name for rule in rules() if not rule.examples and not rule.never]
    assert bare == []


def test_no_rule_is_listed_twice() -> None:
    names = [rule.name for rule in rules()]
    assert len(names) == len(set(names))

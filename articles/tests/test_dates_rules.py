"""Every rule's examples prove it; what it must never match, it doesn't."""

from collections.abc import Iterator
from datetime import date

import pytest

from articles.dates import Mention, find_dates
from articles.dates.find import rules

PUBLISHED = date(2019, 11, 5)  # a Tuesday


def examples() -> Iterator[tuple[str, str, str]]:
    for rule in rules():
        for text, expected in rule.examples.items():
            yield rule.name, text, expected


def counter_examples() -> Iterator[tuple[str, str]]:
    for rule in rules():
        for text in rule.never:
            yield rule.name, text


def value(mention: Mention) -> str:
    """The EDTF of a date; kind and TIMEX3 value of what is none: "duration P3Y"."""
    return mention.edtf if mention.kind == "date" else f"{mention.kind} {mention.timex}"


@pytest.mark.parametrize(("name", "text", "expected"), list(examples()))
def test_example(name: str, text: str, expected: str) -> None:
    mentions = find_dates(text, PUBLISHED)
    by_rule = [mention for mention in mentions if mention.rule == name]
    assert by_rule, f"{name} did not match; found {mentions}"
    assert value(by_rule[-1]) == expected


@pytest.mark.parametrize(("name", "text"), list(counter_examples()))
def test_counter_example(name: str, text: str) -> None:
    assert [mention for mention in find_dates(text, PUBLISHED) if mention.rule == name] == []


def test_every_rule_shows_examples() -> None:
    bare = [rule.name for rule in rules() if not rule.examples and not rule.never]
    assert bare == []


def test_no_rule_is_listed_twice() -> None:
    names = [rule.name for rule in rules()]
    assert len(names) == len(set(names))

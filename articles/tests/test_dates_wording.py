"""Wordings become patterns; what only makes them faster changes nothing that they find."""

import re

import pytest

from articles.dates.find import rules
from articles.dates.wording import DATE, any_of, by_first_letter, needed_words
from articles.dates.writing import ENGLISH

VERBS = [r"(?-i:may)", "said", "sold", r"is\sto", r"['’]ll", "s(?:at|ent)"]


@pytest.mark.parametrize("text", ["they said so", "SOLD", "In May", "may", "he’ll", "Is to", "saw"])
def test_branches_by_first_letter_find_what_all_branches_find(text: str) -> None:
    plain = re.compile("|".join(VERBS), re.IGNORECASE).search(text)
    quick = re.compile(by_first_letter(VERBS), re.IGNORECASE).search(text)
    assert (plain and plain.span()) == (quick and quick.span())


def test_the_pieces_of_a_wording_match_where_its_whole_pattern_does() -> None:
    whole = [rule for rule in rules() if DATE not in rule.wording]
    assert len(whole) > 100
    for rule in whole:
        pieces = re.compile(any_of(rule.steps), re.IGNORECASE)
        for text in (*rule.examples, *rule.never):
            found, probed = rule.pieces[0].search(text), pieces.search(text)
            assert (found and found.start()) == (probed and probed.start()), (rule.name, text)


@pytest.mark.parametrize(
    ("wording", "words"),
    [
        ("[more_than] <number> <unit> [or_so] ago|back", {"ago", "back"}),
        ("the <one_unit> before last !<weekday>|of", {"last"}),
        ("<number> week|weeks ago last_year|next_year", {"last", "next"}),
        ("<number> year|<unit>", set()),
        ("the <number> [of] – <month>, <year>", {"the"}),
    ],
)
def test_words_that_a_rule_needs(wording: str, words: set[str]) -> None:
    assert needed_words(wording, ENGLISH) == words

"""What words mean, name and count."""

import pytest

from timeline.merging.synonyms import MEANINGS, OPPOSITES
from timeline.merging.wording import counts, meaning, meanings, names, negated, roles


def stems(*words: str) -> frozenset[str]:
    return frozenset(map(meaning, words))


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("bought", "acquires", True),
        ("quake", "Earthquakes", True),
        ("Board’s", "board", True),
        ("three", "3", True),
        ("1,000", "1000", True),
        ("opened", "closed", False),
        ("York", "Leeds", False),
    ],
)
def test_meanings_of_words(one: str, other: str, is_same: bool) -> None:
    assert (meaning(one) == meaning(other)) is is_same


def test_the_commonest_words_mean_nothing() -> None:
    assert meanings("The board said that it was not in York.") == stems("board", "York")


def test_a_word_stands_in_one_line_of_the_list() -> None:
    words = [word for line in MEANINGS for word in line.split()]
    assert len(words) == len(set(words))
    assert all(meaning(one) != meaning(other) for one, other in OPPOSITES)


def test_numbers_and_what_they_count() -> None:
    assert counts("Two ferries and 1,500 guests in 2019") == {
        ("2", meaning("ferries")),
        ("1500", meaning("guests")),
        ("2019", ""),
    }


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("The Harbour Board met in York.", [("harbour", "board"), ("york",)]),
        ("Ministers met Bank of England staff.", [("bank", "england")]),
        ("Leeds is wet. Nobody minds.", []),
        ("Ann Smith left. Then John Hill came.", [("ann", "smith"), ("john", "hill")]),
        ("Harbour Board Opens New Library In Old Town", []),
        ("", []),
    ],
)
def test_names(text: str, named: list[tuple[str, ...]]) -> None:
    assert names(text) == {stems(*words) for words in named}


def test_roles_of_names() -> None:
    assert roles("The board met with the Harbour Bank in York, with nobody from abroad.") == {
        "with": stems("harbour", "bank"),
        "in": stems("York"),
    }


def test_what_is_denied() -> None:
    assert negated("It did not open the pier, and never will it close.") == stems("open", "close")
    assert negated("It couldn’t.") == frozenset()

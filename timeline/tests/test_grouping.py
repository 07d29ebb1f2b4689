"""Groups of tellings: average linkage with vetoes, whatever the order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.merging.grouping import Likeness, groups
from timeline.merging.telling import Telling, telling


def told(said: str) -> Telling:
    return telling(said, 0, 0, 1, 1)


def likeness_of(scores: dict[str, float]) -> dict[frozenset[str], float]:
    return {frozenset(pair): score for pair, score in scores.items()}


def grouped(said: str, scores: dict[str, float], **constraints: object) -> set[str]:
    """The groups of one-letter tellings, of which pairs are alike as told, others hardly."""
    known = likeness_of(scores)

    def compare(one: Telling, other: Telling) -> Likeness:
        score = known.get(frozenset(one.said.strip() + other.said.strip()), 0.1)
        return Likeness(1, score, 1, is_excluded=score == 0)

    parts = groups([told(letter) for letter in said], compare=compare, **constraints)  # type: ignore[arg-type]
    return {"".join(sorted(said[number] for number in part)) for part in parts}


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ({}, {"a", "b", "c"}),
        ({"ab": 0.9}, {"ab", "c"}),
        ({"ab": 0.9, "ac": 0.8, "bc": 0.8}, {"abc"}),
        ({"ab": 0.9, "bc": 0.9}, {"ab", "c"}),  # no chain: a and c are not alike
        ({"ab": 0.8, "bc": 0.9}, {"a", "bc"}),  # the surest first
        ({"ab": 0.9, "ac": 0.99, "bc": 0}, {"ac", "b"}),  # one pair that excludes it is enough
    ],
)
def test_average_linkage(scores: dict[str, float], expected: set[str]) -> None:
    assert grouped("abc", scores) == expected


def test_what_a_curator_put_together_stays() -> None:
    assert grouped("abc", {}, together=[[[0, 2]]]) == {"ac", "b"}
    alike = {"ab": 0.9, "ac": 0.9, "ad": 0.9, "bc": 0.9, "bd": 0.9, "cd": 0.9}
    assert grouped("abcd", alike, together=[[[0, 1]], [[2, 3]]]) == {"ab", "cd"}
    assert grouped("abc", alike, together=[[[0, 1]]]) == {"abc"}


def test_what_is_like_one_of_those_put_together_joins_all() -> None:
    """But not what is like one of those that were gathered by themselves."""
    like_one = {"ac": 0.9, "bc": 0}
    assert grouped("abc", like_one, together=[[[0], [1]]]) == {"abc"}
    assert grouped("abc", like_one, together=[[[0, 1]]]) == {"ab", "c"}
    assert grouped("abc", like_one, together=[[[0], [1]]], apart=lambda *pair: pair == (1, 2)) == {
        "ab",
        "c",
    }


def test_what_a_curator_judged_different_stays_apart() -> None:
    alike = {"ab": 0.9, "ac": 0.95, "bc": 0.9}
    apart = {"one": 0, "other": 1}
    assert grouped("abc", alike, apart=lambda *pair: set(pair) == set(apart.values())) == {
        "ac",
        "b",
    }


PAIRS = [f"{one}{other}" for one in "abcdef" for other in "abcdef" if one < other]


@given(
    st.lists(st.sampled_from([0, 0.3, 0.7, 0.8, 0.9, 0.99]), min_size=15, max_size=15),
    st.permutations("abcdef"),
)
def test_distinct_scores_give_the_same_groups_in_any_order(
    scores: list[float], order: list[str]
) -> None:
    """Scores of equal pairs are told apart by a little, as those of real sentences are."""
    known = {
        pair: score and score - number / 10_000
        for number, (pair, score) in enumerate(zip(PAIRS, scores, strict=True))
    }
    assert grouped("".join(order), known) == grouped("abcdef", known)

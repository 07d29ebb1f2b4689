"""Where searched words stand: cases, and that no letter is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.search import terms_of
from timeline.search.hits import cut_at_hits
from timeline.search.terms import stem, words_of


def told(text: str, typed: str) -> str:
    """The text with its hits in brackets."""
    pieces = cut_at_hits(text, terms_of(typed))
    return "".join(f"[{piece}]" if is_hit else piece for piece, is_hit in pieces)


@pytest.mark.parametrize(
    ("text", "typed", "expected"),
    [
        ("The bridge opens", "bridge", "The [bridge] opens"),
        ("The BRIDGE was opened", "bridges open", "The [BRIDGE] was [opened]"),
        ("Über die Brücke", "uber bruck", "[Über] die [Brücke]"),
        ("It is an abridged bridge", "bridge ", "It is an abridged [bridge]"),
        ("The new bridge", '"new bridge"', "The [new] [bridge]"),
        ("bridges, bridge", "bridge", "[bridges], [bridge]"),
        ("a (b) c", "(b)", "a ([b]) c"),
        ("数字货币", "货币", "数字[货币]"),
        ("nothing", "else", "nothing"),
        ("nothing", "", "nothing"),
        ("", "else", ""),
    ],
)
def test_hits(text: str, typed: str, expected: str) -> None:
    assert told(text, typed) == expected


@given(st.text(max_size=12))
def test_a_stem_begins_as_its_word_does(text: str) -> None:
    """What words are passed over for."""
    assert all(stem(word)[:1] == word[:1] for word in words_of(text))


@given(st.text(max_size=60), st.text(max_size=12))
def test_no_letter_is_lost(text: str, typed: str) -> None:
    pieces = list(cut_at_hits(text, terms_of(typed)))
    assert "".join(piece for piece, _ in pieces) == text
    assert all(piece for piece, _ in pieces)

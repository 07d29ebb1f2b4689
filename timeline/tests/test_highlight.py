"""Where searched words stand: cases, and that no letter is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.highlight import cut_at_hits, folded


def told(text: str, words: str) -> str:
    """The text with its hits in brackets."""
    pieces = cut_at_hits(text, words.split())
    return "".join(f"[{piece}]" if is_hit else piece for piece, is_hit in pieces)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The bridge opens", "bridge", "The [bridge] opens"),
        ("The BRIDGE opens", "bridge opens", "The [BRIDGE] [opens]"),
        ("Über die Brücke", "uber bruck", "[Über] die [Brück]e"),
        ("the town’s bridge", "town's", "the [town’s] bridge"),
        ("bridges, bridge", "bridge bridges", "[bridges], [bridge]"),
        ("a (b) c", "(b)", "a [(b)] c"),
        ("数字货币", "货币", "数字[货币]"),
        ("İstanbul", "istanbul", "[İstanbul]"),
        ("nothing", "else", "nothing"),
        ("nothing", "", "nothing"),
        ("", "else", ""),
    ],
)
def test_hits(text: str, words: str, expected: str) -> None:
    assert told(text, words) == expected


@given(st.text(max_size=60), st.lists(st.text(max_size=4), max_size=3))
def test_no_letter_is_lost(text: str, words: list[str]) -> None:
    assert "".join(piece for piece, _ in cut_at_hits(text, words)) == text
    assert len(folded(text)) == len(text)

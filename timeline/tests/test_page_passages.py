"""Articles in passages, and links to words: plain functions, no database."""

from collections import Counter
from dataclasses import dataclass, replace
from unittest.mock import Mock
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.claims.quoted import read_at
from timeline.page.fragments import link_to_words
from timeline.page.passages import Passage, around_quotes, passages_of, whole

TEXT = "One stood. Two hid. Three ran.\n\nFour swam. Five flew. Six slept. Seven sang. Eight left."


@dataclass
class Place:
    """A quote's place."""

    pk: int
    start: int
    end: int
    dated: tuple[int, int] | None = None


def place(words: str, pk: int = 1) -> Place:
    start = TEXT.index(words)
    return Place(pk, start, start + len(words))


def told(passage: Passage) -> str:
    """The passage with its marks as brackets that name the quote."""
    return "".join(
        piece.text
        if not isinstance(piece.quote, Place)
        else f"[{piece.quote.pk if piece.is_edge else '-'}:"
        if piece.opens
        else "]"
        for piece in passage.pieces
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["Two hid."], ["One stood. [1:Two hid.] Three ran."]),
        (["One stood."], ["[1:One stood.] Two hid."]),
        (["Eight left."], ["Seven sang. [1:Eight left.]"]),
        (["One stood.", "Eight left."], ["[1:One stood.] Two hid.", "Seven sang. [2:Eight left.]"]),
        (["Two hid.", "Five flew."],
         ["One stood. [1:Two hid.] Three ran.\n\nFour swam. [2:Five flew.] Six slept."]),
        (["hid. Three"], ["One stood. Two [1:hid. Three] ran.\n\nFour swam."]),
        (["Six slept.", "Six slept."], ["Five flew. [1:[2:Six slept.]] Seven sang."]),
        (["Six slept.", "slept"], ["Five flew. [1:Six [2:slept].] Seven sang."]),
        (["Five flew. Six", "Six slept."],
         ["Four swam. [1:Five flew. [2:Six]][-: slept.] Seven sang."]),
    ],
)  # fmt: skip
def test_quotes_stand_in_a_sentence_of_context(words: list[str], expected: list[str]) -> None:
    passages = around_quotes(TEXT, [place(text, pk) for pk, text in enumerate(words, 1)])
    assert [told(passage) for passage in passages] == expected


def test_words_of_dates_are_told_apart() -> None:
    quotes = [replace(place("Two hid.", 1), dated=(15, 18)), place("Three ran.", 2)]
    (passage,) = around_quotes(TEXT, quotes)
    assert [piece.text for piece in passage.pieces if piece.is_date] == ["hid"]


def test_of_dates_that_begin_together_the_longest_is_marked() -> None:
    quotes = [replace(place("Two hid.", pk), dated=(11, end)) for pk, end in ((1, 18), (2, 14))]
    [passage] = around_quotes(TEXT, quotes)
    assert "".join(piece.text for piece in passage.pieces if piece.is_date) == "Two hid"


@pytest.mark.parametrize(
    ("said", "dated", "why", "marked"),
    [
        ("It ended before 2049.", "2049", "“before 2049” is written out.", "before 2049"),
        ("From May to June 2020 it rained.", "May", "“From May to June 2020” is written out.",
         "From May to June 2020"),
        ("Since May, since 2018.", "2018", "“since 2018” is written out.", "since 2018"),
        ("It ended\nlast\nmonth.", "last\nmonth", "“last month” is read.", "last\nmonth"),
        ("It ended in 2018.", "2018", "", "2018"),
    ],
)  # fmt: skip
def test_all_words_that_were_read_are_marked(said: str, dated: str, why: str, marked: str) -> None:
    start = said.index(dated)
    quote = Mock(
        exact=said, start=7, mention=Mock(start=7 + start, end=7 + start + len(dated), why=why)
    )
    assert said[slice(*(read_at(quote) or ()))] == marked


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("It ended. " * 20 + "\nIt began.", "It ended. " * 20 + "\n\nIt began."),
        ("It ended\nand began.", "It ended\nand began."),
        ("It ended. " * 20 + "\nNew.\n\nIt began.", "It ended. " * 20 + "\nNew.\n\nIt began."),
    ],
)
def test_lines_that_are_paragraphs_stand_apart(text: str, shown: str) -> None:
    (passage,) = whole(text, [])
    assert "".join(piece.text for piece in passage.pieces) == shown


def test_what_is_left_out_is_said() -> None:
    first, second = around_quotes(TEXT, [place("Two hid.", 1), place("Six slept.", 2)])
    assert (first.is_cut_before, first.is_cut_after) == (False, True)
    assert (second.is_cut_before, second.is_cut_after) == (False, True)
    (last,) = around_quotes(TEXT, [place("Eight left.")])
    assert (last.is_cut_before, last.is_cut_after) == (True, False)


def test_reach_decides_how_much_is_shown() -> None:
    quotes = [place("Two hid.")]
    assert passages_of(TEXT, quotes, "nothing") == []
    assert passages_of(TEXT, quotes, "quotes") == around_quotes(TEXT, quotes)
    assert passages_of(TEXT, quotes, "full") == whole(TEXT, quotes)


@given(
    st.lists(st.tuples(st.integers(0, 80), st.integers(1, 20)), max_size=6).map(
        lambda spans: [
            Place(pk, a, b, ((a + b) // 2, b))
            for pk, (a, b) in enumerate((a, min(a + n, len(TEXT))) for a, n in spans)
        ]
    )
)
def test_marks_nest_and_lose_no_letter(quotes: list[Place]) -> None:
    (passage,) = whole(TEXT, quotes)
    assert "".join(piece.text for piece in passage.pieces) == TEXT
    open_quotes: list[object] = []
    edges: list[object] = []
    parts = Counter(piece.quote.pk for piece in passage.pieces if piece.opens and piece.quote)
    numbers = {
        (piece.quote.pk, piece.cut) for piece in passage.pieces if piece.opens and piece.quote
    }
    assert len(numbers) == len(parts)
    assert {pk for pk, count in parts.items() if count > 1} <= {pk for pk, cut in numbers if cut}
    assert len({cut for _, cut in numbers if cut}) == sum(1 for _, cut in numbers if cut)
    for piece in passage.pieces:
        if piece.opens:
            open_quotes.append(piece.quote)
            edges += [piece.quote] if piece.is_edge else []
        elif piece.quote:
            assert open_quotes.pop() == piece.quote
    assert not open_quotes
    assert sorted(map(id, edges)) == sorted(map(id, quotes))


@pytest.mark.parametrize(
    ("url", "words", "link"),
    [
        ("https://a.example/b", "it ended", "https://a.example/b#:~:text=it%20ended"),
        ("https://a.example/b#part", "it ended", "https://a.example/b#part:~:text=it%20ended"),
        ("http://a.example/", "a-b, c & d", "http://a.example/#:~:text=a%2Db%2C%20c%20%26%20d"),
        ("https://a.example/", "a\n  b", "https://a.example/#:~:text=a%20b"),
        ("https://a.example/", "", "https://a.example/"),
        ("https://a.example/", "a b c d e f g h i j k",
         "https://a.example/#:~:text=a%20b%20c,i%20j%20k"),
        ("https://a.example/", "数字", "https://a.example/#:~:text=%E6%95%B0%E5%AD%97"),
        ("javascript:alert(1)", "it ended", ""),
        ("", "it ended", ""),
    ],
)  # fmt: skip
def test_link_leads_to_the_words(url: str, words: str, link: str) -> None:
    assert link_to_words(url, words) == link


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=40))
def test_fragment_holds_no_sign_that_means_something(words: str) -> None:
    fragment = link_to_words("https://a.example/", words).partition("text=")[2]
    if len(words.split()) <= 8:
        assert not set("-&,#<>\"' ") & set(fragment)
        assert unquote(fragment) == " ".join(words.split())

"""Headlines are the sentence without its date and its reporter, and never too long."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.claims.headline import LONGEST, make_headline

LONG = (
    "The council voted to close the old harbour, which had stood empty since the flood of the "
    "year before and had cost the city a small fortune in upkeep"
)


@pytest.mark.parametrize(
    ("sentence", "date", "headline"),
    [
        ("In April 2018, the firm opened a yard.", "April 2018", "The firm opened a yard"),
        ("Also, two weeks back, the firm opened.", "two weeks back", "The firm opened"),
        ("The bridge opened on 3 May 2019.", "3 May 2019", "The bridge opened on 3 May 2019"),
        (
            "The bridge opened on 3 May 2019, according to the ministry.",
            "3 May 2019",
            "The bridge opened on 3 May 2019",
        ),
        (
            "According to the ministry, the bridge opened on 3 May.",
            "3 May",
            "The bridge opened on 3 May",
        ),
        ("The bridge opened on Monday, Reuters said.", "Monday", "The bridge opened on Monday"),
        ("However, then, it fell on Monday.", "Monday", "It fell on Monday"),
        (f"On Monday, {LONG[0].lower()}{LONG[1:]}.", "Monday", LONG.partition(",")[0]),
        (
            "The firm opened a yard last month, at night.",
            "last month",
            "The firm opened a yard, at night",
        ),
        ("Prices rose from last month.", "last month", "Prices rose from last month"),
        ("Last month the yard shut.", "Last month", "The yard shut"),
        ("It was released yesterday.", "yesterday", "It was released"),
        ("Between May and June 2018, the yard shut.", "May and June 2018", "The yard shut"),
        ("Since 2018, the yard has been shut.", "2018", "The yard has been shut"),
        ("“We won on Monday.”", "Monday", "We won on Monday"),
        ("YORK, England (AP) — The yard shut in May.", "May", "The yard shut in May"),
        ("In addition to it, a bar shut in May.", "May", "In addition to it, a bar shut in May"),
    ],
)
def test_headline(sentence: str, date: str, headline: str) -> None:
    start = sentence.index(date)
    assert make_headline(sentence, start, start + len(date)) == headline


@pytest.mark.parametrize(
    ("who", "headline"),
    [
        ("the Harbour Board", "[The Harbour Board] had opened a yard"),
        ("", "It had opened a yard"),
        ("Ann Lee", "It had opened a yard"),
        ("the board " * 20, "It had opened a yard"),
    ],
)
def test_who_is_meant_stands_in_brackets(who: str, headline: str) -> None:
    assert make_headline("it had opened a yard.", 0, 0, who) == headline


def test_what_no_comma_sets_off_stays() -> None:
    sentence = "Firms which pay late were fined on Monday."
    assert make_headline(sentence, 35, 41) == "Firms which pay late were fined on Monday"


def test_a_long_sentence_without_clauses_is_cut_between_words() -> None:
    headline = make_headline("word " * 60 + "in 2018.", 303, 307)
    assert headline.endswith("word…")
    assert len(headline) <= LONGEST


@given(st.text(max_size=400), st.integers(0, 400), st.integers(0, 20))
def test_never_longer_than_the_longest(sentence: str, start: int, length: int) -> None:
    start = min(start, len(sentence))
    assert len(make_headline(sentence, start, min(len(sentence), start + length))) <= LONGEST

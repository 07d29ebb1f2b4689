"""Headlines are the sentence without its date and its reporter, and never too long."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.claims.attribution import attribution_of
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
        ("YORK, May 4, 2018 (NPA) - The yard shut on Monday.", "Monday", "The yard shut on Monday"),
        ("YORK, 4 May 2018 – The yard shut today.", "today", "The yard shut"),
        ("YORK - The yard shut in May.", "May", "The yard shut in May"),
        ("York - the city - grew in May.", "May", "York - the city - grew in May"),
        ("- The yard shut in May.", "May", "The yard shut in May"),
        (
            "The council voted on Monday to close the old harbour of the city to all ships with"
            " more than ten hands, when two of its piers had given way.",
            "Monday",
            "The council voted on Monday to close the old harbour of the city to all ships with"
            " more than ten hands",
        ),
        (  # what dates it stays
            "The council, which had for years put off what everybody knew to be necessary, had to"
            " close the old harbour after the flood of 3 May 2018.",
            "3 May 2018",
            "The council had to close the old harbour after the flood of 3 May 2018",
        ),
        (  # no clause can go
            "The council of the old town wants all ships with more than ten hands to be kept out of"
            " the harbour that was closed to them by law on 3 May 2018.",
            "3 May 2018",
            "The council of the old town wants all ships with more than ten hands to be kept out of"
            " the harbour that was closed to them by law on 3 May 2018",
        ),
        (  # “the 1988, bombing of” is one name
            "The board of the city put two men on its list who were charged in the Dec. 21, 1988,"
            " bombing of a ferry that killed nine people on board and two at sea.",
            "Dec. 21, 1988",
            "The board of the city put two men on its list who were charged in the Dec. 21, 1988,"
            " bombing of a ferry that killed nine people on board and two at sea",
        ),
        (  # a list is no aside
            "The council voted on Monday to close the old harbour of the city to all ships with"
            " more than ten hands, the ferry, and the boats.",
            "Monday",
            "The council voted on Monday to close the old harbour of the city to all ships with"
            " more than ten hands, the ferry, and the boats",
        ),
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


def test_a_dateline_reports_nothing() -> None:
    sentence = "YORK - The board said on Monday it had opened a yard."
    found = attribution_of(sentence, [(sentence.index("on Monday"), sentence.index(" it"))])
    assert found
    assert found.who == "The board"


def test_a_long_sentence_without_clauses_is_cut_between_words() -> None:
    headline = make_headline("word " * 60 + "in 2018.", 303, 307)
    assert headline.endswith("word…")
    assert len(headline) <= LONGEST


@given(st.text(max_size=400), st.integers(0, 400), st.integers(0, 20))
def test_never_longer_than_the_longest(sentence: str, start: int, length: int) -> None:
    start = min(start, len(sentence))
    assert len(make_headline(sentence, start, min(len(sentence), start + length))) <= LONGEST

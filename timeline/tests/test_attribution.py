"""Who reports what a sentence tells, and what is left of it without."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.dates import find_dates
from timeline.claims.attribution import attribution_of
from timeline.claims.claim import find_claims

PUBLISHED = date(2019, 11, 7)


@pytest.mark.parametrize(
    ("sentence", "content", "who"),
    [
        (
            "In a statement on Nov. 4, the board said it had opened a yard in Leeds.",
            "it had opened a yard in Leeds.",
            "the board",
        ),
        ("Last month, the Courier reported that a yard opened.", "a yard opened.", "the Courier"),
        ("According to a letter of Nov. 4, the yard shut.", "the yard shut.", ""),
        ("As the Courier reported last year, the yard shut.", "the yard shut.", ""),
        ("But the board said in May that it had shut.", "it had shut.", "the board"),
        ("Ann Lee told the Courier on Sunday that the yard shut.", "the yard shut.", "Ann Lee"),
        ("Officials on Tuesday said a crane fell.", "a crane fell.", "Officials"),
        ("The yard shut, police said Sunday.", "The yard shut", "police"),
        ("The yard shut, according to a notice from Monday.", "The yard shut", ""),
        ("The board said Monday’s fire killed two.", "Monday’s fire killed two.", "The board"),
    ],
)
def test_who_reports(sentence: str, content: str, who: str) -> None:
    places = [(mention.start, mention.end) for mention in find_dates(sentence, PUBLISHED)]
    found = attribution_of(sentence, places)
    assert found
    assert (sentence[found.start : found.end], found.who) == (content, who)


@pytest.mark.parametrize(
    "sentence",
    [
        "The yard opened on Monday.",
        "The board announced on Monday the closure of its yard.",
        "In a report on Monday, the bank cut its forecast.",
        "The yard burned, and the board said on Monday nothing of it.",
        "The man who shut the yard said little.",
    ],
)
def test_who_tells_it_as_its_own(sentence: str) -> None:
    places = [(mention.start, mention.end) for mention in find_dates(sentence, PUBLISHED)]
    assert attribution_of(sentence, places) is None


@pytest.mark.parametrize(
    ("sentence", "date", "told"),
    [
        ("In a statement on Nov. 4, the board said it had opened a yard.", "Nov. 4", "reported"),
        ("The board said on Monday that the yard was shut in May.", "May", "happened"),
        ("The yard was shut in May, the board said on Monday.", "May", "happened"),
        ("A man was shot in Leeds, police said Sunday.", "Sunday", "reported"),
        ("The statement on the deal appeared on Monday.", "Monday", "reported"),
        # What is told of the present or the future is said on the day, and that is what happened.
        ("The minister said on Monday that taxes are too high.", "Monday", "happened"),
        ("The yard will close, the board said on Monday.", "Monday", "happened"),
        ("The board said on Monday that it will sell the yard in 2021.", "2021", "planned"),
        ("In a report on Monday, the bank cut its forecast.", "Monday", "happened"),
        ("The board denied it in a statement on Monday.", "Monday", "happened"),
    ],
)
def test_whose_date_it_is(sentence: str, date: str, told: str) -> None:
    mentions = find_dates(sentence, PUBLISHED)
    [claim] = find_claims(sentence, mentions, PUBLISHED.toordinal())
    assert claim.mention is not None
    assert (mentions[claim.mention].text, claim.told) == (date, told)


def test_what_a_newspaper_says_of_how_things_stand_is_no_event() -> None:
    text = "In June 2019, the Courier reported that prices are rising."
    mentions = find_dates(text, PUBLISHED)
    assert list(find_claims(text, mentions, PUBLISHED.toordinal())) == []


WORDS = "said that on , it had the board ¤ according to in a statement , police shut".split()


@given(st.lists(st.sampled_from(WORDS), max_size=60))
def test_what_is_told_lies_within_the_sentence(words: list[str]) -> None:
    sentence = " ".join(words)
    found = attribution_of(sentence)
    assert found is None or 0 <= found.start <= found.end <= len(sentence)

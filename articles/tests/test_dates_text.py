"""Whatever the text: offsets fit, values agree, nothing raises, and time grows with length."""

import re
from datetime import date
from unittest.mock import patch

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from articles.dates import Mention, find, find_dates, parse_edtf, split_sentences
from articles.dates.languages import MODULES

PUBLISHED = date(2019, 11, 5)
WORDS = st.sampled_from(
    """the a in on of last next this two 3 12 31 45 2018 1999 44 BC AD year years month week ago
    later May Nov. April Monday Thursdays first quarter half century 19th since before after from
    to between and until about early mid- – - , . : ; " ( ) 11/04/2019 4.11.2019 2018-19 spring
    winter Easter Christmas Thanksgiving weekend noon 10 p.m. million centuries 999999 same that
    following about second half Sunday Times people nineties every daily recently soon $ % U.
    Today yesterday night morning the 23rd o'clock half past six fifth last FY 2018-19 H1 Q3 FY19
    (O.S.) [O.S. 1731/32 9/11 14:30 GMT hours 12,000 billion onwards on long decade- released
    release before weekend of""".split()
)
TEXTS = st.lists(WORDS | st.text(max_size=8), max_size=40).map(" ".join)


@given(TEXTS, st.sampled_from([PUBLISHED, date(1, 1, 1), date(9999, 12, 31), None]))
@example("the second half of the 9th century BC", PUBLISHED)
@example("the year 0", PUBLISHED)
@example("last second", PUBLISHED)
@example("two yearſ ago, two mınutes, the 470ſ BC", PUBLISHED)
@example("60-day midday on Monday midday", PUBLISHED)
@example("last winter", date(2020, 1, 10))
@example("on Easter", date(1, 1, 1))
@example("two hundred million centuries ago", PUBLISHED)
def test_any_text(text: str, published: date | None) -> None:
    check_mentions(text, published)


@pytest.mark.slow
@settings(max_examples=5000)
@given(TEXTS, st.sampled_from([PUBLISHED, None]))
def test_thousands_of_texts(text: str, published: date | None) -> None:
    check_mentions(text, published)


NUMBERS = st.sampled_from(
    """1 4 12 31 45 1/2 000 500 2018 1999 1,000 2.5 4. 10:30 1- May mai maio mayo mei maggio Mai
    years years, ans años anni Jahre jaar 年 月 日 a.m. GMT hours Uhr million and of de del the
    in en before""".split()
)


@given(st.lists(NUMBERS, max_size=12).map(" ".join), st.sampled_from(["en", *MODULES]))
@example("It was 1 1/2 years ago", "en")
@example("In 1999 45 came", "en")
def test_a_number_before_another_begins_no_date(text: str, language: str) -> None:
    """Passing tables over changes nothing but the time it takes."""
    found = find_dates(text, PUBLISHED, language)
    with patch.object(find, "IN_A_ROW", re.compile("(?!)")):
        assert find_dates(text, PUBLISHED, language) == found


def check_mentions(text: str, published: date | None, language: str = "en") -> None:
    mentions = find_dates(text, published, language)
    end = 0
    for mention in mentions:
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        assert mention.why
        check_value(mention)
        end = mention.end
    if published is None:
        assert not any(mention.anchor == "publication" for mention in mentions)


def check_value(mention: Mention) -> None:
    assert mention.kind in ("date", "time", "duration", "recurring", "vague")
    if not mention.edtf:
        assert (mention.first_day, mention.last_day) == (None, None)
        return
    span = parse_edtf(mention.edtf)
    assert (span.first_day, span.last_day) == (mention.first_day, mention.last_day)
    if span.first_day is not None and span.last_day is not None:
        assert span.first_day <= span.last_day


@given(TEXTS)
def test_sentences_of_any_text(text: str) -> None:
    end = 0
    for start, stop in split_sentences(text):
        assert end <= start < stop <= len(text)
        assert text[start:stop] == text[start:stop].strip()
        assert not text[end:start].strip()
        end = stop
    assert not text[end:].strip()


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "7",
        "1 ",
        "may ",
        "([",
        "in the ",
        "May 1 ",
        "last year in ",
        "a.",
        "–",
        "1-",
        "two hundred ",
        "on Monday 9am ",
        "a week ",
        "Q1 Q2 Q3 ",
        "FY2018 FY19 ",
        "from May to June to ",
        "1999, 2000, 2001, ",
        "2019-11-04\t12:30\t5\n",
        "years old ",
        "It was released on 4 May 2018. A month after the release ",
        "“‘(月 Мая ",
    ],
)
def test_long_and_hostile(text: str) -> None:
    """A pattern that backtracks would not come to its end: the suite's time limit ends it."""
    long = text * (100_000 // len(text))
    find_dates(long, PUBLISHED)
    split_sentences(long)


@pytest.mark.parametrize(
    "sentences",
    [
        [],
        ["It rained.", "Then it stopped."],
        ["He met Mr. Low on Nov. 4 in St. Ives.", "He left."],
        ["As U. Today says, it grew.", "So be it."],
        ["She said: “It is over.”", "He left."],
        ["It cost 3.5 million.", "Why?", "Nobody knows!"],
        ["Es begann am 4. November 2019 im 19. Jahrhundert.", "Er nahm Platz 4.", "So war es."],
        ["It was sold to Acme Inc. for nothing.", "Done."],
    ],
)
def test_sentences(sentences: list[str]) -> None:
    assert split(" ".join(sentences)) == sentences


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("A heading\n\nA sentence.", 2),
        ("One paragraph.\nAnother one.", 2),
        ("A line that was wrapped by hand after about sixty characters\nruns on here.", 1),
        (" \n ", 0),
    ],
)
def test_lines(text: str, count: int) -> None:
    assert len(split(text)) == count


@pytest.mark.parametrize(("text", "count"), [("LAST WEEK", 1), ("LAST WEE\u212a", 0)])
def test_letters_that_ignoring_case_takes_for_others(text: str, count: int) -> None:
    assert len(find_dates(text, PUBLISHED)) == count


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]

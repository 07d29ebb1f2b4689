"""When a text was written, by its own words: the span, what it rests on, and when to say nothing.

Asked on 24 November 2026.
"""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from articles.dates import Suggestion, parse_edtf, when_written
from articles.dates.find import find
from articles.dates.written.edges import edge_clues
from articles.dates.written.windows import FIRST, LAST
from articles.tests.test_dates_text import TEXTS

TODAY = date(2026, 11, 24)
AFTER = "[{}..2026-11-24]".format


def suggested(text: str) -> str:
    """The EDTF of the suggestion; its words where it has none; "" where there is nothing."""
    found = when_written(text, TODAY)
    if found is None:
        return ""
    return found.span.edtf if found.span else found.words


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Last year in April 2018 the yard opened.", "2019"),
        ("The yard opened in April of last year, 2018.", "2019"),
        ("The yard opened yesterday, 4 May 2018.", "2018-05-05"),
        ("The yard opened yesterday (4 May 2018).", "2018-05-05"),
        ("The yard is open today, 4 May 2018.", "2018-05-04"),
        ("The yard opens tomorrow, on Friday, 4 May 2018.", "2018-05-03"),
        ("The yard closed two weeks ago, on 3 June 2018.", "[2018-06-14..2018-06-20]"),
        ("The yard closed three days ago, on 3 June 2018.", "2018-06-06"),
        ("The yard closed earlier this week, on Wednesday, 6 June 2018.",
         "[2018-06-06..2018-06-10]"),
        ("The yard will close later this week, on Friday, 8 June 2018.",
         "[2018-06-04..2018-06-10]"),
        ("The yard will close next month, in June 2018.", "2018-05"),
        ("The yard closed six months ago, in May 2018.", "[2018-10-17..2018-12-15]"),
        ("This year, 2018, the yard will open.", "2018"),
        ("The yard opened at 10 a.m. yesterday, 4 May 2018.", "2018-05-05"),
        ("It opens next Thursday, 10 May 2018.", "[2018-04-23..2018-05-13]"),
        ("It opened last Thursday, on 10 May 2018.", "[2018-05-10..2018-05-24]"),
        ("Friday, 4 May 2018 This week it rained.", ""),
        ("The yard is seen in this Tuesday, Feb. 10, 2009 file photo.", AFTER("2009-02-10")),
        ("“It closed,” he said. It opened yesterday, 4 May 2018.", "2018-05-05"),
    ],
)  # fmt: skip
def test_a_date_that_is_also_counted(text: str, edtf: str) -> None:
    assert suggested(text) == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The yard opened on Monday, November 4. Last year in April 2018 it was sold.",
         "[2019-11-02..2019-12-31]"),
        ("It opened earlier this week on Monday, November 4. Last year in April 2018 it was sold.",
         "[2019-11-04..2019-11-10]"),
        ("It opened this week on Monday, November 4. It had been sold in 2023.",
         "[2024-11-04..2024-11-10]"),
        ("It opened this week on Monday, November 4. It had been sold in 2011.",
         "[2013-11-04..2013-11-10,2019-11-04..2019-11-10,2024-11-04..2024-11-10]"),
        ("In 2019 the yard was sold. On Monday, November 4, it shut.", AFTER("2019-01-01")),
        ("It was on air on Monday, November 4 at 2 pm. It was sold in 2019.", AFTER("2019-01-01")),
        ("It opened yesterday, May 4. It had been sold in June 2022.",
         "[2023-05-05,2024-05-05,2025-05-05,2026-05-05]"),
        ("It opened on Monday, Christmas Day. It was sold in 2017 and in 2018 it shut.",
         "[2018-01-01..2018-12-26,2023-12-23..2024-12-25]"),
    ],
)  # fmt: skip
def test_a_day_without_its_year(text: str, edtf: str) -> None:
    assert suggested(text) == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("In 2017 the yard was sold. In May 2018 it opened.", AFTER("2018-05-01")),
        ("In May 2018 the yard opened. It was sold in 2017.", AFTER("2018-05-01")),
        ("The yard has been closed since 2017.", AFTER("2017-01-01")),
        ("It hurt more than the 2008 crash.", AFTER("2008-01-01")),
        ("The yard was sold in 2017. It will open again in 2020.", "[2017-01-01..2020-12-31]"),
        ("It will be ready . In 2017 it was sold .", AFTER("2017-01-01")),
        ("The yard will be ready by 2020.", "[..2020-12-31]"),
        ("The yard is expected to open before 4 May 2018.", "[..2018-05-03]"),
    ],
)
def test_what_is_past_and_what_is_to_come(text: str, edtf: str) -> None:
    assert suggested(text) == edtf


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The yard opened yesterday.",
        "The yard opened on Monday, November 4.",
        "He said: “It was sold yesterday, 4 May 2018.”",
        'He said: "It was sold yesterday, 4 May 2018."',
        "He said: ``It was sold yesterday, 4 May 2018.''",
        "This week in 1969 the yard was sold.",
        "It takes more than two decades, as two decades ago, in 1986.",
        "He said that the yard would open in 2020.",
        "They agreed to open it in 2020.",
        "The bonds maturing in 2020 were sold.",
        "The 2020 budget was passed.",
        "If it closed in 2020, it shut for good.",
        "Roads will be built before 2049.",
        "They will remember the men who sailed on 4 May 1912.",
        "It will be the anniversary of the fire on 4 May 1912.",
        "“We will open in 2012,” he said.",
        "Compared with last year and 2018, it was warm.",
        "It rained. At 7:24 pm on 1 June 2018, Ada wrote: it rained here.",
        "It rained. Posted by Ada Low on 4 May 2018.",
        "It rained. A version appeared in print on Saturday 2 May 2018.",
        "It rained. May 15, 2018 14:06 UTC: Ada said so.",
        "As many will leave this year (2018), they said.",
        "It opened on 4 May 2018 at 10:30.",
        "2018 It was a good year.",
        "In 2020, it was said, the yard would open.",
        "It was known as the yard opening in 2020.",
        "It was sold as deliverable in 2020.",
        "He was asked on 2019 by the court.",
        "It was told on 4 May 2018, 14.06 GMT.",
        "A yard\n4 May\nIt rains.",
        "HULL, May 4, 2018 is a day.",
        "It rains.\n\n© 1066 Harald",
        "It rains.\n\n© 2044 Harald",
        "It was told in 2044 that it had rained.",
        "The yard’s journey through 1939 will be shown.",
    ],
)
def test_what_says_nothing(text: str) -> None:
    assert suggested(text) == ""


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("A yard\n\n4 May 2018\n\nIt rained.", "2018-05-04"),
        ("A yard\nBy Ada Low, Friday, 4 May 2018\n\nIt rained.", "2018-05-04"),
        ("A yard\nPublished on 4 May 2018 at 10:30 GMT\n\nIt rained.", "2018-05-04"),
        ("HULL, May 4, 2018 (Wire) — It rained.", "[2018-05-04..2018-05-07]"),
        ("HULL, England, May 4 (Wire) -- It rained. It had been dry since 2024.",
         "[2024-05-04..2024-05-07,2025-05-04..2025-05-07,2026-05-04..2026-05-07]"),
        ("A yard\nPosted by Ada Low on May 4, 2018 | Yards\n\nIt rained.", "2018-05-04"),
        ("FOR IMMEDIATE RELEASE: May 4, 2018\n\nIt rained.", "2018-05-04"),
        ("A yard\nUpdated on 4 May 2018\n\nIt rained.", ""),
        ("It rained.\n\n© 2018 Harbour Ledger", "2018"),
        ("It rained.\n\nCopyright (c) 2005-2018 Harbour Ledger", "2018"),
        ("It was dry in 2019.\n\n© 2018 Harbour Ledger", AFTER("2019-01-01")),
        ("Published on 4 May 2018, the book sold well.", AFTER("2018-05-04")),
        ("It rained.\n\n" * 60 + "4 May 2018", ""),
    ],
)  # fmt: skip
def test_lines_that_say_it(text: str, edtf: str) -> None:
    assert suggested(text) == edtf


@pytest.mark.parametrize(
    "text",
    [
        "Yesterday, 7 December 1941, it rained. In 1999 it was dry.",
        "It will open next year, in 2020. It closed last month, in May 2018.",
        "It was sold in 2019. It will open in 2018.",
        "Yesterday, 4 May 2030, it rained.",
    ],
)
def test_a_contradiction_suggests_nothing(text: str) -> None:
    found = when_written(text, TODAY)
    assert found is not None
    assert (found.span, found.day) == (None, None)
    assert found.words == "Its own words contradict each other on when it was written."
    assert found.evidence


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("HULL, May 4 (Wire) -- It rained.",
         "“May 4” is the date of a date line, so that it was written between 4 and 7 May 2026 "
         "or in earlier years."),
        ("It opened yesterday, May 4.",
         "“yesterday, May 4” can be said only on 5 May 2026 or in earlier years."),
    ],
)  # fmt: skip
def test_a_day_of_no_year_is_told(text: str, says: str) -> None:
    found = when_written(text, TODAY)
    assert found is not None
    assert (found.span, found.day) == (None, None)
    assert found.words == "Its own words tell when it was written, but not the year."
    assert [piece.says for piece in found.evidence] == [says]


def test_the_evidence_in_words() -> None:
    text = "Seen this week on Monday, November 4. Last year in April 2018 it was sold. It is 10."
    found = when_written(text, TODAY)
    assert found is not None
    assert found.words == "Probably written in the week of 4 November 2019."
    assert [text[piece.start : piece.end] for piece in found.evidence] == [
        "Last year in April 2018", "this week on Monday, November 4",
    ]  # fmt: skip
    assert [piece.says for piece in found.evidence] == [
        "“Last year in April 2018” can be said only in 2019.",
        "“this week on Monday, November 4” can be said only in the week of 4 November 2019, "
        "or in other years.",
    ]
    assert [piece.span and piece.span.edtf for piece in found.evidence] == ["2019", None]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It was sold in 2017.", "after 31 December 2016"),
        (
            "It was sold in 2017. It will open in 2020.",
            "between 1 January 2017 and 31 December 2020",
        ),
        ("It was sold yesterday, 4 May 2018.", "on 5 May 2018"),
        ("It will open in 2020.", "before 1 January 2021"),
    ],
)
def test_the_suggestion_in_words(text: str, words: str) -> None:
    found = when_written(text, TODAY)
    assert found is not None
    assert found.words == f"Probably written {words}."


def test_words_are_evidence_once_and_whole() -> None:
    found = when_written("The yard was sold yesterday (4 May 2018).", TODAY)
    assert found is not None
    [piece] = found.evidence
    assert piece.says == "“yesterday (4 May 2018)” can be said only on 5 May 2018."
    found = when_written("The yard was sold six months ago, in May 2018.", TODAY)
    assert found is not None
    assert len(found.evidence) == 1


def test_only_a_single_day_is_a_day() -> None:
    days = [
        found.day if (found := when_written(text, TODAY)) else None
        for text in ("Sold yesterday, 4 May 2018.", "Sold last month, in April 2018.", "Sold.")
    ]
    assert days == [date(2018, 5, 5).toordinal(), None, None]


def test_other_languages_say_nothing_yet() -> None:
    assert when_written("It was sold yesterday, 4 May 2018.", TODAY, "en-GB") is not None
    assert when_written("It was sold yesterday, 4 May 2018.", TODAY, "de") is None


@given(TEXTS, st.sampled_from([TODAY, date(1, 1, 1), date(9999, 12, 31)]))
@example("Yesterday, 31 December 9999", date(9999, 12, 31))
@example("a hundred million years ago, in May 2018", TODAY)
@example("Monday, May 4 today", date(9999, 12, 31))
def test_any_text(text: str, today: date) -> None:
    check(text, when_written(text, today), today)


def check(text: str, found: Suggestion | None, today: date) -> None:
    if found is None:
        return
    assert found.evidence
    for piece in found.evidence:
        assert 0 <= piece.start < piece.end <= len(text)
        assert piece.says
    if found.span:
        assert parse_edtf(found.span.edtf) == found.span
        assert (found.span.last_day or LAST) <= today.toordinal()


@pytest.mark.slow
@pytest.mark.parametrize("words", ["this week, Monday, May 5. ", "in 2017 it was, ", "© ", '"'])
def test_long_texts(words: str) -> None:
    when_written(words * (100_000 // len(words)), TODAY)


def test_edges_are_the_latest_and_the_earliest() -> None:
    text = "It was dry in 2016 and in 2017. It will rain in 2020 and in 2019."
    edges = [
        (text[one.start : one.end], one.days)
        for one in edge_clues(text, find(text), TODAY.toordinal())
    ]
    first, last = date(2017, 1, 1).toordinal(), date(2019, 12, 31).toordinal()
    assert edges == [("2017", ((first, LAST),)), ("2019", ((FIRST, last),))]

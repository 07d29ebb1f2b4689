"""A stretch is two mentions: the first says the whole, the second only where it ends."""

from datetime import date

import pytest

from articles.dates import END_OF_STRETCH, find_dates

PUBLISHED = date(2019, 11, 5)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        (
            "It ran from January to March 2018.",
            ("January", "2018-01", "2018-01/2018-03"),
            ("March 2018", "2018-03", "../2018-03"),
        ),
        (
            "It fell between 2014 and 2018.",
            ("2014", "2014", "[2014..2018]"),
            ("2018", "2018", "[..2018]"),
        ),
        (
            "It ran from 12-18 October 2018.",
            ("12", "2018-10-12", "2018-10-12/2018-10-18"),
            ("18 October 2018", "2018-10-18", "../2018-10-18"),
        ),
        (
            "It ran Oct. 12 to 18, 2018.",
            ("Oct. 12", "2018-10-12", "2018-10-12/2018-10-18"),
            ("18, 2018", "2018-10-18", "../2018-10-18"),
        ),
        (
            "the season of 2018-19",
            ("2018", "2018", "2018/2019"),
            ("19", "2019", "../2019"),
        ),
    ],
)
def test_ends(text: str, first: tuple[str, str, str], last: tuple[str, str, str]) -> None:
    mentions = find_dates(text, PUBLISHED)
    assert [(m.text, m.timex, m.edtf) for m in mentions] == [first, last]
    assert mentions[1].rule == END_OF_STRETCH
    assert mentions[1].anchor == f"mention {mentions[0].start}:{mentions[0].end}"
    assert mentions[1].why == f"“{last[0]}” ends the stretch that “{first[0]}” begins."


def test_the_first_says_both_ends() -> None:
    [first, _] = find_dates("It ran from 12 to 18 October.", PUBLISHED)
    assert first.why.startswith("“from 12 to 18 October”")


def test_an_unresolved_stretch_is_one_mention() -> None:
    [mention] = find_dates("It ran from 12 to 18 October.", None)
    assert (mention.text, mention.edtf) == ("from 12 to 18 October", "")


@pytest.mark.parametrize("words", ["since", "until", "by", "before", "after"])
def test_a_bound_stands_before_its_date(words: str) -> None:
    [mention] = find_dates(f"It was shut {words} May 2018.", PUBLISHED)
    assert (mention.text, mention.timex) == ("May 2018", "2018-05")
    assert mention.why.startswith(f"“{words} May 2018”")


@pytest.mark.parametrize(
    ("text", "edtfs"),
    [
        ("In May and June 1955 it rained.", ["1955-05", "1955-06"]),
        ("In the summer and autumn of 1955 it rained.", ["1955-22", "1955-23"]),
        ("On 4 May and 6 June 1955 it rained.", ["1955-05-04", "1955-06-06"]),
        ("In December or January 1955 it rained.", ["1954-12", "1955-01"]),
        ("In May 1950 and June 1955 it rained.", ["1950-05", "1955-06"]),
        ("In May and in June 1955 it rained.", ["2019-05", "1955-06"]),
    ],
)
def test_the_second_of_two_dates_says_the_year_of_both(text: str, edtfs: list[str]) -> None:
    assert [mention.edtf for mention in find_dates(text, PUBLISHED)] == edtfs


def test_only_the_night_is_a_time() -> None:
    mentions = find_dates("It fell in the night of 3-4 May 2018.", PUBLISHED)
    assert [(m.kind, m.timex) for m in mentions] == [
        ("time", "2018-05-03TNI"),
        ("date", "2018-05-04"),
    ]

"""Sentences as newswire has them: each mention of a time, where it stands and its TIMEX3 value."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from articles.dates import find_dates


def sentences() -> Iterator[tuple[date, str, str]]:
    published = date.min
    for line in Path(__file__).with_name("newswire.txt").read_text("utf-8").splitlines():
        if line.startswith("== "):
            published = date.fromisoformat(line.removeprefix("== "))
        elif line and not line.startswith("#"):
            text, _, expected = line.rpartition(" | ")
            yield published, text, expected


def test_sentences() -> None:
    tried = [
        (
            text,
            expected,
            "; ".join(f"{one.text}={one.timex}" for one in find_dates(text, published)),
        )
        for published, text, expected in sentences()
    ]
    assert len(tried) > 500
    assert [one for one in tried if one[1] != one[2]] == []


def test_a_time_without_a_day_is_no_date() -> None:
    """Its TIMEX3 value is a guess; nothing is dated by it."""
    [mention] = find_dates("It shut at noon.", date(2019, 11, 5))
    assert (mention.timex, mention.edtf, mention.first_day) == ("2019-11-05T12:00", "", None)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It fell after midnight on Monday.", "[2019-11-04..2019-11-05]"),
        ("It fell soon after 9 p.m. on Monday.", "2019-11-04"),
        ("It was over before noon on Monday.", "2019-11-04"),
        ("It must be over before noon on Friday.", "[..2019-11-08]"),
    ],
)
def test_before_and_after_a_time_of_day(text: str, edtf: str) -> None:
    [mention] = find_dates(text, date(2019, 11, 5))
    assert mention.edtf == edtf

"""Whether the dates of two tellings can agree, or are one."""

import pytest

from articles.dates import parse_edtf
from timeline.merging.days import are_one_date, can_agree


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("2018", "2018-04", True),
        ("2018-04", "2018-05", False),
        ("2018/..", "2019-04", True),
        ("2018/..", "2017", False),
        ("[..2017]", "2017-12-31", True),
        ("[..2017]", "2018/..", False),
        ("../2017", "[..2010]", True),
    ],
)
def test_dates_that_can_agree(one: str, other: str, agree: bool) -> None:
    assert can_agree(parse_edtf(one), parse_edtf(other)) is agree
    assert can_agree(parse_edtf(other), parse_edtf(one)) is agree


@pytest.mark.parametrize(
    ("one", "other", "is_one", "is_one_day"),
    [
        ("2018-04-03", "2018-04-03", True, True),
        ("2018-04-03", "2018-04-04", False, False),
        ("2018-04", "2018-04", True, False),
        ("2018-04", "2018-04-03", False, False),
        ("2018", "2018", False, False),
        ("2018/..", "2018/..", False, False),
    ],
)
def test_dates_that_are_one(one: str, other: str, is_one: bool, is_one_day: bool) -> None:
    ours, theirs = ((span.first_day, span.last_day) for span in map(parse_edtf, (one, other)))
    assert are_one_date(ours, theirs) is is_one
    assert are_one_date(ours, theirs, longest=1) is is_one_day

"""Windows are sets of days: made one, shared, and written as EDTF."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.dates.written.windows import merged, shared, span_of

DAYS = st.lists(st.tuples(st.integers(1, 60), st.integers(1, 60)), max_size=8)


@given(DAYS, DAYS)
def test_windows_are_sets_of_days(some: list[tuple[int, int]], more: list[tuple[int, int]]) -> None:
    def days(windows: tuple[tuple[int, int], ...]) -> set[int]:
        return {day for first, last in windows for day in range(first, last + 1)}

    ours, theirs = merged(some), merged(more)
    assert days(ours) == {day for first, last in some for day in range(first, last + 1)}
    assert days(shared(ours, theirs)) == days(ours) & days(theirs)
    assert all(one[1] + 1 < other[0] for one, other in pairwise(ours))


@pytest.mark.parametrize(
    ("windows", "edtf"),
    [
        ([("2018-05-04", "2018-05-04")], "2018-05-04"),
        ([("2018-05-07", "2018-05-13")], "[2018-05-07..2018-05-13]"),
        ([("2018-05-01", "2018-05-31")], "2018-05"),
        ([("2018-01-01", "2018-12-31")], "2018"),
        ([("2018-01-01", "2018-12-30")], "[2018-01-01..2018-12-30]"),
        ([("2018-01-01", "9999-12-31")], "[2018-01-01..]"),
        ([("0001-01-01", "2018-12-30")], "[..2018-12-30]"),
        ([("2018-05-04", "2018-05-04"), ("2019-01-01", "2019-01-31")], "[2018-05-04,2019-01]"),
        ([(f"20{year}-01-01", f"20{year}-01-01") for year in range(10, 16)],
         "[2010-01-01..2015-01-01]"),
    ],
)  # fmt: skip
def test_windows_as_edtf(windows: list[tuple[str, str]], edtf: str) -> None:
    numbers = [tuple(date.fromisoformat(day).toordinal() for day in pair) for pair in windows]
    assert span_of(merged((first, last) for first, last in numbers)).edtf == edtf

"""Dates in Chinese: cases, and that every date has words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.dates import parse_edtf
from timeline.phrasing.chinese import in_chinese


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2019-11-04", "2019年11月4日"),
        ("2018-04", "2018年4月"),
        ("2018-21", "2018年春季"),
        ("2018-34", "2018年第二季度"),
        ("2017-40", "2017年上半年"),
        ("2019", "2019年"),
        ("199X", "1990年代"),
        ("19XX", "20世纪"),
        ("[-0499..-0400]", "公元前5世纪"),
        ("-0043", "公元前44年"),
        ("0079", "公元79年"),
        ("2019-10-24~", "约2019年10月24日"),
        ("2018?", "可能2018年"),
        ("[..2048]", "2049年以前"),
        ("[2020..]", "2019年以后"),
        ("[..2019-11-04]", "2019年11月4日或之前"),
        ("2018-01/2018-03", "2018年1月至2018年3月"),
        ("2017-09/..", "自2017年9月起"),
        ("../2017", "至2017年止"),
        ("2018/2018", "2018年全程"),
        ("[2019-10-28..2019-11-03]", "2019年10月28日起的一周"),
        ("[2018-01..2018-05]", "2018年1月至2018年5月之间"),
        ("[2017,2019]", "2017年或2019年"),
        ("{2017,2019}", "2017年和2019年"),
    ],
)
def test_words(edtf: str, words: str) -> None:
    assert in_chinese(edtf) == words


@given(st.integers(-3000, 3000), st.integers(1, 12), st.integers(1, 28), st.integers(0, 3))
def test_every_date_has_words(year: int, month: int, day: int, length: int) -> None:
    sign = "-" if year < 0 else ""
    edtf = "-".join([f"{sign}{abs(year):04}", f"{month:02}", f"{day:02}"][: length or 1])
    for form in (edtf, f"{edtf}~", f"[..{edtf}]", f"[{edtf}..]", f"{edtf}/.."):
        parse_edtf(form)
        assert str(abs(1 - year) if year <= 0 else year) in in_chinese(form) or ".." in form

"""Dates on the page: labels, signs of precision, datetime attributes, headings."""

import pytest

from articles.dates.edtf import COARSENESS
from timeline.page.facets import PRECISIONS
from timeline.page.headings import EventDate, headings_of, under_headings
from timeline.phrasing.precision import WITHIN, bare_words, html_date, sign_of


@pytest.mark.parametrize(
    ("edtf", "label", "machine", "shape", "words"),
    [
        ("2019-11-04", "4 November 2019", "2019-11-04", "day", ""),
        ("2018-04", "April 2018", "2018-04", "within", "some time in the month"),
        ("2020", "2020", "2020", "within", "some time in the year"),
        ("2018-21", "Spring 2018", "", "within", "some time in the season"),
        ("2017-40", "The first half of 2017", "", "within", "some time in the half-year"),
        ("201X", "The 2010s", "", "within", "some time in the decade"),
        ("1XXX", "The years 1000 to 1999", "", "within", "some time in the millennium"),
        ("2019-10-24~", "About 24 October 2019", "", "day about", "approximate"),
        ("2019?", "Perhaps 2019", "", "within perhaps", "uncertain, some time in the year"),
        ("2017-09/..", "Since September 2017", "", "through open-end", "all through, no end known"),
        ("2018-01/2018-03", "From January to March 2018", "", "through", "all through"),
        ("../2017", "Until 2017", "", "through open-start", "all through, no beginning known"),
        ("[..2048]", "Before 2049", "", "within open-start", "some time before"),
        ("[..2019-11-04]", "By 4 November 2019", "", "within open-start", "some time before"),
        ("[2020..]", "After 2019", "", "within open-end", "some time after"),
        ("[2019-10-28..2019-11-03]", "The week of 28 October 2019", "", "within",
         "some time in the week"),
        ("[2019-10-28..2019-10-30]", "Between 28 and 30 October 2019", "", "within",
         "some time within"),
        ("-0043-03-15", "15 March 44 BC", "", "day", ""),
        ("0000", "1 BC", "", "within", "some time in the year"),
        ("0044", "AD 44", "0044", "within", "some time in the year"),
    ],
)  # fmt: skip
def test_date_is_shown_at_its_precision(
    edtf: str, label: str, machine: str, shape: str, words: str
) -> None:
    sign = sign_of(edtf)
    assert (bare_words(edtf), html_date(edtf)) == (label, machine)
    assert (sign.shape, sign.words) == (shape, words)


def test_every_precision_has_its_words() -> None:
    assert {*COARSENESS} == {*PRECISIONS} == {*WITHIN, "day"}


def test_planned_is_a_sign_of_its_own() -> None:
    sign = sign_of("2020", is_planned=True)
    assert (sign.shape, sign.words) == ("within planned", "planned, some time in the year")


@pytest.mark.parametrize(
    ("edtf", "year", "month"),
    [
        ("2019-11-04", "2019", "November"),
        ("2018-04", "2018", "April"),
        ("2019-10-24~", "2019", "October"),
        ("2018", "2018", ""),
        ("2018?", "2018", ""),
        ("2018-22", "2018", ""),
        ("2018-24", "Winter 2018", ""),
        ("2017-40", "2017", ""),
        ("[2019-11-04..2019-11-10]", "2019", "November"),
        ("[2019-10-28..2019-11-03]", "2019", ""),
        ("[2019-12-30..2020-01-05]", "The week of 30 December 2019", ""),
        ("2017-09/..", "2017", "September"),
        ("2017/..", "2017", ""),
        ("2020-01/2020-03", "2020", "January"),
        ("{2018-01,2018-03}", "2018", "January"),
        ("{2019,2017}", "2017", ""),
        ("{2019-05-02,2017,2017-03}", "2017", ""),
        ("{2019-05..2019-07,2018-03..2018-04}", "2018", "March"),
        ("199X/..", "The 1990s", ""),
        ("../2017", "Until 2017", ""),
        ("[..2048]", "Before 2049", ""),
        ("[..2019-11-04]", "2019", "November"),
        ("[..2019-09]", "2019", "September"),
        ("[2020..]", "After 2019", ""),
        ("199X", "The 1990s", ""),
        ("12XX", "The 13th century", ""),
        ("-0043", "44 BC", ""),
        ("-0043-03-15", "44 BC", "March"),
    ],
)
def test_date_stands_under_its_year_and_month(edtf: str, year: str, month: str) -> None:
    assert headings_of(edtf) == (year, month)


def test_what_is_coarser_than_a_month_stands_directly_under_its_year() -> None:
    dates = ["2017-12-31", "2018", "2018-01", "2018-01-09", "2018-21", "2018-03-02", "2019-03"]
    eras = under_headings(EventDate(0, edtf) for edtf in dates)
    told = [
        (era.heading, [(s.heading, [event.edtf for event in s.events]) for s in era.sections])
        for era in eras
    ]
    assert told == [
        ("2017", [("December", ["2017-12-31"])]),
        (
            "2018",
            [
                ("", ["2018"]),
                ("January", ["2018-01", "2018-01-09"]),
                ("Spring 2018", ["2018-21"]),
                ("March", ["2018-03-02"]),
            ],
        ),
        ("2019", [("March", ["2019-03"])]),
    ]

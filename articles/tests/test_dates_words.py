"""Dates in words: good British English for every shape, and no shape without words."""

import pytest
from hypothesis import given

from articles.dates import EdtfError, in_words, parse_edtf
from articles.tests.test_dates_edtf import SHAPES


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2019-11-04", "on 4 November 2019"),
        ("2018-04", "in April 2018"),
        ("2018", "in 2018"),
        ("2018-21", "in spring 2018"),
        ("2018-24", "in winter 2018"),
        ("2018-35", "in the third quarter of 2018"),
        ("2017-40", "in the first half of 2017"),
        ("199X", "in the 1990s"),
        ("-019X", "in the years 200 BC to 191 BC"),
        ("000X", "in the years 1 BC to AD 9"),
        ("12XX", "in the 13th century"),
        ("20XX", "in the 21st century"),
        ("10XX", "in the 11th century"),
        ("-04XX", "in the 5th century BC"),
        ("[-0499..-0400]", "in the 5th century BC"),
        ("[-0099..0000]", "in the 1st century BC"),
        ("1XXX", "in the years 1000 to 1999"),
        ("-0043", "in 44 BC"),
        ("-0043-03-15", "on 15 March 44 BC"),
        ("0000", "in 1 BC"),
        ("0079", "in AD 79"),
        ("0079-08-24", "on 24 August AD 79"),
        ("1066", "in 1066"),
        ("Y12000", "in 12000"),
        ("Y-11999", "in 12000 BC"),
    ],
)
def test_single_date(edtf: str, words: str) -> None:
    assert in_words(edtf) == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2019-10-24~", "about 24 October 2019"),
        ("2018?", "perhaps in 2018"),
        ("2018-04-02?", "perhaps on 2 April 2018"),
        ("12XX%", "perhaps about the 13th century"),
        ("[..2048~]", "before about 2049"),
        ("1914~/1918", "from about 1914 to 1918"),
        ("2018-04~/2018-06", "from about April 2018 to June 2018"),
        ("2017-09?/..", "since perhaps September 2017"),
        ("[2019-10-28~..2019-11-03~]", "about the week of 28 October 2019"),
        ("[2018?,2019?]", "perhaps in 2018 or 2019"),
    ],
)
def test_doubt(edtf: str, words: str) -> None:
    assert in_words(edtf) == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2017-09/..", "since September 2017"),
        ("../2017", "until 2017"),
        ("2018/2018", "throughout 2018"),
        ("2018/2019", "from 2018 to 2019"),
        ("2018-01/2018-03", "from January to March 2018"),
        ("2018-11/2019-01", "from November 2018 to January 2019"),
        ("2019-11-04/2019-11-06", "from 4 to 6 November 2019"),
        ("2019-10-28/2019-11-03", "from 28 October to 3 November 2019"),
        ("2018-12-31/2019-01-02", "from 31 December 2018 to 2 January 2019"),
        ("2018-01/2018-03-15", "from January to 15 March 2018"),
        ("2018-21/2018-23", "from spring to autumn 2018"),
        ("2018-33/2018-35", "from the first to the third quarter of 2018"),
        ("2018/2018-06", "from 2018 to June 2018"),
        ("-0043-03-03/-0043-03-05", "from 3 to 5 March 44 BC"),
        ("0079-08/0079-10", "from August to October AD 79"),
        ("12XX/13XX", "from the 13th century to the 14th century"),
    ],
)
def test_all_through(edtf: str, words: str) -> None:
    assert in_words(edtf) == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("[..2048]", "before 2049"),
        ("[..2018-12]", "before January 2019"),
        ("[..2019-10-31]", "before 1 November 2019"),
        ("[..2018-21]", "before June 2018"),
        ("[..199X]", "before 2000"),
        ("[..-0001]", "before 1 BC"),
        ("[2020..]", "after 2019"),
        ("[2018-01..]", "after December 2017"),
        ("[2019-11-01..]", "after 31 October 2019"),
        ("[2018-35..]", "after June 2018"),
        ("[2017..2019]", "between 2017 and 2019"),
        ("[2018-01..2018-03]", "between January and March 2018"),
        ("[2019-11-05..2019-11-08]", "between 5 and 8 November 2019"),
        ("[2019-10-28..2019-11-03]", "in the week of 28 October 2019"),
        ("[2019-11-02..2019-11-03]", "on the weekend of 2 November 2019"),
        ("[2019-11-04..2019-11-04]", "on 4 November 2019"),
        ("[2019-11-04,2019-04-11]", "on 4 November or 11 April 2019"),
        ("[2019-10-28,2019-11-03]", "on 28 October or 3 November 2019"),
        ("[2018-11-04,2019-11-04]", "on 4 November 2018 or 4 November 2019"),
        ("[2019-11-04,2019-11-06,2019-11-08]", "on 4, 6 or 8 November 2019"),
        ("[2017,2018,2020]", "in 2017, 2018 or 2020"),
        ("[2018-33,2018-34]", "in the first or the second quarter of 2018"),
        ("[2018,2019-04-11]", "in 2018 or on 11 April 2019"),
        ("[2017,2019..2020]", "in 2017 or between 2019 and 2020"),
        ("{2018,2019}", "in 2018 and 2019"),
        ("{..2018,2020..2022}", "until 2018 and from 2020 to 2022"),
    ],
)
def test_sets(edtf: str, words: str) -> None:
    assert in_words(edtf) == words


def test_by_and_before_are_one_date() -> None:
    """ "By 2049" is stored as `[..2049]`, as "before 2050" is; "before" is never misread."""
    assert in_words("[..2049]") == "before 2050"


@given(SHAPES)
def test_every_date_has_words(edtf: str) -> None:
    try:
        span = parse_edtf(edtf)
    except EdtfError:
        with pytest.raises(EdtfError):
            in_words(edtf)
        return
    words = in_words(span.edtf)
    assert words == " ".join(words.split())
    assert not set(words) & set("[]{}/~?%X")
    assert ("about " in words, "perhaps " in words) == (span.is_approximate, span.is_uncertain)

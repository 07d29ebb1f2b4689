"""Like wordings at compatible dates are one event; look-alikes are not."""

import pytest

from articles.dates import parse_edtf
from timeline.matching import Telling, can_agree, same_as_all, same_event, telling


def told(sentence: str, words: str, edtf: str) -> Telling:
    span = parse_edtf(edtf)
    start = sentence.index(words)
    return telling(sentence, start, start + len(words), span.first_day, span.last_day)


SERVICE = told(
    "In April 2018, Huawei put its Blockchain Service on the market.", "April 2018", "2018-04"
)


@pytest.mark.parametrize(
    ("sentence", "words", "edtf"),
    [
        ("Huawei put the Blockchain Service on the market in April 2018.", "April 2018", "2018-04"),
        ("Huawei’s Blockchain Service came to market in April.", "April", "2018-04"),
        ("Huawei put its Blockchain Service on the market in 2018.", "2018", "2018"),
    ],
)
def test_the_same_event(sentence: str, words: str, edtf: str) -> None:
    other = told(sentence, words, edtf)
    assert same_event(SERVICE, other) > 0
    assert same_event(SERVICE, other) == same_event(other, SERVICE)


@pytest.mark.parametrize(
    ("sentence", "words", "edtf"),
    [
        ("Huawei put its Blockchain Service on the market in May 2018.", "May 2018", "2018-05"),
        ("In April 2018, Ant put its harbour cranes up for sale.", "April 2018", "2018-04"),
        ("Huawei sold a chip to the city in 2018.", "2018", "2018"),
    ],
)
def test_another_event(sentence: str, words: str, edtf: str) -> None:
    assert same_event(SERVICE, told(sentence, words, edtf)) == 0


@pytest.mark.parametrize(
    "other",
    [
        "The mayor of York opened the library on 3 May 2018.",
        "The mayor of Leeds did not open the library on 3 May 2018.",
        "The mayor of Leeds couldn’t open the library on 3 May 2018.",
    ],
)
def test_look_alikes(other: str) -> None:
    one = told("The mayor of Leeds opened the library on 3 May 2018.", "3 May 2018", "2018-05-03")
    assert same_event(one, one) == 1
    assert same_event(one, told(other, "3 May 2018", "2018-05-03")) == 0


def test_different_numbers_are_different_events() -> None:
    one = told("The court fined 300 firms for late accounts in May 2018.", "May 2018", "2018-05")
    other = told("The court fined 12 firms for late accounts in May 2018.", "May 2018", "2018-05")
    assert same_event(one, other) == 0
    assert same_event(one, one) == 1


def test_one_of_a_group_at_another_date_keeps_a_telling_out() -> None:
    later = told(
        "Huawei put its Blockchain Service on the market in May 2018.", "May 2018", "2018-05"
    )
    assert same_as_all(SERVICE, [SERVICE]) == 1
    assert same_as_all(SERVICE, [SERVICE, later]) == 0
    assert same_as_all(SERVICE, []) == 0


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

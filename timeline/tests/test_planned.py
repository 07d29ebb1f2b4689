"""How sentences tell what they date, and which date that gives the event."""

from datetime import date

import pytest

from articles.dates import find_dates, iso_day, parse_edtf
from timeline.claims.claim import find_claims
from timeline.claims.planned import Told, date_told, days_sought, is_overdue

PUBLISHED = date(2019, 11, 5)


def told(sentence: str, published: date | None = PUBLISHED) -> list[str]:
    mentions = find_dates(sentence, published)
    day = published.toordinal() if published else None
    return [claim.told for claim in find_claims(sentence, mentions, day)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The yard will open in 2020.", "planned"),
        ("The firm plans to open the yard in 2020.", "planned"),
        ("The firm agreed to begin tests in 2020.", "planned"),
        ("The yard is to open in 2020.", "planned"),
        ("The opening is scheduled for May 2020.", "planned"),
        ("In 2020, the firm will build a yard.", "planned"),
        ("The works are to be finished before 2049.", "planned"),
        ("It takes effect on 1 January 2020.", "planned"),
        ("The yard was expected to open in May 2019.", "planned"),
        ("The yard opened in 2018.", "happened"),
        ("In 2018 the firm said that nothing will change.", "happened"),
        ("The firm said in 2018 that nothing will change.", "happened"),
        ("The yard, which will close, was opened in May 2018.", "happened"),
        ("The yard will close, the firm said on Monday.", "happened"),
        ("The yard will have cost millions when it opened in 2018.", "happened"),
        ("The firm decided to sell the yard in May 2019.", ""),
        ("The yard has been shut since September 2017.", "lasting"),
    ],
)
def test_how_a_sentence_tells_what_it_dates(sentence: str, expected: str) -> None:
    assert told(sentence) == [expected]


def test_an_undated_article_tells_what_happened_by_its_verbs_alone() -> None:
    assert told("The yard opened in 2018.", None) == ["happened"]
    assert told("The yard will open in 2020.", None) == ["planned"]
    assert told("The yard of 2018 has two cranes.", None) == [""]


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("[..2048]", "[2019-11-05..2048]"),
        ("2019", "[2019-11-05..2019]"),
        ("2019-23", "[2019-11-05..2019-11-30]"),
        ("2020", "2020"),
        ("2019-11", "[2019-11-05..2019-11]"),
        ("2019-11-05", "2019-11-05"),
        ("2018", "2018"),
        ("2019-10/2019-12", "2019-10/2019-12"),
        ("[2020..]", "[2020..]"),
    ],
)
def test_a_plan_begins_no_earlier_than_it_is_told(edtf: str, expected: str) -> None:
    dated, day = parse_edtf(edtf), PUBLISHED.toordinal()
    assert date_told(dated, Told.PLANNED, day).edtf == expected
    assert date_told(dated, Told.PLANNED, None).edtf == edtf
    assert date_told(dated, Told.HAPPENED, day).edtf == edtf


@pytest.mark.parametrize(
    ("edtf", "expected", "sought"),
    [
        ("2019-11-04", "[..2019-11-04]", ("2019-10-04", "2019-11-04")),
        ("2019-10", "[..2019-10]", ("2019-08-31", "2019-10-31")),
        ("2018", "[..2018]", ("2017-12-01", "2018-12-31")),
        ("2019", "[..2019-11-05]", ("2018-12-01", "2019-11-05")),
        ("2019-10-24~", "[..2019-10-24]", ("2019-09-23", "2019-10-24")),
        ("[2019-10-28..2019-11-03]", "[..2019-11-03]", ("2019-09-27", "2019-11-03")),
    ],
)
def test_what_is_reported_happened_by_then(
    edtf: str, expected: str, sought: tuple[str, str]
) -> None:
    dated, day = parse_edtf(edtf), PUBLISHED.toordinal()
    assert date_told(dated, Told.REPORTED, day).edtf == expected
    days = days_sought(dated, Told.REPORTED, day)
    assert tuple(iso_day(day or 0) for day in days) == sought


def test_a_year_that_has_hardly_begun_keeps_its_name() -> None:
    january, march = (date(2020, month, 10).toordinal() for month in (1, 3))
    assert date_told(parse_edtf("2020"), Told.PLANNED, january).edtf == "2020"
    assert date_told(parse_edtf("2020"), Told.PLANNED, march).edtf == "[2020-03-10..2020]"


def test_a_plan_whose_time_has_passed() -> None:
    last = date(2020, 12, 31)
    assert not is_overdue(last.toordinal(), last)
    assert is_overdue(last.toordinal(), date(2021, 1, 1))
    assert not is_overdue(None, date(2021, 1, 1))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The yard will be shut until 1 December 2019.", "lasting"),
        ("The yard was shut until 1 May 2019.", "happened"),
        ("The vote was put off until 1 December 2019.", "planned"),
        ("The vote will not be held until 1 December 2019.", "planned"),
        ("She told them to leave by 1 December 2019.", ""),
        ("The yard is open from 1 December 2019 onwards.", "planned"),
        ("The yard opens on 1 December 2019.", "planned"),
    ],
)
def test_what_goes_on_until_then(sentence: str, expected: str) -> None:
    assert told(sentence) == [expected]

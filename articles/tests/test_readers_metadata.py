"""Days of publication, addresses and languages, as files give them."""

from datetime import date

import pytest

from articles.readers.fields import read_language, read_url
from articles.readers.published import read_published
from articles.readers.record import ReadError


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2021-06-03", date(2021, 6, 3)),
        ("2021-06-03T23:30:00-05:00", date(2021, 6, 3)),
        ("2021-06-03T00:30:00+08:00", date(2021, 6, 3)),
        ("2021-06-03 09:15:00.123Z", date(2021, 6, 3)),
        ("2021-06-03 23:30 EST", date(2021, 6, 3)),
        ("2021-06-03 23:30:59 -0500", date(2021, 6, 3)),
        ("20210603", date(2021, 6, 3)),
        ("2021/6/3", date(2021, 6, 3)),
        ("13/6/2021", date(2021, 6, 13)),
        ("6/13/2021", date(2021, 6, 13)),
        ("6/6/2021", date(2021, 6, 6)),
        ("3.6.2021", date(2021, 6, 3)),
        ("3 June 2021", date(2021, 6, 3)),
        ("June 3, 2021", date(2021, 6, 3)),
        ("Thu, 03 Jun 2021 20:43:00 GMT", date(2021, 6, 3)),
        ("3 juin 2021", date(2021, 6, 3)),
        ("3 de junho de 2021", date(2021, 6, 3)),
        ("3. Juni 2021", date(2021, 6, 3)),
    ],
)
def test_day_of_publication(value: str, day: date) -> None:
    assert read_published(value) == day


@pytest.mark.parametrize(
    "value",
    [
        "",
        "2021",
        "June 2021",
        "2021-06",
        "3 June",
        "3 June 21",
        "3/6/2021",
        "3-6-2021",
        "yesterday",
        "2 days ago",
        "2021-02-30",
        "30 February 2021",
        "1622678400",
        "2021-W22",
        "spring 2021",
        "3 June 2021 or 4 June 2021",
        "2021-06-03 or so",
        "2021-06-03T25:00Z",
        "0000-01-01",
        "20211301",
        "3 June 2021 " * 99,
    ],
)
def test_no_part_of_a_date_is_invented(value: str) -> None:
    with pytest.raises(ReadError, match="2019-11-04"):
        read_published(value)


def test_two_readings_are_one_where_no_american_wrote_them() -> None:
    assert read_published("3/6/2021", day_first=True) == date(2021, 6, 3)


@pytest.mark.parametrize(
    "value",
    ["https://example.org/a?b=c#d", "http://example.org:8080/(x)", "HTTPS://example.org/é"],
)
def test_web_address(value: str) -> None:
    assert read_url(f" {value}\n") == value


@pytest.mark.parametrize(
    "value",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://example.org/",
        "//example.org/",
        "/a",
        "example.org",
        "https://",
        "https://?q",
        "https://exa mple.org",
        "https://example.org/\\x",
        "http://[::1",
        "http://a:b/",
        "java\nscript:alert(1)",
        'https://example.org/"><b>',
        "https://example.org/" + "x" * 2000,
    ],
)
def test_other_addresses_are_refused(value: str) -> None:
    with pytest.raises(ReadError, match=r"http|2,000"):
        read_url(value)


@pytest.mark.parametrize(
    ("value", "tag"),
    [
        ("", "en"),
        ("EN", "en"),
        ("pt-br", "pt-BR"),
        ("en_GB", "en-GB"),
        ("zh-hant-tw", "zh-Hant-TW"),
    ],
)
def test_language(value: str, tag: str) -> None:
    assert read_language(value) == tag


@pytest.mark.parametrize(
    "value", ["english", "e", "en-", "en US", "<b>", "en\n-x", "en" + "-x" * 9]
)
def test_language_of_no_known_shape(value: str) -> None:
    with pytest.raises(ReadError, match="language tag"):
        read_language(value)

"""The date box: what curators and readers type, what is understood, and what is never invented."""

import time
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from articles.dates import DateNotUnderstood, in_words, parse_edtf, read_date

TODAY = date(2019, 11, 5)  # a Tuesday
# A leap day, a day that most months lack, and both ends of what Python knows.
OTHER_DAYS = (date(2024, 2, 29), date(2021, 12, 31), date.min, date.max)
TYPED = st.lists(
    st.sampled_from(
        """about ca. perhaps since until before from to between and or in on the of week month last
        4 12 31 66% 79 2018 2019-11 1990s Q3 Monday May nov. mars März mayo 44 BC AD th century ago
        days hier gestern 4/11/2019 / - . ? ~ , 12:30 pm vor il y a""".split()
    )
    | st.text(max_size=5),
    max_size=7,
).map(" ".join)


@pytest.mark.parametrize(
    ("typed", "edtf", "how"),
    [
        ("2019-11-04", "2019-11-04", "edtf"),
        (" 2018-04~ ", "2018-04~", "edtf"),
        ("[..2048]", "[..2048]", "edtf"),
        ("2017/..", "2017/..", "edtf"),
        ("2018", "2018", "edtf"),
        ("-0043", "-0043", "edtf"),
        ("２０１９", "2019", "edtf"),
        ("\u200e2019\u200b", "2019", "edtf"),
        ("4 November 2019", "2019-11-04", "rules"),
        ("4\u00a0nov.\n2019", "2019-11-04", "rules"),
        ("november 4, 2019", "2019-11-04", "rules"),
        ("NOV 4 2019", "2019-11-04", "rules"),
        ("4-Nov-2019", "2019-11-04", "rules"),
        ("on Tuesday 5 November 2019", "2019-11-05", "rules"),
        ("the 4th of November 2019", "2019-11-04", "rules"),
        ("4 November 2019, 5:30 pm", "2019-11-04", "rules"),
        ("2019-11-04 12:30:15", "2019-11-04", "rules"),
        ("in april 2018", "2018-04", "rules"),
        ("sometime in 2018", "2018", "rules"),
        ("spring 2018", "2018-21", "rules"),
        ("Q3 2018", "2018-35", "rules"),
        ("2018 Q3", "2018-35", "rules"),
        ("h1 2018", "2018-40", "rules"),
        ("the first half of 2017", "2017-40", "rules"),
        ("the 1990s", "199X", "rules"),
        ("1850s", "185X", "rules"),
        ("13th century", "12XX", "rules"),
        ("44 BC", "-0043", "rules"),
        ("221 bc", "-0220", "rules"),
        ("AD 79", "0079", "rules"),
        ("79 ad", "0079", "rules"),
        ("week of 31 October 2019", "[2019-10-28..2019-11-03]", "rules"),
        ("2018年4月", "2018-04", "rules"),  # the example on the Chinese page
        ("2019年", "2019", "rules"),
        ("2019 年 11 月 4 日", "2019-11-04", "rules"),
        ("约2018年", "2018~", "rules"),
        ("公元前221年", "-0220", "rules"),
        ("自2017年以来", "2017/..", "rules"),
        ("2049年之前", "[..2048]", "rules"),
    ],
)
def test_dates(typed: str, edtf: str, how: str) -> None:
    reading = read_date(typed, TODAY)
    assert (reading.span.edtf, reading.how) == (edtf, how)
    assert reading.understood == in_words(edtf)
    assert {read_date(typed, day) for day in OTHER_DAYS} == {reading}


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("since 2017", "2017/.."),
        ("from September 2017", "2017-09/.."),
        ("from May 2018 onwards", "2018-05/.."),
        ("2017 onwards", "2017/.."),
        ("until 2017", "../2017"),
        ("before 2049", "[..2048]"),
        ("by 2049", "[..2049]"),
        ("after 2019", "[2020..]"),
        ("throughout 2018", "2018/2018"),
        ("from January to March 2018", "2018-01/2018-03"),
        ("1914-1918", "1914/1918"),
        ("4–6 November 2019", "2019-11-04/2019-11-06"),
        ("between 2017 and 2019", "[2017..2019]"),
    ],
)
def test_ranges(typed: str, edtf: str) -> None:
    assert {read_date(typed, day).span.edtf for day in (TODAY, *OTHER_DAYS)} == {edtf}


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("about May 2018", "2018-05~"),
        ("ca. 1850", "1850~"),
        ("c. 1850", "1850~"),
        ("c1850", "1850~"),
        ("circa 1850", "1850~"),
        ("~2018", "2018~"),
        ("ca. 12 mars 2019", "2019-03-12~"),
        ("c. 1914–1918", "1914~/1918~"),
        ("May 2018?", "2018-05?"),
        ("1990s?", "199X?"),
        ("perhaps 2018", "2018?"),
        ("perhaps about May 2018", "2018-05%"),
        ("c. 44 BC?", "-0043%"),
    ],
)
def test_doubt(typed: str, edtf: str) -> None:
    assert {read_date(typed, day).span.edtf for day in (TODAY, *OTHER_DAYS)} == {edtf}


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("25/11/2019", "2019-11-25"),
        ("11/25/2019", "2019-11-25"),
        ("25-11-2019", "2019-11-25"),
        ("4/4/2019", "2019-04-04"),
        ("4.11.2019", "2019-11-04"),
        ("04.11.2019", "2019-11-04"),
        ("2019/11/4", "2019-11-04"),
        ("2019.11.04", "2019-11-04"),
        ("2019–11–04", "2019-11-04"),
        ("11/2019", "2019-11"),
    ],
)
def test_figures(typed: str, edtf: str) -> None:
    assert {read_date(typed, day).span.edtf for day in (TODAY, *OTHER_DAYS)} == {edtf}


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("12 mars 2019", "2019-03-12"),
        ("1er mai 2019", "2019-05-01"),
        ("le 5 juin 2019", "2019-06-05"),
        ("mardi 5 novembre 2019", "2019-11-05"),
        ("janvier 2020", "2020-01"),
        ("4. November 2019", "2019-11-04"),
        ("am 4. März 2019", "2019-03-04"),
        ("3 de mayo de 2019", "2019-05-03"),
        ("noviembre de 2018", "2018-11"),
        ("terça-feira, 5 de novembro de 2019", "2019-11-05"),
        ("12 de março de 2019", "2019-03-12"),
        ("3 maggio 2019", "2019-05-03"),
        ("12 maart 2019", "2019-03-12"),
    ],
)
def test_other_languages(typed: str, edtf: str) -> None:
    readings = {read_date(typed, day) for day in (TODAY, *OTHER_DAYS)}
    assert {(reading.span.edtf, reading.how) for reading in readings} == {(edtf, "dateparser")}


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("today", "2019-11-05"),
        ("yesterday", "2019-11-04"),
        ("last month", "2019-10"),
        ("next year", "2020"),
        ("10 days ago", "2019-10-26"),
        ("two weeks ago", "2019-10-22~"),
        ("2 hours ago", "2019-11-05"),
        ("wednesday", "2019-10-30"),
        ("May", "2019-05"),
        ("november 4", "2019-11-04"),
        ("gestern", "2019-11-04"),
        ("letzten Monat", "2019-10"),
        ("la semaine dernière", "[2019-10-28..2019-11-03]"),
        ("il y a 3 jours", "2019-11-02"),
        ("hace 3 días", "2019-11-02"),
        ("l'année dernière", "2018"),
    ],
)
def test_counted_from_today(typed: str, edtf: str) -> None:
    assert read_date(typed, TODAY).span.edtf == edtf


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Type a date, such as “4 November 2019”"),
        (" \n\t", "Type a date, such as"),
        ("x" * 500, "A date has at most 200 characters."),
        ("\x00\x01", "A date has no control characters."),
        ("4 nov\x002019", "A date has no control characters."),
        ("4/11/2019", "“4/11/2019” is 4 November or 11 April 2019: write the month as a word."),
        ("11-04-2019", "“11-04-2019” is 11 April or 4 November 2019: write the month as a word."),
        ("4/11/19", "“4/11/19” doesn’t say in which century: write all of the year."),
        ("25/11/19", "doesn’t say in which century"),
        ("31/02/2019", "“31/02/2019” doesn’t exist in the calendar."),
        ("13/2019", "“13/2019” doesn’t exist in the calendar."),
        ("2019-02-31", "“2019-02-31” doesn’t exist in the calendar."),
        ("2019-13", "“2019-13” doesn’t exist in the calendar."),
        ("2019/2018", "“2019/2018” ends before it begins."),
        ("[2019", "begins with “[” but doesn’t end with “]”."),
        ("soon", "“soon” is too vague for a date."),
        ("now", "“now” is too vague for a date."),
        ("2 hours", "“2 hours” is a length of time, not a date."),
        ("three years", "“three years” is a length of time, not a date."),
        ("xyz", "“xyz” isn’t understood as a date. Type one such as “4 November 2019”"),
    ],
)
def test_says_why_not(typed: str, sentence: str) -> None:
    with pytest.raises(DateNotUnderstood) as refusal:
        read_date(typed, TODAY)
    assert sentence in str(refusal.value)
    assert str(refusal.value).endswith(".")


@pytest.mark.parametrize(
    "typed",
    [
        *["we", "a", "I", "66%", "79", "476", "1", "12", "100", "$100", "1,000", "4.5", "3.14"],
        *["1e5", "12:30", "5 pm", "noon", "midnight", "+01:00", "UTC", "EST", "n/a", "unknown"],
        *["never", "hello 2018", "I was born in 2018", "May 2018 June 2018", "2018 2019"],
        *["12 2019", "2 días", "2 horas", "vor 2 Stunden", "vor gestern", "vor 2017"],
        *["seit 2017", "depuis mai 2018", "avant mai 2018", "4 novembre", "12 mars 79"],
        *["12 mars 2019 7", "mes mars 2019", "mardi 4 novembre 2019", "Monday 5 November 2019"],
        *["mars mai", "31 February 2019", "0 mars 2019", "12 mars 0000", "31 février 2019"],
        *["4 November 2019 (about)", "1572868800", "20191104", "?", "~"],
    ],
)
def test_never_invents(typed: str) -> None:
    """Each of these is a date to dateparser, or nearly one."""
    with pytest.raises(DateNotUnderstood, match=r"understood as a date|EDTF|on which day"):
        read_date(typed, TODAY)


@pytest.mark.parametrize(
    "edtf",
    """2019-11-04 2018-04 2018-04~ 2018? 2018% 2017/.. ../2017 [..2048] [2020..] 2018-21 2018-35
    2017-40 199X 12XX -0043 0079 -0043-03-15 2018-01/2018-03 2018/2018 2019-11-04/2019-11-06
    [2017..2019] [2019-10-28..2019-11-03] [-0499..-0400] 1914~/1918""".split(),
)
def test_what_was_understood_can_be_typed_again(edtf: str) -> None:
    assert read_date(in_words(edtf), TODAY).span.edtf == edtf


@given(TYPED, st.sampled_from([TODAY, *OTHER_DAYS]))
@example("[" + "2019," * 39 + "2019", TODAY)
@example("\ud800", TODAY)
@example("vor 99999999999999999999 Tagen", TODAY)
@example("demain", date.max)
@example("hier", date.min)
def test_any_text(typed: str, today: date) -> None:
    try:
        reading = read_date(typed, today)
    except DateNotUnderstood:
        return
    assert parse_edtf(reading.span.edtf) == reading.span
    assert reading.understood == in_words(reading.span.edtf)


def test_a_second_reading_is_quick() -> None:
    read_date("12 mars 2019", TODAY)
    begin = time.perf_counter()
    for day in range(1, 11):
        read_date(f"{day} mars 2018", TODAY)
    assert (time.perf_counter() - begin) / 10 < 0.02

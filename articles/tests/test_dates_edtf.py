"""EDTF: every shape that Dateline keeps, and a sentence for every one that it refuses."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from articles.dates import EdtfError, Span, iso_day, parse_edtf

TERMS = st.one_of(
    st.dates().map(str),
    st.dates().map(lambda day: day.isoformat()[:7]),
    st.sampled_from("2019 0079 -0043 199X 12XX 1XXX -04XX 2018-21 2018-35 2018-41 Y12000".split()),
)
MARKED = st.builds(str.__add__, TERMS, st.sampled_from(["", "~", "?", "%"]))
ENDS = st.sampled_from(["{}/{}", "{}/..", "../{}", "[{}..{}]", "[{},{}]", "{{{}..{}}}", "[..{}]"])
# What the grammar makes, whether or not its ends are in order.
SHAPES = MARKED | st.builds(lambda form, a, b: form.format(a, b), ENDS, MARKED, MARKED)
# Anything, made of what EDTF is made of.
SOUP = st.text(alphabet="0123456789XYTZ-+:/.,[]{}~?% ٣３", max_size=30)


def iso(day: int | None) -> str:
    return ".." if day is None else iso_day(day)


@pytest.mark.parametrize(
    ("text", "first", "last", "granularity"),
    [
        ("2019-11-04", "2019-11-04", "2019-11-04", "day"),
        ("2020-02", "2020-02-01", "2020-02-29", "month"),
        ("2020", "2020-01-01", "2020-12-31", "year"),
        ("2019-21", "2019-03-01", "2019-05-31", "season"),
        ("2019-22", "2019-06-01", "2019-08-31", "season"),
        ("2019-23", "2019-09-01", "2019-11-30", "season"),
        ("2019-24", "2019-12-01", "2020-02-29", "season"),
        ("2018-33", "2018-01-01", "2018-03-31", "quarter"),
        ("2018-34", "2018-04-01", "2018-06-30", "quarter"),
        ("2018-35", "2018-07-01", "2018-09-30", "quarter"),
        ("2018-36", "2018-10-01", "2018-12-31", "quarter"),
        ("2017-40", "2017-01-01", "2017-06-30", "half"),
        ("2017-41", "2017-07-01", "2017-12-31", "half"),
        ("199X", "1990-01-01", "1999-12-31", "decade"),
        ("12XX", "1200-01-01", "1299-12-31", "century"),
        ("1XXX", "1000-01-01", "1999-12-31", "era"),
        ("-0043", "-0043-01-01", "-0043-12-31", "year"),
        ("-0043-03-15", "-0043-03-15", "-0043-03-15", "day"),
        ("0000", "0000-01-01", "0000-12-31", "year"),
        ("-019X", "-0199-01-01", "-0190-12-31", "decade"),
        ("-04XX", "-0499-01-01", "-0400-12-31", "century"),
        ("Y12000", "Y12000-01-01", "Y12000-12-31", "year"),
        ("Y-12000-02", "Y-12000-02-01", "Y-12000-02-29", "month"),
        ("[2019-10-28..2019-11-03]", "2019-10-28", "2019-11-03", "week"),
        ("[2019-11-02..2019-11-03]", "2019-11-02", "2019-11-03", "weekend"),
        ("[2019-10-29..2019-11-04]", "2019-10-29", "2019-11-04", "day"),
        ("[2019-10-28,2019-11-03]", "2019-10-28", "2019-11-03", "day"),
        ("[2019-10-28,2019-11-01..2019-11-03]", "2019-10-28", "2019-11-03", "day"),
        ("[..2048]", "..", "2048-12-31", "year"),
        ("[2020..]", "2020-01-01", "..", "year"),
        ("[2018-01..2018-03]", "2018-01-01", "2018-03-31", "month"),
        ("[2017,2019..2020-06]", "2017-01-01", "2020-06-30", "year"),
        ("[2017,2019..]", "2017-01-01", "..", "year"),
    ],
)
def test_some_time_within(text: str, first: str, last: str, granularity: str) -> None:
    span = parse_edtf(text)
    assert (iso(span.first_day), iso(span.last_day)) == (first, last)
    assert (span.edtf, span.granularity, span.is_throughout) == (text, granularity, False)


@pytest.mark.parametrize(
    ("text", "first", "last", "granularity"),
    [
        ("2018-01/2018-03", "2018-01-01", "2018-03-31", "month"),
        ("2018/2018-06-05", "2018-01-01", "2018-06-05", "year"),
        ("2018/2018", "2018-01-01", "2018-12-31", "year"),
        ("2017-09/..", "2017-09-01", "..", "month"),
        ("../2017", "..", "2017-12-31", "year"),
        ("-0099/0014", "-0099-01-01", "0014-12-31", "year"),
        ("2019-10-28/2019-11-03", "2019-10-28", "2019-11-03", "day"),
        ("{2017,2019}", "2017-01-01", "2019-12-31", "year"),
        ("{2019-10-28..2019-11-03}", "2019-10-28", "2019-11-03", "day"),
    ],
)
def test_all_through(text: str, first: str, last: str, granularity: str) -> None:
    span = parse_edtf(text)
    assert (iso(span.first_day), iso(span.last_day)) == (first, last)
    assert (span.edtf, span.granularity, span.is_throughout) == (text, granularity, True)


@pytest.mark.parametrize(
    ("text", "is_approximate", "is_uncertain"),
    [
        ("2019-10-24", False, False),
        ("2019-10-24~", True, False),
        ("2018-04?", False, True),
        ("199X%", True, True),
        ("2018~/2019", True, False),
        ("2018/2019?", False, True),
        ("[2018~,2019?]", True, True),
    ],
)
def test_doubt_leaves_the_days(text: str, is_approximate: bool, is_uncertain: bool) -> None:
    span, plain = parse_edtf(text), parse_edtf(text.translate(dict.fromkeys(map(ord, "~?%"))))
    assert (span.is_approximate, span.is_uncertain) == (is_approximate, is_uncertain)
    assert (span.first_day, span.last_day) == (plain.first_day, plain.last_day)


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        (" 2019 ", "2019"),
        ("2019-11-XX", "2019-11"),
        ("2019-XX-XX", "2019"),
        ("2019-11-04T23:59:59Z", "2019-11-04"),
        ("2019-11-04T12:30+05:30", "2019-11-04"),
        ("[2017, 2018]", "[2017,2018]"),
    ],
)
def test_canonical(text: str, canonical: str) -> None:
    assert parse_edtf(text) == parse_edtf(canonical)
    assert parse_edtf(text).edtf == canonical


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "An empty text is not a date."),
        ("soon", "“soon” is not a date that EDTF knows, such as 2019-11-04 or 2018-04~."),
        ("79", "“79” is not a date"),
        ("12000", "“12000” is not a date"),
        ("Y0012", "“Y0012” is not a date"),
        ("20191104", "“20191104” is not a date"),
        ("２０１９", "is not a date"),
        ("2019-1-4", "is not a date"),
        ("2019-W45", "is not a date"),
        ("2019-02-29", "“2019-02-29” doesn’t exist in the calendar."),
        ("2019-00", "doesn’t exist"),
        ("2019-13", "doesn’t exist"),
        ("2019-25", "doesn’t exist"),
        ("2019-21-05", "doesn’t exist"),
        ("2019-11-00", "doesn’t exist"),
        ("-0000", "“-0000” is not a year; 0000 is 1 BC."),
        ("2019-XX-04", "“2019-XX-04” knows the day but not the month."),
        ("201X-11", "“201X-11” knows the month but not the year."),
        ("2019-11T12:30", "“2019-11T12:30” has a time of day without a day."),
        ("2019-11-04T24:30", "is not a date"),
        ("2019-11-04T12:60", "is not a date"),
        ("2018/2019/2020", "has more than one “/”; an interval has two ends."),
        ("2018/", "“2018/” lacks an end; an open end is written “..”."),
        ("../..", "“../..” is open at both ends and names no time."),
        ("2019/2018", "“2019/2018” ends before it begins."),
        ("[2019..2018]", "“[2019..2018]” ends before it begins."),
        ("[2019", "“[2019” begins with “[” but doesn’t end with “]”."),
        ("{2019]", "“{2019]” begins with “{” but doesn’t end with “}”."),
        ("[", "doesn’t end with “]”"),
        ("[]", "“[]” has an empty member."),
        ("[..]", "“[..]” has an empty member."),
        ("[2018,,2019]", "has an empty member."),
        ("[[2018],2019]", "“[2018]” is not a date"),
        ("Y5000001", "“Y5000001” is more than 5,000,000 years away; it is not kept."),
        ("Y-99999999", "“Y-99999999” is more than 5,000,000 years away"),
        ("2" * 201, "A date of more than 200 characters is not read."),
    ],
)
def test_refused(text: str, sentence: str) -> None:
    with pytest.raises(EdtfError) as refusal:
        parse_edtf(text)
    assert sentence in str(refusal.value)
    assert str(refusal.value).endswith(".")


def parsed(text: str) -> Span | None:
    try:
        return parse_edtf(text)
    except EdtfError:
        return None


@given(SHAPES | SOUP | st.text(max_size=40))
@example("Y999999999")
@example("Y-999999999-12-31/..")
@example("[2019..")
@example("\u0662\u0660\u0661\u0669")
def test_any_text(text: str) -> None:
    """Nothing but EdtfError is raised; what is read is canonical, in order, and fits 32 bits."""
    span = parsed(text)
    if span is None:
        return
    assert parse_edtf(span.edtf) == span
    days = [day for day in (span.first_day, span.last_day) if day is not None]
    assert days
    assert days == sorted(days)
    assert all(-(2**31) <= day < 2**31 for day in days)


@given(MARKED, MARKED)
def test_ends_in_order_are_read(one: str, other: str) -> None:
    """Of two dates, one order at least makes an interval, from the first's days to the last's."""
    spans = [parsed(f"{one}/{other}"), parsed(f"{other}/{one}")]
    found = next(span for span in spans if span)
    first, last = found.edtf.split("/")
    assert found.first_day == parse_edtf(first).first_day
    assert found.last_day == parse_edtf(last).last_day

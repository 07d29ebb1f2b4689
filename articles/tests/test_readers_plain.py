"""Plain text, cleaned; its first line a title only if it reads as one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.readers.cleaning import clean_text, one_line
from articles.readers.plain import read_plain, title_of
from articles.readers.record import ReadError

PARAGRAPH = (
    "The harbour council of Lindum voted on Tuesday for a second bridge, which is to carry trams."
)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Lindum votes for a bridge\n\n{PARAGRAPH}", "Lindum votes for a bridge"),
        (f"Lindum votes for a bridge \u00a0\n{PARAGRAPH}", "Lindum votes for a bridge"),
        (f"HomeNewsLindum votes\n\nLindum votes\n\n{PARAGRAPH}", "Lindum votes"),
        (f"Earthquake\n\n{PARAGRAPH}", "Earthquake"),
        (f"林登市议会投票决定建桥\n\n{PARAGRAPH}", "林登市议会投票决定建桥"),
        (PARAGRAPH, ""),
        (f"{PARAGRAPH}\n\nThe vote was close", ""),
        ("Lindum votes for a bridge", ""),
        ("Lindum votes for a bridge\n\n  \n", ""),
        (f"It was over.\n\n{PARAGRAPH}", ""),
        (f"“It was over.”\n\n{PARAGRAPH}", ""),
        (f"He then said:\n\n{PARAGRAPH}", ""),
        (f"By Ann Example\n\n{PARAGRAPH}", ""),
        (f"https://example.org/bridge\n\n{PARAGRAPH}", ""),
        (f"- trams and buses\n\n{PARAGRAPH}", ""),
        (f"12 / 3\n\n{PARAGRAPH}", ""),
        (f"{'Lindum votes ' * 15}\n\n{PARAGRAPH}", ""),
        # a paragraph that was broken at a fixed width
        ("The harbour council of Lindum voted on Tuesday\nfor a second bridge over the river.", ""),
        (f"The harbour council\n{PARAGRAPH[0].lower()}{PARAGRAPH[1:]}", ""),
    ],
)
def test_first_line_is_the_title_only_if_it_reads_as_one(text: str, title: str) -> None:
    record = read_plain(text)
    assert record.title == title
    assert record.text == text.strip()


@pytest.mark.parametrize("text", ["", " \n\t\r\n", "\ufeff\x00\x1b"])
def test_no_text_is_refused(text: str) -> None:
    with pytest.raises(ReadError, match="no text"):
        read_plain(text)


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("a\r\nb\rc\x0bd\x0ce\x85f\u2028g\u2029h", "a\nb\nc\nd\ne\nf\ng\nh"),
        ("\ufeffa\x00b\x07\x7f\x9fc\td", "abc\td"),
        ("a\ud800b\udfffc", "abc"),
        ("Cafe\u0301 ½ ①", "Café ½ ①"),
        ("👩\u200d🚀 —", "👩\u200d🚀 —"),
    ],
)
def test_normal_form(raw: str, clean: str) -> None:
    assert clean_text(raw) == clean


@given(st.text(st.characters(), max_size=300))
def test_normal_form_is_stable_and_can_be_stored(text: str) -> None:
    clean = clean_text(text)
    assert clean_text(clean) == clean
    assert not set(clean) & {"\x00", "\r", "\ufeff"}
    clean.encode()


def test_a_long_run_of_marks_takes_no_quadratic_time() -> None:
    run = "\u0301\u0323" * 200_000
    assert clean_text(f"Cafe\u0301 {run}") == f"Café {run}"


@given(st.text(st.characters(), max_size=600), st.integers(2, 500))
def test_a_name_is_one_bounded_line(value: str, length: int) -> None:
    line = one_line(value, length)
    assert len(line) <= length
    assert line.split() == line.split(" ") or not line


def test_title_of_an_empty_text() -> None:
    assert title_of("") == ""

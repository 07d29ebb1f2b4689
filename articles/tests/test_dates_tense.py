"""Weekdays lie ahead or behind by the tense of their clause."""

from datetime import date

import pytest

from articles.dates import find_dates

PUBLISHED = date(2021, 6, 16)  # a Wednesday


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("She resigned Friday.", "2021-06-11"),
        ("She will resign Friday.", "2021-06-18"),
        ("The deadline is Friday.", "2021-06-18"),
        ("The hearing is on Friday.", "2021-06-18"),
        ("The council meets Friday.", "2021-06-18"),
        ("Polls open Friday.", "2021-06-18"),
        ("Ministers are meeting on Friday.", "2021-06-18"),
        ("The game was moved to Friday.", "2021-06-18"),
        ("He moved to London on Friday.", "2021-06-11"),
        ("He said the bank would cut rates on Friday.", "2021-06-18"),
        ("The fund, which holds a stake, fell Friday.", "2021-06-11"),
        ("Friday's meeting was short.", "2021-06-11"),
        ("Friday 's meeting was short.", "2021-06-11"),
        ("In May he was seen on Friday.", "2021-06-11"),
    ],
)
def test_weekday(text: str, edtf: str) -> None:
    assert find_dates(text, PUBLISHED)[-1].edtf == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It was closed until Friday.", "../2021-06-18"),
        ("It will be closed until at least Friday.", "../2021-06-18"),
        ("It was brought under control by Friday.", "[..2021-06-11]"),
        ("They had been cleared by Friday.", "[..2021-06-11]"),
        ("They were asked to reply by Friday.", "[..2021-06-18]"),
        ("He was ordered to leave by Friday.", "[..2021-06-18]"),
        ("She demanded an answer by Friday.", "[..2021-06-18]"),
    ],
)
def test_limit(text: str, edtf: str) -> None:
    assert find_dates(text, PUBLISHED)[-1].edtf == edtf

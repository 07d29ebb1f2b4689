"""Years and centuries before Christ, in the words of each language, are never those of our era."""

import pytest

from articles.dates import find_dates


@pytest.mark.parametrize(
    ("language", "text", "words", "edtf"),
    [
        ("zh", "公元前1046年，商朝灭亡。", "公元前1046年", "-1045"),
        ("zh", "公元前1500年至前1200年", "公元前1500年", "-1499"),
        ("zh", "公元前3世纪", "公元前3世纪", "[-0299..-0200]"),
        ("es", "hacia 1046 a. C. cayó", "hacia 1046 a. C.", "-1045~"),
        ("es", "en el siglo III a.C.", "siglo III a.C.", "[-0299..-0200]"),
        ("fr", "en 1046 av. J.-C. tout", "1046 av. J.-C.", "-1045"),
        ("de", "im Jahr 1046 v. Chr. fiel", "1046 v. Chr.", "-1045"),
        ("it", "nel 1046 avanti Cristo", "1046 avanti Cristo", "-1045"),
        ("pt", "em 1046 a.C.", "1046 a.C.", "-1045"),
        ("nl", "in 1046 voor Christus", "1046 voor Christus", "-1045"),
        ("en", "In 1046 B. C. the city fell.", "1046 B. C.", "-1045"),
    ],
)
def test_they_are_counted_backwards(language: str, text: str, words: str, edtf: str) -> None:
    mention, *others = find_dates(text, None, language)
    assert (mention.text, mention.edtf) == (words, edtf)
    assert all(other.edtf.startswith("-") for other in others)
    assert text[mention.start : mention.end] == words


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "entre 1500 y 1200 a. C."), ("zh", "公元前1046年3月"), ("fr", "mai 1046 av. J.-C."),
        ("en", "It was built in 1141 AH."), ("en", "In 2562 BE the king was crowned."),
    ],
)  # fmt: skip
def test_what_else_is_told_so_has_no_date(language: str, text: str) -> None:
    assert not [mention for mention in find_dates(text, None, language) if mention.edtf]


@pytest.mark.parametrize(
    ("language", "text"),
    [("de", "2018 v. Chrysler"), ("es", "En 2018 a casa."), ("zh", "公元1046年")],
)
def test_what_only_looks_like_it_is_of_our_era(language: str, text: str) -> None:
    [mention] = find_dates(text, None, language)
    assert mention.edtf in ("2018", "1046")

"""Texts in other languages than English: what is read in them, and what never is.

`abroad/es.txt` and its like hold a text a line, in which each mention stands as "[words = date]";
of what is no date, its kind. Whatever isn't marked is a counter-example.
"""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from articles.dates import find_dates
from articles.dates.languages import MODULES
from articles.tests.test_dates_text import check_mentions

PUBLISHED = date(2019, 11, 5)  # a Tuesday
WORDS = st.sampled_from(
    """de del la el mayo lunes hace dos años pasado hasta 4 31 2019 4. 1er il y a trois mois dernier
    vor Jahren Mai Montag seit bis há semanas que vem até fa anni dal maggio fra geleden vorige
    maandag tot mei jaren 90 siglo XIX IV 19e Jahrhundert 4.11.2019 4/11/19 2019-11-04 31.02.2019
    '90 l’ d' (4) 99 décadas siècles anderthalb primero 45 000 0001 , . : - – mañana Domingo
    2019年 11月 4日 两 个月前 上周一 去年
    自 以来 年 月 日 每 周 十二 星期 前 后 世纪 年代""".split()
)
TEXTS = st.lists(WORDS | st.text(max_size=6), max_size=30).map(" ".join)
FOLDER = Path(__file__).with_name("abroad")
MARKED = re.compile(r"\[([^\[\]=]+) = (\[[^\]]*\]|[^\[\]]+)\]")
DAYS = st.sampled_from([PUBLISHED, date(1, 1, 1), date(9999, 12, 31), None])


def marked_texts(language: str) -> list[str]:
    lines = (FOLDER / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    return list(filter(None, lines))


@pytest.mark.parametrize("language", MODULES)
def test_texts(language: str) -> None:
    texts = marked_texts(language)
    assert len(texts) >= 25
    assert [found for marked in texts if (found := marked_anew(marked, language)) != marked] == []


def marked_anew(marked: str, language: str) -> str:
    """The text with the marks that it should have, by what is read in it."""
    text = MARKED.sub(r"\1", marked)
    found, at = "", 0
    for mention in find_dates(text, PUBLISHED, language):
        found += f"{text[at : mention.start]}[{mention.text} = {mention.edtf or mention.kind}]"
        at = mention.end
    return found + text[at:]


@pytest.mark.parametrize("language", MODULES)
def test_without_publication_nothing_is_counted(language: str) -> None:
    text = "\n".join(MARKED.sub(r"\1", line) for line in marked_texts(language))
    mentions = find_dates(text, None, language)
    unresolved = [mention for mention in mentions if not mention.edtf and mention.kind == "date"]
    assert unresolved
    assert all("publication date" in mention.why for mention in unresolved)


def test_rules_and_reasons_are_told() -> None:
    [mention] = find_dates("Abrió hace dos años.", PUBLISHED, "es-MX")
    assert mention.rule == "es hace [casi|más_de|unos|unas|apenas] <number> <unit> [<half>]"
    assert mention.why == (
        "“hace dos años”, counted from publication on 5 November 2019, is about 2017."
    )
    assert (mention.timex, mention.granularity) == ("2017", "year")


@pytest.mark.parametrize("language", ["sv", "und", "", "xx-XX"])
def test_unknown_languages_are_not_read(language: str) -> None:
    assert find_dates("2019-11-04, 4 November 2019, yesterday", PUBLISHED, language) == []


@given(TEXTS, st.sampled_from([*MODULES, "xx"]), DAYS)
@example("hace 99 siglos y dentro de 99 siglos", "es", date(1, 1, 1))
@example("ayer, mañana y el año pasado", "es", date(1, 1, 1))
@example("il y a 999 ans, la semaine dernière", "fr", date(9999, 12, 31))
@example("dans 99 jours il sera là", "fr", date(9999, 12, 31))
def test_any_text(text: str, language: str, published: date | None) -> None:
    check_mentions(text, published, language)


@pytest.mark.slow
@pytest.mark.parametrize("language", MODULES)
@pytest.mark.parametrize(
    "text",
    [
        "7",
        "1 ",
        "([",
        "de ",
        "d’",
        "mai ",
        "maggio ",
        "4. ",
        "月",
        "2019年",
        "一",
        "vor zwei ",
        "1. Mai ",
        "lundi à 9 h ",
        "去年",
    ],
)
def test_long_and_hostile(text: str, language: str) -> None:
    """A pattern that backtracks would not come to its end: the suite's time limit ends it."""
    find_dates(text * (100_000 // len(text)), PUBLISHED, language)

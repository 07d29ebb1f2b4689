"""HTML pages: the main text and what the page says of itself."""

import logging
from datetime import date

import pytest

from articles.readers import ReadError, Record, read_bytes, read_pasted

WORDS = (
    "The harbour council of Lindum opened its second bridge on Tuesday, after four years of work.",
    "Trams have crossed it since 1 May 2020, said the engineer, though few & no others knew.",
)
TEXT = "\n".join(WORDS)


def _page(head: str = "", byline: str = "", lang: str = "en") -> str:
    words = "".join(f"<p>{line.replace('&', '&amp;')}</p>" for line in WORDS)
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8">{head}</head><body>'
        f'<nav><a href="/">Home</a> <a href="/news">News</a></nav>'
        f"<article><h1>Harbour bridge opens</h1>{byline}{words}</article>"
        f"<footer>Imprint</footer></body></html>"
    )


@pytest.mark.parametrize("name", ["trafilatura", "htmldate"])
def test_pages_leave_the_loggers_as_they_are(name: str) -> None:
    read_pasted(_page())
    before = list(logging.getLogger(name).handlers)
    read_pasted(_page())
    assert logging.getLogger(name).handlers == before


def test_whole_page() -> None:
    head = (
        "<title>Harbour bridge opens</title>"
        '<meta property="og:site_name" content="The Harbour Post">'
        '<meta name="author" content="Ann Example">'
        '<meta property="article:published_time" content="2020-06-03T23:30:00-05:00">'
        '<link rel="canonical" href="https://example.org/bridge">'
    )
    record = read_pasted(_page(head, lang="en-gb"))
    assert record.text.endswith(TEXT)
    assert "Home" not in record.text
    assert (record.title, record.publisher) == ("Harbour bridge opens", "The Harbour Post")
    assert (record.author, record.url) == ("Ann Example", "https://example.org/bridge")
    assert (record.language, record.published_basis) == ("en-GB", "page")
    assert record.published == date(2020, 6, 3)


@pytest.mark.parametrize(
    ("head", "byline", "lang"),
    [
        ('<meta itemprop="datePublished" content="2020-06-03">', "", "en"),
        (
            '<script type="application/ld+json">{"datePublished": "2020-06-03T10:00Z"}</script>',
            "",
            "en",
        ),
        ('<link rel="canonical" href="https://example.org/2020/06/03/bridge">', "", "en"),
        ('<link rel="canonical" href="https://example.org/2020/jun/03/bridge">', "", "en"),
        ("", '<time datetime="2020-06-03">Wednesday</time>', "en"),
        ("", '<p class="byline">By Ann Example, 3 June 2020</p>', "en"),
        ("", '<span class="date">Posted on June 3, 2020 at noon</span>', "en"),
        ("", '<span class="datum">03.06.2020</span>', "en"),
        ("", '<span class="date">03/06/2020</span>', "fr"),
        ("", '<span class="date">3 juin 2020</span>', "fr"),
    ],
)
def test_day_of_publication(head: str, byline: str, lang: str) -> None:
    assert read_pasted(_page(head, byline, lang)).published == date(2020, 6, 3)


@pytest.mark.parametrize(
    ("head", "byline"),
    [
        ("", ""),
        ("<title>The flood of 3 June 2020</title>", ""),
        ('<meta property="article:published_time" content="2020-06">', ""),
        ('<meta property="article:published_time" content="0001-01-01T00:00:00">', ""),
        ('<meta property="article:published_time" content="1970-01-01T00:00:00Z">', ""),
        ('<meta property="article:modified_time" content="2020-06-03">', ""),
        ('<script type="application/ld+json">{"dateModified": "2020-06-03"}</script>', ""),
        ('<link rel="canonical" href="https://example.org/2020/06/bridge">', ""),
        ("", '<time datetime="2020-06">June 2020</time>'),
        ("", '<span class="date">Updated 3 June 2020</span>'),
        ("", '<span class="date-modified">3 June 2020</span>'),
        ("", '<span class="date">03/06/2020</span>'),
        ("", '<p class="copyright">Copyright 2020</p>'),
    ],
)
def test_no_day_is_guessed(head: str, byline: str) -> None:
    record = read_pasted(_page(head, byline))
    assert (record.published, record.published_basis) == (None, "")


@pytest.mark.parametrize("address", ["javascript:alert(1)", "/bridge", "data:text/html,x", ""])
def test_other_addresses_are_left_out(address: str) -> None:
    assert read_pasted(_page(f'<link rel="canonical" href="{address}">')).url == ""


def test_an_unknown_time_zone_is_no_failure() -> None:
    meta = '<meta name="date" content="2020-06-03 10:00 GST">'
    assert read_pasted(_page(meta)).text.endswith(TEXT)


@pytest.mark.parametrize(("lang", "language"), [("de", "en"), ("en-GB", "en-GB")])
def test_the_text_s_language_goes_before_that_of_the_menus(lang: str, language: str) -> None:
    assert read_pasted(_page(lang=lang)).language == language


def test_bad_language_is_left_out() -> None:
    assert read_pasted(_page(lang="english, of a kind")).language == ""


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", "iso-8859-1"),
        ("utf-8", ""),
        ("cp1252", "iso-8859-1"),
        ("iso8859-2", "ISO-8859-2"),
        ("utf-16", ""),
        ("utf-8-sig", "utf-16"),
        ("shift_jis", "Shift_JIS"),
        ("iso2022_jp", "iso-2022-jp"),
    ],
)
def test_charsets(encoding: str, declared: str) -> None:
    word = "橋" if "jp" in encoding or "jis" in encoding else "Brücke"
    page = _page().replace('charset="utf-8"', f'charset="{declared}"').replace("trams", "x")
    [item] = read_bytes(page.replace("Trams", word).encode(encoding), "a.html")
    assert item.record
    assert word in item.record.text


@pytest.mark.parametrize("declared", ["utf-8", "idna", "utf-7", "nonsense", "cp1252"])
def test_no_mojibake(declared: str) -> None:
    page = _page().replace("utf-8", declared).encode()
    [item] = read_bytes(page.replace(b"Trams", b"Tr\x81ms"), "a.html")
    assert "save the file as UTF-8" in item.error


@pytest.mark.parametrize(
    "markup",
    [
        "<html></html>",
        "<html><body><script>var a = 1</script></body></html>",
        "<!-- x -->",
        "<div>" * 300_000 + "words",
        "<p>x" * 60_000,
        "x" * 10_000_001,
    ],
)
def test_no_page(markup: str) -> None:
    [item] = read_bytes(markup.encode(), "a.html")
    assert item.error
    assert item.record is None


@pytest.mark.parametrize(
    "text", ["<p>Trams cross it, 5 < 6.</p>", "\n<!-- saved --><HTML><body>Trams cross it</body>"]
)
def test_a_pasted_fragment_of_html(text: str) -> None:
    assert read_pasted(text).text.startswith("Trams cross it")


def test_angle_brackets_alone_make_no_html() -> None:
    assert read_pasted("<3 is a heart\n<b it is>") == Record(text="<3 is a heart\n<b it is>")


def test_a_page_without_words_says_what_to_do() -> None:
    with pytest.raises(ReadError, match="paste its words"):
        read_pasted("<html><body><img src=a></body></html>")

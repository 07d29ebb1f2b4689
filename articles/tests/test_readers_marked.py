"""Markdown with a header block."""

from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.readers import ReadError, Record, read_pasted
from articles.readers.header import has_header, read_marked
from articles.readers.marked import words_of

HEADING = "# Harbour bridge *opens*"
PUBLISHED = "Published at: **2021-06-03T23:30:00-05:00**"
AUTHOR = "Author: **Ann Example**"
ORIGINAL = "Original: [The Harbour Post](https://example.org/bridge_(lindum))"
BODY = "The bridge **opened** on Tuesday.\u00a0\nTrams cross it\n\n\nsince [last week](https://example.org/t)."
WORDS = "The bridge opened on Tuesday.\u00a0\nTrams cross it\n\n\nsince last week."
WHOLE = Record(
    text=WORDS,
    title="Harbour bridge opens",
    url="https://example.org/bridge_(lindum)",
    publisher="The Harbour Post",
    author="Ann Example",
    published=date(2021, 6, 3),
    published_basis="header",
)


@pytest.mark.parametrize("lines", list(permutations([HEADING, PUBLISHED, AUTHOR, ORIGINAL])))
@pytest.mark.parametrize("between", ["\n", "\n\n", "\r\n\r\n"])
def test_header_in_any_order(lines: tuple[str, ...], between: str) -> None:
    assert read_pasted(between.join([*lines, "", BODY])) == WHOLE


def test_unknown_lines_stay_in_the_text() -> None:
    text = f"\n{HEADING}\n\nSection: **Town**\n\n{AUTHOR}\n\n{BODY}"
    record = read_marked(text)
    assert (record.author, record.text) == ("Ann Example", f"Section: Town\n\n{WORDS}")


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["**Author:** Ann Example"], {"author": "Ann Example"}),
        (["Author: [Ann](https://example.org/ann)"], {"author": "Ann"}),
        (["Author: ****"], {"author": ""}),
        (["Published: 3 June 2021"], {"published": date(2021, 6, 3)}),
        (["Original: https://example.org/"], {"url": "https://example.org/", "publisher": ""}),
        (["# Harbour \\#1 #", "# Second"], {"title": "Harbour #1", "text": f"Second\n\n{WORDS}"}),
        (["# " + "x" * 600], {"title": "x" * 499 + "…"}),
        (["Original: a copy"], {"text": f"Original: a copy\n\n{WORDS}"}),
    ],
)
def test_header_lines(lines: list[str], found: dict[str, object]) -> None:
    record = read_marked("\n".join([*lines, "", BODY]))
    assert {name: getattr(record, name) for name in found} == found


@pytest.mark.parametrize(
    ("header", "line", "sentence"),
    [
        (f"{HEADING}\n\nPublished at: **June 2021**", 3, "“June 2021” is not a full date"),
        ("\n\nPublished at: **3/6/2021**", 3, "2019-11-04"),
        (f"{AUTHOR}\nOriginal: [Post](javascript:alert)", 2, "is not a web address"),
        ("Original: [Post](example.org/a)", 1, "is not a web address"),
        ("Original: javascript:alert(1)", 1, "is not a web address"),
        (f"{AUTHOR}\n{PUBLISHED}\n{AUTHOR}", 3, "a second “Author” line"),
    ],
)
def test_header_that_cannot_be_read(header: str, line: int, sentence: str) -> None:
    with pytest.raises(ReadError, match=sentence) as caught:
        read_marked(f"{header}\n\n{BODY}")
    assert caught.value.line == line


def test_a_header_alone_is_no_article() -> None:
    with pytest.raises(ReadError, match="no text below its header"):
        read_pasted(f"{HEADING}\n{AUTHOR}\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{AUTHOR}\n\nWords", True),
        (f"\n{HEADING}\n{ORIGINAL}\nWords", True),
        (f"{HEADING}\n\nWords", False),
        ("Author: unknown to the museum\n\nWords", False),
        (f"It was a long day for the town.\n{AUTHOR}", False),
    ],
)
def test_what_is_a_header_block(text: str, expected: bool) -> None:
    assert has_header(text) is expected


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("# One\nTwo\n\n## Three\n\n\nFour", "One\nTwo\n\nThree\n\n\nFour"),
        ("One  \ntwo\\\nthree", "One\ntwo\nthree"),
        ("- one\n- two\n  - three\n\n* * *\nfour", "- one\n- two\n- three\n\n\nfour"),
        ("1989. The wall falls.\n1990. Unity.", "1989. The wall falls.\n1990. Unity."),
        ("1989.", "1989."),
        ("> quoted *words*\n> go on\n\nand end", "quoted words\ngo on\n\nand end"),
        ("See `code *x*` and <https://example.org>.", "See code *x* and https://example.org."),
        ("```py\nx = 1\n\ny = 2\n```\nEnd", "x = 1\n\ny = 2\n\nEnd"),
        ("    indented\n\nEnd", "indented\n\nEnd"),
        ("![A *tall* bridge](b.png) in fog", "A tall bridge in fog"),
        ("5 * 3 * 2, snake_case_name, a < b > c", "5 * 3 * 2, snake_case_name, a < b > c"),
        ("Fish &amp; <b>chips</b><br>today", "Fish & chips\ntoday"),
        ("<div>\n<p>Block &amp; words</p>\n</div>\n\nEnd", "\nBlock & words\n\n\nEnd"),
        ("<script>\nalert(1)\n</script>\n\nEnd", "\n\n\n\nEnd"),
        ("<p>\n<!-- a --><style>p {}</style>\nb <!-- c", "b <!-- c"),
        ("Title\n=====\nText", "Title\n\nText"),
    ],
)
def test_markup_goes_and_words_stay(markdown: str, words: str) -> None:
    assert words_of(markdown).strip() == words.strip()


@pytest.mark.parametrize("mark", ["> ", "- ", "1. "])
def test_deep_nesting_is_refused_where_words_would_be_lost(mark: str) -> None:
    assert words_of(mark * 20 + "deep").endswith("deep")
    with pytest.raises(ReadError, match="nested"):
        words_of(mark * 5_000 + "deep")


def test_costly_markdown_is_refused() -> None:
    with pytest.raises(ReadError, match="brackets"):
        words_of("[" * 100_000)
    with pytest.raises(ReadError, match="5,000,000"):
        words_of("x" * 5_000_001)


@pytest.mark.parametrize("beginning", ["<!--", "<script ", "<style "])
def test_beginnings_without_an_end_stay_and_cost_little(beginning: str) -> None:
    text = beginning * 200_000
    assert words_of(text) == text


@given(st.lists(st.text("abcdé 019", min_size=1).map(str.strip).filter(bool), min_size=1))
def test_plain_paragraphs_come_out_as_written(paragraphs: list[str]) -> None:
    text = "\n\n".join(f"Words {paragraph}" for paragraph in paragraphs)
    assert words_of(text) == text


@given(st.text("ab1.\n\t >-*_#`[]()!<&\\:", max_size=80))
def test_nothing_but_read_error_is_raised(text: str) -> None:
    try:
        record = read_pasted(f"{AUTHOR}\n\n{text}")
    except ReadError:
        return
    assert record.text

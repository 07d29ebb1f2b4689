"""Markdown → the words that a reader of the page sees, paragraphs and line breaks as written."""

import html
import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from articles.readers.record import ReadError

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

MAX_CHARACTERS = 5_000_000
MAX_NESTING = 100
MAX_BRACKETS = 2_000
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n")
_HIDDEN = [  # each with what ends it
    (re.compile(rf"{begin}.*?{end}", re.DOTALL | re.IGNORECASE), re.compile(end, re.IGNORECASE))
    for begin, end in [
        (r"<script\b", r"</script\s*>"), (r"<style\b", r"</style\s*>"), ("<!--", "-->"),
    ]
]  # fmt: skip
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][^<>]*>|<[!?][^<>]*>", re.IGNORECASE)


def words_of(markdown: str) -> str:
    """Give the text without its markup: no word is lost, only marks, addresses and HTML tags.

    The number of an ordered list stays, for "1989. The wall falls" is a list to Markdown; so does a
    dash before each other item, without which short ones would be read as one sentence. Raises
    ReadError for text that is too long or nested too deeply.
    """
    if len(markdown) > MAX_CHARACTERS:
        raise ReadError(
            f"the Markdown has {len(markdown):,} characters;"
            f" split it into articles of at most {MAX_CHARACTERS:,}"
        )
    parts: list[str] = []
    at = 0
    for start, words in _blocks(_parse(markdown)):
        if parts:
            parts.append("\n" * max(1, start - at + 1))
        parts.append(words)
        at = start + words.count("\n") + 1
    return "".join(parts)


def inline_words(markdown: str) -> str:
    """Give one line of Markdown, a title or a name, without its markup."""
    tokens = _markdown().parseInline(markdown)
    return " ".join(_inline(token.children or []) for token in tokens)


@cache
def _markdown() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # a tenth of a second: only where it is needed

    return MarkdownIt("commonmark", {"maxNesting": MAX_NESTING})


def _parse(markdown: str) -> "list[Token]":
    # The parser looks for the end of each bracket anew, in quadratic time.
    if any(part.count("[") > MAX_BRACKETS for part in _PARAGRAPH_END.split(markdown)):
        raise ReadError(f"a paragraph has over {MAX_BRACKETS:,} brackets; take out some of them")
    try:
        tokens = _markdown().parse(markdown)
    except RecursionError:
        raise _too_deep() from None
    # The parser drops in silence what is nested deeper than its bound.
    if any(token.level >= MAX_NESTING - 1 for token in tokens):
        raise _too_deep()
    return tokens


def _too_deep() -> ReadError:
    return ReadError(
        f"the Markdown is nested over {MAX_NESTING} levels deep; take out some of its > or - marks"
    )


def _blocks(tokens: "list[Token]") -> Iterator[tuple[int, str]]:
    """Give each block's words and the line (from 0) on which they start in the source."""
    number = ""
    for token in tokens:
        if token.type == "list_item_open":
            number += f"{token.info}{token.markup} " if token.info else "- "
        words = _block(token)
        if words is None and not (number and token.type == "list_item_close"):
            continue
        start = (token.map or [0])[0] + (token.type == "fence")
        yield start, number + (words or "")
        number = ""


def _block(token: "Token") -> str | None:
    if token.type == "inline":
        return _inline(token.children or [])
    if token.type in ("fence", "code_block"):
        return token.content.removesuffix("\n")
    if token.type == "html_block":
        return _without_tags(token.content.removesuffix("\n"))
    return None


def _inline(tokens: "list[Token]") -> str:
    return "".join(_inline_words(token) for token in tokens)


def _inline_words(token: "Token") -> str:
    if token.type in ("softbreak", "hardbreak"):
        return "\n"
    if token.type == "html_inline":
        return "\n" if _BREAK.fullmatch(token.content) else ""
    return _inline(token.children) if token.children else token.content


def _without_tags(content: str) -> str:
    return html.unescape(_TAG.sub("", _BREAK.sub("\n", _without_hidden(content))))


def _without_hidden(content: str) -> str:
    """The content without scripts, styles and comments; what doesn't end isn't one.

    Nothing is looked for behind the last end, or each beginning there would read all that follows.
    """
    for hidden, end in _HIDDEN:
        last = max((match.end() for match in end.finditer(content)), default=0)
        content = hidden.sub("", content[:last]) + content[last:]
    return content

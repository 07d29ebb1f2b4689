"""Where searched words stand in a text. Plain Python."""

import re
import unicodedata
from collections.abc import Iterator

APOSTROPHES = str.maketrans("’‘", "''")


def folded(text: str) -> str:
    """The text without case and accents, sign for sign: it is as long as before."""
    return "".join(map(_folded, text.translate(APOSTROPHES)))


def _folded(sign: str) -> str:
    return unicodedata.normalize("NFD", sign)[0].lower()[0]


def cut_at_hits(text: str, words: list[str]) -> Iterator[tuple[str, bool]]:
    """The text in pieces, in order, and of each whether it is one of the words searched for."""
    sought = sorted({folded(word) for word in words if word}, key=len, reverse=True)
    if not sought:
        yield text, False
        return
    done = 0
    for hit in re.finditer("|".join(map(re.escape, sought)), folded(text)):
        if hit.start() > done:
            yield text[done : hit.start()], False
        yield text[hit.start() : hit.end()], True
        done = hit.end()
    if done < len(text):
        yield text[done:], False

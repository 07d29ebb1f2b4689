"""Plain text: all of it is the text, and its first line is the title as well if it reads as one."""

import re

from articles.readers.cleaning import TITLE_LENGTH, clean_text, one_line
from articles.readers.record import ReadError, Record

LONGEST_TITLE = 160
_CLOSED = re.compile(r"[.!?…:;,。！？][\"'”’»)\]]*$")
_NO_TITLE = re.compile(r"(?:by|von|par|por)\s|https?:|www\.|[-*•>|#=]", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{2,}")


def read_plain(text: str) -> Record:
    """Give the text whole, without its outer white space; raise ReadError if there is no more."""
    text = clean_text(text).strip()
    if not text:
        raise ReadError("there is no text in it, only white space; add the article's words")
    return Record(text=text, title=title_of(text))


def title_of(text: str) -> str:
    """Give the first line if it reads as a title, else "".

    A first line that ends in the whole next line is furniture glued to the headline
    ("HomeNewsThe headline"): then the next line is tried.
    """
    first, rest = _first_line(text)
    second, below = _first_line(rest)
    if second and first != second and first.endswith(second):
        first, rest = second, below
    return one_line(first, TITLE_LENGTH) if _is_title(first, rest) else ""


def _first_line(text: str) -> tuple[str, str]:
    line, _, rest = text.lstrip().partition("\n")
    return line.strip(), rest


def _is_title(line: str, rest: str) -> bool:
    if len(line) > LONGEST_TITLE or _CLOSED.search(line) or _NO_TITLE.match(line):
        return False
    if not rest.strip() or not _has_words(line):
        return False
    follower = rest.partition("\n")[0].strip()
    return not follower or _differs(line, follower)


def _has_words(line: str) -> bool:
    words = _WORD.findall(line)
    return len(words) >= 2 or any(len(word) >= 4 for word in words)


def _differs(line: str, follower: str) -> bool:
    """Tell a paragraph below a title from the second line of one broken at a fixed width."""
    return len(follower) >= 1.5 * len(line) and len(follower) > 80 and not follower[0].islower()

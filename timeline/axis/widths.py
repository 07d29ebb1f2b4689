"""How wide a window an axis may have, and how much of it a text takes."""

import unicodedata
from itertools import accumulate

# The least width, in em, of the windows that a drawing is arranged for, by the CSS class of what
# is shown from there on. static/css/axis.css has the same in its container queries.
TIERS = {"n": 21.5, "m": 44.0, "w": 69.0}
WIDE_LETTERS = ("W", "F")
MOST_MARKS_ON_A_LETTER = 2


def text_width(text: str) -> float:
    """About how many em the text takes in a sans-serif face; rather more than less."""
    return sum(map(_letter_width, text))


def _letter_width(letter: str) -> float:
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0.0
    if unicodedata.east_asian_width(letter) in WIDE_LETTERS:
        return 1.0
    if letter in "ilIjtfr.,:;'’| ":
        return 0.34
    if letter in "mwMW—…%&@":
        return 0.95
    return 0.68 if letter.isupper() else 0.58


def shortened(text: str, most: float) -> str:
    """The text, on one line, cut at a word's end where it is wider than so many em."""
    line = without_piles(" ".join(text.split()))
    if text_width(line) <= most:
        return line
    ends = accumulate(map(_letter_width, line))
    head = line[: sum(end <= most - text_width("…") for end in ends)]
    at_word = head.rpartition(" ")[0]
    return f"{(at_word if len(at_word) > len(head) / 2 else head).rstrip(' ,;:–—')}…"


def without_piles(text: str) -> str:
    """The text with at most two marks on a letter, so that none reaches into its neighbours."""
    kept: list[str] = []
    pile = 0
    for letter in text:
        pile = pile + 1 if unicodedata.category(letter) in ("Mn", "Me") else 0
        if pile <= MOST_MARKS_ON_A_LETTER:
            kept.append(letter)
    return "".join(kept)

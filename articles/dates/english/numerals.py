"""The numbers of the rules, in figures and in words, and their values."""

import re

from articles.dates.english.vocabulary import choice

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
CENTURY_WORDS = ("sixteen", "seventeen", "eighteen", "nineteen", "twenty")
NUMBERS = {word: number for number, word in enumerate(ONES)}
NUMBERS |= {word: 10 * number for number, word in enumerate(TENS, 2)}
MULTIPLES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
ORDINAL_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
ORDINALS = {word: number for number, word in enumerate(ORDINAL_WORDS, 1)}
ORDINALS |= {f"twenty-{word}": 20 + number for number, word in enumerate(ORDINAL_WORDS[:9], 1)}
ORDINALS |= {"thirtieth": 30, "thirty-first": 31}
# "the nineties"
DECADES = {f"{word[:-1]}ies": 10 * number for number, word in enumerate(TENS, 2)}
# Numbers that aren't: TIMEX3 writes them X.
VAGUE_NUMBERS = (
    "a few", "few", "several", "some", "many", "a couple of", "a couple", "couple of", "couple",
    "dozens of", "recent", "a number of", "various",
)  # fmt: skip
ONE = choice(ONES[1:10])
SMALL_NUMBER = rf"(?:(?:{choice(TENS)})(?:[-\s](?:{ONE})\b)?|(?:{choice(ONES)}))\b"
FIGURES = r"\d{1,3}(?:,\d{3}){1,3}|\d{1,6}(?:\.\d{1,2}|\s\d/\d|-\d/\d)?(?:\s(?:m|b)illion\b)?"
MULTIPLE = rf"(?:{choice(MULTIPLES)})\b"
# Read whole or not at all (`?>`): else a rule that misses its next word tries each part again.
SPELLED = (
    rf"(?>(?:{SMALL_NUMBER}|an?\s(?={MULTIPLE}))"
    rf"(?:[-\s]?{MULTIPLE}(?:(?:\sand)?\s{SMALL_NUMBER})?){{0,7}}(?:[-\s]and[-\s]a[-\s]half)?)"
    rf"|{choice(VAGUE_NUMBERS)}|half\san?|an?"
)
NUMBER = rf"{FIGURES}|(?!\d)(?:{SPELLED})"  # where there are figures no word need be tried


def number(text: str) -> float | None:
    """The value of a `<number>`; None where it's vague ("several")."""
    words_read = re.split(r"[-\s]+", text.lower().strip())
    if text[0].isdigit():
        return read_digits(words_read)
    if words_read[0] in ("a", "an") and len(words_read) > 1:
        words_read = words_read[1:]
    elif words_read[0] in ("a", "an"):
        return 1
    if words_read[0] == "couple":
        return 2
    if words_read[0] == "half":
        return 0.5
    return read_number_words(words_read)


def read_digits(pieces: list[str]) -> float:
    """ "1,400", "2.5", "2 1/2" as a number."""
    whole = float(pieces[0].replace(",", ""))
    if pieces[-1] in MULTIPLES:
        return whole * MULTIPLES[pieces[-1]]
    if len(pieces) > 1:
        top, _, bottom = pieces[1].partition("/")
        return whole + int(top) / max(int(bottom), 1)
    return whole


def read_number_words(pieces: list[str]) -> float | None:
    """ "twenty-five", "two thousand five hundred and six", "two and a half" as a number."""
    total, group = 0.0, 0.0
    for word in pieces:
        if word in NUMBERS:
            group += NUMBERS[word]
        elif word == "hundred":
            group = max(group, 1) * 100
        elif word in MULTIPLES:
            total += max(group, 1) * MULTIPLES[word]
            group = 0.0
        elif word == "half":
            group += 0.5
        elif word not in ("and", "a"):
            return None
    return total + group

"""The hour that words name: "22:00" for "10 p.m.", "20:45" for "quarter to nine in the evening"."""

import re

from articles.dates.english.numerals import NUMBERS
from articles.dates.english.vocabulary import PARTS_OF_DAY

HOUR = re.compile(r"(\d\d?)(?:[:.]?(\d\d))?\s?([ap]?)", re.IGNORECASE)
PARTS_SAID = re.compile("|".join(PARTS_OF_DAY))
SPOKEN = re.compile(r"(?:a )?quarter |half |[\w]+ o['’]clock", re.IGNORECASE)
NAMED = {"noon": "12:00", "midnight": "24:00", "midday": "12:00"}
LATE = ("afternoon", "evening", "night")


def hour_of(words: str) -> str:
    """The words of a time as "22:00"."""
    named = NAMED.get(words.split()[0].lower())  # "noon ET"
    if named:
        return named
    if SPOKEN.match(words):
        return spoken_hour(words.lower())
    if words[0].isalpha():
        return next((PARTS_OF_DAY[word] for word in PARTS_SAID.findall(words.lower())), "MO")
    hours, minutes, half = HOUR.findall(words)[0]
    half = "p" if words.endswith(LATE) else "a" if words.endswith("morning") else half
    hour = int(hours) % 12 + (12 if half in "pP" else 0) if half else int(hours)
    return f"{hour:02}:{minutes or '00'}"


def spoken_hour(words: str) -> str:
    """ "3 o'clock", "quarter to nine in the evening" as "20:45"; without a part of day as said."""
    hour = next(
        int(word) if word.isdigit() else NUMBERS[word]
        for word in words.split()
        if word.isdigit() or word in NUMBERS
    )
    hour += 12 if words.endswith(LATE) and hour < 12 else 0
    if "quarter to" in words:
        return f"{(hour - 1) % 24:02}:45"
    return f"{hour:02}:{'30' if 'half' in words else '15' if 'quarter' in words else '00'}"

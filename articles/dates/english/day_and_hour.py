"""A time of day beside its day: "at 10 p.m. on Monday", "last night at nine"."""

import re
from dataclasses import replace

from articles.dates.context import Context
from articles.dates.english.clock import CLOCKS
from articles.dates.english.hours import LATE, hour_of
from articles.dates.meaning import Meaning
from articles.dates.rule import Match

BARE_HOUR = re.compile(r"[\d:.]+|.*o['’]clock|.*\b(?:past|to)\s\w+", re.IGNORECASE)


def time_of_day(match: Match, context: Context) -> Meaning | None:
    """A time and its day, in either order; None where they are anything else."""
    for first, day in (match.dates, match.dates[::-1]):
        hour = bare(first)
        if is_hour(first) and day.rule.read not in CLOCKS:
            meaning = context.read(day, context.within)
            if meaning is None or meaning.span is None or meaning.span.granularity != "day":
                return None
            time = hour_of(hour_in(context.text, hour, day))
            return replace(meaning, kind="time", timex=f"{meaning.span.edtf[:10]}T{time}")
    return None


def hour_in(text: str, hour: Match, day: Match) -> str:
    """The words of a time, with the part of its day that is said: "at nine last night"."""
    words, part = text[hour.start : hour.end], text[day.start : day.end].lower()
    is_bare = BARE_HOUR.fullmatch(words) and part.endswith(LATE)
    return f"{words} {part}" if is_bare else words


def is_hour(match: Match) -> bool:
    """Whether a match is a time without its day."""
    return bare(match).rule.read in CLOCKS


def bare(match: Match) -> Match:
    """A match without its modifiers: "10 p.m." of "around 10 p.m."."""
    while len(match.dates) == 1:
        [match] = match.dates
    return match

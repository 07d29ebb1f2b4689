"""Times of day: "10 p.m. Wednesday", "8:30 a.m.", "noon". Of their EDTF the day is kept."""

import re
from dataclasses import replace

from articles.dates.context import Context
from articles.dates.english.numerals import NUMBERS
from articles.dates.english.vocabulary import PARTS_OF_DAY
from articles.dates.meaning import Meaning, unresolved
from articles.dates.rule import Family, Match

RULES = Family()
HOUR = re.compile(r"(\d\d?)(?::?(\d\d))?\s?([ap]?)", re.IGNORECASE)
SPOKEN = re.compile(r"(?:a )?quarter |half |[\w]+ o['’]clock", re.IGNORECASE)
AT = re.compile(r"\b(?:at|around|about|by|until|till|from|before|after)\s$", re.IGNORECASE)
NAMED = {"noon": "12:00", "midnight": "24:00", "midday": "12:00"}


@RULES(
    "<clock>",
    examples={
        "It closed at 10 p.m. and reopened.": "time ",
        "It rained on 4 May 2018. At 8:30 a.m. the sun came out.": "time 2018-05-04T08:30",
    },
    never=("10 people", "a score of 8:30"),
)
@RULES(
    "[the] [very] [early|late] <part> hours",
    examples={
        "In the early morning hours it fell.": "time ",
        "in the evening hours": "time ",
    },
)
@RULES(
    "[the] early|small|wee hours",
    examples={"It fell in the small hours.": "time "},
    never=("It is open at all hours.",),
)
@RULES("noon|midnight|midday", examples={"It closed at noon.": "time "})
def clock(match: Match, context: Context) -> Meaning | None:
    """A time without a day is of the day told just before it in its paragraph, else of none."""
    told = context.told_in_paragraph(match, "day")
    if told is None or told.span.is_throughout:
        return unresolved("it doesn’t say on which day", kind="time")
    time = hour_of(context.text[match.start : match.end])
    return Meaning("time", told.span, f"{told.span.edtf[:10]}T{time}", told.anchor)


@RULES(
    "<clock_figures> in_the_morning|in_the_afternoon|in_the_evening|at_night",
    examples={
        "It shut on 4 May 2018. At 3:30 in the afternoon it fell.": "time 2018-05-04T15:30",
        "He left at 4 in the morning.": "time ",
    },
)
@RULES(
    "<spoken_time> [in_the_morning|in_the_afternoon|in_the_evening|at_night] !news",
    examples={
        "It shut on 4 May 2018. At 3 o’clock in the afternoon it fell.": "time 2018-05-04T15:00",
        "It closed at half past six.": "time ",
        "It closed at a quarter to nine.": "time ",
    },
    never=("on the six o'clock news", "half past the hour"),
)
def spoken(match: Match, context: Context) -> Meaning | None:
    return clock(match, context)


@RULES(
    "<hours>",
    examples={
        "It rained on 4 May 2018. At 20:43 UTC it was dry.": "time 2018-05-04T20:43",
        "It closed at 06:30 and reopened.": "time ",
        "It closed at 0530 hours.": "time ",
        "Quake, 0820 GMT: nobody was hurt.": "time ",
        "It took 1200 hours.": "duration PT1200H",
    },
    never=("They won 20:15.", "a ratio of 10:30"),
)
def hours(match: Match, context: Context) -> Meaning | None:
    """A time of the clock of 24 hours; without a word such as "at", or a zone, it is none."""
    figures, *mark = match["hours"].split(maxsplit=1)
    is_time = mark and (":" in figures or not mark[0].lower().startswith("h"))
    if is_time or AT.search(context.text, max(0, match.start - 12), match.start):
        return clock(match, context)
    return Meaning("duration", timex=f"PT{int(figures)}H") if mark else None


CLOCKS = (clock, spoken, hours)


def time_of_day(match: Match, context: Context) -> Meaning | None:
    """A time and its day, in either order; None where they are anything else."""
    for first, day in (match.dates, match.dates[::-1]):
        hour = bare(first)
        if hour.rule.read in CLOCKS and day.rule.read not in CLOCKS:
            meaning = context.read(day, context.within)
            if meaning is None or meaning.span is None or meaning.span.granularity != "day":
                return None
            time = hour_of(context.text[hour.start : hour.end])
            return replace(meaning, kind="time", timex=f"{meaning.span.edtf[:10]}T{time}")
    return None


def bare(match: Match) -> Match:
    """A match without its modifiers: "10 p.m." of "around 10 p.m."."""
    while len(match.dates) == 1:
        [match] = match.dates
    return match


def hour_of(words: str) -> str:
    """The words of a time as "22:00"."""
    named = NAMED.get(words.lower())
    if named:
        return named
    if SPOKEN.match(words):
        return spoken_hour(words.lower())
    if words[0].isalpha():
        return PARTS_OF_DAY.get(words.lower().split()[-2], "MO")
    hours, minutes, half = HOUR.findall(words)[0]
    half = "p" if words.endswith(LATE) else "a" if words.endswith("morning") else half
    hour = int(hours) % 12 + (12 if half in "pP" else 0) if half else int(hours)
    return f"{hour:02}:{minutes or '00'}"


LATE = ("afternoon", "evening", "night")


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

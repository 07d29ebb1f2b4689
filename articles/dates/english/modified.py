"""Dates and lengths with a word that bends them: "early May", "around 1850", "more than a year"."""

import re
from dataclasses import replace

from articles.dates.context import Context
from articles.dates.days import weekday
from articles.dates.edtf import parse_edtf
from articles.dates.english.numerals import number
from articles.dates.meaning import Meaning, approximate, around, unresolved
from articles.dates.rule import Family, Match

RULES = Family()
FRIDAY = 4
COUNTS = re.compile(r"(?!the\b|last\b|past\b|next\b|coming\b|[^.]{1,30}\speriod)", re.IGNORECASE)
EDGE = re.compile(r"(?:the\s)?(?:beginning|start|end|middle)\b", re.IGNORECASE)
PLAIN_YEAR = re.compile(r"-?\d{4}", re.ASCII)


@RULES(
    "about|around|approximately|circa|ca.|c.|roughly|some_time_around|sometime_around <date>",
    examples={
        "It opened around 4 May 2018.": "2018-05-04~",
        "circa 1850": "1850~",
        "It was built c. 1850.": "1850~",
    },
    never=("the talk about Monday", "They spoke about last week.", "a talk about daily life"),
)
def about(match: Match, context: Context) -> Meaning | None:
    is_topic = context.text[match.start : match.start + 5].lower() == "about"
    if is_topic and (match.dates[0]["weekday"] or match.dates[0]["one_unit"]):
        return None  # they talked of Monday, not at about that time
    meaning = context.read(match.dates[0], context.within)
    if meaning is None or (is_topic and meaning.kind in ("recurring", "vague")):
        return None
    return meaning.with_span(approximate(meaning.span)) if meaning.span else meaning


@RULES(
    "more_than|less_than|fewer_than|nearly|almost|at_least|over|close_to|another <date>",
    of_lengths=True,
    examples={
        "It took more than three years.": "duration P3Y",
        "It stood empty for over a year.": "duration P1Y",
    },
    never=("It shut over the summer.", "over recent years", "It closed over two years ago."),
)
def or_so(match: Match, context: Context) -> Meaning | None:
    """A length of time that is counted, and no other."""
    length = match.dates[0]
    if not COUNTS.match(context.text, length.start) or number(length["number"] or "x") is None:
        return None
    meaning = context.read(match.dates[0], context.within)
    return meaning if meaning is not None and meaning.kind == "duration" else None


@RULES(
    "[the] early|late|earlier|later|mid|sometime|some_time|beginning_of|start_of|end_of|middle_of"
    "|rest_of|remainder_of|early_part_of|latter_part_of|first_part_of|last_part_of <date>",
    examples={
        "It ended in early May 2018.": "2018-05",
        "It opens sometime next year.": "2020",
        "earlier this week": "[2019-11-04..2019-11-10]",
    },
)
@RULES(
    "[very] early|late|earlier|later in|on <date>",
    examples={"It ended late in 2018.": "2018", "It fell early on 4 May 2018.": "2018-05-04"},
)
@RULES("[the] mid- <date>", examples={"in mid-2018": "2018", "from the mid-nineties": "199X"})
@RULES(
    "[the] <ordinal>|last|final|closing|opening week|weekend|days of|in <date>",
    examples={"It shut in the first week of May 2018.": "2018-05"},
)
def part_of(match: Match, context: Context) -> Meaning | None:
    """The date around it; the beginning or end of a length of time is none."""
    is_edge = EDGE.match(context.text, match.start, match.dates[0].start)
    if is_edge and not match.dates[0].is_dated:
        return None
    return context.read(match.dates[0], context.within)


@RULES("[the] first|second|latter half of <date>", examples={"the first half of 2017": "2017-40"})
def half_of(match: Match, context: Context) -> Meaning | None:
    meaning = context.read(match.dates[0], context.within)
    if meaning is None or meaning.span is None or not PLAIN_YEAR.fullmatch(meaning.span.edtf):
        return meaning
    is_first = "first" in context.text[match.start : match.dates[0].start].lower()
    return meaning.with_span(parse_edtf(f"{meaning.span.edtf}-{40 if is_first else 41}"))


@RULES(
    "[the] week of|beginning|ended|ending <date>",
    examples={
        "It shut in the week of 7 May 2018.": "[2018-05-07..2018-05-13]",
        "Claims fell in the week ended 12 May 2018.": "[2018-05-07..2018-05-13]",
    },
)
@RULES(
    "[the] weekend of <date>",
    examples={
        "It rained over the weekend of 5 May 2018.": "[2018-05-05..2018-05-06]",
        "It rained over the weekend of 9 May 2018.": "",
    },
)
def week_of(match: Match, context: Context) -> Meaning | None:
    meaning = context.read(match.dates[0], context.within)
    if meaning is None or meaning.span is None or meaning.span.granularity != "day":
        return meaning
    if meaning.span.is_throughout:
        return meaning
    day = meaning.span.first_day or 0
    if "weekend" not in context.text[match.start : match.dates[0].start].lower():
        return replace(meaning, span=around("week", day), timex="")
    if weekday(day) >= FRIDAY:
        return replace(meaning, span=around("weekend", day), timex="")
    return unresolved("the day lies on no weekend")

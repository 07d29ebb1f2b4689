"""Times of day: "10 p.m. Wednesday", "8:30 a.m.", "noon". Of their EDTF the day is kept."""

import re
from dataclasses import replace

from articles.dates.context import Context
from articles.dates.days import iso_day
from articles.dates.edtf import parse_edtf
from articles.dates.english.hours import hour_of
from articles.dates.meaning import Meaning, unresolved
from articles.dates.rule import Family, Match

RULES = Family()
LATELY = 20  # dates told
AT = re.compile(r"\b(?:at|around|about|by|until|till|from|before|after)\s$", re.IGNORECASE)
PREPOSITION = re.compile(r"\b(?:in|by|during|until)\s$", re.IGNORECASE)
# "an overnight train", "things changed overnight"
NO_NIGHT = re.compile(
    r"\s(?:[A-Z]\w*\s){0,3}(?:success|sensation|collapse|interest|stays?|stop|fix|bag|trains?|bus|ferry|flights?|deliver\w+|shipping|guests?"
    r"|accommodation|camp\w*|hero|stars?|fame|millionaires?|rates?|lending|parking|trip|courier|mail)\b"
)
IDIOM = re.compile(r"\b(?:changed?|almost|happen|virtually|seemingly)\s$")
# After a day's evening a morning is the next day's; its afternoon leaves that open.
MORNING = re.compile(r"a\.?m\b|morning", re.IGNORECASE)
EVENING = re.compile(r"\b(?:[6-9]|1[01])(?:[:.]\d\d)?\s?p\.?m\b|evening|night", re.IGNORECASE)


@RULES(
    "<clock>",
    examples={
        "It closed at 10 p.m. and reopened.": "time 2019-11-05T22:00",
        "It rained on 4 May 2018. At 8:30 a.m. the sun came out.": "time 2018-05-04T08:30",
        "At 1.30am on 4 May 2018 it fell; at 2.15 p.m. it rose.": "time 2018-05-04T14:15",
        "It left at 9 p.m. on 4 May 2018 and was due at 6 a.m.": "time 2018-05-05T06:00",
        "It shut at 3pm on 4 May 2018; it had opened at 6am.": "time 2018-05-04T06:00",
    },
    never=("10 people", "a score of 8:30"),
)
@RULES(
    "[the] [very] [early|late] <part> hours",
    examples={
        "In the early morning hours it fell.": "time 2019-11-05TMO",
        "in the evening hours": "time 2019-11-05TEV",
    },
)
@RULES(
    "[the] early|small|wee hours",
    examples={"It fell in the small hours.": "time 2019-11-05TMO"},
    never=("It is open at all hours.",),
)
@RULES(
    "noon|midnight|midday [<zone>]",
    examples={
        "It closed at noon.": "time 2019-11-05T12:00",
        "The call is at noon ET.": "time 2019-11-05T12:00",
    },
)
def clock(match: Match, context: Context) -> Meaning | None:
    """A time without a day is of the day told just before it in its paragraph, else of none."""
    words = context.text[match.start : match.end]
    if context.within is not None and context.within.granularity == "day":
        timex = f"{context.within.edtf[:10]}T{hour_of(words)}"
        return Meaning("time", context.within, timex, note="the day that is told with it")
    told = context.told_in_paragraph(match, "day")
    if told is None or told.span.is_throughout:
        return unresolved("it doesn’t say on which day", kind="time", timex=guess(words, context))
    is_next = MORNING.search(words) and EVENING.search(context.text, told.start, told.end)
    span = parse_edtf(iso_day((told.span.first_day or 0) + 1)) if is_next else told.span
    return Meaning("time", span, f"{span.edtf[:10]}T{hour_of(words)}", told.anchor)


def guess(words: str, context: Context) -> str:
    """What TIMEX3 wants where no day is said: the time on the day told last, else of publication.

    Right in 4 of 7 on the read part of the corpora; nothing else is made of it.
    """
    days = [told.span for told in context.story.told[-LATELY:] if told.span.granularity == "day"]
    published = None if context.is_long_past() else context.published
    day = days[-1].first_day if days else published
    return f"{iso_day(day)}T{hour_of(words)}" if day is not None else ""


@RULES(
    "<clock_figures> in_the_morning|in_the_afternoon|in_the_evening|at_night",
    examples={
        "It shut on 4 May 2018. At 3:30 in the afternoon it fell.": "time 2018-05-04T15:30",
        "He left at 4 in the morning.": "time 2019-11-05T04:00",
    },
)
@RULES(
    "<spoken_time> [in_the_morning|in_the_afternoon|in_the_evening|at_night] !news",
    examples={
        "It shut on 4 May 2018. At 3 o’clock in the afternoon it fell.": "time 2018-05-04T15:00",
        "It closed at half past six.": "time 2019-11-05T06:30",
        "It closed at a quarter to nine.": "time 2019-11-05T08:45",
    },
    never=("on the six o'clock news", "half past the hour"),
)
def spoken(match: Match, context: Context) -> Meaning | None:
    return clock(match, context)


@RULES(
    "<hours>",
    examples={
        "It rained on 4 May 2018. At 20:43 UTC it was dry.": "time 2018-05-04T20:43",
        "It closed at 06:30 and reopened.": "time 2019-11-05T06:30",
        "On 4 May 2018, at 06.30 GMT, it closed.": "time 2018-05-04T06:30",
        "It closed at 0530 hours.": "time 2019-11-05T05:30",
        "Quake, 0820 GMT: nobody was hurt.": "time 2019-11-05T08:20",
        "It took 1200 hours.": "duration PT1200H",
    },
    never=("They won 20:15.", "a ratio of 10:30", "She ran it in 2:09:56 on Sunday."),
)
def hours(match: Match, context: Context) -> Meaning | None:
    """A time of the clock of 24 hours; without a word such as "at", or a zone, it is none."""
    if context.text.startswith((":", "."), max(0, match.start - 1)):
        return None  # of "2:09:56"
    figures, *mark = match["hours"].split(maxsplit=1)
    is_time = mark and (":" in figures or not mark[0].lower().startswith("h"))
    if is_time or AT.search(context.text, max(0, match.start - 12), match.start):
        return clock(match, context)
    return Meaning("duration", timex=f"PT{int(figures)}H") if mark else None


@RULES(
    "the <part> !of|on|hours",
    examples={
        "It rained on 4 May 2018. In the afternoon it was dry.": "time 2018-05-04TAF",
    },
    never=("She works in the afternoon.", "It rained on 4 May 2018. The night was dry."),
)
@RULES(
    "mid- morning|afternoon|evening",
    examples={"On 4 May 2018 it shut. In mid-afternoon it was full.": "time 2018-05-04TAF"},
    never=("It shuts by mid-afternoon.",),
)
@RULES(
    "early|late morning|afternoon|evening",
    examples={"On 4 May 2018 it shut. In late afternoon it was full.": "time 2018-05-04TAF"},
    never=("It is best in late afternoon.",),
)
def part_of_told_day(match: Match, context: Context) -> Meaning | None:
    """A part of the day told just before it; without one it is any day's, and none."""
    told = context.told_in_paragraph(match, "day")
    before = context.text[max(0, match.start - 12) : match.start]
    if told is None or told.span.is_throughout or not PREPOSITION.search(before):
        return None
    return clock(match, context)


@RULES(
    "overnight !on|into|<weekday>|<month>|<day>",
    examples={
        "Shells fell overnight.": "time 2019-11-04TNI",
        "Overnight, rain is expected.": "time 2019-11-05TNI",
        "Two died in overnight raids.": "time 2019-11-04TNI",
    },
    never=("It was an overnight success.", "It won’t change overnight.", "on an overnight train"),
)
def overnight(match: Match, context: Context) -> Meaning | None:
    """The night that ended on the day of publication, or the one that begins then."""
    if NO_NIGHT.match(context.text, match.end) or IDIOM.search(
        context.text, max(0, match.start - 12), match.start
    ):
        return None
    today = replace(context.from_publication(lambda day: parse_edtf(iso_day(day))), kind="time")
    if today.span is None:
        return today
    step = 0 if context.tense(match) == "future" else -1
    return night_from(today, (today.span.first_day or 0) + step)


def night_from(meaning: Meaning, day: int) -> Meaning:
    """A meaning with the night after a day: some time of it or of the next."""
    span = parse_edtf(f"[{iso_day(day)}..{iso_day(day + 1)}]")
    return replace(meaning, span=span, timex=f"{iso_day(day)}TNI", is_aside=True)


CLOCKS = (clock, spoken, hours, part_of_told_day, overnight)

"""Dates counted from an event that the text dates: "a month after the release"."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from articles.dates.context import Context
from articles.dates.edtf import Span
from articles.dates.english.ago import counted
from articles.dates.english.lengths import duration_timex
from articles.dates.english.numerals import number
from articles.dates.english.vocabulary import UNITS
from articles.dates.meaning import Meaning, Place, unresolved
from articles.dates.rule import Family, Match

RULES = Family()
UNDATED = "the event that it is counted from isn’t dated"
HANGS_ON = re.compile(r"\s+(after|before|following|from)\s+\S+$", re.IGNORECASE)
# "the day after the opening" hangs on the opening, whatever was dated before it.
AN_EVENT = re.compile(r"\s(?:the|a|an|his|her|its|their|this|that|it|he|she|they|[A-Z]\w*)\b")


def from_dated_event(
    context: Context, place: int, count: Callable[[int], Span], timex: str = ""
) -> Meaning:
    """A date counted from the event named after a place, if the text dates exactly one such."""
    told = context.events.named_at(context.story.told, place)
    if told is None or told.span.first_day is None:
        return unresolved(UNDATED, timex=timex)
    return Meaning("date", count(told.span.first_day), anchor=told.anchor)


@RULES(
    "[almost|nearly|more_than|less_than|over|barely] <number> <unit>"
    " after|before|following|from the|a|an|its|his|her|their",
    examples={
        "one month after the release of the toolkit": "",
        "The kit was released on 4 May 2018. A month after the release it sold.": "2018-06~",
        "The kit was released on 4 May 2018. Two days before the release of the kit": "2018-05-02",
        "The kit was released on 4 May 2018, three days after the launch.": "",
        "It was released on 4 May 2018. It was released on 6 May 2018. A day after the release": "",
        "The kit was released on 4 May 2018. Three hours before the release": "",
        "The kit was released on 4 May 2018. Two days before the release of the map": "",
        "The vote was held on 4 May 2018. Two days after the vote he left.": "2018-05-06",
        "Before Sunday’s vote it rained. Three days after the vote it was dry.": "2019-11-06",
    },
)
def from_event(match: Match, context: Context) -> Meaning | None:
    """The day so far from an event; where that isn't dated the mention is its length alone."""
    count, unit = number(match["number"]), UNITS[match["unit"].lower()]
    timex = duration_timex(count, unit)
    hangs = HANGS_ON.search(context.text, match.start, match.end)
    if hangs is None:
        return None
    meaning = unresolved(UNDATED, timex=timex)
    if count is not None and unit not in ("hour", "minute", "second"):
        steps = -count if hangs[1].lower() == "before" else count
        count_on = partial(counted, unit, count=steps)
        meaning = from_dated_event(context, hangs.end(1), count_on, timex)
    if meaning.span is None:
        return replace(meaning, places=(Place(match.start, hangs.start(), None, timex),))
    end = context.events.end_of_name(hangs.end(1))
    return replace(meaning, places=(Place(match.start, end, meaning.span, ""),))

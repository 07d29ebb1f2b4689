"""Days told by their number in a month: "the second Sunday in June", "the 5th of next month"."""

import re
from collections.abc import Callable
from dataclasses import replace

from articles.dates.context import Context
from articles.dates.counting import months_on, shifted
from articles.dates.days import iso_day, weekday
from articles.dates.edtf import Span, edtf_month, parse_edtf
from articles.dates.english.absolute import month_number
from articles.dates.english.numerals import ORDINALS
from articles.dates.english.vocabulary import WEEKDAYS
from articles.dates.meaning import Meaning, around, unresolved
from articles.dates.rule import Family, Match

RULES = Family()
STEPS = {"last": -1, "this": 0, "next": 1}
ON = re.compile(r"\b(?:on|by|until|till|since|before|after|to|from)\s$", re.IGNORECASE)
# "on the 23rd floor", "the 9th and 10th holes": a day of a month stands alone.
STANDS_ALONE = re.compile(r"[.,;:!?)”\"]|\s[–—]\s|\n|$|\s(?:when|while|but|he|she|it|they)\b")
DayIn = Callable[[Span], Span | None]


@RULES(
    "[the] <ordinal>|<nth>|last|final <weekday> of|in <month>, <year>",
    examples={
        "It opened on the last Friday of March 2018.": "2018-03-30",
        "on the 2nd Sunday in June, 2018": "2018-06-10",
    },
    never=("the fifth Friday of April 2018",),
)
def weekday_of_month(match: Match, context: Context) -> Meaning | None:
    span = weekday_in(match)(
        parse_edtf(edtf_month(int(match["year"]), month_number(match["month"])))
    )
    return Meaning("date", span) if span else None


@RULES(
    "[the] <ordinal>|<nth>|last|final <weekday> of|in <month>",
    examples={"It was shut on the second Sunday in June.": "2019-06-09"},
)
def weekday_of_some_month(match: Match, context: Context) -> Meaning | None:
    month, day_in = month_number(match["month"]), weekday_in(match)
    return context.nearest(match, lambda year: day_in(parse_edtf(edtf_month(year, month))))


@RULES(
    "[the] <ordinal>|<nth>|last|final day of <month>, <year>",
    examples={
        "She was convicted on the 14th day of May, 2018.": "2018-05-14",
        "It shut on the last day of February 2020.": "2020-02-29",
    },
    never=("on the 31st day of June, 2018",),
)
def day_of_month(match: Match, context: Context) -> Meaning | None:
    span = numbered(match)(parse_edtf(edtf_month(int(match["year"]), month_number(match["month"]))))
    return Meaning("date", span) if span else None


@RULES(
    "[the] <ordinal>|<nth>|last|final day of <month>",
    examples={"It shut on the first day of June.": "2019-06-01"},
)
def day_of_some_month(match: Match, context: Context) -> Meaning | None:
    month, day_in = month_number(match["month"]), numbered(match)
    return context.nearest(match, lambda year: day_in(parse_edtf(edtf_month(year, month))))


@RULES(
    "[the] <ordinal>|<nth>|last|final <weekday> of|in last_month|this_month|next_month|the_month",
    examples={
        "It opens on the first Monday of next month.": "2019-12-02",
        "It opened in May 2018, on the first Friday of the month.": "2018-05-04",
    },
)
@RULES(
    "the <nth> of last_month|this_month|next_month|the_month",
    examples={"It opens on the 5th of next month.": "2019-12-05"},
    never=("the 31st of this month",),
)
def day_of_that_month(match: Match, context: Context) -> Meaning | None:
    """A day of the month beside that of publication, or of the month told last."""
    *_, which, _ = context.text[match.start : match.end].lower().split()
    if which in STEPS:
        month = context.from_publication(lambda day: shifted("month", day, STEPS[which]))
    else:
        month = context.from_earlier("month", lambda day: around("month", day))
    if month.span is None:
        return month
    span = (weekday_in(match) if match["weekday"] else numbered(match))(month.span)
    return replace(month, span=span) if span else None


@RULES(
    "the <nth>",
    examples={
        "It opened on May 4, 2018, and shut on the 6th.": "2018-05-06",
        "It shut on the 6th.": "",
        "It opened on May 4, 2018, and shut on the 2nd.": "",
    },
    never=(
        "It opened on the 23rd floor.",
        "He came in the 6th.",
        "It shut on the 6th and 7th holes",
    ),
)
def day_alone(match: Match, context: Context) -> Meaning | None:
    """A day, not before the one told last, of the month that its paragraph told last."""
    is_alone = STANDS_ALONE.match(context.text, match.end)
    if not is_alone or not ON.search(context.text, max(0, match.start - 12), match.start):
        return None
    told = context.told_in_paragraph(match)
    if told is None or told.span.granularity not in ("day", "month") or told.span.is_throughout:
        return unresolved("it doesn’t say in which month", timex=guess(match, context))
    span = numbered(match)(around("month", told.span.first_day or 0))
    if span is None or (span.first_day or 0) < (told.span.first_day or 0):
        return unresolved("it doesn’t say in which month")
    return Meaning("date", span, anchor=told.anchor)


def guess(match: Match, context: Context) -> str:
    """What TIMEX3 wants where no month is told: the day in that of publication."""
    span = numbered(match)(around("month", context.published)) if context.published else None
    return span.edtf if span else ""


@RULES(
    "<weekday> [the] <nth> !of|<month>",
    examples={
        "Sunday 3rd. It rained.": "2019-11-03",
        "It opened on 4 May 2018 and shut on Wednesday the 16th.": "2018-05-16",
        "It opens on Friday 13th.": "2019-12-13",
    },
    never=("Monday 5th Avenue was shut.", "It shut on Monday 31st."),
)
def weekday_numbered(match: Match, context: Context) -> Meaning | None:
    """The day so named that is nearest to the one told just before it, else to publication."""
    told = context.told_in_paragraph(match, "day")
    base = told.span.first_day if told else context.published
    if base is None or not STANDS_ALONE.match(context.text, match.end):
        return None
    wanted = WEEKDAYS[match["weekday"].lower().rstrip(".")]
    months = (around("month", months_on(base, count)) for count in range(-2, 3))
    spans = [span for span in map(numbered(match), months) if span]
    days = [span for span in spans if weekday(span.first_day or 0) == wanted]
    if not days:
        return None
    nearest = min(days, key=lambda span: abs((span.first_day or 0) - base))
    return Meaning("date", nearest, anchor=told.anchor if told else "publication")


def numbered(match: Match) -> DayIn:
    """Which day of a month the match names; it may have none ("the 31st" of June)."""
    number = number_of(match)
    if not number:
        return lambda month: day_span(month.last_day or 0, month)
    return lambda month: day_span((month.first_day or 0) + number - 1, month)


def number_of(match: Match) -> int:
    """Of "the 3rd" or "the third" the number; 0 of the last."""
    return int(match["nth"][:-2]) if match["nth"] else ORDINALS.get(match["ordinal"].lower(), 0)


def weekday_in(match: Match) -> DayIn:
    """Which such weekday of a month the match names: the first, second … or last."""
    wanted = WEEKDAYS[match["weekday"].lower().rstrip(".")]
    number = number_of(match)

    def day_in(month: Span) -> Span | None:
        first, last = month.first_day or 0, month.last_day or 0
        if not number:
            return day_span(last - (weekday(last) - wanted) % 7, month)
        return day_span(first + (wanted - weekday(first)) % 7 + 7 * (number - 1), month)

    return day_in


def day_span(day: int, month: Span) -> Span | None:
    """The span of a day, if it lies in the month."""
    is_inside = (month.first_day or 0) <= day <= (month.last_day or 0)
    return parse_edtf(iso_day(day)) if is_inside else None

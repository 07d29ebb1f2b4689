"""Ranges and pairs of dates: "from January to March 2018", "4 and 6 May 2018"."""

import re

from articles.dates.context import Context
from articles.dates.days import iso_day
from articles.dates.edtf import EdtfError, Span, parse_edtf
from articles.dates.english.bounds import place, single
from articles.dates.english.day_and_hour import is_hour
from articles.dates.meaning import Meaning
from articles.dates.rule import Family, Match

RULES = Family()
NEAR = 24
# "is open Tuesday to Sunday": every week
IS_OPEN = re.compile(r"\b(?:(?:is|are)\sopen|opens|daily)\s$")


@RULES(
    "[from] <date> to|until|till|through <date>",
    examples={
        "It ran from January to March 2018.": "2018-01/2018-03",
        "4 May 2018 to 6 May 2018": "2018-05-04/2018-05-06",
        "It rained from Monday to Friday.": "2019-10-28/2019-11-01",
        "It was shut from Wednesday to Friday last week.": "2019-10-30/2019-11-01",
        "The museum is open Tuesday to Sunday.": "recurring XXXX-WXX",
    },
)
@RULES("<date> – <date>", examples={"4 May 2018 – 6 May 2018": "2018-05-04/2018-05-06"})
def throughout(match: Match, context: Context) -> Meaning | None:
    return between_both(match, context, "{}/{}")


@RULES(
    "between <date> and <date>",
    examples={"It fell between January and March 2018.": "[2018-01..2018-03]"},
)
def between(match: Match, context: Context) -> Meaning | None:
    return between_both(match, context, "[{}..{}]")


def between_both(match: Match, context: Context, form: str) -> Meaning | None:
    """Both ends in one form; the first may take its year from the second. None if it runs back."""
    last = context.read(match.dates[1])
    if last is None or last.span is None:
        return None
    if last.kind == "time" and is_hour(match.dates[0]):  # "from 9 a.m. to 5 p.m. on Saturday"
        context.frames[match.dates[0].start] = last.span
    if last.kind != "date":
        return None
    is_weekday = bool(match.dates[0]["weekday"]) and last.span.granularity == "day"
    if is_weekday and IS_OPEN.search(context.text, max(0, match.start - NEAR), match.start):
        return Meaning("recurring", timex="XXXX-WXX")
    frame = week_until(last.span) if is_weekday else year_until(last.span)
    first = context.read(match.dates[0], frame)
    if first is None or first.kind != "date" or first.span is None:
        return None
    if first.span == last.span:
        return None  # "moved from Monday to 11 November"
    edges = single(first.span, is_first=True), single(last.span, is_first=False)
    try:
        span = parse_edtf(form.format(*edges))
    except EdtfError:
        return None
    places = (place(match.dates[0], first), place(match.dates[1], last))
    return Meaning("date", span, anchor=first.anchor or last.anchor, places=places)


@RULES("<date> and|or <date>", examples={}, never=("in May and June 2018",))
def year_said_later(match: Match, context: Context) -> Meaning | None:
    """Always None: two dates, of which the second may say the year of the first."""
    first, last = (context.read(date) for date in match.dates)
    if first and last and first.kind == last.kind == "date" and last.span and not last.anchor:
        is_bare = first.anchor or first.span is None
        if is_bare and last.span.granularity in ("day", "month", "season"):
            context.frames[match.dates[0].start] = year_until(last.span)
    return None


@RULES("<date>, in|on <date>", examples={}, never=("In 2018, in June, they met.",))
def frame_said_first(match: Match, context: Context) -> Meaning | None:
    """Always None: two dates, of which the first may be the year or week of the second."""
    frame = context.read(match.dates[0], context.within)
    if frame and frame.span and frame.span.granularity in ("year", "week"):
        context.frames[match.dates[1].start] = frame.span
    return None


def week_until(span: Span) -> Span | None:
    """The week that ends with a span's last day."""
    if span.last_day is None:
        return None
    return parse_edtf(f"[{iso_day(span.last_day - 6)}..{iso_day(span.last_day)}]")


def year_until(span: Span) -> Span | None:
    """The twelve months that end with a span's last day."""
    if span.last_day is None:
        return None
    return parse_edtf(f"[{iso_day(span.last_day - 364)}..{iso_day(span.last_day)}]")

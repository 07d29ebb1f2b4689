"""Open ends and ranges: "since 2017", "before 2049", "from January to March 2018"."""

import re
from dataclasses import replace

from articles.dates.context import Context
from articles.dates.days import iso_day
from articles.dates.edtf import EdtfError, Span, parse_edtf
from articles.dates.meaning import Meaning, Place, around, timex_of
from articles.dates.rule import Family, Match

RULES = Family()
# "from 2015 on Broad Street": the "on" goes with what comes after it.
A_PLACE = re.compile(r"\s[A-Z\d]")


@RULES("[ever] since <date>", examples={"Banned since 2017.": "2017/.."})
def since(match: Match, context: Context) -> Meaning | None:
    return bounded(match, context, "{}/..")


@RULES("from <date> onwards|onward", examples={"It is open from 2019 onwards.": "2019/.."})
@RULES(
    "from <date> on !the|a|an|his|her|its|their",
    examples={"It is open from 2019 on.": "2019/.."},
    never=("It ran from 2015 on the coast.", "It ran from 2015 on Broad Street."),
)
def onwards(match: Match, context: Context) -> Meaning | None:
    if A_PLACE.match(context.text, match.end):
        return None
    return bounded(match, context, "{}/..")


@RULES(
    "until|till|up_to|through|until_at_least|through_at_least <date>",
    examples={"It lasted until May 2018.": "../2018-05", "until at least 2020": "../2020"},
)
def until(match: Match, context: Context) -> Meaning | None:
    return bounded(match, context, "../{}")


@RULES("by|no_later_than <date>", examples={"It must be ready by 2049.": "[..2049]"})
@RULES("on_or_before <date>", examples={"It closes on or before 4 May 2018.": "[..2018-05-04]"})
def by(match: Match, context: Context) -> Meaning | None:
    return bounded(match, context, "[..{}]")


@RULES(
    "before|prior_to <date>",
    examples={"It must be ready before 2049.": "[..2048]", "before May 2018": "[..2018-04]"},
)
def before(match: Match, context: Context) -> Meaning | None:
    return beyond(match, context, -1)


@RULES(
    "after|following <date>",
    examples={"after 2019": "[2020..]", "It came after 4 November 2019.": "[2019-11-05..]"},
)
def after(match: Match, context: Context) -> Meaning | None:
    return beyond(match, context, 1)


def bounded(match: Match, context: Context, form: str) -> Meaning | None:
    """The meaning of a match with its date put into an EDTF form with an open end.

    None where the date is a stretch, which has its ends: "dal 4 al 6 maggio".
    """
    meaning = context.read(match.dates[0], context.within)
    if meaning is None or meaning.span is None or meaning.kind not in ("date", "time"):
        return as_it_is(match, meaning)
    if meaning.span.is_throughout:
        return None
    edge = single(meaning.span, is_first=form.startswith(("{}", "[{}")))
    return alone(match, meaning, parse_edtf(form.format(edge)))


def single(span: Span, *, is_first: bool) -> str:
    """The span as one EDTF date; of a range or week the day at its edge."""
    if span.edtf[0] not in "[{" and "/" not in span.edtf:
        return span.edtf
    day = span.first_day if is_first else span.last_day
    return iso_day(day) if day is not None else span.edtf


@RULES("on_or_after <date>", examples={"It opens on or after 4 May 2018.": "[2018-05-04..]"})
def at_earliest(match: Match, context: Context) -> Meaning | None:
    return bounded(match, context, "[{}..]")


def beyond(match: Match, context: Context, step: int) -> Meaning | None:
    """All time after (1) or before (-1) the date of a match."""
    meaning = context.read(match.dates[0], context.within)
    if meaning is None or meaning.span is None or meaning.kind not in ("date", "time"):
        return as_it_is(match, meaning)
    span = meaning.span
    is_after = step > 0
    day = span.last_day if is_after else span.first_day
    if day is None:
        return meaning
    unit = span.granularity if span.granularity in ("month", "year", "decade") else "day"
    if meaning.kind == "time":
        step = 0  # before noon on Monday may well be on Monday
    edge = around(unit, day + step).edtf
    return alone(match, meaning, parse_edtf(f"[{edge}..]" if is_after else f"[..{edge}]"))


def as_it_is(match: Match, meaning: Meaning | None) -> Meaning | None:
    """A length of time, or what isn't resolved, without the preposition: "after two days"."""
    if meaning is None or meaning.places:
        return meaning
    return replace(meaning, places=(place(match.dates[0], meaning),))


def alone(match: Match, meaning: Meaning, span: Span) -> Meaning:
    """The bounded meaning of a date, which stands there without its preposition."""
    date = place(match.dates[0], meaning)
    return Meaning(meaning.kind, span, date.timex, meaning.anchor, meaning.note, places=(date,))


@RULES(
    "[from] <date> to|until|till|through <date>",
    examples={
        "It ran from January to March 2018.": "2018-01/2018-03",
        "4 May 2018 to 6 May 2018": "2018-05-04/2018-05-06",
        "It rained from Monday to Friday.": "2019-10-28/2019-11-01",
        "It was shut from Wednesday to Friday last week.": "2019-10-30/2019-11-01",
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
    if last is None or last.kind != "date" or last.span is None:
        return None
    is_weekday = match.dates[0]["weekday"] and last.span.granularity == "day"
    frame = week_until(last.span) if is_weekday else year_until(last.span)
    first = context.read(match.dates[0], frame)
    if first is None or first.kind != "date" or first.span is None:
        return None
    edges = single(first.span, is_first=True), single(last.span, is_first=False)
    try:
        span = parse_edtf(form.format(*edges))
    except EdtfError:
        return None
    places = (place(match.dates[0], first), place(match.dates[1], last))
    return Meaning("date", span, anchor=first.anchor or last.anchor, places=places)


def place(match: Match, meaning: Meaning) -> Place:
    """Where the date in a stretch or after a "since" stands, with its own value."""
    own = meaning.timex or (timex_of(meaning.span) if meaning.span else "")
    return Place(match.start, match.end, meaning.span, own)


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

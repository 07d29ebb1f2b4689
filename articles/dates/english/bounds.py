"""Open ends: "since 2017", "before 2049", "until May"."""

import re
from dataclasses import replace

from articles.dates.context import Context
from articles.dates.days import iso_day
from articles.dates.edtf import Span, parse_edtf
from articles.dates.english.denied import is_denied, is_put_off
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
    examples={
        "It lasted until May 2018.": "../2018-05",
        "until at least 2020": "../2020",
        "It did not open until May 2018.": "2018-05",
        "The vote was put off until May 2018.": "2018-05",
    },
)
def until(match: Match, context: Context) -> Meaning | None:
    is_then = is_denied(context.text, match.start) or is_put_off(context.text, match.start)
    return bounded(match, context, "{}" if is_then else "../{}")


@RULES("by|no_later_than <date>", examples={"It must be ready by 2049.": "[..2049]"})
@RULES("on_or_before <date>", examples={"It closes on or before 4 May 2018.": "[..2018-05-04]"})
def by(match: Match, context: Context) -> Meaning | None:
    return bounded(match, context, "[..{}]")


@RULES(
    "before|prior_to <date>",
    examples={
        "It must be ready before 2049.": "[..2048]",
        "before May 2018": "[..2018-04]",
        "It will not be ready before 2049.": "[2049..]",
    },
)
def before(match: Match, context: Context) -> Meaning | None:
    if is_denied(context.text, match.start):
        return bounded(match, context, "[{}..]")
    return beyond(match, context, -1)


@RULES(
    "after|following <date>",
    examples={
        "after 2019": "[2020..]",
        "It came after 4 November 2019.": "[2019-11-05..]",
    },
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
    if form == "{}":
        return alone(match, meaning, meaning.span)
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
    if meaning.kind == "time" and (is_after or context.tense(match) != "future"):
        is_midnight = meaning.timex.endswith("T24:00")  # by some that of the next day
        either = parse_edtf(f"[{iso_day(day)}..{iso_day(day + 1)}]") if is_midnight else span
        return alone(match, meaning, either)
    if meaning.kind == "time":
        step = 0  # by noon on Monday
    unit = span.granularity if span.granularity in ("month", "year", "decade") else "day"
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


def place(match: Match, meaning: Meaning) -> Place:
    """Where the date in a stretch or after a "since" stands, with its own value."""
    own = meaning.timex or (timex_of(meaning.span) if meaning.span else "")
    return Place(match.start, match.end, meaning.span, own)

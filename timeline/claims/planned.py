"""How a dated clause is told: as happened, planned, lasting or reported, and its date as such.

Plain Python: the day of publication and today are arguments.
"""

import re
from datetime import date
from enum import StrEnum
from typing import Protocol

from articles.dates import EdtfError, Span, iso_day, parse_edtf
from articles.dates.english.verbs import NOT_A_VERB, NOT_PAST
from timeline.claims.verbs import PAST, PLANS

INFINITIVE = r"""to\ (?:be(?:gin|come)?|start|open|launch|hold|test|build|issue|roll\ out|introduce
    |close|sell|buy|meet|visit|release|finish|complete|publish|release|take|run|end|move|join)"""
GOVERNING = re.compile(
    rf"""\b(?:(?P<plan>{PLANS})|(?P<infinitive>{INFINITIVE})
    |(?P<past>{NOT_PAST}(?:{PAST}|(?!{NOT_A_VERB})[a-z]{{2,14}}ed)))(?!\w)""",
    re.IGNORECASE | re.VERBOSE,
)
# “Was put off until Friday”, “has been moved to 21 March”
PUT_OFF = re.compile(
    r"\b(?:postponed|put\soff|delayed|adjourned|deferred|rescheduled|moved|pushed\sback"
    r"|brought\sforward)\s(?:[^.;,]{0,60}\s)?(?:to|until|till|for)\s(?:the\s)?$"
)
# A plan for a period of which less than this part is over keeps the period's name.
HARDLY_BEGUN = 1 / 12
NAMED_PERIOD = re.compile(r"\d{4}(?:-(?:0\d|1[0-2]))?", re.ASCII)
NAMED = re.compile(rf"{NAMED_PERIOD.pattern}(?:-\d\d)?", re.ASCII)
# What is told as done, without saying when, is looked for so many days before.
FRESH = 31


# A first and a last day; None is an open end.
Days = tuple[int | None, int | None]


class Told(StrEnum):
    """How a source tells what it dates; UNKNOWN where neither words nor dates say it."""

    HAPPENED = "happened"
    PLANNED = "planned"
    LASTING = "lasting"
    REPORTED = "reported"
    UNKNOWN = ""


class Dated(Protocol):
    """What has a date, and its first and last day."""

    @property
    def edtf(self) -> str: ...
    @property
    def first_day(self) -> int | None: ...
    @property
    def last_day(self) -> int | None: ...


def how_told(sentence: str, start: int, end: int, dated: Dated, published: int | None) -> Told:
    """How a sentence tells what the words at `start:end` of it date.

    The nearest verb before the date decides; where none is, the first one after it.
    """
    *_, before = None, *GOVERNING.finditer(sentence, 0, start)
    governing = before or GOVERNING.search(sentence, end)
    verb = (governing and governing.lastgroup) or ""
    if _goes_on(dated, verb, published):
        return Told.LASTING
    if (
        verb == "plan"
        or _is_after(dated.first_day, published)
        or PUT_OFF.search(sentence, 0, start)
    ):
        return Told.PLANNED
    if verb == "infinitive":
        is_over = _is_after(published, dated.last_day)
        return Told.UNKNOWN if is_over else Told.PLANNED
    is_over = _is_after(published, dated.last_day)
    if _ends_after(dated, published) or not (verb or is_over):
        return Told.UNKNOWN
    return Told.HAPPENED


def _goes_on(dated: Dated, verb: str, published: int | None) -> bool:
    """Whether it is told to last since its date, or until it, and to do so when published."""
    if dated.edtf.endswith("/.."):
        return verb != "plan" if published is None else (dated.first_day or 0) <= published
    return dated.edtf.startswith("../") and _is_after(dated.last_day, published)


def _ends_after(dated: Dated, published: int | None) -> bool:
    """Whether only its end is told, and lies ahead: “told them to leave by Friday”."""
    return dated.first_day is None and _is_after(dated.last_day, published)


def _is_after(day: int | None, other: int | None) -> bool:
    return day is not None and other is not None and day > other


def date_told(dated: Dated, told: str, published: int | None) -> Span:
    """The date that a source gives what it tells, from how it does and when it was published.

    What is planned happens no earlier than it is told as such, what is reported no later.
    """
    span = parse_edtf(dated.edtf)
    try:
        match told:
            case Told.PLANNED:
                return parse_edtf(_edtf_planned(span, published))
            case Told.REPORTED:
                return _reported(span, published)
            case _:
                return span
    except EdtfError:
        return span


def _edtf_planned(span: Span, published: int | None) -> str:
    first, last = span.first_day, span.last_day
    if published is None or last is None or span.is_throughout:
        return span.edtf
    is_over = last < published
    if is_over or (first is not None and published - first <= HARDLY_BEGUN * (last - first + 1)):
        return span.edtf
    bound = span.edtf.strip("[]").rpartition("..")[2]
    return f"[{iso_day(published)}..{bound if NAMED_PERIOD.fullmatch(bound) else iso_day(last)}]"


def _reported(span: Span, published: int | None) -> Span:
    """Not later than the date of a report, nor than the publication that knows of it."""
    if span.last_day is None:
        return span
    if published is not None and published < span.last_day:
        return _by(iso_day(published))
    return _by(span.edtf if NAMED.fullmatch(span.edtf) else iso_day(span.last_day))


def _by(bound: str) -> Span:
    return parse_edtf(f"[..{bound}]")


def by_publication(told: str, published: int | None) -> Span | None:
    """The date that a source gives what it tells without one: what was done was so by then."""
    return _by(iso_day(published)) if told == Told.HAPPENED and published else None


def days_sought(dated: Dated | None, told: str, published: int | None) -> Days:
    """The first and last of the days on which what is told so is looked for in other sources.

    Those of its date; of what is only known to be over by then, also the weeks before.
    """
    if dated is None:
        return (published and published - FRESH), published
    when = date_told(dated, told, published)
    last = when.last_day
    if told != Told.REPORTED or last is None:
        return when.first_day, last
    return (last if dated.first_day is None else dated.first_day) - FRESH, last


def is_overdue(last_day: int | None, today: date) -> bool:
    """Whether the time of a plan for this last day has passed."""
    return _is_after(today.toordinal(), last_day)

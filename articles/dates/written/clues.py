"""Clues to the day of writing: dates that say one day twice, once counted from it.

“Last year in April 2018” was written in 2019, “yesterday, 4 May 2018” on the 5th, and “Monday,
November 4” around a year in which that is a Monday. A clue is the set of days that it allows.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import MAXYEAR

from articles.dates.context import Context
from articles.dates.edtf import COARSENESS, Span, parse_edtf
from articles.dates.english import steps
from articles.dates.english.leaning import overlaps
from articles.dates.rule import Match
from articles.dates.written.groups import groups, is_one_date, is_relative, leaves_of
from articles.dates.written.told import is_past, is_quoted, is_stamp
from articles.dates.written.windows import FIRST, LAST, Clue, Windows, merged, year_of

# Of more dates than this that are told twice nothing is asked, so that time stays linear.
MOST_GROUPS = 20
YEARS = ("year", "decade", "century")
# Counted dates reach so many days from the day of writing; days and weeks not so far.
FARTHEST = 40_000
NEAR = 4_000
# “A week ago” is a week ago within so many days.
ABOUT = {"day": 3, "week": 3, "month": 15, "quarter": 45, "year": 183}
# “Two decades ago” nobody counts to the year.
ROUND = ("decade", "centur")
# “Next Thursday” may be the one after the next.
A_WEEK = 7
# Dates without a year are looked for from this year on, and said within a year of their day.
EARLIEST_YEAR = 1800
A_YEAR = 366
# What is told as past may be of a day or two ahead: agencies send it before the paper is out.
AHEAD = 2


def joint_clues(text: str, matches: Sequence[Match], last_year: int) -> Iterator[Clue]:
    """The clues of dates told twice; `last_year` is the last in which the text can be written."""
    years: set[int] = set()
    left = MOST_GROUPS
    for group in groups(text, matches):
        leaves = [leaf for match in group for leaf in leaves_of(match)]
        start, end = group[0].start, group[-1].end
        end += "(" in text[group[0].end : end] and text.startswith(")", end)
        if left and is_one_date(text, leaves) and not is_quoted(text, start):
            left -= 1
            days = days_of(text, leaves, last_year, years)
            if days:
                yield Clue(start, end, days, "can be said only {}")
        for leaf in leaves:
            span = absolute(text, leaf)
            if span:
                years |= {year_of(span.first_day or 0), year_of(span.first_day or 0) + 1}


def absolute(text: str, leaf: Match) -> Span | None:
    """The closed span of a date that states its year; None of any other."""
    return read(text, leaf, None)


def read(text: str, leaf: Match, published: int | None, within: Span | None = None) -> Span | None:
    """What a date alone means for a day of publication, if that is a closed span of a year."""
    meaning = Context(text, published).read(leaf, within)
    span = meaning.span if meaning and meaning.kind in ("date", "time") else None
    if span is None or span.first_day is None or span.last_day is None:
        return None
    is_kept = FIRST <= span.first_day <= span.last_day <= LAST
    return span if is_kept and span.last_day - span.first_day <= A_YEAR else None


def days_of(text: str, leaves: list[Match], last_year: int, told: set[int]) -> Windows:
    """The days on which the leaves can all be said of one date; () where that tells nothing.

    Not where the date lies in a year that the text told before: it may go on telling of it.
    """
    counted = [leaf for leaf in leaves if is_relative(leaf)]
    others = [leaf for leaf in leaves if not is_relative(leaf)]
    spans = stated(text, others)
    if counted and others:
        spans = spans or list(recurring(text, others, last_year))
        return merged(days for span in spans for days in counted_days(text, leaves, counted, span))
    if spans or len(others) < 2 or is_stamp(text, leaves[0].start, leaves[-1].end):
        return ()
    days = [span.first_day or 0 for span in recurring(text, others, last_year)]
    if told & {year_of(day) for day in days}:
        return ()
    lead = AHEAD if is_past(text, leaves[0].start, leaves[-1].end) else A_YEAR
    return merged((day - lead, day + A_YEAR) for day in days)


def stated(text: str, leaves: list[Match]) -> list[Span]:
    """The one date that leaves state with its year, narrowed by the others; else none."""
    for leaf in leaves:
        span = absolute(text, leaf)
        if span:
            narrow = narrowed(text, [other for other in leaves if other is not leaf], span)
            return [narrow] if narrow else []
    return []


def recurring(text: str, leaves: list[Match], last_year: int) -> Iterator[Span]:
    """The days of all years that leaves without a year agree on."""
    for year in range(EARLIEST_YEAR, min(last_year + 2, MAXYEAR)):
        span = parse_edtf(f"{year}")
        for leaf in leaves:
            day = read(text, leaf, None, span)
            if day and day.granularity == "day":
                found = narrowed(text, [other for other in leaves if other is not leaf], day)
                if found:
                    yield found
                break


def narrowed(text: str, leaves: list[Match], span: Span) -> Span | None:
    """The part of a span that all the leaves agree on; None where they don't."""
    for leaf in leaves:
        part = absolute(text, leaf) or read(text, leaf, None, span)
        if part is None or not overlaps(part, span):
            return None
        span = min(part, span, key=lambda one: COARSENESS.index(one.granularity))
    return span


def counted_days(
    text: str, leaves: list[Match], counted: list[Match], span: Span
) -> Iterator[tuple[int, int]]:
    """The days from which all counted dates reach the span: one window, or none."""
    first, last = FIRST, LAST
    for leaf in counted:
        window = reached_from(text, leaf, span)
        if window is None:
            return
        first, last = max(first, window[0]), min(last, window[1])
    if is_past(text, leaves[0].start, leaves[-1].end):
        first = max(first, span.first_day or first)
    yield first, last


def reached_from(text: str, leaf: Match, span: Span) -> tuple[int, int] | None:
    """The days for which a counted date meets the span, found by halving: the later the day, the
    later the date. None where it can't be counted, or is a day said of a year (“today in 1944”).
    """
    first, last = span.first_day or FIRST, span.last_day or LAST
    if leaf["unit"].lower().startswith(ROUND):
        return None
    sample = read(text, leaf, last)
    if sample is None or (span.granularity in YEARS and sample.granularity not in YEARS):
        return None
    reach = FARTHEST if sample.granularity in YEARS else NEAR
    days = range(max(FIRST, first - reach), min(LAST, last + reach))

    def ends(day: int) -> tuple[int, int]:
        found = read(text, leaf, day)
        if found is None:
            return (FIRST, FIRST) if day < last else (LAST, LAST)
        return found.first_day or FIRST, found.last_day or LAST

    begin = days[0] + bisect_left(days, first, key=lambda day: ends(day)[1])
    end = days[0] + bisect_right(days, last, key=lambda day: ends(day)[0]) - 1
    leeway = ABOUT.get(sample.granularity, A_YEAR) if sample.is_approximate else 0
    leeway = A_WEEK if leaf.rule.read is steps.weekday_by_step else leeway
    return begin - leeway, end + leeway

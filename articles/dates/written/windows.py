"""Windows: sets of days, as inclusive stretches of day numbers, in order and apart; clues."""

from collections.abc import Iterable
from dataclasses import dataclass

from articles.dates.days import day_parts, iso_day
from articles.dates.edtf import Span, parse_edtf
from articles.dates.meaning import around

Windows = tuple[tuple[int, int], ...]
# The days of `datetime.date`: a window that reaches the first or last of them is open there.
FIRST, LAST = 1, 3_652_059
# So many stretches are told one by one; of more the whole from the first to the last.
MOST = 5


@dataclass(frozen=True)
class Clue:
    """A stretch of the text, half-open, and the days of writing that it allows.

    `says` goes on, for people, after the words of the text; in place of “{}” come the days.
    """

    start: int
    end: int
    days: Windows
    says: str


def merged(windows: Iterable[tuple[int, int]]) -> Windows:
    """The stretches in order, those that meet made one, those that end before they begin gone."""
    result: list[tuple[int, int]] = []
    for first, last in sorted(windows):
        if last < first:
            continue
        if result and first <= result[-1][1] + 1:
            result[-1] = result[-1][0], max(last, result[-1][1])
        else:
            result.append((first, last))
    return tuple(result)


def shared(ours: Windows, theirs: Windows) -> Windows:
    """The days that are in both."""
    result = []
    mine = other = 0
    while mine < len(ours) and other < len(theirs):
        first = max(ours[mine][0], theirs[other][0])
        last = min(ours[mine][1], theirs[other][1])
        if first <= last:
            result.append((first, last))
        if ours[mine][1] < theirs[other][1]:
            mine += 1
        else:
            other += 1
    return tuple(result)


def length(windows: Windows) -> int:
    """How many days there are in all."""
    return sum(last - first + 1 for first, last in windows)


def span_of(windows: Windows) -> Span:
    """Some time within the windows, as EDTF; there must be one."""
    if len(windows) > MOST:
        return span_of(((windows[0][0], windows[-1][1]),))
    if len(windows) == 1:
        return stretch(*windows[0])
    members = [stretch(*window).edtf.strip("[]") for window in windows]
    return parse_edtf(f"[{','.join(members)}]")


def stretch(first: int, last: int) -> Span:
    """One window as a day, week, month or year where it is just that, else by its ends."""
    if first <= FIRST or last >= LAST:
        return parse_edtf(f"[{edge(first)}..{edge(last)}]")
    for unit in ("day", "week", "month", "year"):
        span = around(unit, first)
        if (span.first_day, span.last_day) == (first, last):
            return span
    return parse_edtf(f"[{edge(first)}..{edge(last)}]")


def edge(day: int) -> str:
    """The day as EDTF; "" where the window is open."""
    return iso_day(day) if FIRST < day < LAST else ""


def year_of(day: int) -> int:
    """The year of a day."""
    return day_parts(day)[0]

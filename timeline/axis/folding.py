"""Where an axis leaves days out: a few old events must not press all the others into one line."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

MOST_FOLDS = 4
# The longest empty stretch is folded away while half of the events stand in so small a part of
# the axis, and only if it is that large a part itself.
CROWDED = 1 / 8
LONG = 1 / 8
# An axis of fewer days is never folded: quiet weeks of a story are a part of it.
NEVER_FOLDED = 400
CELLS = 400

Count = Callable[[Sequence[int]], Sequence[int]]
Days = tuple[int, int]


@dataclass(frozen=True)
class Cell:
    """Days that are looked at together, up to `after`, and how many events have an end there."""

    first: int
    after: int
    events: int


def folded(first: int, last: int, count: Count) -> list[Days]:
    """The stretches of days that are drawn, in order, from the first day to the last.

    `count` tells how many events have an end between each two of the days that it is given.
    """
    stretches = [(first, last)]
    while True:
        total = sum(end + 1 - begin for begin, end in stretches)
        cells = [_cells(*days, -(-total // CELLS), count) for days in stretches]
        trimmed = [
            _trimmed(days, busy, (first, last)) for days, busy in zip(stretches, cells, strict=True)
        ]
        if trimmed != stretches:  # to be looked at more closely, now that less is drawn
            stretches = trimmed
            continue
        gap = _longest_gap(cells)
        is_open = len(stretches) <= MOST_FOLDS and gap[1] - gap[0] >= LONG * total
        if total < NEVER_FOLDED or not is_open or not _is_crowded(cells, total):
            return [_exact(*days, (first, last), count) for days in stretches]
        stretches = [part for days in stretches for part in _without(days, gap)]


def _cells(first: int, last: int, step: int, count: Count) -> list[Cell]:
    """The cells of a stretch in which there is an event."""
    edges = [*range(first, last + 1, step), last + 1]
    found = zip(pairwise(edges), count(edges), strict=True)
    return [Cell(*days, events) for days, events in found if events]


def _trimmed(days: Days, busy: list[Cell], outer: Days) -> Days:
    """A stretch begins and ends with an event where it meets a fold."""
    if not busy:
        return days
    first = days[0] if days[0] == outer[0] else busy[0].first
    return first, days[1] if days[1] == outer[1] else busy[-1].after - 1


def _exact(first: int, last: int, outer: Days, count: Count) -> Days:
    """The stretch from the very day of its first event, to that of its last, at a fold."""
    days = range(first, last + 1)
    if first != outer[0]:
        first = days[bisect_left(days, True, key=lambda day: count([first, day + 1])[0] > 0)]
    if last != outer[1]:
        last = days[bisect_left(days, True, key=lambda day: not count([day, last + 1])[0]) - 1]
    return first, last


def _longest_gap(cells: list[list[Cell]]) -> Days:
    """The day after the longest empty stretch's last event, and the day of the next event."""
    gaps = [(one.after, next_.first) for busy in cells for one, next_ in pairwise(busy)]
    return max(gaps, key=lambda gap: gap[1] - gap[0], default=(0, 0))


def _is_crowded(cells: list[list[Cell]], total: int) -> bool:
    """Whether more than half of the events stand close together, as the axis is drawn."""
    places: list[tuple[int, int, int]] = []
    drawn = 0
    for busy in cells:
        origin = busy[0].first if busy else 0
        places += [(drawn + c.first - origin, drawn + c.after - origin, c.events) for c in busy]
        drawn = places[-1][1] if places else 0
    most = sum(events for *_, events in places) // 2 + 1
    held, begin = 0, 0
    for _, after, events in places:
        held += events
        while held - places[begin][2] >= most:
            held -= places[begin][2]
            begin += 1
        if held >= most and after - places[begin][0] < CROWDED * total:
            return True
    return False


def _without(days: Days, gap: Days) -> list[Days]:
    first, last = days
    if first < gap[0] <= gap[1] <= last:
        return [(first, gap[0] - 1), (gap[1], last)]
    return [days]

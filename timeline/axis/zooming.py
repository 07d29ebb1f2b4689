"""The ways from an axis to a shorter, a longer or the next one."""

from collections.abc import Iterator
from dataclasses import dataclass

from timeline.axis.folding import Days
from timeline.axis.periods import (
    CENTURY,
    DAY,
    DECADE,
    MILLENNIUM,
    MONTH,
    QUARTER,
    UNITS,
    WEEK,
    YEAR,
    Unit,
    edges_edtf,
)
from timeline.axis.scale import Scale

LADDER = (MILLENNIUM, CENTURY, DECADE, YEAR, MONTH)
MOST_STEPS = 20
DAYS_OF_A_MONTH = 31


@dataclass(frozen=True)
class Stretch:
    """Days that can be zoomed to, as the filter's boxes take them."""

    first: int
    last: int

    @property
    def edges(self) -> tuple[str, str]:
        """The values of `from=` and `to=`."""
        return edges_edtf(self.first, self.last)


def wider(window: Days, whole: Days) -> list[Stretch]:
    """The periods around the window, the longest first, that are shorter than the whole."""
    found = []
    for unit in LADDER:
        first, last = _around(window, unit)
        is_around = first <= window[0] and window[1] <= last and (first, last) != window
        if is_around and last - first < whole[1] - whole[0]:
            found.append(Stretch(first, last))
    return found


def beside(window: Days, whole: Days) -> tuple[Stretch | None, Stretch | None]:
    """The period before and the one after, where the window is one of the calendar's."""
    unit = next((unit for unit in UNITS if _around(window, unit) == window), None)
    if unit is None:
        return None, None
    before = Stretch(unit.floor(window[0] - 1), window[0] - 1)
    after = Stretch(window[1] + 1, unit.after(window[1] + 1) - 1)
    return (
        before if before.last >= whole[0] else None,
        after if after.first <= whole[1] else None,
    )


def narrower(scale: Scale) -> tuple[Unit, list[Stretch]]:
    """The periods, few enough to be a list, that a reader may zoom to, and what they are."""
    fine = [unit for unit in UNITS if unit not in (WEEK, QUARTER)]
    for unit in fine:
        most = DAYS_OF_A_MONTH if unit is DAY else MOST_STEPS
        steps = list(_steps(scale, unit)) if _count(scale, unit) <= 2 * most else []
        if 1 < len(steps) <= most:
            return unit, steps
    return DAY, []


def cells(scale: Scale, most: int) -> list[Stretch]:
    """The periods of the shortest unit of which the axis has no more than so many."""
    for unit in UNITS:
        if _count(scale, unit) <= 2 * most and len(found := list(_steps(scale, unit))) <= most:
            return found
    return [Stretch(scale.first, scale.last)]


def _around(window: Days, unit: Unit) -> Days:
    first = unit.floor(window[0])
    return first, unit.after(first) - 1


def _count(scale: Scale, unit: Unit) -> int:
    """About how many periods there are, but never fewer than half of them."""
    return sum(unit.count(s.first, s.last) for s in scale.segments) - 2 * len(scale.segments)


def _steps(scale: Scale, unit: Unit) -> Iterator[Stretch]:
    for segment in scale.segments:
        for first, last in unit.periods(segment.first, segment.last):
            yield Stretch(max(first, segment.first), min(last, segment.last))

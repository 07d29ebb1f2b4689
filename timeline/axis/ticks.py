"""What is written along an axis: round years, months and days, as many as a window has room for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from articles.dates.days import add_months, day_number, day_parts
from articles.dates.words import MONTHS, year_name
from timeline.axis.periods import DAY, MONTH, Unit
from timeline.axis.scale import Scale, Segment
from timeline.axis.widths import TIERS, text_width

SHORT_MONTHS = tuple(name[:3] for name in MONTHS)
GAP = 0.9  # em between two labels
# Round years, then months, then days: each step divides the one before it.
YEARS = (1_000_000, 500_000, 100_000, 50_000, 10_000, 5_000, 1_000, 500, 100, 50, 10, 5, 1)
MONTH_STEPS = (6, 3, 1)
DAY_STEPS = (10, 5, 1)


@dataclass(frozen=True)
class Tick:
    """A place on the axis, what is written there, and the tier of windows that have room for it."""

    x: float
    label: str
    tier: str
    is_last: bool = False  # written to the left of its place, at the right edge


def ticks_of(scale: Scale, months: Sequence[str] = SHORT_MONTHS) -> list[Tick]:
    """The ticks from left to right. Those of a narrow window are among those of a wide one."""
    placed: list[Tick] = []
    for tier in TIERS:
        for segment in scale.segments:
            _place_first(scale, segment, tier, months, placed)
        for segment in scale.segments:
            _place_steps(scale, segment, tier, months, placed)
    return sorted(placed, key=lambda tick: tick.x)


def _place_first(
    scale: Scale, segment: Segment, tier: str, months: Sequence[str], placed: list[Tick]
) -> None:
    """The first tick of a segment says all of its date, down to what the axis counts in."""
    if any(segment.x <= tick.x <= segment.x + segment.width for tick in placed):
        return
    label = _whole(segment.first, scale.unit, months)
    tick = Tick(segment.x, label, tier)
    if _fits([tick], placed, tier):
        placed.append(tick)


def _place_steps(
    scale: Scale, segment: Segment, tier: str, months: Sequence[str], placed: list[Tick]
) -> None:
    """Finer and finer steps, each whole or not at all: no month is named and the next left out."""
    first = [tick for tick in placed if tick.x == segment.x]
    for days in _steps(segment, scale.unit):
        known = {tick.x for tick in placed}
        places = [(x, day) for day in days if (x := scale.at(day)) not in known]
        steps = [_tick(x, _label(day, months), tier) for x, day in places]
        new = [tick for tick in steps if _fits([tick], first, tier)]
        if not _fits(new, placed, tier):
            return
        placed.extend(new)


def _tick(x: float, label: str, tier: str) -> Tick:
    return Tick(x, label, tier, is_last=x + _per_cent(text_width(label), tier) > 100)


def _fits(new: list[Tick], placed: list[Tick], tier: str) -> bool:
    """Whether none of the ticks, beside those there are, meets another in windows of this tier."""
    ends = sorted(_extent(tick, tier) for tick in [*placed, *new])
    clear = all(one[1] <= two[0] for one, two in pairwise(ends))
    return clear and (not ends or ends[-1][1] <= 100 + _per_cent(GAP, tier))


def _extent(tick: Tick, tier: str) -> tuple[float, float]:
    """From where to where the label reaches, with the gap after it, in per cent."""
    width = _per_cent(text_width(tick.label) + GAP, tier)
    return (tick.x - width, tick.x) if tick.is_last else (tick.x, tick.x + width)


def _per_cent(em: float, tier: str) -> float:
    return 100 * em / TIERS[tier]


def _steps(segment: Segment, unit: Unit) -> Iterator[list[int]]:
    """The days of each step that lie in the segment, from millions of years to single days."""
    for years in YEARS:
        if 366 * years > unit.days:
            yield _years(segment, years)
    if unit.days <= MONTH.days * 3:
        for months in MONTH_STEPS:
            yield _months(segment, months)
    if unit is DAY:
        for days in DAY_STEPS:
            yield _days(segment, days)


def _years(segment: Segment, step: int) -> list[int]:
    """The first days of years that can be divided by the step, BCE as people count them."""
    found: list[int] = []
    year = day_parts(segment.first)[0]
    number = year if year > 0 else year - 1  # 44 BC is -44
    number -= number % step
    while True:
        year = number if number > 0 else number + 1  # for 0, the year AD 1 in which it would end
        day = day_number(year, 1, 1)
        if day > segment.last:
            return found
        if day >= segment.first and (number or step > 1):
            found.append(day)
        number += step


def _months(segment: Segment, step: int) -> list[int]:
    found: list[int] = []
    year, month, _ = day_parts(segment.first)
    month -= (month - 1) % step
    while (day := day_number(year, month, 1)) <= segment.last:
        if day >= segment.first:
            found.append(day)
        year, month = add_months(year, month, step)
    return found


def _days(segment: Segment, step: int) -> list[int]:
    """The 1st of each month, and days that the step divides, but none just before the 1st."""
    found: list[int] = []
    for day in range(segment.first, segment.last + 1):
        number = day_parts(day)[2]
        if number == 1 or (number % step == 0 and (step == 1 or number < 28)):
            found.append(day)
    return found


def _label(day: int, months: Sequence[str]) -> str:
    """What is new on this day: the year, the month or the day."""
    year, month, number = day_parts(day)
    if number > 1:
        return str(number)
    return months[month - 1] if month > 1 else year_name(year)


def _whole(day: int, unit: Unit, months: Sequence[str]) -> str:
    """The date as a label that leaves nothing open: "2018", "May 2018", "4 May 2018"."""
    year, month, number = day_parts(day)
    if unit.days > 100 or ((month, number) == (1, 1) and unit is not DAY):
        return year_name(year)
    label = f"{months[month - 1]} {year_name(year)}"
    return label if number == 1 or unit is not DAY else f"{number} {label}"

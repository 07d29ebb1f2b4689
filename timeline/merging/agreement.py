"""One date from many: the most precise one on which sources agree. Plain Python."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from articles.dates import Span
from timeline.merging.days import can_agree


@dataclass(frozen=True)
class SourceDate:
    """The date that a source gives, and the number of the day on which it was published."""

    when: Span
    source: Hashable
    published: int | None


def agreed(readings: Sequence[SourceDate]) -> Span:
    """The most precise date with which most sources agree; of equals that which was told last.

    What a source has corrected itself doesn't count. There must be a reading.
    """
    counting = standing(readings)
    return max(counting, key=lambda reading: _weight(reading, counting)).when


def standing(readings: Sequence[SourceDate]) -> list[SourceDate]:
    """The readings without those that a later one of the same source excludes."""
    return [one for one in readings if not any(corrects(other, one) for other in readings)]


def corrects(later: SourceDate, earlier: SourceDate) -> bool:
    """Whether a source excludes in a later publication what it told in an earlier one."""
    days = later.published, earlier.published
    is_later = days[0] is not None and days[1] is not None and days[0] > days[1]
    return is_later and later.source == earlier.source and excludes(later, earlier)


def excludes(one: SourceDate, other: SourceDate) -> bool:
    """Whether the two dates have no day in common."""
    return not can_agree(one.when, other.when)


def exclude_each_other(readings: Sequence[SourceDate]) -> bool:
    """Whether two of the readings exclude each other."""
    return any(excludes(one, other) for one, other in combinations(readings, 2))


def _weight(reading: SourceDate, others: Iterable[SourceDate]) -> tuple[int, int, float, str]:
    """The more sources agree, the later one tells it and the more precisely, the more."""
    agreeing = {other.source for other in others if not excludes(reading, other)}
    has_rivals = any(excludes(reading, other) for other in others)
    told = reading.published if has_rivals and reading.published else 0
    return len(agreeing), told, -_length(reading.when), reading.when.edtf


def _length(when: Span) -> float:
    if when.first_day is None or when.last_day is None:
        return float("inf")
    return when.last_day - when.first_day

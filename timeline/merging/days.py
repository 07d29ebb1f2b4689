"""Whether the dates of two tellings can agree, or are one. Plain Python."""

from typing import Protocol

from timeline.claims.planned import Days

MONTH = 31


class HasDays(Protocol):
    """What has a first and a last day, None where that end is open."""

    @property
    def first_day(self) -> int | None: ...
    @property
    def last_day(self) -> int | None: ...


def can_agree(one: HasDays, other: HasDays) -> bool:
    """Whether two dates have a day in common; an open end may be any day."""
    return not (_is_over_before(one, other) or _is_over_before(other, one))


def are_one_date(one: Days, other: Days, longest: int = MONTH) -> bool:
    """Whether both are the same date, of so many days at most: a day, a week, a month."""
    first, last = one
    return one == other and first is not None and last is not None and last - first < longest


def are_undated(one: HasDays, other: HasDays) -> bool:
    """Whether nothing is known of the days of either."""
    return one.first_day is one.last_day is other.first_day is other.last_day is None


def _is_over_before(one: HasDays, other: HasDays) -> bool:
    last, first = one.last_day, other.first_day
    return last is not None and first is not None and last < first

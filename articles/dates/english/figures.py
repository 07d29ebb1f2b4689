"""Whether a text puts the month first in its dates in figures: "11/25/2019" or "25/11/2019"."""

import re

FIGURES = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(?:\d{4}|\d\d)(?![\d/])", re.ASCII)


def month_first(text: str) -> bool | None:
    """Whether all dates that allow one reading only put the month first; None if none tells."""
    told = {order(int(first), int(second)) for first, second in FIGURES.findall(text)} - {None}
    return told.pop() if len(told) == 1 else None


def order(first: int, second: int) -> bool | None:
    """Whether the first of two figures is the month, as the second can't be; None if both can."""
    if min(first, second) > 12 or max(first, second) not in range(13, 32):
        return None
    return second > 12

"""Which year a report means by a day or month without one: leaning to the past, or ahead."""

from collections.abc import Callable

from articles.dates.days import day_parts
from articles.dates.edtf import Span
from articles.dates.english.tense import Tense
from articles.dates.meaning import Meaning, unresolved


def overlaps(candidate: Span | None, span: Span) -> bool:
    """Whether two closed spans share a day."""
    if candidate is None or candidate.first_day is None or candidate.last_day is None:
        return False
    return candidate.first_day <= (span.last_day or 0) and candidate.last_day >= (
        span.first_day or 0
    )


# In the first days of a month its forerunner is still spoken of as if it lay ahead.
LATELY, LONG_AHEAD = 15, 300
# How many times as far as a day of the past a day ahead counts, by tense.
LEANING: dict[Tense, float] = {"past": 4, "": 2, "future": 0.5}


def pick(
    published: int,
    in_year: Callable[[int], Span | None],
    tense: Tense,
    *,
    by_tense: bool,
    is_said: bool = False,
) -> Meaning:
    """The candidate of the years around publication that the tense asks for, else the nearest.

    The next of a month just over is meant only where that `is_said` ("next April").
    """
    year = day_parts(published)[0]
    around_it = (in_year(candidate) for candidate in range(year - 2, year + 3))
    candidates = [span for span in around_it if span is not None]
    past = [span for span in candidates if (span.first_day or 0) <= published]
    ahead = [span for span in candidates if (span.last_day or 0) >= published]
    if by_tense and tense == "past" and past:
        chosen, note = past[-1], "the latest before publication"
    elif (
        by_tense
        and tense == "future"
        and ahead
        and (is_said or not is_over(past, ahead, published))
    ):
        chosen, note = ahead[0], "the next after publication"
    elif candidates:
        chosen = min(candidates, key=lambda span: distance(span, published, LEANING[tense]))
        note = "the nearest to publication"
    else:
        return unresolved("there is no such day in the years around publication")
    return Meaning("date", chosen, anchor="publication", note=note)


def is_over(past: list[Span], ahead: list[Span], published: int) -> bool:
    """Whether the latest is so lately over that the next, a year on, would be called so."""
    is_near = bool(past) and published - (past[-1].last_day or 0) < LATELY
    return is_near and (ahead[0].first_day or 0) - published > LONG_AHEAD


def distance(span: Span, day: int, leaning: float) -> float:
    """Days from a day to a closed span, those ahead weighed; 0 inside it."""
    first, last = span.first_day or 0, span.last_day or 0
    return max((first - day) * leaning, day - last, 0)

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


# How many times as far as a day of the past a day ahead counts, by tense.
LEANING: dict[Tense, float] = {"past": 4, "": 2, "future": 0.5}


def pick(
    published: int, in_year: Callable[[int], Span | None], tense: Tense, *, by_tense: bool
) -> Meaning:
    """The candidate of the years around publication that the tense asks for, else the nearest."""
    year = day_parts(published)[0]
    around_it = (in_year(candidate) for candidate in range(year - 2, year + 3))
    candidates = [span for span in around_it if span is not None]
    past = [span for span in candidates if (span.first_day or 0) <= published]
    ahead = [span for span in candidates if (span.last_day or 0) >= published]
    if by_tense and tense == "past" and past:
        chosen, note = past[-1], "the latest before publication"
    elif by_tense and tense == "future" and ahead:
        chosen, note = ahead[0], "the next after publication"
    elif candidates:
        chosen = min(candidates, key=lambda span: distance(span, published, LEANING[tense]))
        note = "the nearest to publication"
    else:
        return unresolved("there is no such day in the years around publication")
    return Meaning("date", chosen, anchor="publication", note=note)


def distance(span: Span, day: int, leaning: float) -> float:
    """Days from a day to a closed span, those ahead weighed; 0 inside it."""
    first, last = span.first_day or 0, span.last_day or 0
    return max((first - day) * leaning, day - last, 0)

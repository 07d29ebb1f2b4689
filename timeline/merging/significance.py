"""How much matters what is told: by how many, and for how long. Plain Python without a clock.

Those who tell a day or an event count as its articles, and are heard the more the longer after it
the last of them speaks: what is still told months later mattered. The weights were found on four
topics of Timeline17; half or twice as much changes little (docs/decisions.md).
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from math import log

from timeline.phrasing.counts import how_many

# Of the logarithm of the days: still told a day after counts 1.3 times, a month 2.7, a year 4.
PERSISTENCE = 0.5
# A chronology is somebody's choice of days: each day named per so many characters adds a voice.
CHRONOLOGY_LENGTH = 1000
MOST_CHRONOLOGY = 5.0
# What is told in words is told in the largest of these that two or more fit into.
UNITS = [("year", 365), ("month", 30), ("week", 7), ("day", 1)]


@dataclass(frozen=True)
class Report:
    """An article: the day number of its publication, the days that it names, its characters."""

    published: int | None
    days: frozenset[int]
    length: int


def persistence(days_after: int) -> float:
    """What the days between an event and the last report of it make its reports count, from 1."""
    return 1 + PERSISTENCE * log(1 + max(0, days_after))


def significance_of_event(articles: int, sources: int, days_after: int | None) -> float:
    """The significance of an event from who tells it: further articles of a source count half.

    One article alone still tells nothing: what it says of long ago is its background.
    `timeline/events/tellers.py` says the same as a column of a query.
    """
    return (articles + sources) / 2 * persistence(days_after or 0 if articles > 1 else 0)


def told_by(articles: int, sources: int, days_after: int | None) -> str:
    """Why it matters, in words: “4 articles of 3 sources, up to 9 months later”."""
    if not articles:
        return "nothing"
    voices = how_many(articles, "article")
    if articles > 1:
        voices += f" of {how_many(sources, 'source')}"
    return voices if days_after is None else f"{voices}, {_last_told(days_after)}"


def _last_told(days_after: int) -> str:
    if days_after <= 0:
        return "on the same day" if days_after == 0 else "before it"
    unit, length = next(row for row in UNITS if days_after >= 2 * row[1] or row[1] == 1)
    return f"up to {how_many(days_after // length, unit)} later"


def significance_of_days(reports: Iterable[Report]) -> dict[int, float]:
    """The significance of every day that the reports name or were published on, above 0."""
    voices: defaultdict[int, float] = defaultdict(float)
    last_told: dict[int, int] = {}
    for report in reports:
        for day, voice in _voices(report):
            voices[day] += voice
            last_told[day] = max(
                last_told.get(day, day), day if report.published is None else report.published
            )
    return {day: heard * persistence(last_told[day] - day) for day, heard in voices.items()}


def _voices(report: Report) -> Iterable[tuple[int, float]]:
    """Each day that a report tells, and how much its voice counts for it."""
    density = len(report.days) * CHRONOLOGY_LENGTH / max(1, report.length)
    voice = 1 + min(MOST_CHRONOLOGY, density)
    yield from ((day, voice) for day in report.days)
    if report.published is not None and report.published not in report.days:
        yield report.published, 1

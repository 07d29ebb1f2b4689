"""Lengths of time as TIMEX3 values, and as steps from the date told last."""

from dataclasses import replace

from articles.dates.context import Context
from articles.dates.english.ago import counted
from articles.dates.meaning import Meaning

LETTERS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W",
    "weekend": "W", "fortnight": "W", "month": "M", "year": "Y",
    "decade": "DE", "century": "CE",
}  # fmt: skip
# What a half of them is counted in: two and a half years are two years and six months.
SMALLER = {
    "year": ("M", 12), "hour": ("M", 60), "minute": ("S", 60), "decade": ("Y", 10),
    "century": ("Y", 100),
}  # fmt: skip


def duration_timex(count: float | None, unit: str) -> str:
    """The TIMEX3 value of a length: "P3Y", "PT2H", "PXM"."""
    if unit == "fortnight" and count is not None:
        count *= 2
    if unit == "quarter":
        unit, count = "month", None if count is None else 3 * count
    if unit == "decade" and count is not None and count != 1:
        unit, count = "year", 10 * count
    letter = LETTERS[unit]
    if count is None:
        return f"PTX{letter[1]}" if letter.startswith("T") else f"PX{letter}"
    whole, smaller = int(count), ""
    if count != whole and unit in SMALLER:
        smaller_letter, size = SMALLER[unit]
        smaller = f"{round((count - whole) * size)}{smaller_letter}"
        amount = f"{whole}{letter.lstrip('T')}" if whole else ""
    else:
        amount = f"{whole if count == whole else count}{letter.lstrip('T')}"
    return f"P{'T' if letter.startswith('T') else ''}{amount}{smaller}"


def away(context: Context, count: float, unit: str) -> Meaning:
    """So many units from the date told last; in TIMEX3 the length, where none is told."""
    meaning = context.from_earlier(unit, lambda day: counted(unit, day, count))
    return meaning if meaning.span else replace(meaning, timex=duration_timex(abs(count), unit))

"""Meaning: what a rule makes of a match."""

from dataclasses import dataclass, replace

from articles.dates.days import day_number, day_parts, iso_day, weekday
from articles.dates.edtf import Span, parse_edtf


@dataclass(frozen=True)
class Place:
    """Where a date in a stretch or after a "since" stands, and what it says by itself."""

    start: int
    end: int
    span: Span | None
    timex: str


@dataclass(frozen=True)
class Meaning:
    """The meaning of a match: its span (None where it has none), how it was reached, for `why`.

    `anchor` is "", "publication" or "mention START:END"; `timex` overrides the value that follows
    from the span; `note` is a clause for people; of an unresolved date it is the reason. `places`
    are those of the dates in it that are mentions of their own: both ends of a stretch, or the
    date alone without its "since"; none where the whole match is one mention. An aside
    (what a figure is compared with) doesn't move the story: nothing is counted from it.
    """

    kind: str
    span: Span | None = None
    timex: str = ""
    anchor: str = ""
    note: str = ""
    granularity: str = ""
    places: tuple[Place, ...] = ()
    is_aside: bool = False

    def with_span(self, span: Span) -> "Meaning":
        """The same, with another span."""
        return replace(self, span=span)


def written(edtf: str, *, timex: str = "", note: str = "") -> Meaning:
    """A date that the text itself states in full."""
    return Meaning("date", parse_edtf(edtf), timex=timex, note=note)


def unresolved(reason: str, *, timex: str = "", kind: str = "date") -> Meaning:
    """A date that can't be told, and why."""
    return Meaning(kind, timex=timex, note=reason)


def approximate(span: Span) -> Span:
    """About the span; sets, intervals and what has a mark stay as they are."""
    is_plain = span.edtf[0] not in "[{" and span.edtf[-1] not in "~?%" and "/" not in span.edtf
    return parse_edtf(f"{span.edtf}~") if is_plain else span


def timex_of(span: Span) -> str:
    """The TIMEX3 value of a span in the manner of TempEval-3: "2019-W44", "2018-Q3", "199"."""
    text = span.edtf.replace("~", "").replace("?", "").replace("%", "")
    if "/" in text:
        ends = [timex_of(parse_edtf(end)) for end in text.split("/") if end != ".."]
        return "/".join(ends)
    if text[0] in "[{":
        return timex_of_set(span, text)
    if text.startswith("-"):
        return timex_before_christ(text)
    year, _, rest = text.partition("-")
    part = PARTS.get(rest)
    if part:
        return f"{year}-{part}"
    return text.rstrip("X") if rest == "" and not text.startswith("Y") else text


PARTS = {
    "21": "SP", "22": "SU", "23": "FA", "24": "WI",
    "33": "Q1", "34": "Q2", "35": "Q3", "36": "Q4", "40": "H1", "41": "H2",
}  # fmt: skip


def timex_of_set(span: Span, text: str) -> str:
    """A week by its ISO number; else the dates that the set is bounded by."""
    if span.granularity in ("week", "weekend") and span.first_day is not None:
        year, week = iso_week(span.first_day)
        return f"{year:04}-W{week:02}" + ("-WE" if span.granularity == "weekend" else "")
    first, dots, last = text[1:-1].partition("..")
    if dots and not (first and last):
        return timex_of(parse_edtf(first or last))
    return text[1:-1].replace("..", "/")


def iso_week(day: int) -> tuple[int, int]:
    """The ISO 8601 year and week of a day number."""
    thursday = day - weekday(day) + 3
    year, _, _ = day_parts(thursday)
    return year, (thursday - day_number(year, 1, 1)) // 7 + 1


def timex_before_christ(text: str) -> str:
    """A BCE date counted from 1 BC: "BC0044"."""
    year, _, rest = text[1:].partition("-")
    if "X" in year:
        return f"BC{year.rstrip('X')}"
    return f"BC{int(year) + 1:04}" + (f"-{PARTS.get(rest, rest)}" if rest else "")


def around(unit: str, day: int) -> Span:
    """The day, weekend, week, month, quarter, half, year, decade or century that holds a day."""
    _, month, _ = day_parts(day)
    match unit:
        case "week" | "fortnight":
            monday = day - weekday(day)
            return parse_edtf(f"[{iso_day(monday)}..{iso_day(monday + 6)}]")
        case "weekend":
            saturday = day - weekday(day) + 5
            return parse_edtf(f"[{iso_day(saturday)}..{iso_day(saturday + 1)}]")
        case "month":
            return parse_edtf(iso_day(day)[:-3])
        case "quarter":
            return parse_edtf(f"{iso_day(day)[:-6]}-{33 + (month - 1) // 3}")
        case "half":
            return parse_edtf(f"{iso_day(day)[:-6]}-{40 + (month - 1) // 6}")
        case "year":
            return parse_edtf(iso_day(day)[:-6])
        case "decade":
            return parse_edtf(iso_day(day)[:-7] + "X")
        case "century":
            return parse_edtf(iso_day(day)[:-8] + "XX")
        case _:
            return parse_edtf(iso_day(day))

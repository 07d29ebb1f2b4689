"""Figures of dates that were found, in the manner of TempEval-3 (UzZaman et al. 2013)."""

import random
import re
import statistics
from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

from articles.dates import EdtfError, parse_edtf
from articles.dates.days import day_number
from articles.dates.meaning import around

PARTS = {
    "SP": "21", "SU": "22", "FA": "23", "AU": "23", "WI": "24", "Q1": "33", "Q2": "34",
    "Q3": "35", "Q4": "36", "H1": "40", "H2": "41",
}  # fmt: skip
SPLITS = 200
Timex = dict[str, Any]


def days_of(value: str | None) -> tuple[int | None, int | None] | None:
    """First and last day of a TIMEX3 value, or None where it names no days."""
    value = (value or "").partition("T")[0]
    if "-X" in value:
        return None
    if week := re.fullmatch(r"(\d{4})-W(\d{1,2})(-WE)?", value):
        monday = date.fromisocalendar(int(week[1]), min(int(week[2]) or 1, 52), 1).toordinal()
        span = around("weekend" if week[3] else "week", monday)
        return span.first_day, span.last_day
    if bc := re.fullmatch(r"BC(\d{4})", value):
        return day_number(1 - int(bc[1]), 1, 1), day_number(1 - int(bc[1]), 12, 31)
    year, _, rest = value.partition("-")
    edtf = f"{year}-{PARTS[rest]}" if rest in PARTS else value
    if re.fullmatch(r"\d{2,3}", edtf):
        edtf = edtf.ljust(4, "X")
    try:
        span = parse_edtf(edtf)
    except EdtfError:
        return None
    return span.first_day, span.last_day


def pairs_of(gold: list[Timex], found: list[Timex]) -> list[tuple[Timex, Timex]]:
    """One-to-one pairs: the same extent first, then the largest overlap."""
    overlaps = []
    for g, one in enumerate(gold):
        for f, other in enumerate(found):
            shared = min(one["end"], other["end"]) - max(one["start"], other["start"])
            if shared > 0:
                is_same = (one["start"], one["end"]) == (other["start"], other["end"])
                overlaps.append((not is_same, -shared, one["start"], g, f))
    used_gold: set[int] = set()
    used_found: set[int] = set()
    pairs = []
    for *_, g, f in sorted(overlaps):
        if g not in used_gold and f not in used_found:
            used_gold.add(g)
            used_found.add(f)
            pairs.append((gold[g], found[f]))
    return pairs


def count(gold: list[Timex], found: list[Timex]) -> Counter[str]:
    """What one document adds to the counts."""
    pairs = pairs_of(gold, found)
    dated_gold, dated_found = dated(gold), dated(found)
    dated_pairs = pairs_of(dated_gold, dated_found)
    return Counter(
        gold=len(gold),
        found=len(found),
        relaxed=len(pairs),
        strict=sum((g["start"], g["end"]) == (f["start"], f["end"]) for g, f in pairs),
        type=sum(g["type"] == f["type"] for g, f in pairs),
        value=sum(g["value"] == f["value"] is not None for g, f in pairs),
        dated_gold=len(dated_gold),
        dated_found=len(dated_found),
        interval=sum(days_of(g["value"]) == days_of(f["value"]) for g, f in dated_pairs),
    )


def dated(timexes: list[Timex]) -> list[Timex]:
    """Those dates and times that name days of a calendar."""
    return [t for t in timexes if t["type"] in ("DATE", "TIME") and days_of(t["value"])]


def figures(counts: Counter[str]) -> dict[str, float]:
    """F1 figures, 0 to 100."""

    def f1(right: str, found: str, gold: str) -> float:
        total = counts[found] + counts[gold]
        return round(200 * counts[right] / total, 1) if total else 0.0

    rows = {name: f1(name, "found", "gold") for name in ("strict", "relaxed", "type", "value")}
    return {**rows, "interval": f1("interval", "dated_found", "dated_gold")}


def total(counts: Iterable[Counter[str]]) -> Counter[str]:
    """The counts of all documents together."""
    return sum(counts, Counter())


def gap_by_chance(counts: list[Counter[str]], size: int) -> dict[str, float]:
    """How far, in the median, the figures of so many documents drawn by lot are from the others'.

    A gap of the parts that is no larger tells nothing of rules fitted to what was read.
    """
    lot, gaps = random.Random(0), []  # noqa: S311
    for _ in range(SPLITS):
        lot.shuffle(counts)
        drawn, others = figures(total(counts[:size])), figures(total(counts[size:]))
        gaps.append({name: abs(drawn[name] - others[name]) for name in drawn})
    return {name: round(statistics.median(gap[name] for gap in gaps), 1) for name in gaps[0]}

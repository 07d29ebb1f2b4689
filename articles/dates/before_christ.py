"""Years of other eras than ours, by the words beside them: "1046 a. C.", "公元前1046年"."""

import re
from dataclasses import replace

from articles.dates.days import iso_year
from articles.dates.edtf import parse_edtf
from articles.dates.meaning import Meaning, approximate, written
from articles.dates.rule import Match

BEHIND = re.compile(
    r"\s?(?:a\.\s?C\.|a\.\s?d\.\s?C\.|antes de Cristo|av(?:\.|ant)\s?J(?:\.[-‑\s]?C\.|ésus)"
    r"|avant notre ère|v\.\s?Chr\b\.?|v\.\s?u\.\s?Z\.|vor Christ(?:us|i Geburt)\b"
    r"|vor unserer Zeit(?:rechnung)?\b|voor (?:Christus|onze jaartelling)\b|avanti Cristo"
    r"|B\.\sC\.|before Christ\b)"
)
IN_FRONT = re.compile(r"(?:公元|西元|纪元|紀元|[至到—–-])前\s?$")
# The Islamic and Buddhist eras, whose years are not counted over.
OTHER_ERA = re.compile(r"\s?(?:AH\b|A\.\s?H\.)|(?<=2[45]\d\d)\sBE\b")
YEAR = re.compile(r"(?:(\d{4})|(\d\d)XX)(~?)")


def in_its_era(text: str, match: Match, meaning: Meaning | None) -> tuple[Match, Meaning | None]:
    """A match with the words beside it that count it backwards, and what it means then.

    What is neither a year nor a century then has no meaning, rather than that of another era.
    """
    if OTHER_ERA.match(text, match.end):
        return replace(match, dates=()), None
    before = IN_FRONT.search(text, max(0, match.start - 5), match.start)
    behind = BEHIND.match(text, match.end)
    if not (before or behind):
        return match, meaning
    start = before.start() if before else match.start
    end = behind.end() if behind else match.end
    return replace(match, start=start, end=end, dates=()), _backwards(meaning)


def _backwards(meaning: Meaning | None) -> Meaning | None:
    found = YEAR.fullmatch(meaning.span.edtf) if meaning and meaning.span else None
    if not found:
        return None
    year, century, about = found.groups()
    if century:
        last = -100 * int(century)
        return written(f"[{iso_year(last - 99)}..{iso_year(last)}]", timex=f"BC{century}")
    span = parse_edtf(iso_year(1 - int(year)))
    return Meaning("date", approximate(span) if about else span)

"""Figures compared with those of a year before: of the same quarter, or of the whole year."""

import re
from dataclasses import replace

from articles.dates.context import Context
from articles.dates.counting import shifted
from articles.dates.meaning import Meaning
from articles.dates.rule import Match

# "up from $10 million a year earlier": a figure of one period beside that of the year before.
COMPARED = re.compile(
    r"(?:\b(?:from|than|with|to|versus|against|million|billion|trillion|share|cents|pence|percent)"
    r"|[\d%])(?:\sthe)?,?\s$"
)
MONTHS_OR_QUARTER = re.compile(r"\b(?:six|nine|12|twelve)\smonths|first\shalf|quarter")
NEW_SENTENCE = re.compile(r"(?:[.!?][\"”’)']*\s+|\n|^)$")


def year_before(match: Match, context: Context) -> Meaning | None:
    """The reported quarter a year before, where a figure is compared with it; else None.

    Where no date was told it is the year before that of publication.
    """
    before = context.text[max(0, match.start - 24) : match.start]
    is_compared = COMPARED.search(before) or NEW_SENTENCE.search(before)
    if is_compared and context.quarter is None and not context.story.told:
        found = context.from_publication(lambda day: shifted("year", day, -1))
        return replace(found, is_aside=True)
    if context.quarter is None or not is_compared or is_of_months(match, context):
        return None
    return context.from_quarter(-12)


def is_of_months(match: Match, context: Context) -> bool:
    """Whether the sentence compares nine months or half a year, and no quarter."""
    sentence = context.text[max(0, match.start - 240) : match.start].rpartition(". ")[2]
    told = MONTHS_OR_QUARTER.findall(sentence.lower())
    return bool(told) and told[-1] != "quarter"

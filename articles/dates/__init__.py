"""Dates in texts: found, resolved, and explained. Plain Python without a clock.

English is read by the rules in `english/`; Spanish, French, German, Portuguese, Italian, Dutch and
Chinese by rules over dateparser's data, in `languages/`.
"""

from articles.dates.box import DateNotUnderstood, TypedDate, read_date
from articles.dates.days import day_number, iso_day
from articles.dates.edtf import EdtfError, Span, parse_edtf
from articles.dates.mention import END_OF_STRETCH, Mention
from articles.dates.resolve import find_dates
from articles.dates.sentences import split_sentences
from articles.dates.words import in_words
from articles.dates.written import Evidence, Suggestion, when_written

__all__ = [
    "END_OF_STRETCH",
    "DateNotUnderstood",
    "EdtfError",
    "Evidence",
    "Mention",
    "Span",
    "Suggestion",
    "TypedDate",
    "day_number",
    "find_dates",
    "in_words",
    "iso_day",
    "parse_edtf",
    "read_date",
    "split_sentences",
    "when_written",
]

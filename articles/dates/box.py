"""What a person typed in a date box."""

from dataclasses import dataclass
from datetime import date, datetime

from articles.dates.edtf import EdtfError, Span, parse_edtf
from articles.dates.resolve import find_dates
from articles.dates.words import in_words

LONGEST = 80
LANGUAGES = ["en", "es", "fr", "de", "pt", "it", "nl"]


class DateNotUnderstood(ValueError):
    """A typed text that none of the ways of reading understands; the message says so."""


@dataclass(frozen=True)
class Reading:
    """What was typed: its span, in words, and how it was read (edtf, rules or dateparser)."""

    span: Span
    understood: str
    how: str


def read_date(typed: str, today: date) -> Reading:
    """What a person typed: EDTF, else our own rules, else dateparser.

    Raises DateNotUnderstood with a sentence for people.
    """
    text = " ".join(typed.split())
    if not text:
        raise DateNotUnderstood("Type a date, such as “4 November 2019” or “2019-11”.")
    if len(text) > LONGEST:
        raise DateNotUnderstood(f"A date has at most {LONGEST} characters.")
    for how, read in (("edtf", as_edtf), ("rules", by_rules), ("dateparser", by_dateparser)):
        span = read(text, today)
        if span is not None:
            return Reading(span, in_words(span.edtf), how)
    raise DateNotUnderstood(f"“{text}” isn't understood as a date.")


def as_edtf(text: str, today: date) -> Span | None:
    """The text as EDTF."""
    try:
        return parse_edtf(text)
    except EdtfError:
        return None


def by_rules(text: str, today: date) -> Span | None:
    """The text as one mention that our rules find, in lower case too."""
    for form in (text, text.title()):
        for lead in ("", "in ", "on "):
            mentions = find_dates(lead + form, today)
            if len(mentions) == 1 and mentions[0].edtf and mentions[0].end == len(lead + form):
                found = mentions[0]
                if found.start <= len(lead) or form[: found.start - len(lead)].lower() in (
                    "in ", "on ", "the ", "in the ",
                ):  # fmt: skip
                    return parse_edtf(found.edtf)
    return None


def by_dateparser(text: str, today: date) -> Span | None:
    """What dateparser makes of it, cut to the precision that it vouches for."""
    from dateparser.date import DateDataParser  # slow to import, and seldom needed

    parser = DateDataParser(
        languages=LANGUAGES,
        settings={"RELATIVE_BASE": datetime(today.year, today.month, today.day, 12)},
    )
    found = parser.get_date_data(text)
    if found is None or found.date_obj is None:
        return None
    day = found.date_obj.date().isoformat()
    return parse_edtf({"year": day[:4], "month": day[:7]}.get(found.period, day))

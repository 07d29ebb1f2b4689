"""What a person typed in a date box."""

import re
import unicodedata
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from articles.dates.abroad import read_abroad
from articles.dates.edtf import LONGEST, EdtfError, Span, parse_edtf
from articles.dates.meaning import around
from articles.dates.resolve import read_dates
from articles.dates.words import in_words

EXAMPLES = "“4 November 2019”, “May 2018”, “since 2017” or “44 BC”"
ABOUT = r"(?:~|(?:c(?:a|irca)?|approx)\b\.?|c(?=\d)|(?:about|around|roughly|approximately)\b|大?约)"
DOUBT = re.compile(
    rf"(?P<perhaps>(?:perhaps|maybe|possibly|probably)\b)?\s*(?P<about>{ABOUT}(?!$))?\s*"
    r"(?P<plain>.+?)\s*(?P<marks>[~?]{0,2})",
    re.IGNORECASE,
)
MARKS = {frozenset("~"): "~", frozenset("?"): "?", frozenset("~?"): "%"}
EDTF_TERM = re.compile(r"(Y?-?\d[\dX-]*)([~?%]?)")
# What is plainly meant as EDTF gets the reason why it isn't.
LIKE_EDTF = re.compile(r"[\[{]|Y?-?\d{3}[\dX](?:-[\dX]|/|.?$)")
YEAR_FIRST = re.compile(r"(\d{4})([-/.–])(\d\d?)\2(\d\d?)", re.ASCII)
YEAR_LAST = re.compile(r"(\d\d?)([-/.–])(\d\d?)\2(\d{4}|\d\d)", re.ASCII)
MONTH_AND_YEAR = re.compile(r"(\d\d?)[/.-](\d{4})", re.ASCII)
PART_AND_YEAR = re.compile(r"(?P<part>Q[1-4]|H[12]),? ?(?P<year>\d{4})", re.IGNORECASE | re.ASCII)
PARTS = {"Q1": 33, "Q2": 34, "Q3": 35, "Q4": 36, "H1": 40, "H2": 41}
SINCE = re.compile(r"(?:from )?(?P<onwards>.+?) onwards?|from (?P<from>.+)", re.IGNORECASE)
CLOCK = re.compile(r"(?<=[\w.])(?:,? at|,)? \d\d?:\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?$", re.IGNORECASE)
VAGUELY = re.compile(r"some ?time (?=in |on )", re.IGNORECASE)
FRAME = re.compile(r"(?:(?:in )?(?:the )?(?P<week>week of)|throughout) (?P<date>.+)", re.IGNORECASE)
LEADS = ("", "in ", "on ")
HAN = re.compile(r"[\u3400-\u9fff]")


class DateNotUnderstood(ValueError):
    """A typed text that none of the ways of reading understands; the message says so."""


@dataclass(frozen=True)
class TypedDate:
    """What was typed: its span, in words, and how it was read (edtf, rules or dateparser)."""

    span: Span
    understood: str
    how: str


def read_date(typed: str, today: date) -> TypedDate:
    """What a person typed: EDTF, else figures and our own rules, else dateparser.

    Nothing is filled in from `today`, but what is relative to it is counted from it. Raises
    DateNotUnderstood with a sentence for people.
    """
    text = cleaned(typed)
    span = as_edtf(text)
    if span is not None:
        return TypedDate(span, in_words(span.edtf), "edtf")
    plain, mark = without_doubt(CLOCK.sub("", text))
    for how, read in (("rules", by_figures), ("rules", by_rules), ("dateparser", read_abroad)):
        span = read(plain, today)
        if span is not None:
            span = doubted(span, mark)
            return TypedDate(span, in_words(span.edtf), how)
    raise DateNotUnderstood(reason(text))


def compile_rules() -> None:
    """Compile the rules of dates, a second's work, before somebody types one."""
    with suppress(DateNotUnderstood):
        read_date("no date at all", today=date(2000, 1, 1))


def cleaned(typed: str) -> str:
    """The text on one line, in plain characters; refuses what no box can hold."""
    if len(typed) > LONGEST:
        raise DateNotUnderstood(f"A date has at most {LONGEST} characters.")
    visible = (letter for letter in typed if unicodedata.category(letter) != "Cf")
    text = " ".join(unicodedata.normalize("NFKC", "".join(visible)).split())
    if not text:
        raise DateNotUnderstood(f"Type a date, such as {EXAMPLES}.")
    if not text.isprintable():
        raise DateNotUnderstood(f"A date has no control characters. Type one such as {EXAMPLES}.")
    return text


def reason(text: str) -> str:
    """Why a text isn't a date, and what to type."""
    if LIKE_EDTF.match(text):
        try:
            parse_edtf(text)
        except EdtfError as error:
            return str(error)
    return f"“{text}” isn’t understood as a date. Type one such as {EXAMPLES}."


def as_edtf(text: str) -> Span | None:
    """The text as EDTF."""
    try:
        return parse_edtf(text)
    except EdtfError:
        return None


def without_doubt(text: str) -> tuple[str, frozenset[str]]:
    """The text without "perhaps", "about", "c." or "?", and the EDTF marks that they stand for."""
    found = DOUBT.fullmatch(text)
    if not found:
        return text, frozenset()
    marks = found["marks"] + ("?" if found["perhaps"] else "") + ("~" if found["about"] else "")
    return found["plain"], frozenset(marks)


def doubted(span: Span, marks: frozenset[str]) -> Span:
    """The span with these marks on each of its dates, beside those that it has."""

    def marked(term: re.Match[str]) -> str:
        both = marks | frozenset(term[2].replace("%", "~?"))
        return term[1] + MARKS[both]

    return parse_edtf(EDTF_TERM.sub(marked, span.edtf)) if marks else span


def by_figures(text: str, today: date) -> Span | None:
    """A date in figures, or Q3 2018; refuses what can be read in two ways."""
    found = PART_AND_YEAR.fullmatch(text)
    if found:
        return parse_edtf(f"{found['year']}-{PARTS[found['part'].upper()]}")
    found = MONTH_AND_YEAR.fullmatch(text)
    if found:
        return existing(text, f"{found[2]}-{int(found[1]):02}")
    found = YEAR_FIRST.fullmatch(text)
    if found:
        return existing(text, f"{found[1]}-{int(found[3]):02}-{int(found[4]):02}")
    found = YEAR_LAST.fullmatch(text)
    return year_last(text, found) if found else None


def year_last(text: str, found: re.Match[str]) -> Span:
    """4/11/2019, where it can only be read in one way; with full stops the day stands first."""
    first, second, year = int(found[1]), int(found[3]), found[4]
    if len(year) == 2:
        raise DateNotUnderstood(f"“{text}” doesn’t say in which century: write all of the year.")
    if found[2] != "." and first != second and max(first, second) <= 12:
        days = f"[{year}-{second:02}-{first:02},{year}-{first:02}-{second:02}]"
        raise DateNotUnderstood(
            f"“{text}” is {in_words(days).removeprefix('on ')}: write the month as a word."
        )
    day, month = (second, first) if second > 12 and found[2] != "." else (first, second)
    return existing(text, f"{year}-{month:02}-{day:02}")


def existing(text: str, edtf: str) -> Span:
    """The span of figures; a day or month that the calendar doesn't have is refused."""
    try:
        return parse_edtf(edtf)
    except EdtfError as error:
        raise DateNotUnderstood(f"“{text}” doesn’t exist in the calendar.") from error


def by_rules(text: str, today: date) -> Span | None:
    """The text as one mention that our rules find, in any case, or in a frame that we write."""
    text = VAGUELY.sub("", text)
    span = as_mention(text, today)
    if span is not None:
        return span
    since = SINCE.fullmatch(text)
    if since:
        return as_mention(f"since {since['from'] or since['onwards']}", today)
    frame = FRAME.fullmatch(text)
    span = as_mention(frame["date"], today) if frame else None
    if frame is None or span is None or span.first_day is None:
        return None
    if frame["week"]:
        return around("week", span.first_day)
    return parse_edtf(f"{span.edtf}/{span.edtf}") if span.edtf[-1].isalnum() else None


def as_mention(text: str, today: date) -> Span | None:
    """The span of the one mention that the text is; refuses lengths of time and the like.

    Of other languages than English its letters tell Chinese alone.
    """
    language = "zh" if HAN.search(text) else "en"
    for form in dict.fromkeys((text, text.title(), text.upper())):
        for lead in LEADS:
            readings = list(read_dates(lead + form, today, language))
            if len(readings) == 1 and is_whole(*readings[0][:2], lead + form, len(lead)):
                mention = readings[0][2][0]
                if mention.edtf:
                    return parse_edtf(mention.edtf)
                if mention.text == text:
                    raise DateNotUnderstood(mention.why)
    return None


def is_whole(start: int, end: int, text: str, begin: int) -> bool:
    """Whether a reading is all of the text from here on, but for "in", "on" and "the"."""
    before = text[begin : max(begin, start)].lower()
    leads = ("", "in ", "on ", "the ", "in the ", "自")
    return start >= begin and end == len(text) and before in leads

"""Typed dates in other languages, by dateparser, of which only what is written is believed.

dateparser fills in what a text doesn't say and skips what it doesn't know, so each number and
each word has to account for itself: "12 mars 79" is not 1979, nor is "vor 2017" 2017.
"""

import re
from datetime import date, datetime
from functools import lru_cache

from articles.dates.days import iso_day
from articles.dates.edtf import Span, parse_edtf
from articles.dates.meaning import around

LONGEST = 80
LANGUAGES = ("en", "es", "fr", "de", "pt", "it", "nl")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
NAME = re.compile(r"[^\W\d_]{3}")  # no date has less, and so most gibberish costs no import
# Articles, prepositions and the endings of ordinals that stand in a date and say nothing.
FILLERS = frozenset(
    "the of on in de del der den dem di da do le la el il op em en er am st nd rd th e ste".split()
)
LEAD = re.compile(r"(?:am|den|der|le|el|il|op|em) (?=\d)", re.IGNORECASE)
Answer = tuple[date, str]
ANY_DAY = date(2000, 1, 1)  # what is stated can't depend on the day on which it is read


def read_abroad(text: str, today: date) -> Span | None:
    """The day or month that a text states, or the time that it counts from `today`; else None."""
    if len(text) > LONGEST or not NAME.search(text):
        return None
    return stated(LEAD.sub("", text)) or counted(text, today)


def stated(text: str) -> Span | None:
    """A month and year, or a day of them, all of which is written; a weekday has to agree."""
    answer = ask(text, ANY_DAY, "absolute-time")
    if answer is None:
        return None
    day, period = answer
    written = {"month": [day.year], "day": [day.day, day.year]}.get(period, [])
    if sorted(int(number) for number in re.findall(r"\d+", text)) != written:
        return None
    words = [word for word in WORD.findall(text) if word.lower() not in FILLERS]
    answers = [ask(word, ANY_DAY, "absolute-time") for word in words]
    names = [answer for answer in answers if answer is not None]
    weekdays = {named.weekday() for named, kind in names if kind == "day"}
    months = {named.month for named, kind in names if kind == "month"}
    if len(names) < len(words) or months != {day.month} or weekdays - {day.weekday()}:
        return None
    return parse_edtf(iso_day(day.toordinal())[: 7 if period == "month" else None])


def counted(text: str, today: date) -> Span | None:
    """Time counted from today in days, weeks, months or years: "gestern", "il y a 3 jours"."""
    answer = ask(text, today, "relative-time")
    first, _, rest = text.partition(" ")
    if answer is None or answer[1] not in ("day", "week", "month", "year"):
        return None
    if re.search(r"\d", text):
        is_doubtful = len(text.split()) < 3  # "2 días" is a length of time
    else:  # "vor gestern" is read as "gestern"
        is_doubtful = first.lower() not in FILLERS and answer == ask(rest, today, "relative-time")
    if is_doubtful:
        return None
    return around(answer[1], answer[0].toordinal())


def named_month(name: str, language: str) -> int | None:
    """The number of the month that a language calls so; the year asked with it has no say."""
    answer = ask(f"{name} 2000", ANY_DAY, "absolute-time", (language,))
    return answer[0].month if answer and answer[1] == "month" else None


def counted_day(phrase: str, today: int, language: str) -> int | None:
    """The day number that a phrase of a language means, said on a day; None where it isn't read."""
    try:
        answer = ask(phrase, date.fromordinal(today), "relative-time", (language,))
    except (ValueError, OverflowError):  # beyond the years that Python's dates have
        return None
    return answer[0].toordinal() if answer else None


@lru_cache(maxsize=4096)
def ask(
    text: str, today: date, parser: str, languages: tuple[str, ...] = LANGUAGES
) -> Answer | None:
    """The date that one of dateparser's parsers makes of a text, and the period it vouches for."""
    from dateparser.date import DateDataParser  # slow to import, and seldom needed

    settings = {
        "RELATIVE_BASE": datetime(today.year, today.month, today.day, 12),
        "PARSERS": [parser],
        "RETURN_TIME_AS_PERIOD": True,
    }
    found = DateDataParser(languages=list(languages), settings=settings).get_date_data(text)
    if found is None or found.date_obj is None:
        return None
    return found.date_obj.date(), found.period

"""EDTF in words: "on 4 November 2019", "before 2049", "from January to March 2018"."""

import re

from articles.dates.days import day_parts, iso_day, iso_year
from articles.dates.edtf import PARTS_OF_YEAR, Span, parse_edtf

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
IN_A_YEAR = {"day", "month", "season", "quarter", "half"}
CENTURY_BEFORE_CHRIST = re.compile(r"\[-(\d\d)99\.\.-?(\d\d)00\]", re.ASCII)
ORDINALS = ("first", "second", "third", "fourth")
PREPOSITIONS = {"day": "on", "week": "in", "weekend": "on"}


def in_words(edtf: str) -> str:
    """A phrase for people that fits after "happened"; raises EdtfError where it isn't EDTF."""
    span = parse_edtf(edtf)
    if "/" in span.edtf:
        return interval_in_words(*span.edtf.split("/"))
    if span.edtf[0] in "[{":
        return set_in_words(span)
    return term_in_words(span)


def term_in_words(span: Span) -> str:
    """A single date with its preposition, or with "about" or "perhaps" where it is in doubt."""
    if span.is_approximate:
        return name_with_doubt(span)
    return f"{doubt_in_words(span)}{PREPOSITIONS.get(span.granularity, 'in')} {name(span)}"


def interval_in_words(first: str, last: str) -> str:
    """All through: "since September 2017", "until 2017", "from January to March 2018"."""
    if last == "..":
        return f"since {name_with_doubt(parse_edtf(first))}"
    if first == "..":
        return f"until {name_with_doubt(parse_edtf(last))}"
    if first == last:
        return f"throughout {name_with_doubt(parse_edtf(first))}"
    return "from {} to {}".format(*names_in_a_row([parse_edtf(first), parse_edtf(last)]))


def set_in_words(span: Span) -> str:
    """Some time within a range, or one or all of several dates."""
    if span.granularity in ("week", "weekend") and span.first_day is not None:
        lead = "" if span.is_approximate else f"{PREPOSITIONS[span.granularity]} "
        begin = name(parse_edtf(iso_day(span.first_day)))
        return f"{doubt_in_words(span)}{lead}the {span.granularity} of {begin}"
    century = century_before_christ(span.edtf)
    if century:
        return f"in {century}"
    word = "and" if span.is_throughout else "or"
    members = span.edtf[1:-1].split(",")
    if not any(".." in member for member in members):
        return alternatives([parse_edtf(member) for member in members], word)
    return listed([member_in_words(m, throughout=span.is_throughout) for m in members], word)


def alternatives(spans: list[Span], word: str) -> str:
    """Dates without ranges, what they share said once: "on 4 November or 11 April 2019"."""
    first, *rest = (term_in_words(span) for span in spans)
    lead = first.removesuffix(name(spans[0]))
    if all(phrase == lead + name(span) for phrase, span in zip(rest, spans[1:], strict=True)):
        return lead + listed(names_in_a_row(spans, is_bare=True), word)
    return listed([first, *rest], word)


def listed(phrases: list[str], word: str) -> str:
    """ "a", "a or b", "a, b or c"."""
    *most, last = phrases
    return f"{', '.join(most)} {word} {last}" if most else last


def member_in_words(member: str, *, throughout: bool) -> str:
    """One member of a set: a date, a range, or what lies before or after a date.

    `[..2049]` is what both "by 2049" and "before 2050" are stored as. It reads "before 2050",
    because that is never misread: "by 2049" is to many the day on which 2049 begins.
    """
    first, dots, last = member.partition("..")
    if not dots or first == last:
        return term_in_words(parse_edtf(first))
    if throughout:
        return interval_in_words(first or "..", last or "..")
    if not first:
        return f"before {neighbour(parse_edtf(last), 1)}"
    if not last:
        return f"after {neighbour(parse_edtf(first), -1)}"
    return "between {} and {}".format(*names_in_a_row([parse_edtf(first), parse_edtf(last)]))


def neighbour(span: Span, step: int) -> str:
    """The name of the day, month or year that begins just after (1) or ends just before (-1)."""
    day = (span.last_day or 0) + 1 if step > 0 else (span.first_day or 0) - 1
    length = 3 if span.granularity == "day" else 2 if span.granularity in IN_A_YEAR else 1
    year, *rest = day_parts(day)
    edge = "-".join([iso_year(year), *(f"{number:02}" for number in rest)][:length])
    return doubt_in_words(span) + name(parse_edtf(edge))


def names_in_a_row(spans: list[Span], *, is_bare: bool = False) -> list[str]:
    """The names of dates, what all of them share said with the last: "4", "6 November 2019"."""
    names = [name(span) if is_bare else name_with_doubt(span) for span in spans]
    in_doubt = not is_bare and any(doubt_in_words(span) for span in spans[:-1])
    granularities = {span.granularity for span in spans}
    years = {parts(span)[0] for span in spans}
    if in_doubt or len(years) > 1 or not granularities <= IN_A_YEAR:
        return names
    shared = [f" {year_name(years.pop())}", " of"]
    months = {parts(span)[1] for span in spans}
    if granularities == {"day"} and len(months) == 1:
        shared.append(f" {MONTHS[months.pop() - 1]}")
    elif granularities in ({"quarter"}, {"half"}):
        shared.append(f" {spans[0].granularity}")
    for ending in shared:
        names[:-1] = [text.removesuffix(ending) for text in names[:-1]]
    return names


def doubt_in_words(span: Span) -> str:
    """What stands before a date in doubt, with the space after it: "perhaps about "."""
    return ("perhaps " if span.is_uncertain else "") + ("about " if span.is_approximate else "")


def name_with_doubt(span: Span) -> str:
    """The name, with "about" and "perhaps" where they hold."""
    return doubt_in_words(span) + name(span)


def parts(span: Span) -> tuple[int, int, int]:
    """Year, month and day on which a date begins."""
    return day_parts(span.first_day or 0)


def name(span: Span) -> str:
    """The bare name of a single date: "4 November 2019", "the 1990s", "44 BC"."""
    year, month, day = parts(span)
    match span.granularity:
        case "day":
            return f"{day} {MONTHS[month - 1]} {year_name(year)}"
        case "month":
            return f"{MONTHS[month - 1]} {year_name(year)}"
        case "season" | "quarter" | "half":
            return part_name(span)
        case "year":
            return year_name(year)
        case "decade":
            return f"the {year}s" if year > 0 else years_name(span)
        case "century":
            return century_name(year)
        case _:
            return years_name(span)


def years_name(span: Span) -> str:
    """ "the years 1000 to 1999", "the years 200 BC to 191 BC"."""
    last_year = day_parts(span.last_day or 0)[0]
    return f"the years {year_name(parts(span)[0])} to {year_name(last_year)}"


def part_name(span: Span) -> str:
    """A season, quarter or half of a year by name."""
    text = span.edtf.rstrip("~?%")
    part, year = int(text[-2:]), year_name(int(text[:-3].lstrip("Y")))
    kind, first_month, months = PARTS_OF_YEAR[part]
    if kind == "season":
        return f"{SEASONS[part]} {year}"
    return f"the {ORDINALS[(first_month - 1) // months]} {kind} of {year}"


def century_name(first_year: int) -> str:
    """ "the 20th century" for 1900, "the 1st century BC" for -99."""
    number = first_year // 100 + 1 if first_year >= 0 else -(first_year // 100)
    return f"the {ordinal(number)} century{'' if first_year >= 0 else ' BC'}"


def century_before_christ(edtf: str) -> str:
    """ "the 5th century BC" for [-0499..-0400], counted without a year 0; or ""."""
    found = CENTURY_BEFORE_CHRIST.fullmatch(edtf)
    if not found or int(found[1]) != int(found[2]):
        return ""
    return f"the {ordinal(int(found[1]) + 1)} century BC"


def ordinal(number: int) -> str:
    """ "1st", "22nd", "113th"."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number // 10 % 10 == 1 else ending}"


def year_name(year: int) -> str:
    """ "2019", "AD 79", "44 BC" for -43; before 1000 a number alone would not look like a year."""
    if year <= 0:
        return f"{1 - year} BC"
    return f"AD {year}" if year < 1000 else str(year)

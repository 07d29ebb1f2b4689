"""EDTF in words: "on 4 November 2019", "before 2049", "from January to March 2018"."""

from articles.dates.days import day_parts, iso_day
from articles.dates.edtf import PARTS_OF_YEAR, Span, parse_edtf

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
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
    doubt = " ".join(
        word
        for word, holds in (("perhaps", span.is_uncertain), ("about", span.is_approximate))
        if holds
    )
    if span.is_approximate:
        return f"{doubt} {name(span)}"
    preposition = PREPOSITIONS.get(span.granularity, "in")
    return " ".join(part for part in (doubt, preposition, name(span)) if part)


def interval_in_words(first: str, last: str) -> str:
    """All through: "since September 2017", "until 2017", "from January to March 2018"."""
    if last == "..":
        return f"since {name_with_doubt(parse_edtf(first))}"
    if first == "..":
        return f"until {name_with_doubt(parse_edtf(last))}"
    return "from {} to {}".format(*pair(parse_edtf(first), parse_edtf(last)))


def set_in_words(span: Span) -> str:
    """Some time within a range, or one or all of several dates."""
    if span.granularity in ("week", "weekend") and span.first_day is not None:
        preposition = PREPOSITIONS[span.granularity]
        return f"{preposition} the {span.granularity} of {name(day_span(span.first_day))}"
    word = " or " if span.edtf[0] == "[" else " and "
    return word.join(
        member_in_words(member, throughout=span.is_throughout)
        for member in span.edtf[1:-1].split(",")
    )


def member_in_words(member: str, *, throughout: bool) -> str:
    """One member of a set: a date, a range, or what lies before or after a date."""
    first, dots, last = member.partition("..")
    if not dots:
        return term_in_words(parse_edtf(first))
    if throughout:
        return interval_in_words(first or "..", last or "..")
    if not first:
        return f"before {neighbour(last, 1)}"
    if not last:
        return f"after {neighbour(first, -1)}"
    return "between {} and {}".format(*pair(parse_edtf(first), parse_edtf(last)))


def neighbour(edtf: str, step: int) -> str:
    """The name of the date of the same size just after (1) or before (-1) this one."""
    span = parse_edtf(edtf)
    if span.first_day is None or span.last_day is None:
        return name(span)
    day = span.last_day + 1 if step > 0 else span.first_day - 1
    year, month, _ = day_parts(day)
    match span.granularity:
        case "month":
            return f"{MONTHS[month - 1]} {year_name(year)}"
        case "year":
            return year_name(year)
        case _:
            return name(day_span(day))


def pair(first: Span, last: Span) -> tuple[str, str]:
    """The names of both ends, what they share said once: "4", "6 November 2019"."""
    names = name_with_doubt(first), name_with_doubt(last)
    if first.granularity != last.granularity or first.granularity not in ("day", "month"):
        return names
    shared = 2 if first.edtf[:7] == last.edtf[:7] and first.granularity == "day" else 1
    heads, tails = (text.rsplit(" ", shared) for text in names)
    return (heads[0], names[1]) if heads[1:] == tails[1:] and heads[0] else names


def name_with_doubt(span: Span) -> str:
    """The name, with "about" and "perhaps" where they hold."""
    doubt = ("perhaps " if span.is_uncertain else "") + ("about " if span.is_approximate else "")
    return doubt + name(span)


def name(span: Span) -> str:
    """The bare name of a single date: "4 November 2019", "the 1990s", "44 BC"."""
    year, month, day = day_parts(span.first_day or 0)
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
            return f"the {year}s" if year >= 0 else f"the years {1 - year} to {-8 - year} BC"
        case "century":
            return century_name(year)
        case _:
            return f"the years {year_name(year)} to {year_name(day_parts(span.last_day or 0)[0])}"


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


def ordinal(number: int) -> str:
    """ "1st", "22nd", "113th"."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number // 10 % 10 == 1 else ending}"


def year_name(year: int) -> str:
    """ "2019", "44 BC" for -43."""
    return str(year) if year > 0 else f"{1 - year} BC"


def day_span(day: int) -> Span:
    """The Span of a single day."""
    return parse_edtf(iso_day(day))

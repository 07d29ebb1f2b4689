"""What a page says of itself: date lines, a line that is a date, “Published on”, copyright."""

import re
from collections.abc import Iterator, Sequence

from articles.dates.edtf import parse_edtf
from articles.dates.rule import Match
from articles.dates.written.clues import absolute, recurring
from articles.dates.written.windows import Clue, merged

# "SHENZHEN, Nov. 4 (Agency) —": a report is out within days of its date line.
PLACE = re.compile(r"(?:^|\n)[^\S\n]*[A-Z][A-Z.'’ -]{2,30}(?:,\s[A-Z][\w.'’ ]{1,30})?,\s$")
AFTER_PLACE = re.compile(r",?\s?(?:\([^()\n]{1,40}\)|/[^/\n]{1,40}/)?\s?(?:--|[—–_:]|-\s)")
DAYS_OUT = 3
SAID = re.compile(
    r"(?:^|\n)[^\S\n]*(?:(?:first\s)?(?:published|posted)(?:\sby\s[^\n]{1,50})?(?:\s(?:on|at))?:?"
    r"|date:|for\simmediate\srelease:?)\s$",
    re.I,
)
LINE_BEFORE = re.compile(r"(?:^|\n)[^\S\n]*(?:by\s[^\n,|]{1,50}[,|/•·–—-]\s?)?$", re.I)
# The time of day and its zone, or the author, may follow; not a sentence.
LINE_AFTER = re.compile(
    r"(?:,?\s(?:at\s)?\d\d?[:.]\d\d[^\n]{0,24}|\s[A-Z]{2,5}|\s?[|/•·–—-][^\n]{1,60}|,?\s(?i:by)\s[^\n]{1,60})?"
    r"[^\S\n]*(?:\n|$)"
)
HEAD = 600
COPYRIGHT = re.compile(
    r"(?:©|\(c\)|\bcopyright\b)(?:\s?©|\s?\(c\))?\s?(?:\d{4}\s?[-–]\s?)?([12]\d{3})(?!\d)", re.I
)
REACH = 90


def line_clues(text: str, matches: Sequence[Match], last_year: int) -> Iterator[Clue]:
    """The clues of lines that say when the text was written or published."""
    for match in matches:
        before = text[max(0, match.start - REACH) : match.start]
        after = text[match.end : match.end + REACH]
        if match.start < HEAD and LINE_AFTER.match(after):
            if SAID.search(before):
                yield from days_out(text, match, last_year, 0, "says when it was published")
                continue
            if LINE_BEFORE.search(before) and absolute(text, match):
                yield from days_out(text, match, last_year, 0, "stands on a line of its own")
                continue
        if PLACE.search(before) and AFTER_PLACE.match(after):
            yield from days_out(text, match, last_year, DAYS_OUT, "is the date of a date line")


def days_out(text: str, match: Match, last_year: int, days: int, says: str) -> Iterator[Clue]:
    """The clue that the text came out so many days after a day at most."""
    span = absolute(text, match)
    spans = [span] if span else recurring(text, [match], last_year)
    windows = merged(
        (one.first_day or 0, (one.last_day or 0) + days)
        for one in spans
        if one.granularity == "day"
    )
    if windows:
        yield Clue(match.start, match.end, windows, f"{says}, so that it was written {{}}")


def copyright_clue(text: str, last_year: int) -> Clue | None:
    """The year of the first copyright line, which may be that of the page and not the article's."""
    found = COPYRIGHT.search(text)
    if not found or not EARLIEST <= int(found[1]) <= last_year:
        return None
    year = parse_edtf(found[1])
    says = "is the year of a copyright line, which may be the page’s and not the text’s: {}"
    return Clue(found.start(), found.end(), ((year.first_day or 0, year.last_day or 0),), says)


EARLIEST = 1900

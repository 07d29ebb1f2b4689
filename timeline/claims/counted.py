"""Dates that follow from another date of the article, though no words name them. Plain Python.

“At the same meeting” is the day of the meeting told before; what was opened in April 2018 “one
month after the release of the kit” dates the release, too.
"""

import re
from dataclasses import dataclass

from articles.dates import Span, in_words, parse_edtf
from articles.dates.counting import shifted
from articles.dates.english.ago import counted
from articles.dates.english.numerals import number
from timeline.claims.planned import Dated
from timeline.claims.verbs import find_verb, first_verb

MEETINGS = r"""(?:meeting|conference|summit|forum|exhibition|ceremony|hearing|session|talks|congress
    |fair|gala|rally|trial|concert|festival|race|match|tournament|premiere|auction|workshop|vote)"""
MEETING = re.compile(rf"\b(?:{MEETINGS}|met)\b", re.IGNORECASE | re.VERBOSE)
AT_THE_SAME = re.compile(
    rf"""\bat\ the\ same\ (?:event|occasion|{MEETINGS})\b
    |^(?:also\ )?at\ the\ (?:event|{MEETINGS}),""",
    re.IGNORECASE | re.VERBOSE,
)
COUNT = re.compile(
    r"(?P<number>[\w.-]{1,20}(?:\s[\w-]{1,20})?)\s(?P<unit>day|week|month|year)s?"
    r"\s(?P<which>after|before)\s(?=the\s)",
    re.IGNORECASE,
)
# What happened, by a noun that says of what: “the release of the kit”.
HAPPENING = re.compile(r"the\s\w+\sof\s[^,;:.!?()–—]{2,100}")
COUNTED_BY = {"month": ("month",), "year": ("year",), "day": ("day",), "week": ("day",)}


@dataclass(frozen=True)
class Counted:
    """A date as EDTF, and how it follows from another, as a sentence for people."""

    edtf: str
    why: str


def is_meeting(sentence: str, dated: Dated) -> bool:
    """Whether a sentence tells of a meeting or the like on one day."""
    is_day = dated.first_day is not None and dated.first_day == dated.last_day
    return is_day and bool(MEETING.search(sentence))


def at_the_same(sentence: str, meeting: Dated | None) -> Counted | None:
    """The date of what was done at the meeting that the article told of before."""
    said = AT_THE_SAME.search(sentence)
    if not said or meeting is None or first_verb(sentence) != "done":
        return None
    words = said[0].strip(" ,").lower()
    return Counted(
        meeting.edtf,
        f"“{words}” is what the article told before, {in_words(meeting.edtf)}",
    )


def named_beside(text: str, start: int) -> tuple[int, int] | None:
    """Where the happening stands from which the words that begin there count, if they name one."""
    said = COUNT.match(text, start)
    found = HAPPENING.match(text, said.end()) if said else None
    return found.span() if found and not find_verb(found[0]) else None


def counted_from(text: str, start: int, dated: Dated) -> Counted | None:
    """The date of what something dated came so long after or before: “one month after the …”.

    None where the date isn't as exact as the unit that is counted in.
    """
    said = COUNT.match(text, start)
    count = number(said["number"]) if said else None
    span = parse_edtf(dated.edtf)
    if not said or count is None or span.first_day is None or span.is_throughout:
        return None
    unit = said["unit"].lower()
    if span.granularity not in COUNTED_BY[unit]:
        return None
    steps = -count if said["which"].lower() == "after" else count
    found = _stepped(unit, span.first_day, steps)
    return Counted(found.edtf, f"“{said[0]}the …” of what happened {in_words(dated.edtf)}")


def _stepped(unit: str, day: int, steps: float) -> Span:
    return counted(unit, day, steps) if unit == "week" else shifted(unit, day, steps)

"""What is worded like a length of time and is none: ages, rates, shares, programmes."""

import re

from articles.dates.context import Context
from articles.dates.english.numerals import number
from articles.dates.english.vocabulary import UNITS
from articles.dates.rule import Match

PLAIN = "<number> <unit>"
# "three quarters of the men", "a fall by a quarter in price": a share, no length of time.
A_SHARE = re.compile(r"\s(?:of|in)\b")
AGE = re.compile(
    r"[\s-]olds?\b|\sof\sage\b|\s(?:and|or)\s(?:older|over|up|under|younger|above|below)\b"
)
AGED = re.compile(
    r"\bage[ds]?\s(?:between\s|from\s)?(?:[\w-]+\s(?:(?:days?|weeks?|months?|years?)\s)?(?:to|and|or)\s)?$"
)
# "a long day", "once-in-a-century"
A_LONG_ONE = re.compile(r"an?\s(?:long|short)\s", re.IGNORECASE)
# "a week" is a length of time after these, or before "after"; else a rate ("four flights a week").
BEFORE_SINGLE = re.compile(
    r"(?:\b(?:for|in|within|over|after|about|than|least|nearly|almost|barely|just|only|as|took|takes|take"
    r"|lasts?|lasted|spent|spend|to|of|half|every|once|during|is|was|be|been|delayed|waited|and)\s|^|[(“\"\n—–]\s?)$"
)
AFTER_SINGLE = re.compile(r"\safter\b(?!\s(?:hour|day|week|month|year)\b)")


def is_no_length(match: Match, context: Context, *, is_before: bool) -> bool:
    """Whether it is an age, a programme ("60 Minutes"), a rate ("a week") or a share."""
    text, count, is_plain = context.text, match["number"].lower(), match.rule.name == PLAIN
    if AGE.match(text, match.end) or (match["unit"][0].isupper() and count[:1].isdigit()):
        return True
    if AGED.search(text, max(0, match.start - 36), match.start):
        return True
    if A_LONG_ONE.match(text, match.start) or text.endswith("-", 0, match.start):
        return True
    is_single = is_plain and count in ("a", "an") and not is_before
    if is_single and not is_length_of_one(match, text):
        return True
    is_counted = match.rule.name.startswith("<number>") and number(count or "one") is not None
    is_share = is_counted and A_SHARE.match(text, match.end) is not None
    return UNITS[match["unit"].lower()] == "quarter" and (is_share or count == "some")


def is_length_of_one(match: Match, text: str) -> bool:
    """Whether "a week" is a length of time by the words before or behind it."""
    before = BEFORE_SINGLE.search(text, max(0, match.start - 12), match.start)
    return bool(before or AFTER_SINGLE.match(text, match.end))

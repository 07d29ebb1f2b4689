"""Dates that say when a report was written, or put on its page. Plain Python."""

import re
from typing import Protocol

PLACE = re.compile(r"[A-Z][\w.’'-]*(?:[ ,]+\(?[A-Z][\w.’'-]*\)?){0,5},\s")
# “Ann Lee | 10:57 UK time, 4 May 2018”, “4 May 2018 Last updated at 06:15 GMT”
ON_A_PAGE = re.compile(r"\|\s*(?:\d{1,2}:\d\d[^.|]{0,20},\s*)?$")
HEAD_OF_PAGE = re.compile(r"\s?[;|]|\W{0,3}last\supdated\b", re.IGNORECASE)
DASH = re.compile(r",?\s*(?P<agency>\([\w ./]{1,30}\)\s*)?(?:[–—]|--?)\s")
# “HANOI, Vietnam (AP) — ”, “LEEDS, 4 May 2018 - ”, “Paris, May 4 (Agency) -- ”
NAME = r"[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3}"
LOUD = r"[A-Z]{2}[A-Z.’'-]*(?:\s[A-Z]{2}[A-Z.’'-]*){0,3}"
DAY = r"(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8}\.?)(?:,?\s\d{4})?"
HEAD = re.compile(
    rf"""(?:(?P<loud>{LOUD})|{NAME})(?:,\s{NAME})??(?P<day>,?\s{DAY})?
    (?:,?\s?(?P<agency>\([A-Z][\w\s./&-]{{1,30}}\)))?\s*(?:[–—_]|--?)\s+""",
    re.VERBOSE,
)
LONGEST_HEAD = 240
DASHES = ("– ", "— ", "- ", "_ ")
BEHIND_AGENCY = re.compile(
    r"[^()]{0,200}\((?:Reuters|AP|AFP|UPI|Xinhua|Bloomberg|dpa|DPA|PA|ANSA|EFE|TASS|Kyodo)\)"
    r"\s*(?:[–—_]|--?)\s+"
)


class Placed(Protocol):
    """Where the words of a date stand."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def is_dateline(text: str, sentence_start: int, mention: Placed) -> bool:
    """Whether it says when the report was written: “SHENZHEN, Nov. 4 (Agency) — The firm …”.

    Or, on a page’s own line, when it was put there: “Posted by Ann | May 4, 2018 9:18 PM | Reply”.
    """
    before = text[sentence_start : mention.start]
    dash = DASH.match(text, mention.end)
    is_of_report = dash and (dash["agency"] or PLACE.fullmatch(before))
    is_head = not before.strip() and HEAD_OF_PAGE.match(text, mention.end)
    return bool(is_of_report or is_head or ON_A_PAGE.search(before))


def behind_dateline(sentence: str) -> int:
    """Where the report itself begins in a sentence that a dateline leads; 0 where none does."""
    if not any(dash in sentence[:LONGEST_HEAD] for dash in DASHES):  # most have none
        return 0
    head = HEAD.match(sentence)
    if head and (head["loud"] or head["day"] or head["agency"]):
        return head.end()
    by_agency = BEHIND_AGENCY.match(sentence)
    return by_agency.end() if by_agency else 0

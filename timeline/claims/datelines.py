"""Dates that say when a report was written, or put on its page. Plain Python."""

import re
from typing import Protocol

PLACE = re.compile(r"[A-Z][\w.’'-]*(?:[ ,]+\(?[A-Z][\w.’'-]*\)?){0,5},\s")
# “Ann Lee | 10:57 UK time, 4 May 2018”, “4 May 2018 Last updated at 06:15 GMT”
ON_A_PAGE = re.compile(r"\|\s*(?:\d{1,2}:\d\d[^.|]{0,20},\s*)?$")
HEAD_OF_PAGE = re.compile(r"\s?[;|]|\W{0,3}last\supdated\b", re.IGNORECASE)
DASH = re.compile(r",?\s*(?P<agency>\([\w ./]{1,30}\)\s*)?(?:[–—]|--?)\s")


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

"""What has a date and yet is no happening: habits, conditions, and figures of a period.

Plain Python.
"""

import re

from timeline.claims.planned import Dated
from timeline.claims.verbs import find_verb

HABIT = re.compile(
    r"""\b(?:(?:every|each)\s(?:\w+\s)?(?:day|week|month|year|time|morning|night|evening|summer|winter
    |spring|autumn|season|weekend|game|match|visit|meeting)|usually|often|typically|always
    |traditionally|generally|sometimes|tends?\sto|used\sto)\b""",
    re.IGNORECASE | re.VERBOSE,
)
# “Should have begun in May”: it did not.
UNREAL = re.compile(
    r"\b(?:should|would|could|might|ought\sto)\s(?:not\s|never\s)?have\b|\b(?:if|unless|whether)\s",
    re.IGNORECASE,
)
FIGURE = re.compile(
    r"""\d\s?(?:%|percent\b|per\scent\b|pc\b)|[$£€¥]\s?\d|\b(?:doubled|tripled|halved|quarter|half)\b
    |\d[\d.,]*\s(?:million|billion|trillion)\b""",
    re.IGNORECASE | re.VERBOSE,
)
MEASURED = re.compile(
    r"""\b(?:r[io]s(?:e|en)|fell|fallen|gr[eo]wn?|increased|decreased|declined|dropped|climbed|gained
    |lost|averaged|totall?ed|accounted|stood|reached|amounted|jumped|slipped|earned|recorded
    |expanded|shrank|shrunk|contracted|doubled|tripled|halved|(?:was|were)(?=\s(?:[\w-]+\s){0,2}
    [$£€¥\d]))\b""",
    re.IGNORECASE | re.VERBOSE,
)
PRESENT = re.compile(r"(?:is|are|am|has|have|can|may|must|does|do)$", re.IGNORECASE)
# “It may be essential today”: now, and any day.
MAY_BE = re.compile(r"\b(?:may|might|can|could|must|should)\b")
SPOKEN_BY = re.compile(
    r"\s*[\"“‘].*[\"”’],?\s(?:he|she|they|it|I|we)\s(?:\w+\s){0,2}(?:said|says|told|added|wrote)\b"
)
# “Page last updated at 08:58 GMT, Thursday, 24 June 2010”
UPDATED = re.compile(r"\blast\s(?:updated|modified)\b[^.;]{0,30}$", re.IGNORECASE)


def is_timeless(clause: str, start: int, dated: Dated, words: str, published: int | None) -> bool:
    """Whether a clause tells no happening at the date whose `words` begin at `start` of it."""
    if words.lower() == "today" and MAY_BE.search(clause):
        return True
    if UPDATED.search(clause, max(0, start - 50), start):
        return True
    if HABIT.search(clause) or UNREAL.search(clause, 0, start) or SPOKEN_BY.match(clause):
        return True
    first, last = dated.first_day, dated.last_day
    is_day = first is not None and first == last
    if not is_day and FIGURE.search(clause) and MEASURED.search(clause):
        return True
    if any(map(str.isdigit, words)):
        return False
    if not is_day and find_verb(clause) is None:
        return True
    is_over = last is not None and published is not None and last < published
    return is_over and _is_present(clause)


def _is_present(clause: str) -> bool:
    """Whether the clause tells how things are: “many prefer tea in winter”, “fires are common”."""
    verb = find_verb(clause)
    return verb is None or bool(verb.lastgroup == "state" and PRESENT.match(verb[0]))

"""How a time is told: as past, as still to come, or neither for certain; said now, or quoted."""

import re

from articles.dates.english.clauses import REACH, clause_at
from articles.dates.english.verbs import VERB_AFTER, VERB_BEFORE

# Words that make it doubtful that what a clause tells has happened: “would open”, “if it opened”.
UNSURE = re.compile(
    r"\b(?:may|(?i:will|shall|would|could|can|might|must|should|if|unless|until|till|plan(?:s|ned)?"
    r"|due|expect(?:s|ed)?|scheduled|set\sto|going\sto|ahead\sof|next|upcoming|target(?:s|ed)?))\b"
    r"|['’](?:ll|d)\b"
)
# Between the verb and the date: “agreed to open in 2020”, “bonds maturing in 2020”, “in fiscal”.
UNSURE_LATER = re.compile(
    r"\bto\s(?!the\b|an?\b|his\b|her\b|its\b|their\b|this\b|that\b)[a-z]+\b"
    r"|\b[a-z]+ing\s(?:in|on|at|from)\s$|\b[a-z]+able\b|\bfiscal\b"
)
AHEAD = re.compile(
    r"(?:\b(?:will|shall)|['’]ll|\b(?:is|are|['’]s|['’]re)\s(?:now\s|not\s|also\s|still\s)?"
    r"(?:expected|scheduled|due|slated|set|going|planned|about)"
    r"|\b(?:plans?|expects?|hopes?|aims?|intends?)\sto)\b"
)
RECALLED = re.compile(r"\b(?:anniversar|mark|remember|commemorat|celebrat|honou?r|since\b)")
# What a date follows that says when, and not which: not “the 2020 budget”, “the 4 May vote”.
SAYS_WHEN = re.compile(r"\b(?:in|during|from|by|before|after|until|till)\s$", re.I)
SAYS_WHICH_DAY = re.compile(r"\b(?:on|at)\s$", re.I)
SAYS_WHEN_ITSELF = re.compile(
    r"(?:since|by|before|until|till|after|from|between|through|up\sto)\b", re.I
)
# What a page says of its parts, comments say of themselves: “posted on 4 May 2018 at 10:30”.
TIME_OF_DAY = re.compile(r"\d[.:]\d\d|\d\s?[ap]\.?m\b", re.I)
STAMP_BEFORE = re.compile(
    r"(?:\d\d?[.:]\d\d(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?(?:,?\son)?"
    r"|\b(?:posted|added|updated|modified|edited|broadcast|appeared|accessed|retrieved|viewed)\b"
    r"[^.\n]{0,40})\s$",
    re.I,
)
STAMP_AFTER = re.compile(r"[,|]?\s(?:at\s)?\d\d?(?:[.:]\d\d|\s?[ap]\.?m\b)", re.I)
# What is named by its date only once it has happened: “the 2008 crash”.
HAPPENED = re.compile(
    r",?\s(?:[a-z]+\s)?(?:crash|attack|bombing|invasion|uprising|killing|shooting|earthquake"
    r"|massacre|murder|assassination|riot|revolution|disaster|hurricane|tsunami|ceasefire)s?\b"
)
# In texts whose words were cut apart full stops stand alone.
SPACED_STOP = re.compile(r"\s[.!?]\s")
OPENING, CLOSING = "“«", "”»"
MOST_WORDS_BEFORE = 1


def is_past(text: str, start: int, end: int) -> bool:
    """Whether the clause around a time tells it as past, and nothing makes that doubtful.

    By the nearest verb before it; by one after it only where the clause begins with the time.
    """
    before, after = clause(text, start, end)
    if UNSURE.search(before) or UNSURE.search(after):
        return False
    verbs = list(VERB_BEFORE.finditer(before))
    if not verbs and len(before.split()) <= MOST_WORDS_BEFORE:
        verb = VERB_AFTER.search(after)
        return verb is not None and verb.lastgroup == "past"
    is_past = bool(verbs) and verbs[-1].lastgroup == "past"
    return is_past and not UNSURE_LATER.search(before, verbs[-1].end())


def has_happened(text: str, start: int, end: int) -> bool:
    """Whether a date names what has happened (“the 2008 crash”), or all time since."""
    is_since = text[start : start + 5].lower() == "since" or text.endswith("since ", 0, start)
    return is_since or HAPPENED.match(text, end) is not None


def is_ahead(text: str, start: int, end: int) -> bool:
    """Whether a time is told as still to come when the text was written."""
    before, after = clause(text, start, end)
    if RECALLED.search(before) or RECALLED.search(after):
        return False
    verbs, side = list(VERB_BEFORE.finditer(before)), before
    if not verbs and len(before.split()) <= MOST_WORDS_BEFORE:
        verbs, side = list(VERB_AFTER.finditer(after))[:1], after
    is_future = bool(verbs) and verbs[-1].lastgroup == "future"
    return is_future and AHEAD.search(side) is not None and not is_quoted(text, start)


def says_when(text: str, start: int, *, is_day: bool) -> bool:
    """Whether a time says when something is, by the word before it or its own first."""
    before = text[max(0, start - 12) : start]
    if SAYS_WHEN.search(before) or SAYS_WHEN_ITSELF.match(text, start):
        return True
    return is_day and SAYS_WHICH_DAY.search(before) is not None


def is_stamp(text: str, start: int, end: int) -> bool:
    """Whether a date has a time of day, or says when a part of a page was put there."""
    return bool(
        TIME_OF_DAY.search(text, start, end)
        or STAMP_BEFORE.search(text[max(0, start - 60) : start])
        or STAMP_AFTER.match(text, end)
    )


def clause(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after a stretch in its clause."""
    begin, stop = clause_at(text, start, end)
    before, after = text[begin:start], text[end:stop]
    begin = max((stop.end() for stop in SPACED_STOP.finditer(before)), default=0)
    return before[begin:].lstrip(), SPACED_STOP.split(after, maxsplit=1)[0]


def is_quoted(text: str, start: int) -> bool:
    """Whether a place lies inside quotation marks: then somebody said it, perhaps long before."""
    before = text[max(0, start - 8 * REACH) : start].rpartition("\n")[2]
    depth = sum(map(before.count, OPENING)) - sum(map(before.count, CLOSING))
    depth += before.count("``") - before.count("''")
    return depth > 0 or before.count('"') % 2 == 1

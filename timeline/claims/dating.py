"""How surely a date of a sentence is that of what the sentence tells. Plain Python.

“Monday’s vote”, “the 2008 crisis” and “more than in May” only name or compare by a date.
"""

import re

from timeline.claims.asides import is_on_subject
from timeline.claims.attribution import MASK
from timeline.claims.beside import is_of_another_thing
from timeline.claims.verbs import VERB, find_verb

# The surest first.
MAIN, SUBORDINATE, SUBJECT, VOID, NO_DATE = range(5)
POSSESSIVE = re.compile(r"\s?['’]s?\s")
# “more than in May”, “up from 2018”, “the first since 2008”, “as of May” date no happening.
COMPARED = re.compile(
    rf"""\b(?:than(?:\s(?:it|they|he|she|there))?(?:\s(?:was|were|did|had))?|similar\sto(?:\sthat\sof)?
    |compared\s(?:with|to)(?:\s[^,;{MASK}]{{0,40}})?|versus|vs\.?|unlike|as\sof|as\sin
    |as\s(?:recently|late|far\sback|long\sago)\sas
    |dating\s(?:back\s)?to|(?:up|down)\sfrom(?:\s[^,;{MASK}]{{0,30}})?
    |since\s\w+ing\s[^,;{MASK}]{{0,40}}|(?:halve|double|triple|rise|fall|grow|drop)d?\sfrom
    |(?:r[io]s[ei]n?|f[ae]ll(?:en)?|grew|increased?|decreased?|dropp?(?:ed)?)\s[^,;{MASK}]{{0,40}}from
    |(?:first|second|third|fourth|fifth|sixth|last|only|most|least|worst|best|\w{{2,}}est)\b
     [^,;{MASK}]{{0,60}}\bsince)
    \s(?:in\s|on\s|the\s)*$""",
    re.IGNORECASE | re.VERBOSE,
)
OF = re.compile(r"\b(?:of|’s|'s)\s(?:the\s)?$", re.IGNORECASE)
DETERMINED = re.compile(r"(?:\b(?:the|an?|its|his|her|their|this|that)|['’]s)\s$", re.IGNORECASE)
PREPOSITION = r"""(?:after|before|following|since|despite|during|with|in|at|from|by|until|as|because
    |under|over|amid|on|for|like|unlike|to|about|against|according|between)"""
LEADING = re.compile(rf"{PREPOSITION}\b", re.IGNORECASE | re.VERBOSE)
# “The 2008 crisis cost us dear”, “The crisis of 2008 did”: a sentence that begins with the name.
ITS_SUBJECT = re.compile(
    rf"\W*(?:(?!(?:{PREPOSITION}|of)\b)[\w’'-]+\s){{0,5}}(?:of\s(?:the\s)?)?",
    re.IGNORECASE | re.VERBOSE,
)
WITHIN = re.compile(r"\b(?:in|at|during)\s(?:the\s|an?\s)?$", re.IGNORECASE)
IN_A_YEAR = re.compile(rf"\sin\s{MASK}")
NOW = re.compile(r"(?:today|this|tonight)\b", re.IGNORECASE)
# What takes no article by itself: “the 2008 crisis” names a crisis.
BARE = re.compile(r"\d{4}$|(?:[A-Z][a-z]{2,8}\.?\s?)(?:\d|$)|\d{1,2}\s[A-Z]")
NOUN_FOLLOWS = re.compile(r"\s[a-z]{3,}")
# “The Companies Act, 2006”, “Expo 2020”
NAME_BEFORE = re.compile(r"\w\s(?:[A-Z][\w’'-]+|Act,|Bill,)\s$")
NAME_FOLLOWS = re.compile(r"\s[A-Z][\w.]+")
LIKE = re.compile(r"-[a-z]{3,}")
PRE = re.compile(r"\b(?:pre|post)-$", re.IGNORECASE)
# “first-quarter results”
QUARTER = re.compile(r"\w+-(?:quarter|half)$", re.IGNORECASE)
# “Roth, a member since 2008, …”
APPOSED = re.compile(r",\s(?:an?|the|its|his|her|their)\s[^,;]*$")
# “Was due on Tuesday but was put off until Friday”, “first set for May, took place in June”
INTENDED = re.compile(
    r"""\b(?:(?:was|were|been)\s(?:\w+ly\s)?(?:due|scheduled|expected|planned|supposed|slated|set)
    |(?:originally|initially|first|previously)\s(?:due|scheduled|expected|planned|slated|set))
    \s(?:to|for|in|on|by)\b[^,;:]*$""",
    re.VERBOSE,
)
OVERTAKEN = re.compile(
    r"""\b(?:postponed|cancell?ed|called\soff|put\soff|adjourned|delayed|deferred|rescheduled|moved
    |pushed\sback|brought\sforward|took\splace|went\sahead|(?:was|were)\sheld)\b""",
    re.VERBOSE,
)
RELATIVE = re.compile(
    r",?\s(?:who|whose|which|where|when)\s[^,;]*$|\([^()]*$|,\s[a-z]{2,12}ing\s[^,;]*$"
    r"|,\s(?:(?:originally|initially|first)\s)?(?:due|scheduled|expected|planned|slated|set)\s[^,;]*$"
)
FINITE = re.compile(
    r"""\b(?:after|before|when|while|since|until|till|once|because(?!\sof\b)|although|though|as|if|that|by\sthe
    \stime)\s[^,;]*$""",
    re.VERBOSE,
)
RELATIVES = {"who", "whose", "which", "where"}
SEQUENCE = {"since", "after", "before"}
OF_OBJECTS = {"that", "which"}
# “When he was arrested in May, police found …”: both happened then.
SAME_TIME = {"when", "while", "as", "until", "till", "once", "by"}
LINKS = (
    RELATIVES
    | SAME_TIME
    | {"that", "after", "before", "since", "because", "although", "though", "if"}
)
# “Despite the ban of 2017, trade grew”
DESPITE = re.compile(
    r"(?:despite|amid|given|with|like|unlike|besides|apart\sfrom)\b[^,]*$", re.IGNORECASE
)


def rank_of(sentence: str, text: str, place: tuple[int, int], start: int) -> int:
    """How surely a date is that of what the sentence tells, the lower the surer."""
    first, _ = place
    before = text[start:first]
    if COMPARED.search(before) or DESPITE.match(before.lstrip()):
        return NO_DATE
    if is_of_another_thing(before):
        return NO_DATE
    if INTENDED.search(before) and OVERTAKEN.search(text, first):
        return VOID
    if is_on_subject(text, start, place[1]) or _is_apposed(text, before, place):
        return NO_DATE
    if _is_subject(text, before, place[1]):
        return NO_DATE
    if NOW.match(sentence, first) and (
        POSSESSIVE.match(text, place[1]) or IN_A_YEAR.match(text, place[1])
    ):
        return NO_DATE  # “today’s readers”, “on this day in 1969”
    if names(sentence, text, place, start):
        is_like = LIKE.match(text, place[1]) or find_verb(text, start, first)
        return SUBJECT if ITS_SUBJECT.fullmatch(before) and not is_like else NO_DATE
    opened = RELATIVE.search(before) or FINITE.search(before)
    return _rank_behind(before, opened) if opened else MAIN


def _rank_behind(before: str, opened: re.Match[str]) -> int:
    """How surely a date is the sentence's own behind a “who”, “that” or “when”."""
    link = opened[0].strip(" ,").partition(" ")[0].lower()
    verbs = [verb for verb in VERB.finditer(before, opened.start()) if verb.lastgroup != "noun"]
    main = find_verb(before, 0, opened.start())
    if link == "since" and not verbs and main and opened[0].endswith(" in "):
        return NO_DATE  # “trade has grown since the fall of the wall in 1989”
    if link in LINKS and (not verbs or (len(verbs) > 1 and not main)):
        return MAIN  # “after the vote in May”, “those that prohibit it were repealed in May”
    if opened[0].startswith(",") or link in SAME_TIME:
        told = {verb.lastgroup for verb in (*verbs[:1], *verbs[-1:])}
        is_done = told <= {"done"} or link not in RELATIVES
        return SUBORDINATE if is_done else NO_DATE
    if link in SEQUENCE:  # “she has run it since she bought it in May”
        return SUBORDINATE if verbs[-1].lastgroup == "done" else NO_DATE
    # “It emerged that he fled in May”, “they won a prize that the city gave in May”
    is_content = link == "that" and main and main.end() == opened.start()
    is_object = link in OF_OBJECTS and main and {main.lastgroup, verbs[-1].lastgroup} == {"done"}
    return SUBORDINATE if is_content or is_object else NO_DATE


def names(sentence: str, text: str, place: tuple[int, int], start: int) -> bool:
    """Whether the date is part of a name: “Monday’s vote”, “the 2008 crisis”, “the vote of May”."""
    first, last = place
    before = text[start:first]
    if OF.search(before) or PRE.search(before):
        return True
    if WITHIN.search(before):  # “in Saturday’s final”, “at the 2018 fair”
        return False
    words = sentence[first:last]
    if words.isdigit() and NAME_BEFORE.search(before):
        return True
    if POSSESSIVE.match(text, last) or LIKE.match(text, last) or QUARTER.match(words):
        return True
    follows = NOUN_FOLLOWS.match(text, last) or (words.isdigit() and NAME_FOLLOWS.match(text, last))
    return bool(follows and BARE.match(words) and DETERMINED.search(before))


def _is_subject(text: str, before: str, end: int) -> bool:
    """Whether it is of what a sentence begins with: “2019 was a good year”, “books from 1985”."""
    if before.endswith(" from "):
        verb = find_verb(text, end)
        return verb is not None and verb.start() == end + 1 and not find_verb(before)
    return not before.rpartition(",")[2].strip() and text.startswith((" was ", " were "), end)


def _is_apposed(text: str, before: str, place: tuple[int, int]) -> bool:
    """Whether the date is of an apposition: “Roth, a member since 2008, …”."""
    apposed = APPOSED.search(before) if text.startswith(",", place[1]) else None
    return apposed is not None and not find_verb(before, apposed.start())

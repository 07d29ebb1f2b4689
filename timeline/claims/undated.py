"""Sentences that tell as done what they don't date: the news of an article, and what is recent.

Plain Python. Few are taken: a curator's queue must not fill with what merely stands in the past.
"""

import re

from timeline.claims.verbs import PARTICIPLE, find_verb, first_verb

RECENT = re.compile(
    rf"""\b(?:has|have)\s(?:(?:also|now)\s)?(?:just|recently|newly|today)\s(?:been\s)?{PARTICIPLE}\b
    |(?<!\ba\s)(?<!\ban\s)(?<!\bthe\s)(?<!\bits\s)(?<!\bhis\s)(?<!\bher\s)(?<!\btheir\s)
     (?<![’']s\s)(?<!\bmore\s)(?<!\bmost\s)(?<!\bas\s)(?<!\bonly\s)
     (?<!\bhe\s)(?<!\bshe\s)(?<!\bit\s)(?<!\bthey\s)
     \brecently\s(?:been\s)?{PARTICIPLE}\b
    |^Recently,\s[^,]""",
    re.VERBOSE,
)
# One of these stands in whatever RECENT finds.
LATELY = ("recently", "Recently", " just ", " newly ", " today ")
# An aside, whose verb is not that of the sentence.
ASIDE = re.compile(r"\b(?:which|who|whom|whose|that|where|when)\s[^,]*$", re.IGNORECASE)
# What opens a condition, a comparison, an opinion or a scene, and what depends on its own text.
NO_NEWS = re.compile(
    r"""[\W\d]*(?:when|while|if|as|since|although|though|because|once|whether|what|how|why|whatever
    |it|there|this|that|these|those|i|we|you|my|our|he|she|they|his|her|their|here|so|no|not|most
    |many|some|few|for|despite|like|unlike|perhaps|maybe|imagine|let|welcome|thanks?)\b""",
    re.IGNORECASE | re.VERBOSE,
)
PRONOUN = re.compile(r"\W*(?:it|he|she|they|this|that)\b", re.IGNORECASE)
HABIT = re.compile(
    r"\b(?:every|each|usually|often|typically|always|traditionally|generally|sometimes|never"
    r"|over the (?:past|last|years)|in recent (?:years|months|times|decades)|for years)\b",
    re.IGNORECASE,
)
SPOKEN = re.compile(r"[“”\"]|``|''|\b(?:I|we|you|my|our|your)\b")
FEWEST_WORDS = 5


def tells_recent(sentence: str) -> bool:
    """Whether it says of something that it was done just now or recently."""
    found = RECENT.search(sentence)
    if not found or not _may_tell(sentence) or PRONOUN.match(sentence):
        return False
    before = sentence[: found.start()]
    return not ASIDE.search(before) and first_verb(sentence) in ("done", "")


def tells_news(sentence: str) -> bool:
    """Whether it may be the news of the article that it begins: something done, by someone."""
    verb = find_verb(sentence)
    if not verb or not verb.start() or verb.lastgroup != "done" or NO_NEWS.match(sentence):
        return False
    return _may_tell(sentence) and not ASIDE.search(sentence[: verb.start()])


def _may_tell(sentence: str) -> bool:
    is_statement = len(sentence.split()) >= FEWEST_WORDS and not SPOKEN.search(sentence)
    return is_statement and not HABIT.search(sentence)

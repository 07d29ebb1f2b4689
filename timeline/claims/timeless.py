"""What has a date and yet is no happening: habits, conditions, and figures of a period.

Plain Python.
"""

import re

from timeline.claims.planned import Dated
from timeline.claims.verbs import find_verb

HABIT = re.compile(
    r"""\b(?:(?:every|each)\s(?:\w+\s)?(?:day|week|month|year|time|morning|night|evening|summer|winter
    |spring|autumn|season|weekend|game|match|visit|meeting|(?:mon|tues|wednes|thurs|fri|satur|sun)day)|usually|often|typically|always
    |(?:open|opens|runs?|held|served|published)\s(?:daily|nightly|weekly|monthly|annually)
    |traditionally|generally|sometimes|tends?\sto|used\sto)\b""",
    re.IGNORECASE | re.VERBOSE,
)
# “It opened in May, replacing one that was often flooded”: what follows tells another thing.
ASIDE = re.compile(r",\s|\s(?:that|which|who|whose|where)\s")
# “Should have begun in May”: it did not.
UNREAL = re.compile(
    r"\b(?:should|would|could|might|ought\sto|(?:was|were)\sto)\s(?:not\s|never\s)?have\b"
    r"|\b(?:if|unless|whether)\s",
    re.IGNORECASE,
)
# “The bank could cut rates in June”: nobody says that it did or will.
POSSIBLE = re.compile(
    r"\b(?-i:could|might|may)\s(?!(?:not|have|hardly|barely|only|see|hear)\b|\d)(?:(?:also|even|still|soon|well|yet|[a-z]+ly)\s)?"
    r"(?:be\s)?[a-z]+",
)
# “Had been scheduled for Tuesday”, “was due on Tuesday but was postponed”: it did not happen then.
INTENDED = re.compile(
    r"\b(?P<had>had\s(?:\w+ly\s)?been\s)?(?:due|scheduled|expected|planned|supposed|meant|slated|set)"
    r"\s(?:to|for|in|on)\b",
    re.IGNORECASE,
)
CALLED_OFF = re.compile(
    r"\b(?:postponed|cancell?ed|called\soff|put\soff|adjourned|delayed|scrapped|abandoned|shelved"
    r"|suspended|rained\soff)\b",
    re.IGNORECASE,
)
FIGURE = re.compile(
    r"""\d\s?(?:%|percent\b|per\scent\b|pc\b)|[$£€¥]\s?\d|\b(?:doubled|tripled|halved|quarter|half)\b
    |\d[\d.,]*\s(?:million|billion|trillion|degrees|tonnes|tons|barrels|passengers|visitors|inhabitants
    |people|residents|points|mm|cm|km)\b""",
    re.IGNORECASE | re.VERBOSE,
)
# “9.6% reported it in the past month”
SHARE = re.compile(
    r"\W*(?:(?:about|some|only|just|nearly|almost|over)\s)?\d[\d.]*\s?(?:%|percent|per\scent)",
    re.IGNORECASE,
)
MEASURED = re.compile(
    r"""\b(?:r[io]s(?:e|en)|fell|fallen|gr[eo]wn?|increased|decreased|declined|dropped|climbed|gained
    |lost|averaged|totall?ed|accounted|stood|reached|amounted|jumped|slipped|earned|recorded
    |produced|exported|imported|generated|attracted|registered|exceeded|topped
    |expanded|shrank|shrunk|contracted|doubled|tripled|halved|carried|handled|shipped|sold|welcomed|downloaded|viewed|streamed|slowed|eased|surged|plunged|soared|dipped
    |(?:made|posted|booked|reported)(?=\s(?:an?\s)?(?:[\w-]+\s){0,3}(?:profit|loss|revenue|turnover
    |sales|income))|(?:was|were|had)(?=\s(?:(?:about|around|almost|nearly|over|under|only|just|some
    |more\sthan|less\sthan|at)\s)?[$£€¥\d]))\b""",
    re.IGNORECASE | re.VERBOSE,
)
PRESENT = re.compile(r"(?:is|are|am|has|have|can|may|must|does|do)$", re.IGNORECASE)
# “Is holding talks today”
PROGRESSIVE = re.compile(r"\s(?:\w+ly\s)?\w+ing\b")
# “It may be essential today”: now, and any day.
MAY_BE = re.compile(r"\b(?:may|might|can|could|must|should)\b")
SPOKEN_BY = re.compile(
    r"\s*[\"“‘].*[\"”’],?\s(?:he|she|they|it|I|we)\s(?:\w+\s){0,2}(?:said|says|told|added|wrote|recalled|recalls)\b"
)
# “It was on Tuesday”, “this was the case until 2015”: what was, another sentence says.
SAYS_WHEN = re.compile(
    r"""\W*(?:(?:and|but|so)\s)?(?:it|this|that|which|these|those|all\s(?:this|that))\s(?:was|were|is|are
    |had\sbeen|happened|took\splace|came|occurred|began|started|ended)
    (?:\s(?:the\scase|so|only|all|just|back|already|still|true|early|late|on|in|at|by|since|until|about
    |around|during|before|after|sometime|the))*\s""",
    re.IGNORECASE | re.VERBOSE,
)
# “Has not scored since May”, “had been a duchy since 1396”: nothing happened, or goes on.
NOT_SINCE = re.compile(
    r"(?:\b(?:not|never|nobody|no|none|had)\b|n['’]t\b)[^,;]*\bsince\s(?:\w+\s)?$", re.IGNORECASE
)
SINCE_NOT = re.compile(
    r"\W*since\s[^;]*?(?:\b(?:not|never|nobody|no|none)\b|n['’]t\b)", re.IGNORECASE
)
FIRST_TIME = re.compile(r"\bfor\sthe\sfirst\stime\b|\brecord\b", re.IGNORECASE)
SEASON = re.compile(r"spring|summer|autumn|fall|winter", re.IGNORECASE)
WORD = re.compile(r"\w")
# “Page last updated at 08:58 GMT, Thursday, 24 June 2010”
CLOCK = re.compile(r"\d[:.]\d\d")
UPDATED = re.compile(r"\blast\s(?:updated|modified)\b[^.;]{0,30}$", re.IGNORECASE)


def is_timeless(clause: str, start: int, dated: Dated, words: str, published: int | None) -> bool:
    """Whether a clause tells no happening at the date whose `words` begin at `start` of it."""
    if words.lower() == "today" and MAY_BE.search(clause):
        return True
    if UPDATED.search(clause, max(0, start - 50), start) or _says_when(clause, start, words):
        return True
    if _is_habit(clause, start) or UNREAL.search(clause, 0, start) or SPOKEN_BY.match(clause):
        return True
    if (
        _is_state_until(clause, dated, published)
        or NOT_SINCE.search(clause, 0, start)
        or (dated.edtf.endswith("/..") and SINCE_NOT.match(clause))
    ):
        return True
    if _is_possible(clause, start) or _is_called_off(clause, start):
        return True
    is_day = dated.first_day is not None and dated.first_day == dated.last_day
    if not is_day and _is_statistic(clause):
        return True
    if any(map(str.isdigit, words)):
        return False
    return (not is_day and find_verb(clause) is None) or _is_now(clause, dated, words, published)


def _is_now(clause: str, dated: Dated, words: str, published: int | None) -> bool:
    """Whether it tells how things are: “many prefer tea in winter”, “fires are common”."""
    if published is None or dated.edtf.endswith("/..") or not _is_present(clause):
        return False
    is_ahead = dated.first_day is None or dated.first_day > published
    return not is_ahead or SEASON.fullmatch(words) is not None


def _says_when(clause: str, start: int, words: str) -> bool:
    """Whether it says only when something was that another sentence tells."""
    is_bare = SAYS_WHEN.fullmatch(clause, 0, start)
    if WORD.search(clause, start + len(words)):
        return False
    # “Harbour Post, 11 April 2024, 15:02”
    return bool(is_bare) or bool(CLOCK.search(words) and not find_verb(clause, 0, start))


def _is_statistic(clause: str) -> bool:
    """Whether it measures what was in a period, and tells of no record."""
    if SHARE.match(clause):
        return True
    is_measured = FIGURE.search(clause) and MEASURED.search(clause)
    return bool(is_measured and not FIRST_TIME.search(clause))


def _is_state_until(clause: str, dated: Dated, published: int | None) -> bool:
    """Whether it tells how things stood until then: “until 2016 it had no airport”."""
    is_over = published is None or (dated.last_day is not None and dated.last_day < published)
    verb = find_verb(clause) if is_over and dated.edtf.startswith("../") else None
    return bool(verb and verb.lastgroup == "state")


def _is_habit(clause: str, start: int) -> bool:
    """Whether what stands with the date at `start` comes again: “it usually opens in May”."""
    habit = HABIT.search(clause)
    if not habit or habit.start() < start or not find_verb(clause, 0, start):
        return bool(habit)
    return not ASIDE.search(clause, start, habit.start())


def _is_possible(clause: str, start: int) -> bool:
    """Whether the verb of the date at `start`, that before it or the first, is “may”."""
    if not POSSIBLE.search(clause):  # most clauses
        return False
    begin = max(clause.rfind(mark, 0, start) for mark in ":;–—") + 1
    *_, last = None, *POSSIBLE.finditer(clause, begin, start)
    if last:
        return not find_verb(clause, last.end(), start)
    verb = None if find_verb(clause, begin, start) else find_verb(clause, start)
    return bool(verb and POSSIBLE.match(clause, verb.start()))


def _is_called_off(clause: str, start: int) -> bool:
    """Whether the date at `start` is one for which was planned what was then called off."""
    *_, last = None, *INTENDED.finditer(clause, 0, start)
    if not last or find_verb(clause, last.end(), start):
        return False
    return bool(last["had"] or CALLED_OFF.search(clause, start))


def _is_present(clause: str) -> bool:
    """Whether its verb is of the present, and of nothing under way."""
    verb = find_verb(clause)
    if verb is None or PROGRESSIVE.match(clause, verb.end()):
        return verb is None
    return verb.lastgroup == "state" and bool(PRESENT.match(verb[0]))

"""Which happening each date of a sentence dates, and in which clause that stands. Plain Python.

“The yard, which opened in 1998, was sold on Monday.” tells of two: of the opening, and of the sale.
"""

import re
from collections.abc import Iterator, Sequence

from timeline.claims.asides import Clause, asides_of, is_on_subject
from timeline.claims.attribution import MASK, masked
from timeline.claims.verbs import find_verb

POSSESSIVE = re.compile(r"\s?['’]s?\s")
# “more than in May”, “up from 2018”, “the first since 2008”, “as of May” date no happening.
COMPARED = re.compile(
    rf"""\b(?:than(?:\s(?:it|they|he|she|there))?(?:\s(?:was|were|did|had))?|similar\sto(?:\sthat\sof)?|compared\s(?:with|to)(?:\s[^,;{MASK}]{{0,40}})?|versus|vs\.?|unlike|as\sof|as\sin|dating\s(?:back\s)?to|(?:up|down)\sfrom
    |(?:r[io]s[ei]n?|f[ae]ll(?:en)?|grew|increased?|decreased?|dropp?(?:ed)?)\s[^,;{MASK}]{{0,40}}from
    |(?:first|second|third|fourth|fifth|sixth|last|only|most|least|worst|best|\w{{2,}}est)\b[^,;{MASK}]{{0,60}}\bsince)
    \s(?:in\s|on\s|the\s)*$""",
    re.IGNORECASE | re.VERBOSE,
)
OF = re.compile(r"\b(?:of|’s|'s)\s(?:the\s)?$", re.IGNORECASE)
DETERMINED = re.compile(r"(?:\b(?:the|an?|its|his|her|their|this|that)|['’]s)\s$", re.IGNORECASE)
OF_A_NAME = re.compile(r"\b(?:of|from)\s(?:the|an?|its|his|her|their)\s$")
WITHIN = re.compile(r"\b(?:in|at|during)\s(?:the\s|an?\s)?$", re.IGNORECASE)
IN_A_YEAR = re.compile(rf"\sin\s{MASK}")
NOW = re.compile(r"(?:today|this|tonight)\b", re.IGNORECASE)
# What takes no article by itself: “the 2008 crisis” names a crisis.
BARE = re.compile(r"\d{4}$|(?:[A-Z][a-z]{2,8}\.?\s?)(?:\d|$)|\d{1,2}\s[A-Z]")
NOUN_FOLLOWS = re.compile(r"\s[a-z]{3,}")
NAME_FOLLOWS = re.compile(r"\s[A-Z]\w+")
LIKE = re.compile(r"-[a-z]{3,}")
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
LEADING = re.compile(r"(?:after|before|following|since|despite|during|with|in|at|from|by|until|as"
    r"|because|under|over|amid|on|for|like|unlike)\b", re.IGNORECASE)  # fmt: skip
BREAK = re.compile(
    r"""\s?;\s|,?\s(?:and|but|while|whereas)\s(?:(?:then|later|again|also|finally|eventually)\s)?
    |,\s(?:then|later)\s""",
    re.VERBOSE,
)
COMMA = re.compile(r",\s")
# “was suspended in May and dismissed in June”: was dismissed, or dismissed somebody?
PASSIVE = re.compile(r"(?:was|were|been|has been|had been)\b", re.IGNORECASE)
BARE_PARTICIPLE = re.compile(r"\w+ed")
# “Despite the ban of 2017, trade grew”
DESPITE = re.compile(
    r"(?:despite|amid|given|with|like|unlike|besides|apart\sfrom)\b[^,]*$", re.IGNORECASE
)
COPULA = re.compile(r"\s(?:is|are|was|were|has|have|had)$")
ON_A_DAY = re.compile(rf"(?:(?:in|on|at|by|from|since|early|late)\s)*{MASK}+,?\s", re.IGNORECASE)


def clauses_of(
    sentence: str, places: Sequence[tuple[int, int]], start: int, end: int
) -> list[Clause]:
    """The happenings between two offsets of a sentence, each with its dates, in reading order.

    `places` are the dates of the sentence. What only measures, compares or names by a date (“the
    2008 crisis”) has none. A clause that can't be told apart is all that is between the offsets.
    """
    text = masked(sentence, places)
    inside = [number for number, (first, _) in enumerate(places) if start <= first < end]
    free = [number for number in inside if not _names(sentence, text, places[number], start)]
    found = list(asides_of(text, places, free, start, end))
    taken = {number for clause in found for number in clause.dates}
    rest = [number for number in inside if number not in taken]
    ranked = [(_rank(sentence, text, places[number], start), number) for number in rest]
    best = min((rank for rank, _ in ranked), default=NO_DATE)
    if best < NO_DATE:
        mains = [number for rank, number in ranked if rank == best]
        found += _coordinated(text, places, mains, start, end)
    return sorted(found, key=lambda clause: clause.dates)


MAIN, SUBORDINATE, SUBJECT, VOID, NO_DATE = range(5)


def _rank(sentence: str, text: str, place: tuple[int, int], start: int) -> int:
    """How surely a date is that of what the sentence tells, the lower the surer."""
    first, _ = place
    before = text[start:first]
    if COMPARED.search(before) or DESPITE.match(before.lstrip()):
        return NO_DATE
    if INTENDED.search(before) and OVERTAKEN.search(text, first):
        return VOID
    if is_on_subject(text, start, place[1]) or _is_apposed(text, before, place):
        return NO_DATE
    if NOW.match(sentence, first) and (
        POSSESSIVE.match(text, place[1]) or IN_A_YEAR.match(text, place[1])
    ):
        return NO_DATE  # “today’s readers”, “on this day in 1969”
    if _names(sentence, text, place, start):
        is_aside = (
            OF_A_NAME.search(before) or LEADING.match(before.lstrip()) or LIKE.match(text, place[1])
        )
        return NO_DATE if is_aside or find_verb(text, start, first) else SUBJECT
    if RELATIVE.search(before):
        return SUBORDINATE
    opened = FINITE.search(before)
    return SUBORDINATE if opened and find_verb(before, opened.start()) else MAIN


def _names(sentence: str, text: str, place: tuple[int, int], start: int) -> bool:
    """Whether the date is part of a name: “Monday’s vote”, “the 2008 crisis”, “the vote of May”."""
    first, last = place
    before = text[start:first]
    if OF.search(before):
        return True
    if WITHIN.search(before):  # “in Saturday’s final”, “at the 2018 fair”
        return False
    words = sentence[first:last]
    if POSSESSIVE.match(text, last) or LIKE.match(text, last) or QUARTER.match(words):
        return True
    follows = NOUN_FOLLOWS.match(text, last) or (words.isdigit() and NAME_FOLLOWS.match(text, last))
    return bool(follows and BARE.match(words) and DETERMINED.search(before))


def _is_apposed(text: str, before: str, place: tuple[int, int]) -> bool:
    """Whether the date is of an apposition: “Roth, a member since 2008, …”."""
    apposed = APPOSED.search(before) if text.startswith(",", place[1]) else None
    return apposed is not None and not find_verb(before, apposed.start())


def _coordinated(
    text: str, places: Sequence[tuple[int, int]], mains: Sequence[int], start: int, end: int
) -> Iterator[Clause]:
    """A clause for each date that has a verb of its own beside the others; else one for all."""
    begin, who, own, is_whole = start, "", [mains[0]], False
    for number in mains[1:]:
        verb = _verb_of(text, places[own[-1]], begin, end)
        other = _verb_of(text, places[number], begin, end, after=verb)
        cut = _break(text, verb, other, places[own[-1]][1], places[number][0])
        if verb and other and cut:
            stands = not _lacks_name(text, begin, verb)
            yield Clause(tuple(own), begin, cut.start(), who, is_whole=stands)
            named = _subject(text, begin, verb.start()) or who
            is_whole = not _lacks_name(text, cut.end(), other)
            who = "" if is_whole else named
            is_unclear = PASSIVE.match(verb[0]) and BARE_PARTICIPLE.fullmatch(other[0])
            begin, own = start if is_unclear else cut.end(), []
        own.append(number)
    yield Clause(tuple(own), begin, end, who, is_whole=is_whole)


def _verb_of(
    text: str,
    place: tuple[int, int],
    begin: int,
    end: int,
    *,
    after: re.Match[str] | None = None,
) -> re.Match[str] | None:
    """The nearest verb before a date, else the first behind it; behind another, if one is given."""
    begin = after.end() if after else begin
    last = None
    while begin < place[0] and (verb := find_verb(text, begin, place[0])):
        last, begin = verb, verb.end()
    return last or find_verb(text, max(begin, place[1]), end)


def _break(
    text: str,
    verb: re.Match[str] | None,
    other: re.Match[str] | None,
    date_end: int,
    next_date: int,
) -> re.Match[str] | None:
    """Where the clause of a date and its verb ends, and that of the next begins."""
    if not verb or not other:
        return None
    begin, stop = max(verb.end(), date_end), min(other.start(), next_date)
    *_, last = None, *BREAK.finditer(text, begin, stop)
    return last or COMMA.match(text, max(begin, other.start() - 2))


def _lacks_name(text: str, begin: int, verb: re.Match[str]) -> bool:
    """Whether the clause of a verb, which begins there, has no subject, or a pronoun."""
    day = ON_A_DAY.match(text, begin)
    subject = text[day.end() if day else begin : verb.start()].strip().lower()
    return subject in ("", "it", "he", "she", "they")


def _subject(text: str, start: int, verb_start: int) -> str:
    """The words before the verb of a clause, without the date that leads it."""
    day = ON_A_DAY.match(text, start)
    subject = COPULA.sub("", text[day.end() if day else start : verb_start].strip())
    if subject.endswith(","):  # “Lamb, of Leeds, was …”
        subject = subject.partition(",")[0]
    is_name = MASK not in subject and "," not in subject
    return subject if is_name and subject.lower() not in ("it", "he", "she", "they") else ""

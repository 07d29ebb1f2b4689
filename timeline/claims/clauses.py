"""Which happening each date of a sentence dates, and in which clause that stands. Plain Python.

“The yard, which opened in 1998, was sold on Monday.” tells of two: of the opening, and of the sale.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.claims.attribution import MASK, masked
from timeline.claims.verbs import find_verb

POSSESSIVE = re.compile(r"\s?['’]s?\s")
# “more than in May”, “up from 2018”, “the first since 2008”, “as of May” date no happening.
COMPARED = re.compile(
    rf"""\b(?:than|compared\s(?:with|to)|versus|vs\.?|unlike|as\sof|as\sin|dating\s(?:back\s)?to|(?:up|down)\sfrom
    |(?:r[io]s[ei]n?|f[ae]ll(?:en)?|grew|increased?|decreased?|dropp?(?:ed)?)\s[^,;{MASK}]{{0,40}}from
    |(?:first|second|third|fourth|fifth|sixth|last|only|most|least|worst|best|\w{{2,}}est)\b[^,;{MASK}]{{0,60}}\bsince)
    \s(?:in\s|on\s|the\s)*$""",
    re.IGNORECASE | re.VERBOSE,
)
OF = re.compile(r"\b(?:of|’s|'s)\s(?:the\s)?$", re.IGNORECASE)
DETERMINED = re.compile(r"\b(?:the|an?|its|his|her|their|this|that)\s$", re.IGNORECASE)
WITHIN = re.compile(r"\b(?:in|at|during)\s(?:the\s|an?\s)?$", re.IGNORECASE)
IN_A_YEAR = re.compile(rf"\sin\s{MASK}")
NOW = re.compile(r"(?:today|this|tonight)\b", re.IGNORECASE)
# What takes no article by itself: “the 2008 crisis” names a crisis.
BARE = re.compile(r"\d{4}$|(?:[A-Z][a-z]{2,8}\.?\s?)(?:\d|$)|\d{1,2}\s[A-Z]")
NOUN_FOLLOWS = re.compile(r"\s[a-z]{3,}")
RELATIVE = re.compile(
    r",?\s(?:who|whose|which|where|when)\s[^,;]*$|\([^()]*$|,\s[a-z]{2,12}ing\s[^,;]*$"
    r"|,\s(?:(?:originally|initially|first)\s)?(?:due|scheduled|expected|planned|slated|set)\s[^,;]*$"
)
FINITE = re.compile(
    r"""\b(?:after|before|when|while|since|until|till|once|because|although|though|as|if|that|by\sthe
    \stime)\s[^,;]*$""",
    re.VERBOSE,
)
LEADING = re.compile(r"(?:after|before|following|since|despite|during|with|in|at|from|by|until|as"
    r"|because|under|over|amid|on|for|like|unlike)\b", re.IGNORECASE)  # fmt: skip
ASIDE = re.compile(
    r"(?P<who>[^,;:(]{2,60})(?:,\s\d{1,3})?,\s(?P<link>(?:who|which)\s)?(?P<what>[^,;]+?)(?=,\s)"
)
# “Born in Leeds on 4 May 1931, Keller studied …”
OPENING = re.compile(
    r"(?P<link>)(?P<what>[A-Z][a-z]+(?:ed|rn|lt|wn|en)\s(?:in|on|at|by|as)\s[^;:]{3,80}?),\s"
    r"(?P<who>(?:the\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,3})(?=\s[a-z])"
)
# “… to discuss the ferry that sank on 28 January”: what is at the end of the sentence.
AT_THE_END = re.compile(
    r"""\b(?P<who>(?:the|an?)\s(?:[\w-]+\s){0,2}[\w-]+|[A-Z][\w-]+(?:\s[A-Z][\w-]+)*)
    ,?\s(?P<link>(?:who|which|that)\s)(?P<what>[^,;:]+)""",
    re.VERBOSE,
)
BREAK = re.compile(
    r"""\s?;\s|,?\s(?:and|but|while|whereas)\s(?:(?:then|later|again|also|finally|eventually)\s)?
    |,\s(?:then|later)\s""",
    re.VERBOSE,
)
# “was suspended in May and dismissed in June”: was dismissed, or dismissed somebody?
PASSIVE = re.compile(r"(?:was|were|been|has been|had been)\b", re.IGNORECASE)
BARE_PARTICIPLE = re.compile(r"\w+ed")
# “Despite the ban of 2017, trade grew”
DESPITE = re.compile(
    r"(?:despite|amid|given|with|like|unlike|besides|apart\sfrom)\b[^,]*$", re.IGNORECASE
)
COPULA = re.compile(r"\s(?:is|are|was|were|has|have|had)$")
ON_A_DAY = re.compile(rf"(?:(?:in|on|at|by|from|since|early|late)\s)*{MASK}+,?\s", re.IGNORECASE)


@dataclass(frozen=True)
class Clause:
    """The clause at `start:end` of a sentence, and the numbers of the dates that are its own.

    `who` is the name that its verb lacks; "" where it has one. `is_whole` holds for one of several
    that reads by itself: with a subject of its own that is no pronoun.
    """

    dates: tuple[int, ...]
    start: int
    end: int
    who: str = ""
    is_whole: bool = False


def clauses_of(
    sentence: str, places: Sequence[tuple[int, int]], start: int, end: int
) -> list[Clause]:
    """The happenings between two offsets of a sentence, each with its dates, in reading order.

    `places` are the dates of the sentence. What only measures, compares or names by a date (“the
    2008 crisis”) has none. A clause that can't be told apart is all that is between the offsets.
    """
    text = masked(sentence, places)
    inside = [number for number, (first, _) in enumerate(places) if start <= first < end]
    found = list(_asides(text, places, inside, start))
    taken = {number for clause in found for number in clause.dates}
    rest = [number for number in inside if number not in taken]
    ranked = [(_rank(sentence, text, places[number], start), number) for number in rest]
    best = min((rank for rank, _ in ranked), default=NO_DATE)
    if best < NO_DATE:
        mains = [number for rank, number in ranked if rank == best]
        found += _coordinated(text, places, mains, start, end)
    return sorted(found, key=lambda clause: clause.dates)


MAIN, SUBORDINATE, SUBJECT, NO_DATE = range(4)


def _rank(sentence: str, text: str, place: tuple[int, int], start: int) -> int:
    """How surely a date is that of what the sentence tells, the lower the surer."""
    first, _ = place
    before = text[start:first]
    if COMPARED.search(before) or DESPITE.match(before.lstrip()):
        return NO_DATE
    if NOW.match(sentence, first) and (
        POSSESSIVE.match(text, place[1]) or IN_A_YEAR.match(text, place[1])
    ):
        return NO_DATE  # “today’s readers”, “on this day in 1969”
    if _names(sentence, text, place, start):
        verb_before = find_verb(text, start, first)
        return NO_DATE if verb_before or LEADING.match(before.lstrip()) else SUBJECT
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
    is_bare = bool(BARE.match(sentence[first:last]))
    is_determined = is_bare and DETERMINED.search(before) and NOUN_FOLLOWS.match(text, last)
    return bool(POSSESSIVE.match(text, last) or is_determined)


def _asides(
    text: str, places: Sequence[tuple[int, int]], inside: Sequence[int], start: int
) -> Iterator[Clause]:
    """The clauses on a noun: “The yard, which opened in May, …”, “… the ferry that sank in May”."""
    opening = OPENING.match(text, start)
    first = opening or ASIDE.match(text, start)
    last = None if first else next(AT_THE_END.finditer(text, start), None)
    for aside in filter(None, (first, last)):
        begin, end = aside.span("what")
        own = tuple(number for number in inside if begin <= places[number][0] < end)
        verb = find_verb(text, begin, end)
        is_done = bool(verb and verb.lastgroup == "done" and verb.start() == begin)
        if own and (is_done or opening) and not find_verb(aside["who"]):
            # “the yard, opened in May, …”: it was
            is_bare = not aside["link"] and not (verb and " " in verb[0])
            yield Clause(own[:1], begin, end, aside["who"] + " was" * is_bare)


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
    cuts = BREAK.finditer(text, max(verb.end(), date_end), min(other.start(), next_date))
    *_, last = None, *cuts
    return last


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

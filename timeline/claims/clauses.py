"""Which happening each date of a sentence dates, and in which clause that stands. Plain Python.

“The yard, which opened in 1998, was sold on Monday.” tells of two: of the opening, and of the sale.
"""

import re
from collections.abc import Iterator, Sequence

from timeline.claims.asides import Clause, asides_of
from timeline.claims.attribution import MASK, masked
from timeline.claims.dating import LEADING, NO_DATE, names, rank_of
from timeline.claims.verbs import find_verb

BREAK = re.compile(
    r"""\s?;\s|,?\s(?:and|but|while|whereas)\s(?:(?:then|later|again|also|finally|eventually)\s)?
    |,\s(?:then|later)\s""",
    re.VERBOSE,
)
MAIN_BREAK = re.compile(r";\s|,\s(?:and|but)\s")
LINKED = re.compile(r"\b(?:by|after|before|when|while|because|as|since|until|if)\b")
COMMA = re.compile(r",\s")
# “was suspended in May and dismissed in June”: was dismissed, or dismissed somebody?
PASSIVE = re.compile(r"(?:was|were|been|has been|had been)\b", re.IGNORECASE)
BARE_PARTICIPLE = re.compile(r"\w+ed")
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
    free = [number for number in inside if not names(sentence, text, places[number], start)]
    found = list(asides_of(text, places, free, start, end))
    taken = {number for clause in found for number in clause.dates}
    rest = [number for number in inside if number not in taken]
    ranked = [(rank_of(sentence, text, places[number], start), number) for number in rest]
    best = min((rank for rank, _ in ranked), default=NO_DATE)
    if best < NO_DATE:
        mains = [number for rank, number in ranked if rank == best]
        if len(mains) == 1:
            start, end = _main_clause(text, places[mains[0]], start, end)
        found += _coordinated(text, places, mains, start, end)
    return sorted(found, key=lambda clause: clause.dates)


def _main_clause(text: str, place: tuple[int, int], start: int, end: int) -> tuple[int, int]:
    """Where the clause of a date stands, if others with subjects of their own stand beside it."""
    begin = start
    for cut in MAIN_BREAK.finditer(text, start, end):
        before, after = find_verb(text, begin, cut.start()), find_verb(text, cut.end(), end)
        if not before or not after or _lacks_name(text, cut.end(), after):
            continue
        if LINKED.search(text, cut.end(), after.start()):
            continue  # “pains, and fever by the time he came”
        if cut.start() < place[1]:
            begin = cut.end()
        elif "but" not in cut[0]:  # which may take back what was said
            return begin, cut.start()
    return begin, end


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
            is_nameless = stands and not is_whole and not named
            begin, own = start if is_unclear or is_nameless else cut.end(), []
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
    if not LEADING.match(subject):  # “Lamb, of Leeds, was …”
        subject = subject.partition(",")[0]
    is_name = MASK not in subject and "," not in subject
    return subject if is_name and subject.lower() not in ("it", "he", "she", "they") else ""

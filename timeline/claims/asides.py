"""Clauses beside what a sentence tells, which have a happening and a date of their own.

“The yard, which opened in 1998, …”, “… the ferry that sank in May”, “since the war began in 2011”.
Plain Python.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.claims.attribution import MASK
from timeline.claims.verbs import find_verb

EARLIER = r"(?:(?:first|originally|initially|later|once|recently)\s)?"
ASIDE = re.compile(
    r"(?P<who>[^,;:(]{2,90})(?:,\s\d{1,3}(?=,\swho\s))?,\s(?P<link>(?:who|which)\s)?(?P<what>[^,;]+?)"
    r"(?=,\s)"
)
# “Born in Leeds on 4 May 1931, Keller studied …”
OPENING = re.compile(
    r"(?P<link>)(?P<what>[A-Z][a-z]+(?:ed|rn|lt|wn|en)\s(?:in|on|at|by|as)\s[^;:]{3,80}?),\s"
    r"(?P<who>(?:the\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,3})(?=\s[a-z])"
)
# “A team that arrived on Thursday had found five people”: up to the date.
THAT_SUBJECT = re.compile(
    rf"(?P<who>[^,;:({MASK}]{{2,60}}?)\s(?P<link>(?:who|which|that)\s)"
    rf"(?P<what>[^,;:{MASK}]{{2,80}}{MASK}+)(?=\s)"
)
# “Ada Low, the banker who left in 2001”
NAMED = re.compile(r"([A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)+),\s$")
OF_ANOTHER = re.compile(r"\b(?:from|of|in|at|near|with|for|and|or)\s$")
AND = re.compile(r"\b(?:and|but|or|before|after|to)\b|,")
INTENDED = ("expected", "scheduled", "planned", "supposed")
# “… to discuss the ferry that sank on 28 January”
ON_A_NOUN = re.compile(
    r"""\b(?P<who>(?:the|an?)\s(?:[\w-]+\s){0,2}[\w-]+|[A-Z][\w-]+(?:\s[A-Z][\w-]+)*)
    ,?\s(?P<link>(?:who|which|that)\s)(?P<what>[^,;:]+)""",
    re.VERBOSE,
)
# “Debates are new — the first took place in 2010 — and …”
BRACKETED = re.compile(r"(?:\(|\s[–—]\s)([^()–—]*)(?:\)|\s[–—]\s)")
# “Since the war began in 2011, …”, “…, hours after the mayor had resigned on Monday”
TIMED = re.compile(r"\b(?:since|after|before)\s", re.IGNORECASE)
NO_NAME = re.compile(r"(?:it|he|she|they|this|that|these|those|there|who|which|I|we|you)?", re.I)
STOPS = re.compile(
    rf"[,;:–—“”\"({MASK}]|\b(?:and|but|or|that|who|which|where|when|while|because|as|if)\b"
)
END = re.compile(r"[,;)]|\.?$")


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


def asides_of(
    text: str, places: Sequence[tuple[int, int]], inside: Sequence[int], start: int, end: int
) -> Iterator[Clause]:
    """The clauses on a noun, and those that say before or after what something was.

    `text` has its dates masked, which are at `places`; `inside` are the numbers of those looked at.
    """
    taken: set[int] = set()
    for clause in _on_nouns(text, places, inside, start):
        taken.update(clause.dates)
        yield clause
    for number in inside:
        if number not in taken and (found := _apart(text, places[number], start, end)):
            yield Clause((number,), *found)


def _on_nouns(
    text: str, places: Sequence[tuple[int, int]], inside: Sequence[int], start: int
) -> Iterator[Clause]:
    """The clauses on a noun: “The yard, which opened in May, …”, “… the ferry that sank in May”."""
    opening = OPENING.match(text, start)
    first = opening or ASIDE.match(text, start) or _that_subject(text, start)
    left, begun = list(inside), set[int]()
    for aside in filter(None, (first, *ON_A_NOUN.finditer(text, start))):
        begin, end = aside.span("what")
        if begin in begun:
            continue
        begun.add(begin)
        own = next((number for number in left if begin <= places[number][0] < end), None)
        verb = find_verb(text, begin, end)
        if own is None or find_verb(aside["who"]) or not (opening or _is_done(text, begin, verb)):
            continue
        if OF_ANOTHER.search(text, start, aside.start("who")):
            continue  # “a dealer from Leeds who died in May”
        left.remove(own)
        # “the yard, opened in May, …”: it was
        is_bare = not aside["link"] and not (verb and " " in verb[0])
        stop = _own_end(text, places[own][1], end)
        name = NAMED.search(text, start, aside.start("who"))
        who = name[1] if name else aside["who"]
        yield Clause((own,), begin, stop, who + " was" * is_bare)


def _is_done(text: str, begin: int, verb: re.Match[str] | None) -> bool:
    """Whether a clause begins with a verb that tells of something done, and not only intended."""
    if verb is None or verb.lastgroup != "done" or verb[0].endswith(INTENDED):
        return False
    return re.fullmatch(EARLIER, text[begin : verb.start()]) is not None


def _own_end(text: str, date_end: int, end: int) -> int:
    """Where a clause ends: behind its date if then the verb of the sentence comes."""
    verb = find_verb(text, date_end, end)
    is_on = verb and AND.search(text, date_end, verb.start())
    return date_end if verb and not is_on else end


def _that_subject(text: str, start: int) -> re.Match[str] | None:
    """What a sentence begins with, if it is a noun with a clause that ends with a date."""
    found = THAT_SUBJECT.match(text, start)
    if not found or find_verb(found["who"]) or not find_verb(found["what"]):
        return None
    return found if find_verb(text, found.end()) else None


def is_on_subject(text: str, start: int, date_end: int) -> bool:
    """Whether a date is that of a clause on the subject: “the ban that came in May will end”."""
    found = _that_subject(text, start)
    return found is not None and found.end() == date_end


def _apart(text: str, place: tuple[int, int], start: int, end: int) -> tuple[int, int] | None:
    """Where the clause of a date stands, if that is set off by brackets, or by a “since”."""
    for bracket in BRACKETED.finditer(text, start, end):
        begin, stop = bracket.span(1)
        verb = find_verb(text, begin, stop)
        if begin <= place[0] < stop:
            is_whole = verb and not NO_NAME.fullmatch(text[begin : verb.start()].strip())
            return (begin, stop) if is_whole else None
    return _timed(text, place, start, end)


def _timed(text: str, place: tuple[int, int], start: int, end: int) -> tuple[int, int] | None:
    """Where the clause stands that a “since”, “after” or “before” opens, with its own date."""
    *_, link = None, *TIMED.finditer(text, start, place[0])
    verb = find_verb(text, link.end(), place[0]) if link else None
    if not link or not verb or verb.lastgroup != "done":
        return None
    subject = text[link.end() : verb.start()].strip()
    if NO_NAME.fullmatch(subject) or STOPS.search(text, link.end(), place[0]):
        return None
    stop = END.search(text, place[1], end)
    return link.end(), stop.start() if stop else end

"""Headlines made from sentences, shortened where the meaning stays. Plain Python."""

import re
from typing import Protocol

from timeline.claims.attribution import CONNECTIVE
from timeline.claims.datelines import Placed, behind_dateline
from timeline.claims.referents import BODY, is_of_a_body
from timeline.claims.verbs import find_verb

# What is longer is shortened where that leaves a whole sentence; up to the longest it stays else.
LONG, LONGEST = 120, 160
LEADING_ATTRIBUTION = re.compile(r"^(?:according\ to|as\ reported\ by|as)\s[^,]{1,120},\s+", re.I)
TRAILING_ATTRIBUTION = re.compile(
    r""",?\s+(?:according\ to|as\ reported\ by)\s[^,;]{1,80}$
    |,\s(?:it|he|she|they|[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3})
     \s(?:said|says|reported|reports|announced|wrote|added)$""",
    re.VERBOSE,
)
ASIDE = re.compile(r"\s+(?:[–—]\s[^–—]{1,80}\s[–—]|\([^()]{1,80}\))(?=\s|,)")
# Only what a comma or a dash sets off can be left out: “firms which paid” are not all firms.
SET_OFF = re.compile(
    r"""\s*(?:[,;:]\s+(?:which|who|whose|when|while|whereas|after|before|although|though|despite|where|and
    |because|as|with|following|including|[a-z]{2,12}ing(?!\sof\b)|\w+\sof\s(?:whom|which)
    |(?:the|an?|its|his|her|their)\s(?![^,;]*\b(?:and|or)\b)(?=[^,;]*$))\s
    |[,;:]?\s+(?:[–—]|--|as\ part\ of)\s)""",
    re.VERBOSE,
)
# What follows these may go where all doesn't fit: it leaves something true.
LINKED = re.compile(r"\s(?:after|before|when|while|because|amid|following|despite|although)\s")
PHRASE = re.compile(
    r"\s(?:of|in|on|at|by|for|from|to|with|that|which|who|and|or|over|into|as|about)\s"
)
BULLET = re.compile(r"^[–—•·*_-]\s+")
BEFORE_DATE = re.compile(
    r"""(?:early|late|earlier|later|back)?\s?
    (?:in|on|by|at|during|since|until|before|after|from|between|throughout|over)?
    \s?(?:the\s)?""",
    re.IGNORECASE | re.VERBOSE,
)
# “In 2018, people”, “In 2018 the people”, but “In 2018 people” may count them.
BEHIND_DATE = re.compile(
    r"\s*[,:]\s+|\s[–—-]\s+|\s(?=(?:the|an?|its?|he|she|they|his|her|their|two|three)\s|[A-Z])"
)
# What says when only to those who know the day of publication.
RELATIVE = re.compile(
    r"yesterday|today|tomorrow|(?:earlier |later )?(?:last|this|next) \w+|[\w ]+ (?:ago|back)",
    re.IGNORECASE,
)
CAPITAL = re.compile(r"[A-Z]")
PRONOUN = re.compile(r"(?:it|he|she|they)\b", re.IGNORECASE)
LEANING = re.compile(rf"(?:it|(?P<person>s?he)|the\s{BODY})\b(?!['’-])", re.IGNORECASE | re.VERBOSE)
# Of a person; “it” is nobody.
PERSON = re.compile(r"(?:[\w’'-]+\s)*[A-Z][\w’'-]+\s[A-Z][\w’'-]+")
QUOTES = re.compile(r"[\"“”]")
# “Lamb, who was arrested in May, pleaded guilty” is told without it.
ASIDE_ON_WHO = re.compile(r"(?:,\s\d{1,3})?,\s(?:who|which|whose)\s[^,;]{3,150},(?=\s)")
LONGEST_NAME = 80
LEANS_ON_DATE = re.compile(
    r"\b(?:from|since|until|till|for|of|than|to|by|in|on|at|before|after|and|or|the|only|just)\s$",
    re.IGNORECASE,
)


class Claimed(Protocol):
    """What an article tells at `told_start:told_end`; its date's words end at `date_end`."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def told_start(self) -> int: ...
    @property
    def told_end(self) -> int: ...
    @property
    def date_end(self) -> int: ...
    @property
    def who(self) -> str: ...


def headline_of(text: str, claim: Claimed, dated: Placed | None) -> str:
    """The headline of what an article claims, whose date begins where `dated` does."""
    first, last = claim.told_start, claim.told_end
    has_date = dated is not None and first <= dated.start < last
    date = (dated.start, claim.date_end) if dated and has_date else (first, first)
    headline = make_headline(text[first:last], date[0] - first, date[1] - first, claim.who)
    return headline or text[claim.start : claim.end][:LONGEST]


def make_headline(sentence: str, date_start: int, date_end: int, who: str = "") -> str:
    """A headline of at most 160 characters from a sentence or a clause of one.

    The words of its date, at `date_start:date_end` of the sentence, are left out where they lead
    the sentence or are relative, since the date stands beside the headline. `who`, in brackets, as
    a quotation marks what an editor puts in, takes the place of “it” or “the firm” at its head, or
    stands before its verb.
    """
    rest = _without_date(_first_part(sentence, date_end), date_start, date_end)
    date = " ".join(sentence[date_start:date_end].split())
    rest = _unquoted(BULLET.sub("", " ".join(rest.split())))
    rest = rest[behind_dateline(rest) :]
    previous = ""
    while rest != previous:
        previous = rest
        rest = LEADING_ATTRIBUTION.sub("", CONNECTIVE.sub("", rest))
    rest = TRAILING_ATTRIBUTION.sub("", rest.rstrip(".…"))
    bare = ASIDE_ON_WHO.sub("", rest)
    rest = bare if date not in rest or date in bare else rest
    rest = _shortened(_with_name(rest, who), date).strip(" ,;:")
    return rest[:1].upper() + rest[1:]


def _first_part(sentence: str, date_end: int) -> str:
    """The sentence up to the first semicolon behind its date."""
    cut = sentence.find("; ", date_end)
    return sentence if cut < 0 else sentence[:cut]


def _unquoted(text: str) -> str:
    """The text without quotation marks around it, if they are around all of it."""
    bare = text.strip(" \"“”'‘’")
    return text if QUOTES.search(bare) else bare


def _with_name(text: str, who: str) -> str:
    """The text with the name of who is meant: for a pronoun, or before a verb that lacks one."""
    named = " ".join(who.split())
    if not 0 < len(named) <= LONGEST_NAME or PRONOUN.fullmatch(named):
        return text
    name = f"[{named[:1].upper()}{named[1:]}]"
    if leaning := LEANING.match(text):
        if leaning[0].lower() != "it" and not CAPITAL.search(named):
            return text
        is_person = PERSON.fullmatch(named) and not is_of_a_body(named)
        is_other = is_person and not leaning["person"]
        return text if is_other else name + text[leaning.end() :]
    verb = find_verb(text)
    lacks_one = named.endswith(" was") or (verb and not verb.start())
    return f"{name} {text[:1].lower()}{text[1:]}" if lacks_one else text


def _without_date(sentence: str, start: int, end: int) -> str:
    """The sentence without “In April 2018,” at its head, and without “last month” anywhere."""
    connective = CONNECTIVE.match(sentence)
    lead = BULLET.sub("", sentence[connective.end() if connective else 0 : start])
    behind = BEHIND_DATE.match(sentence, end)
    if behind and BEFORE_DATE.fullmatch(lead):
        return sentence[behind.end() :]
    verb = find_verb(sentence, end)
    if verb and verb.start() == end + 1 and lead and BEFORE_DATE.fullmatch(lead):
        return sentence[verb.start() :]
    stands_alone = not start or (sentence[start - 1] == " " and not LEANS_ON_DATE.search(lead))
    stands_alone = stands_alone and not sentence.startswith(("’s", "'s"), end)
    if stands_alone and RELATIVE.fullmatch(sentence, start, end):
        return sentence[:start].rstrip() + sentence[end:]
    return sentence


def _shortened(text: str, date: str) -> str:
    """The text, without what can go behind the words of its date, if it is long."""
    if len(text) > LONG:
        text = ASIDE.sub("", text)
    if len(text) <= LONG:
        return text
    behind = max(LONG // 3, text.find(date) + len(date))
    if cut := _last_break(SET_OFF, text, behind, LONG):
        return text[:cut]
    if len(text) <= LONGEST:
        return text
    for breaks in (SET_OFF, LINKED):
        if cut := _last_break(breaks, text, behind, LONGEST):
            return text[:cut]
    *_, last = LONGEST - 1, *(one.start() for one in PHRASE.finditer(text, LONG, LONGEST))
    return text[:last].rsplit(" ", text[last] != " ")[0].rstrip(" ,;:") + "…"


def _last_break(breaks: re.Pattern[str], text: str, begin: int, end: int) -> int:
    """Where the last of the breaks is that leaves a verb before it, and no list cut; else 0."""
    verb = find_verb(text)
    *_, last = (
        0,
        *(
            one.start()
            for one in breaks.finditer(text, begin)
            if verb
            and verb.end() <= one.start() <= end
            and (
                ", and" not in one[0]
                or PRONOUN.match(text, one.end())
                or find_verb(text, one.end())
            )
        ),
    )
    return last

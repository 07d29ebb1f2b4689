"""The tense of the clause around a match, told from its verbs."""

import re
from typing import Literal

from articles.dates.english.clauses import Finds, clause_begin, clause_end
from articles.dates.english.verbs import FIGURES, PAST, VERB_AFTER, VERB_BEFORE
from articles.dates.rule import Match

Tense = Literal["past", "future", ""]
VERBS_BEFORE, VERBS_AFTER = Finds(VERB_BEFORE), Finds(VERB_AFTER)
POSSESSIVE = re.compile(r"\s?['’]s\b")  # in some texts its mark stands apart
# "Ahead of Sunday's vote", "Sunday's vote will be close": else what is named by its day is over.
BEFORE_IT = re.compile(r"\b(?:[Aa]head\sof|[Rr]un-?up\sto|[Pp]repar\w+\sfor|[Pp]ostpon\w+)\s$")
WILL_BE = re.compile(
    r"\s?['’]s\s(?:[\w-]+\s){1,4}?(?:will\b|(?:is|are)\s(?:expected|due|likely|set|scheduled)\b)"
)
# Words beside a date that tell its tense stand so near.
NEAR = 80
# "Clinton on Saturday vowed": the verb of the date stands right behind it.
RIGHT_BEHIND = re.compile(rf"\s(?=[a-z])(?P<past>{PAST})\b")
# "until Tuesday" ends a time that still runs, unless that time is told as over.
LIMIT = re.compile(
    r"\b(?:until|till|by|through)\s(?:at\sleast\s|early\s|late\s|mid-?\s?|noon\s|midnight\s"
    r"|[\d:.]+\s?[ap]\.?m\.?\s(?:[A-Z]{2,4}\s)?)?$",
    re.IGNORECASE,
)
PAST_BEFORE = ("since ", "Since ", "back in ", "back on ")
WHAT_IS_SAID = re.compile(r"\s(?:that|whether)\b")
OPENING = re.compile(r"(?:\b(?:and|but|that)\s|\.\s+)$")
LONGEST_LIMIT = 30
STRETCH = re.compile(r"\bfrom\s(?:[\w.]+\s){1,3}(?:until|till|through)\s$", re.IGNORECASE)
# "up from 4.3 months in January": figures are compared with what was.
COMPARED = re.compile(r"\b(?:from|than|with|against)\s[$£€]?\d[\d.,]*%?(?:\s[\w.]+){0,3}\sin\s$")
LONGEST_COMPARED = 60
# "the deadline is Friday", "Friday is the deadline", "polls open Tuesday", "a week from Friday".
IS_BEHIND = re.compile(r"\s(?:is|marks)\s(?:the|an?|his|her|its|their|not|[A-Z])\b")
STANDS_AHEAD = re.compile(
    r"\b(?:[Cc]ome|(?:is|are)(?:\s(?:closed|shut|open|off|out))?"
    r"|(?:postponed|rescheduled|adjourned|moved|delayed|deferred|put\soff|pushed\sback)"
    r"(?=\s(?:to|for|until)\s)"
    r"|(?:\w+s|\))\s(?:open|reopen|meet|begin|resume|play|vote|travel|return)(?:\s(?:again|\w+ly))?"
    r"|(?<!for\s)(?:an?|one|two|three)\s(?:days?|weeks?|months?)(?=\sfrom\s$)"
    r"|(?:[A-Z]\w+|parliament|council|committee|board|court)\s(?:votes|decides|rules))"
    r"\s(?:(?:on|at|to|for|from|until)\s)?(?:[\d:.]{1,5}\s?[ap]\.?m\.?\s(?:on\s)?)?$"
)
# "The figures for April are due": the verb tells of the figures.
FIGURES_BEFORE = re.compile(
    rf"\b(?:{FIGURES}\s(?:for|from|of)|(?:year|months|weeks)\sto)\s$", re.IGNORECASE
)
FIGURES_AFTER = re.compile(rf"\s(?:\w+\s)?{FIGURES}\b")
TO_DO = re.compile(
    r"\s(?:\w+\s){0,2}to\s(?!(?:the|an?|all|most|some|its|his|her|their|about|nearly|over)\b)[a-z]+"
    r"\s[^.]{0,60}?\bby\s"
)  # "were asked to reply by"
# "Minister to resign Friday", but not "a way to the top"
HEADLINE = re.compile(
    r"\s*(?:[\w’'$-]+\s){1,8}?to\s"
    r"(?!(?:the|an?|his|her|its|their|all|date|work|be\s\w+ing)\b)[a-z]{2,}\b[^.;:!?\n]*"
)
OVER = {"had", "was", "were", "did", "been"}
STAYED = set(
    "remained stayed lasted continued rained snowed raged dragged burned fought waited worked ran"
    " slept lingered".split()
)


# "has postponed the shows in Hull to July 31"
PUT_OFF = re.compile(
    r"\b(?:postponed|rescheduled|delayed|moved|deferred|put\soff|pushed\sback)\s[^.;]{0,60}"
    r"\s(?:to|until)\s$"
)


def of_clause(match: Match, text: str) -> Tense:
    """The tense of the clause around a match in an English text."""
    return tense_at(text, match.start, match.end)


def tense_at(text: str, start: int, end: int) -> Tense:
    """ "past" or "future" by the nearest verb before the match in its sentence, else after it."""
    if POSSESSIVE.match(text, end):
        return "future" if is_named_ahead(text, start, end) else ""
    if told := told_beside(text, start, end):
        return told
    limit = LIMIT.search(text, max(0, start - LONGEST_LIMIT), start)
    is_limit = limit is not None and not ends_a_stretch(text, start)
    said = limit[0].split()[0].lower() if limit and is_limit else ""
    found = [] if opens_clause(text, limit) else verbs_before(text, start)
    if found and is_limit and not is_over(found, is_by=said == "by"):
        return "future"
    if not found and is_of_figures(text, start, end):
        return ""
    verb = found[-1] if found else verb_after(text, end)
    if verb is None and (said not in ("", "through") or is_headline(text, start)):
        return "future"
    return as_tense(verb.lastgroup if verb else None)


def is_headline(text: str, start: int) -> bool:
    """Whether what stands before a match is told as a headline tells what will be."""
    return HEADLINE.fullmatch(text, clause_begin(text, start), start) is not None


def told_beside(text: str, start: int, end: int) -> Tense:
    """The tense that the words right beside a match tell, whatever other verbs stand there."""
    if RIGHT_BEHIND.match(text, end) or text.endswith(PAST_BEFORE, 0, start):
        return "past"
    if IS_BEHIND.match(text, end):
        return "future"
    if STANDS_AHEAD.search(text, max(0, start - LONGEST_LIMIT), start):
        return "future"
    if text.endswith(("to ", "until "), 0, start) and PUT_OFF.search(
        text, max(0, start - NEAR), start
    ):
        return "future"
    is_compared = text.endswith(" in ", 0, start) and COMPARED.search(
        text, max(0, start - LONGEST_COMPARED), start
    )
    return "past" if is_compared else ""


def verb_after(text: str, end: int) -> re.Match[str] | None:
    """The first verb of the clause after a match: not that of "his word on Friday that it will"."""
    if WHAT_IS_SAID.match(text, end):
        return None
    return next(VERBS_AFTER.within(text, end, clause_end(text, end)), None)


def is_of_figures(text: str, start: int, end: int) -> bool:
    """Whether a date says of when figures are: "figures for April", "the April sales data"."""
    before = FIGURES_BEFORE.search(text, max(0, start - LONGEST_LIMIT), start)
    return bool(before or FIGURES_AFTER.match(text, end))


def is_named_ahead(text: str, start: int, end: int) -> bool:
    """Whether what is named by its day lies ahead: "will run in Sunday's race"."""
    if WILL_BE.match(text, end) or BEFORE_IT.search(text, max(0, start - 16), start):
        return True
    found = verbs_before(text, start) if text.endswith((" in ", " at "), 0, start) else []
    return bool(found) and found[-1].lastgroup == "future"


def verbs_before(text: str, start: int) -> list[re.Match[str]]:
    """The verbs of the clause before a match."""
    return list(VERBS_BEFORE.within(text, clause_begin(text, start), start))


def is_over(verbs: list[re.Match[str]], *, is_by: bool) -> bool:
    """Whether a time that ends is told as over: "was shut until", "had been cleared by"."""
    last_two = {verb[0].lower() for verb in verbs[-2:]}
    if is_by and TO_DO.search(verbs[-1].string, verbs[-1].end(), verbs[-1].end() + NEAR):
        return False
    told = last_two if is_by else {verb[0].lower() for verb in verbs[-1:]}
    return not OVER.isdisjoint(told) or not STAYED.isdisjoint(last_two)


def opens_clause(text: str, limit: re.Match[str] | None) -> bool:
    """Whether a "by" begins its clause, whose verb comes after it: "and by Friday it was"."""
    if limit is None or not limit[0].lower().startswith("by"):
        return False
    return OPENING.search(text, max(0, limit.start() - LONGEST_LIMIT), limit.start()) is not None


def ends_a_stretch(text: str, start: int) -> bool:
    """Whether what stands before a date says from when: "raised from May through"."""
    return STRETCH.search(text, max(0, start - LONGEST_LIMIT), start) is not None


def as_tense(group: str | None) -> Tense:
    """The tense that a group of the pattern stands for."""
    return "past" if group == "past" else "future" if group == "future" else ""

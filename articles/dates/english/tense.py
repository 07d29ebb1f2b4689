"""The tense of the clause around a match, told from its verbs."""

import re
from typing import Literal

from articles.dates.rule import Match
from articles.dates.wording import by_first_letter

Tense = Literal["past", "future", ""]
POSSESSIVE = re.compile(r"\s?['’]s\b")  # in some texts its mark stands apart
# "Ahead of Sunday's vote", "Sunday's vote will be close": else what is named by its day is over.
BEFORE_IT = re.compile(r"\b(?:[Aa]head\sof|[Rr]un-?up\sto|[Pp]repar\w+\sfor)\s$")
WILL_BE = re.compile(
    r"\s?['’]s\s(?:[\w-]+\s){1,4}?(?:will\b|(?:is|are)\s(?:expected|due|likely|set|scheduled)\b)"
)
REACH = 240
# Most clauses have a verb so near; one that begins too far left may be cut in two.
NEAR, LONGEST_VERB = 80, 24
# A full stop ends a sentence before a capital, unless it ends an abbreviation ("a.m.", "Mr.").
BREAK = re.compile(
    r"(?<=\w\w\w)\.(?=[\"”’)']*\s+[\"“‘(`]*[A-Z])|(?<=[\d%)\"”’])\.(?=\s)"
    r"|(?<=\s)\.(?=\s)|[!?;:](?=[\s\"”’)'])|\n\s*\n|[“”]|``|''"
)
DOING = (
    "meeting|visiting|hosting|holding|travell?ing|arriving|leaving|returning|playing|launching"
    "|opening|closing|releasing|speaking|appearing"
)
FIGURES = (
    r"(?:figures?|data|results|sales|numbers|statistics|reports?|earnings|output|orders|prices"
    r"|minutes|surveys?|readings?)"
)
BENT_ON = "set going about able likely ready wants? intends? hopes? aims? needs?".split()
AHEAD = (
    *r"(?-i:will|may) ['’]ll shall won['’]t would might must should scheduled due"
    r" expect(?:s|(?<!than\sexpect)(?<!as\sexpect)ed)? plan(?<!the\splan)(?<!a\splan)s?"
    r" upcoming slated next(?!\sto) effective expires? ha(?:ve|s)\sto"
    r" could(?!\snot|\s?n['’]t|\sbe\s(?:reached|located|found|seen|heard)) as\s(?:early|soon)\sas"
    r" begins starts resumes? continues convenes? departs arrives premieres opens reopens"
    r" closes ends runs meets hears airs takes?\s(?:effect|place|office)"
    r" goes\s(?:on|into|to|before) travels\sto leaves\s(?:the|for|office|in|on)"
    r" retires steps\sdown turns\s\d+ heads?\sto unveils kicks\soff"
    r" plays\s(?:again|host|at) hosts\s(?:an?|the|its) holds\s(?:an?|its|talks|elections?)"
    r" faces\s(?:trial|court|voters) debuts\s(?:on|in) speaks\s(?:at|before)"
    r" appears\s(?:at|before) comes\s(?:out|into|before) go(?:es)?\son\ssale set\sfor"
    r" forecast\s(?:for|to) ahead\s(?:of|to) planned\s(?:an?|the)".split(),
    *(rf"{verb}\sto" for verb in ["is", "are", "was", "were", "be", *BENT_ON]),
    *(rf"{verb}\s(?:forecast|{DOING})" for verb in ("is", "are")),
    *(rf"{verb}\s(?:\S+\s){{0,3}}{FIGURES}" for verb in ("reports", "releases", "publishes")),
    *(  # "Wales play Italy", but not "to play Italy", "did not play Italy"
        rf"{verb}(?<!to\s{verb})(?<!not\s{verb})\s(?-i:[A-Z])\w+"
        for verb in ("play", "face", "host", "visit", "meet")
    ),
)
# Before a date, what was agreed, ordered or offered lies ahead, though it is told in the past.
INTENDED = (
    *(
        rf"{verb}\s(?:to|for)"
        for verb in "agree(?:ment|d|s)? decision decided deal pact propos(?:al|ed|es) bid planned"
        " offer(?:ed|s)? planning pledged? promised? vow(?:ed|s)? wanted intended hop(?:ed|ing)"
        " aimed needed order(?:ed|s)?".split()
    ),
    r"to\s(?:be|begin|start|meet|hold|visit|open|launch|end|take|run|appear|release|report|announce"
    r"|close|vote|leave|arrive|return|decide|hear|complete)",
)
# What had been planned for a day was over by then, or was put off.
IRREGULAR = (
    r"had\s(?:\w+\s)?been\s(?:scheduled|expected|due|planned|set|supposed)(?:\sto\s\w+)?"
    r" w(?:as|ere)\ssupposed\sto\s\w+"
    " was were had did said told made took went came got gave saw found left felt put held brought"
    " began kept wrote stood ran lost paid met led won sold fell rose grew became sent built spoke"
    " bought broke drew drove fought thought caught taught shot hit cut shut set sat sought knew"
    " threw flew chose died been has have won't showed struck swept spent dealt forced"
    " seen known found given taken written done gone shown born driven chosen"
).split()
# "to be paid", "to hit" and "would cut" aren't past, nor is the adjective in "a proposed sale".
NOT_PAST = (
    r"(?<!\bbe\s)(?<!\bto\s)(?<!\bwill\s)(?<!\b(?:would|might)\s)"
    r"(?<!\bthe\s)(?<!\ba\s)(?<!\ban\s)(?<!\bits\s)"
)
NOT_A_VERB = "un|succeed|proceed|exceed|need|indeed|speed|feed|seed"
VERB = rf"(?:{by_first_letter(IRREGULAR)}|(?!{NOT_A_VERB})[a-z]{{2,14}}ed)"
PAST = rf"(?={VERB}\b){NOT_PAST}{VERB}"  # first the verb, which few words are
BEGIN = r"\b(?=[a-z'’])"  # of a word, not its end
VERB_BEFORE = re.compile(
    rf"{BEGIN}(?:(?P<future>{by_first_letter([*AHEAD, *INTENDED])})|(?P<past>{PAST}))\b",
    re.IGNORECASE,
)
VERB_AFTER = re.compile(
    rf"{BEGIN}(?:(?P<future>{by_first_letter(AHEAD)})|(?P<past>{PAST}))\b", re.IGNORECASE
)
# "Clinton on Saturday vowed": the verb of the date stands right behind it.
RIGHT_BEHIND = re.compile(rf"\s(?=[a-z])(?P<past>{PAST})\b")
# "until Tuesday" ends a time that still runs, unless that time is told as over.
LIMIT = re.compile(
    r"\b(?:until|till|by|through)\s(?:at\sleast\s|early\s|late\s|mid-?\s?|noon\s|midnight\s"
    r"|[\d:.]+\s?[ap]\.?m\.?\s(?:[A-Z]{2,4}\s)?)?$",
    re.IGNORECASE,
)
LONGEST_LIMIT = 30
STRETCH = re.compile(r"\bfrom\s(?:[\w.]+\s){1,3}(?:until|till|through)\s$", re.IGNORECASE)
# "up from 4.3 months in January": figures are compared with what was.
COMPARED = re.compile(r"\b(?:from|than|with|against)\s[$£€]?\d[\d.,]*%?(?:\s[\w.]+){0,3}\sin\s$")
LONGEST_COMPARED = 60
# "the deadline is Friday", "Friday is the deadline", "polls open Tuesday": what is lies ahead.
IS_BEHIND = re.compile(r"\s(?:is|marks)\s(?:the|an?|his|her|its|their|not|[A-Z])\b")
STANDS_AHEAD = re.compile(
    r"\b(?:[Cc]ome|(?:is|are)(?:\s(?:closed|shut|open|off|out))?"
    r"|(?:postponed|rescheduled|adjourned|moved|delayed|deferred|put\soff|pushed\sback)"
    r"(?=\s(?:to|for|until)\s)"
    r"|(?:\w+s|\))\s(?:open|reopen|meet|begin|resume|play|vote|travel|return)(?:\s(?:again|\w+ly))?"
    r"|(?:[Pp]arliament|Congress|Senate|House|[Cc]ouncil|[Cc]ommittee|[Bb]oard|[Cc]ourt)"
    r"\s(?:votes|decides|rules))"
    r"\s(?:(?:on|at|to|for|from|until)\s)?(?:[\d:.]{1,5}\s?[ap]\.?m\.?\s(?:on\s)?)?$"
)
# "The figures for April are due": the verb tells of the figures.
FIGURES_BEFORE = re.compile(
    rf"\b(?:{FIGURES}\s(?:for|from|of)|(?:year|months|weeks)\sto)\s$", re.IGNORECASE
)
FIGURES_AFTER = re.compile(rf"\s(?:\w+\s)?{FIGURES}\b")
TO_DO = re.compile(r"\s(?:\w+\s){0,2}to\s[a-z]+\s[^.]{0,60}?\bby\s")  # "were asked to reply by"
OVER = {"had", "was", "were", "did", "been"}
STAYED = set(
    "remained stayed lasted continued rained snowed raged dragged burned fought waited worked ran"
    " slept lingered".split()
)


def of_clause(match: Match, text: str) -> Tense:
    """The tense of the clause around a match in an English text."""
    return tense_at(text, match.start, match.end)


def tense_at(text: str, start: int, end: int) -> Tense:
    """ "past" or "future" by the nearest verb before the match in its sentence, else after it."""
    if POSSESSIVE.match(text, end):
        return "future" if is_named_ahead(text, start, end) else ""
    if RIGHT_BEHIND.match(text, end):
        return "past"
    if IS_BEHIND.match(text, end):
        return "future"
    if STANDS_AHEAD.search(text, max(0, start - LONGEST_LIMIT), start):
        return "future"
    if COMPARED.search(text, max(0, start - LONGEST_COMPARED), start):
        return "past"
    limit = LIMIT.search(text, max(0, start - LONGEST_LIMIT), start)
    is_limit = limit is not None and not ends_a_stretch(text, start)
    found = verbs_before(text, start, REACH if is_limit else NEAR)
    if found and is_limit and not is_over(found, is_by=text.endswith(("by ", "By "), 0, start)):
        return "future"
    if not found and is_of_figures(text, start, end):
        return ""
    verb = found[-1] if found else VERB_AFTER.search(text, end, clause_end(text, end))
    if verb is None and is_limit and not text.endswith("through ", 0, start):
        return "future"
    return as_tense(verb.lastgroup if verb else None)


def is_of_figures(text: str, start: int, end: int) -> bool:
    """Whether a date says of when figures are: "figures for April", "the April sales data"."""
    before = FIGURES_BEFORE.search(text, max(0, start - LONGEST_LIMIT), start)
    return bool(before or FIGURES_AFTER.match(text, end))


def is_named_ahead(text: str, start: int, end: int) -> bool:
    """Whether what is named by its day lies ahead: "will run in Sunday's race"."""
    if WILL_BE.match(text, end) or BEFORE_IT.search(text, max(0, start - 16), start):
        return True
    found = verbs_before(text, start, NEAR) if text.endswith((" in ", " at "), 0, start) else []
    return bool(found) and found[-1].lastgroup == "future"


def verbs_before(text: str, start: int, reach: int = REACH) -> list[re.Match[str]]:
    """The verbs of the clause before a match; the nearest ones do where they are surely whole."""
    begin = clause_begin(text, start, reach)
    found = list(VERB_BEFORE.finditer(text, begin, start))
    is_enough = reach == REACH or begin > start - reach or begin == 0
    if is_enough or (found and found[-1].start() - begin > LONGEST_VERB):
        return found
    return verbs_before(text, start)


def is_over(verbs: list[re.Match[str]], *, is_by: bool) -> bool:
    """Whether a time that ends is told as over: "was shut until", "had been cleared by"."""
    last_two = {verb[0].lower() for verb in verbs[-2:]}
    if is_by and TO_DO.search(verbs[-1].string, verbs[-1].end(), verbs[-1].end() + NEAR):
        return False
    told = last_two if is_by else {verb[0].lower() for verb in verbs[-1:]}
    return not OVER.isdisjoint(told) or not STAYED.isdisjoint(last_two)


def ends_a_stretch(text: str, start: int) -> bool:
    """Whether what stands before a date says from when: "raised from May through"."""
    return STRETCH.search(text, max(0, start - LONGEST_LIMIT), start) is not None


def clause_at(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the clause around a match begins and ends, at most `REACH` characters from it."""
    return clause_begin(text, start), clause_end(text, end)


def clause_begin(text: str, start: int, reach: int = REACH) -> int:
    """Where the clause before a place begins, at most `reach` characters from it."""
    begin = max(0, start - reach)
    return max((stop.end() for stop in BREAK.finditer(text, begin, start)), default=begin)


def clause_end(text: str, end: int) -> int:
    """Where the clause after a place ends, at most `REACH` characters from it."""
    stop = BREAK.search(text, end, end + REACH)
    return stop.start() if stop else min(end + REACH, len(text))


def as_tense(group: str | None) -> Tense:
    """The tense that a group of the pattern stands for."""
    return "past" if group == "past" else "future" if group == "future" else ""

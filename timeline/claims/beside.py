"""Dates of what a sentence only mentions beside what it tells. Plain Python.

“Figures published in May”, “guilty of forging records in May”, “two days after his death in May”.
"""

import re

from timeline.claims.attribution import MASK
from timeline.claims.verbs import find_verb

# “Two days after his death in May”: that month was another thing’s.
OF_ANOTHER_DEED = re.compile(
    rf"""\b(?:hours?|days?|weeks?|months?|years?)\s(?:after|before)\s
    (?P<deed>[^,;:{MASK}]{{2,80}}?)\s(?:on|in|at|of)\s(?:the\s)?$""",
    re.VERBOSE,
)
# “The year ended 31 December”, “the quarter to June”: how long, not when.
PERIOD = re.compile(r"\b(?:year|half|quarter|months?|weeks?|period|season)\s(?:ended|ending|to)\s$")
# “Guilty of falsifying records between May and June”: what somebody stood trial for.
CHARGED = re.compile(
    rf"""\b(?:guilty|charged|accused|convicted|suspected|sentenced|jailed|imprisoned|fined|arrested|indicted
    |acquitted|cleared|tried|wanted)\b[^;:{MASK}]*\s(?:of|for|with|over)\s[a-z]+ing\s[^,;:{MASK}]*$""",
    re.VERBOSE,
)
# “Refunds passengers booked in May”, “used data published in May”: a participle behind its noun.
REDUCED = re.compile(
    r"""\s(?!(?:that|who|which|and|but|or|it|he|she|they|we|was|were|been|be|being|has|have|had|not|to|also
    |first|then|later|[a-z]+ly)\s)[\w’'-]+\s(?P<participle>[a-z]+(?:ed|rn)|built|held|made|sold|found
    |taken|given|written|shown|seen|sent)\s(?:(?:only|just|early|late)\s)?
    (?:(?:in|on|at|by|from|between|during|since|last|earlier)\s(?:the\s)?)?$""",
    re.VERBOSE,
)
BREAKING = re.compile(
    r"[,;:–—“”\"(]|\b(?:and|but|or|that|who|which|where|when|while|because|as|if|after|before|since|than)\b"
)
SAYING = re.compile(
    r"\b(?:said|says?|told|believe[ds]?|thought|knew|know|hope[ds]?|fear(?:ed|s)?|show(?:ed|s)?|found|finds?"
    r"|claim(?:ed|s)?|feel|felt|think|insist(?:ed|s)?|understand|understood|reveal(?:ed|s)?|confirm(?:ed|s)?"
    r"|estimate[sd]?|expect(?:ed|s)?|report(?:ed|s)?|saw|heard|suggest(?:ed|s)?)\b"
)
# So much before a date can hold what its thing is.
NEAR, NEARBY = 60, 140


def is_of_another_thing(before: str) -> bool:
    """Whether the date that these words lead to is not that of what the sentence tells."""
    if PERIOD.search(before, max(0, len(before) - NEAR)) or _is_of_another_deed(before):
        return True
    return _is_reduced(before) or ("ing " in before and CHARGED.search(before) is not None)


def _is_of_another_deed(before: str) -> bool:
    """Whether the date is of what something came so long before or after."""
    found = OF_ANOTHER_DEED.search(before, max(0, len(before) - NEARBY))
    return found is not None and not find_verb(found["deed"])


def _is_reduced(before: str) -> bool:
    """Whether the date is of a participle behind a noun that another verb has as its object."""
    found = REDUCED.search(before, max(0, len(before) - NEAR))
    if not found:
        return False
    begin = max((one.end() for one in BREAKING.finditer(before, 0, found.start())), default=0)
    verb = find_verb(before, begin, found.start())
    return verb is not None and not SAYING.search(before, begin, found.start())

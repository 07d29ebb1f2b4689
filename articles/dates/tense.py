"""The tense of the clause around a match, told from its verbs."""

import re
from typing import Literal

Tense = Literal["past", "future", ""]
REACH = 240
BREAK = re.compile(r"[.!?;:](?=[\s\"”’)])|\n\s*\n|[“”]")
FUTURE = (
    "will|shall|'ll|’ll|won't|won’t|(?:is|are|was|were)\\sto"
    "|to\\s(?:be|begin|start|meet|hold|visit|open|launch|end|take|run|appear|release|report|announce)"
    "|plans?\\sto|scheduled|expected|expects?|due|set\\sto|intends?|hopes?|upcoming"
    "|slated|aims?|going\\sto|about\\sto|next|expires?"
)
IRREGULAR = (
    "was were had did said told made took went came got gave saw found left felt put held brought"
    " began kept wrote stood ran lost paid met led won sold fell rose grew became sent built spoke"
    " bought broke drew drove fought thought caught taught shot hit cut shut set sat sought knew"
    " threw flew chose died been has have won't showed struck swept spent dealt forced"
).split()
VERB = re.compile(
    rf"\b(?:(?P<future>{FUTURE})|(?P<past>{'|'.join(IRREGULAR)}|[a-z]{{2,14}}ed))\b", re.IGNORECASE
)


def tense_at(text: str, start: int, end: int) -> Tense:
    """ "past" or "future" by the nearest verb before the match in its sentence, else after it."""
    before = text[max(0, start - REACH) : start]
    before_from = max((stop.end() for stop in BREAK.finditer(before)), default=0)
    found = [verb.lastgroup for verb in VERB.finditer(before, before_from)]
    if found:
        return as_tense(found[-1])
    after = text[end : end + REACH]
    stop_after = BREAK.search(after)
    verb = VERB.search(after, 0, stop_after.start() if stop_after else len(after))
    return as_tense(verb.lastgroup if verb else None)


def as_tense(group: str | None) -> Tense:
    """The tense that a group of the pattern stands for."""
    return "past" if group == "past" else "future" if group == "future" else ""

"""The verbs of a clause: whether it tells what was done, what lies ahead, or how things stand.

Plain Python.
"""

import re
from typing import Literal

from articles.dates.english.verbs import IRREGULAR, NOT_A_VERB, NOT_PAST
from articles.dates.wording import by_first_letter

Kind = Literal["done", "plan", "state", ""]
# Of these the words tell no past by themselves ("has to", "have a plan").
PRESENT = {"has", "have", "been"}
MORE_IRREGULAR = (
    "fled quit swore sworn stole stolen broken spoken fallen risen grown beaten beat drawn flown"
    " froze frozen hid hidden laid lent sank sunk sang sung shook shaken slept split spread stuck"
    " underwent undergone withdrew withdrawn woke upheld overturned overthrew overthrown understood"
    " rode burst heard hung overcame overtook rebuilt shed sped spun undid unveiled forbade dug"
    " bent bled clung thrown swam swung undertook withheld withstood arose awoke bore bound cast"
    " fed leapt lit meant tore torn wore worn won become come begun run swung strode wound taught"
).split()
PAST = by_first_letter([word for word in (*IRREGULAR, *MORE_IRREGULAR) if word not in PRESENT])
WHEN = r"(?:around|about|later|early|late|next|this|within)"
PLANS = rf"""(?:will|shall|won['’]t)(?!\shave\b)|['’]ll
    |plan(?:s|ned|ning)?\ (?:to|for|in|on)|planning|expect(?:s|ed|ing)?\ (?:to|by|in|on|{WHEN})
    |due\ (?:to|in|on|by|at|{WHEN})|(?:intend(?:s|ed)?|aim(?:s|ed)?|hope[sd]?|want(?:s|ed)?)\ to
    |set\ (?:to|for)|slated\ (?:to|for)|scheduled\ (?:to|for|in|on|at)|about\ to|going\ to
    |(?:is|are|was|were)\ to(?=\ [a-z])|would|ahead\ of"""
# What is fixed for a day is told in the present: “the race starts in May and ends in June”.
FIXED = r"""(?:starts|begins|ends|opens|reopens|closes|resumes|returns|expires
    |takes\ (?:place|effect)|goes\ (?:on\ sale|live)|comes\ (?:out|into\ force)|kicks\ off)
    (?!\ up\b)"""
BETWEEN = (
    r"(?:\s(?:just|already|also|now|since|both|all|then|once|yet|first|later|soon|been|got"
    r"|[a-z]{2,12}ly))*\s"
)
PARTICIPLE = rf"(?:{PAST}|(?!{NOT_A_VERB})[a-z]{{2,14}}ed)"
# What someone does in their mind, or is, happens on no day.
STATES = r"""(?:believe|support|want|need|like|oppose|favou?r|consider|intend|expect|depend|include
    |contain|belong|own|remain|stay|exist|matter|seem|appear|deserve|fear|prefer|regard|respect
    |view|suspect|doubt|hop|hope|lack|love|hate|enjoy|value)(?:e?d)
    |knew|thought|felt|understood|meant|had|did|kept|stood"""
VERB = re.compile(
    rf"""(?<![-\w])(?:
    (?P<noun>(?:the|an?|its|his|her|their)\ (?:[a-z]+ly\ )?{PARTICIPLE}(?=\ [a-z]))
    |(?P<plan>{PLANS}|{FIXED})
    |(?P<done>(?:has|have|had|was|were|got){BETWEEN}(?!to\b|had\b){PARTICIPLE}
        |(?:['’](?:ve|d)){BETWEEN}{PARTICIPLE}
        |(?!(?:{STATES}|was|were|been|done|seen|known|given|taken|written|gone|shown|born|driven
            |chosen|says?|has|have)\b){NOT_PAST}{PARTICIPLE})
    |(?P<state>is|are|am|was|were|has|have|had|can|could|(?-i:may)|might|must|should|does|do|did|isn[’']t
        |[’'](?:re|ve|m)|remains?|{STATES}))(?!\w)""",
    re.IGNORECASE | re.VERBOSE,
)


def find_verb(text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
    """The first verb in a stretch of text; “the newly opened yard” has none."""
    found = VERB.finditer(text, start, len(text) if end is None else end)
    return next((verb for verb in found if verb.lastgroup != "noun"), None)


def begins_with_verb(text: str, start: int) -> bool:
    """Whether a verb stands right there."""
    verb = VERB.match(text, start)
    return verb is not None and verb.lastgroup != "noun"


def first_verb(text: str, start: int = 0, end: int | None = None) -> Kind:
    """What the first verb in a stretch of text tells; "" where none is."""
    verb = find_verb(text, start, end)
    return verb.lastgroup if verb else ""  # type: ignore[return-value]

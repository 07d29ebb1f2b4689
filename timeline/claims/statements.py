"""Which sentences state something: no headings, questions, credits or furniture of a page.

Plain Python.
"""

import re
from itertools import islice

# A line of at most so many words without a full stop is a heading, a caption or a link.
HEADING_WORDS = 12
# What is longer is no sentence (a table, a text without full stops), and quotes too much.
LONGEST_SENTENCE = 1500
# “At 3:23 pm on 18 Jan 2010, a reader wrote:”, above a comment or a mail.
COMMENT = re.compile(
    r"\W*(?:at|on)\s[^.!?:]{0,40}\d{1,2}:\d\d[^!?]{0,60}\swrote\s?:", re.IGNORECASE
)
CLOSING = "\"'”’»)]"
FURNITURE = re.compile(
    r"""^\W*(?:©|\(c\)\s|source:|(?:copyright|all\ rights\ reserved|published|posted|updated
    |(?:page\ )?last\ updated|photo(?:graph)?|image|picture|caption|read\ (?:more|also|next)|related
    |see\ also|subscribe|sign\ up|follow\ us|share\ this|advertisement|disclaimer
    |join\ us|tune\ in|listen\ to|watch\ (?:the|our)
    |register\ (?:now|here|by|before|for)|follow\ (?:our|the)\ live
    |for\ (?:more|further)\ information|comments\ (?:are\ |were\ )?closed
    |(?:additional\ )?(?:reporting|editing|writing)\ by|our\ offices?
    |correction\ (?:added|appended)\b
    |(?:correction|clarification|editor[’']s\ note):?\ an?\ [^.]{0,40}
     (?:article|story|report|headline|caption|version)\b
    |(?:an\ earlier|a\ previous)\ version\ of\ th(?:is|e)
    |th(?:is|e)\ (?:article|story|report|post|page|piece|video|interview|column)
     \ (?:was|has\ been|is)\ (?:\w+ly\ |first\ )?
     (?:published|posted|updated|amended|corrected|edited|modified|changed|translated))\b)""",
    re.IGNORECASE | re.VERBOSE,
)

# “1 July 2025 – The act takes effect”, “- 2028: Old ferries go”: no heading, though no sentence.
ENTRY = re.compile(
    r"(?:[-•*–]\s)?(?:(?:\d{1,2}\.?\s)?[^\W\d_]{3,10}\.?\s(?:\d{1,2},?\s)?)?\d{4}\s?(?::|–|—|--?)\s"
    r"(?:\S+\s){2}\S"
)
WORD = re.compile(r"[^\W\d_]{2,}")
FEWEST_WORDS = 2
# “I was told in May”, “in June we moved”: who says so isn't named here, and a headline of it names
# nobody; nor does one that speaks to “you”. What others are quoted with is left out.
SPOKEN = re.compile(r"[\"“][^\"“”]*(?:[\"”]|$)|``.*?(?:''|$)|^[^\"“”]*”")
OWN_VOICE = re.compile(
    r"""(?:^\W*|[,;:–—(]\s|\b(?!(?:phase|type|class|division|part|stage|group|category|title)\b)[a-z]+\s
    |\d\s|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\s)
    I(?:\s?['’](?:m|ve|d|ll))?(?=\s[a-z])
    |\b(?:[Mm]y|me|[Mm]yself|[Yy]ou|[Yy]our)\b(?!-)""",
    re.VERBOSE,
)
OURS = re.compile(r"\b(?:[Ww]e|[Oo]ur)\b")


def is_statement(sentence: str) -> bool:
    """Whether it states something: no heading, question, credit, copyright line or link."""
    words = list(islice(WORD.finditer(sentence), FEWEST_WORDS))
    if len(words) < FEWEST_WORDS or FURNITURE.match(sentence):
        return False
    said = sentence.rstrip(CLOSING)
    if said.endswith("?") or COMMENT.match(sentence):
        return False
    if said.endswith((".", "!", "…")) or len(sentence.split()) > HEADING_WORDS:
        return True
    return ENTRY.match(sentence) is not None


def is_in_own_voice(sentence: str) -> bool:
    """Whether its writer, or who is quoted without a name, tells of themselves (English)."""
    told = SPOKEN.sub(" ", sentence)
    if WORD.search(told):
        return bool(OWN_VOICE.search(told))
    return bool(OWN_VOICE.search(sentence) or OURS.search(sentence))

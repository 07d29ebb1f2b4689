"""Headlines made from sentences, shortened where the meaning stays. Plain Python."""

import re

LONGEST = 120
CONNECTIVE = re.compile(
    r"""^(?:however|also|meanwhile|furthermore|moreover|additionally|in\ addition|separately
    |on\ the\ other\ hand|notably|besides|then|and|but|so|yet|still|indeed|in\ fact|in\ turn
    |at\ the\ same\ time|as\ a\ result|elsewhere)\b,?\s+""",
    re.IGNORECASE | re.VERBOSE,
)
LEADING_ATTRIBUTION = re.compile(r"^(?:according\ to|as\ reported\ by|as)\s[^,]{1,120},\s+", re.I)
TRAILING_ATTRIBUTION = re.compile(
    r""",?\s+(?:according\ to|as\ reported\ by)\s[^,;]{1,80}$
    |,\s(?:it|he|she|they|[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3})
     \s(?:said|says|reported|reports|announced|wrote|added)$""",
    re.VERBOSE,
)
ASIDE = re.compile(r"\s+(?:[–—]\s[^–—]{1,80}\s[–—]|\([^()]{1,80}\))(?=\s|,)")
# Only what a comma or a dash sets off can be left out: “firms which paid” are not all firms.
CLAUSE = re.compile(
    r"""\s*(?:[,;:]\s+(?:which|who|whose|while|whereas|after|although|though|despite|where|and)\s
    |[,;:]?\s+(?:[–—]|as\ part\ of)\s)""",
    re.VERBOSE,
)
BEFORE_DATE = re.compile(
    r"""(?:early|late|earlier|later|back)?\s?
    (?:in|on|by|at|during|since|until|before|after|from|between|throughout|over)?
    \s?(?:the\s)?""",
    re.IGNORECASE | re.VERBOSE,
)
# What says when only to those who know the day of publication.
RELATIVE = re.compile(
    r"yesterday|today|tomorrow|(?:earlier |later )?(?:last|this|next) \w+|[\w ]+ (?:ago|back)",
    re.IGNORECASE,
)
LEANS_ON_DATE = re.compile(
    r"\b(?:from|since|until|till|for|of|than|to|by|in|on|at|before|after|and|or|the)\s$",
    re.IGNORECASE,
)


def make_headline(sentence: str, date_start: int, date_end: int) -> str:
    """A headline of at most 120 characters from a sentence.

    The words of its date, at `date_start:date_end` of the sentence, are left out where they lead
    the sentence or are relative, since the date stands beside the headline.
    """
    rest = _without_date(sentence, date_start, date_end)
    rest = " ".join(rest.split()).strip(" \"“”'‘’")
    previous = ""
    while rest != previous:
        previous = rest
        rest = LEADING_ATTRIBUTION.sub("", CONNECTIVE.sub("", rest))
    rest = TRAILING_ATTRIBUTION.sub("", rest.rstrip(".…"))
    rest = _shortened(rest).strip(" ,;:")
    return rest[:1].upper() + rest[1:]


def _without_date(sentence: str, start: int, end: int) -> str:
    """The sentence without “In April 2018,” at its head, and without “last month” anywhere."""
    connective = CONNECTIVE.match(sentence)
    lead = sentence[connective.end() if connective else 0 : start]
    comma = re.match(r"\s*,\s*", sentence[end:])
    if comma and BEFORE_DATE.fullmatch(lead):
        return sentence[end + comma.end() :]
    stands_alone = not start or (sentence[start - 1] == " " and not LEANS_ON_DATE.search(lead))
    if stands_alone and RELATIVE.fullmatch(sentence, start, end):
        return sentence[:start].rstrip() + sentence[end:]
    return sentence


def _shortened(text: str) -> str:
    if len(text) > LONGEST:
        text = ASIDE.sub("", text)
    if len(text) <= LONGEST:
        return text
    breaks = [m.start() for m in CLAUSE.finditer(text) if LONGEST / 3 < m.start() <= LONGEST]
    if breaks:
        return text[: breaks[-1]]
    return text[: LONGEST - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"

"""Who reports what a sentence tells, and where it says so. Plain Python.

“In a statement on 4 May, the firm said it had opened a yard”: the date is the statement's, and
what had happened by then is all that comes after “said”.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.claims.datelines import behind_dateline
from timeline.claims.verbs import Kind, find_verb, first_verb

# Stands for each letter of a date, so that patterns know one whatever its words are.
MASK = "¤"
CONNECTIVE = re.compile(
    r"""^(?:\d{1,2}[:.]\d\d(?:\ ?(?:[ap]\.?m\.?|(?-i:GMT|[A-Z]{2,3}T)))?(?:\ ?[:–—-])?\s+
    |(?:correction|clarification|update|breaking|exclusive|analysis)(?:\ \d)?\ ?:\s+
    |(?:however|also|meanwhile|furthermore|moreover|additionally|in\ addition(?!\ to)|separately
    |on\ the\ other\ hand|notably|besides|then|and|but|so|yet|still|indeed|in\ fact|in\ turn
    |at\ the\ same\ time|as\ a\ result|elsewhere|recently
    |(?:the|this)\ (?:(?:news|move|announcement|decision|deal|step|development)\ )?(?:comes?|came)
     \ (?:(?:just\ )?(?:\w+\ )?(?:hours|days|weeks|months)\ )?(?:as|after)
     (?!\ (?:an?|no|little|some|something|such)\b))\b,?\s+)""",
    re.IGNORECASE | re.VERBOSE,
)
SAID = r"""(?:said|says?|reported|reports?|announced|announces?|told|tells?|wrote|writes?|confirmed
    |confirms?|revealed|reveals?|disclosed|stated|states|added|claimed|claims|noted|tweeted
    |acknowledged|admitted|declared|posted|explained|testified|alleged|argued|found|finds|showed
    |shows|insisted|learned|understands)"""
# What is told by these needs no “that” before it.
SAID_BARE = r"(?:said|says?|claims?|claimed|stated|insisted|testified|understands)"
IS_SAID = re.compile(rf"\b(?:{SAID}|according|reportedly)\b", re.IGNORECASE | re.VERBOSE)
REPORTED_NEWS = re.compile(r"\breport(?:ed|s)\b")
REPORT = r"""(?:statement|announcement|tweet|post|filing|report|release|interview|letter|memo
    |e-?mail|note|notice|video|message|broadcast|article|newsletter|briefing|press\ conference)"""
# “The statement on the deal appeared on Monday” dates the statement.
APPEARED = re.compile(
    rf"""(?:an?|the|its|his|her|their)\s(?:[\w-]+\s){{0,3}}?{REPORT}\s(?:[^,;:]{{1,80}}?\s)?
    (?:appeared|surfaced|came|emerged|(?:was|were)\s(?:published|released|posted|issued))\b""",
    re.IGNORECASE | re.VERBOSE,
)
DAY = rf"""(?i:(?:(?:earlier|later|late|early|back)\s)?(?:(?:on|in|at|during|from|dated)\s)?
    (?:(?:early|late|mid)[\s-])?){MASK}+(?!['’]s)"""
WHO = rf"[^,;:“”\"{MASK}]{{1,80}}?"
WHERE = rf"""(?:\s(?:in|during|at|on|via|through|by)\s(?:an?|the|its|his|her|their|one|two)\b
    [^,;:{MASK}]{{1,60}}?)?"""
TO_WHOM = r"""(?:\s(?:to\s)?(?:reporters|journalists|lawmakers|investors|parliament)
    |(?:\sto|(?<=told)|(?<=tells))\s(?:the\s)?[A-Z][\w.’'&-]*(?:\s[A-Z][\w.’'&-]*){0,3})?"""
PRONOUN = r"(?:it|he|she|they|there|its|his|her|their|this|these|no|two|three|more\sthan)"
LEADING = re.compile(
    rf"""(?:{DAY},?\s)?(?P<who>{WHO})\s(?:{DAY}\s)?
    (?:(?P<verb>{SAID}){TO_WHOM}{WHERE}(?:\s{DAY})?{WHERE},?\sthat
      |(?P<bare>{SAID_BARE}){TO_WHOM}{WHERE}(?:\s{DAY})?{WHERE}
      |(?P<other>{SAID}){TO_WHOM}{WHERE}(?:\s{DAY})?{WHERE}(?=\s{PRONOUN}\b)):?\s""",
    re.VERBOSE,
)
SOURCE = re.compile(
    rf"""(?:(?i:according\sto|as\sreported\sby|per)\s[^;:]{{1,120}}?
    |(?i:as\s){WHO}\s{SAID}[^,;:]{{0,60}}),\s""",
    re.VERBOSE,
)
IN_REPORT = re.compile(
    rf"""(?i:in|via|through|with)\s(?i:an?|the|its|his|her|their|one)\s[^,;]{{0,60}}?
    \b{REPORT}\b[^,;]{{0,100}}?,\s""",
    re.VERBOSE,
)
TRAILING = re.compile(
    rf"""(?:,|\s[–—-])\s(?:(?i:according\sto|as\sreported\sby|per)\s[^;:]{{1,120}}
    |(?!(?:and|but|who|which|that|while|when|where|or|as\swell)\b)
     (?:as\s)?(?P<who>[^,;:“”"]{{1,60}}?)\s(?:{SAID})(?P<rest>[^,;:“”"]{{0,80}}))[.…"”’]*$
    |\s(?i:according\sto)\s[^,;:]{{1,100}}[.…"”’]*$""",
    re.VERBOSE,
)
# “A spokesman for the bank said it had …”: the bank had.
SPOKEN_FOR = re.compile(
    r"(?:an?|the)\s(?:\w+\s)?(?:spokes\w+|officials?|lawyers?|representatives?)\s(?:for|of|at)\s",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Attribution:
    """What a sentence tells, at `start:end` of it, apart from who reports it.

    `who` is the name for “it” in there, "" where it is not for certain; `told` is what its first
    verb tells; `is_news` holds where a newspaper or the like reports, whose reporting is no event.
    """

    start: int
    end: int
    who: str
    told: Kind
    is_news: bool


def attribution_of(sentence: str, dates: Sequence[tuple[int, int]] = ()) -> Attribution | None:
    """Who reports what a sentence tells; None where the sentence itself tells it.

    `dates` are the places of its dates, which may be those of the report.
    """
    if APPEARED.match(sentence):
        return Attribution(0, 0, "", "done", is_news=False)
    if not IS_SAID.search(sentence):
        return None
    text = masked(sentence, dates)
    start, who = _content_start(text)
    end, trailer = _content_end(text, start)
    told = first_verb(text, start, end)
    if not told or (not start and end == len(sentence)):
        return None
    outside = f"{text[:start]} {text[end:]}"
    who = SPOKEN_FOR.sub("", who or trailer)
    return Attribution(start, end, who, told, bool(REPORTED_NEWS.search(outside)))


def masked(sentence: str, dates: Sequence[tuple[int, int]]) -> str:
    """The sentence with each letter of its dates replaced, so that patterns know them."""
    for start, end in dates:
        sentence = sentence[:start] + MASK * (end - start) + sentence[end:]
    return sentence


def _content_start(text: str) -> tuple[int, str]:
    """Where what is reported begins, and who reports it."""
    connective = CONNECTIVE.match(text)
    begin = connective.end() if connective else behind_dateline(text)
    source = SOURCE.match(text, begin)
    inner = source.end() if source else begin
    phrase = IN_REPORT.match(text, inner)
    said = LEADING.match(text, phrase.end() if phrase else inner)
    if said and not first_verb(said["who"]) and _is_content(text, said):
        return said.end(), said["who"]
    return (source.end(), "") if source else (0, "")


def _is_content(text: str, said: re.Match[str]) -> bool:
    """Whether a clause follows, and no “its third case on Monday, after two were found”."""
    verb = find_verb(text, said.end())
    if verb is None:
        return False
    return not said["other"] or MASK not in text[said.end() : verb.start()]


def _content_end(text: str, start: int) -> tuple[int, str]:
    """Where what is reported ends, and who reports it behind that."""
    said = TRAILING.search(text, start)
    if said and first_verb(text, start, said.start()) and not _has_subject(text, start):
        return len(text), ""  # “Asked on Monday, the mayor said no”
    if not said or first_verb(said["who"] or "") or first_verb(said["rest"] or ""):
        return len(text), ""
    return said.start(), said["who"] or ""


def _has_subject(text: str, start: int) -> bool:
    """Whether something stands before the first verb."""
    verb = find_verb(text, start)
    return verb is None or verb.start() > start

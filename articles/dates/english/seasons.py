"""Seasons that leave the year to the reader: "in the spring"; not what falls or springs up."""

import re

from articles.dates.context import Context
from articles.dates.edtf import edtf_month, parse_edtf
from articles.dates.english.vocabulary import SEASONS
from articles.dates.meaning import Meaning, timex_of, unresolved
from articles.dates.rule import Family, Match

RULES = Family()
# "the Winter Olympics", "the Spring Offensive": a capital before a capital is part of a name.
A_NAME = re.compile(r"\s[A-Z]")
SEASON_CUE = re.compile(
    r"\b(?:in|of|since|by|until|during|through|throughout|over)\s$", re.IGNORECASE
)
# "due before the autumn", but not "after the summer break"
MORE_CUES = re.compile(r"\b(?:for|before|after|into|from|come)\s$", re.IGNORECASE)
SEASON_ALONE = re.compile(r"\s?(?:[.,;:)]|$)|\s(?:and|but|or|when|onwards?|at|in|by)\b")
# "the fall of the city" is no season; "the fall of last year" is.
A_FALL = re.compile(r"\s(?:of|in)\s(?!\d|last|this|next|that)")
SEASON_CUE_BARE = re.compile(r"\b(?:in|of|since|by|until|early|late|mid)[\s-]$", re.IGNORECASE)


@RULES(
    "[the] <season>",
    examples={"They met in the spring.": "2019-21", "It is due for the summer.": "2020-22"},
    never=(
        "to spring up",
        "prices fall",
        "a fall in prices",
        "venues of the Winter Games",
        "It lasted until the fall of the city.",
        "after the summer break",
    ),
)
def season(match: Match, context: Context) -> Meaning | None:
    has_article = context.text[match.start : match.start + 3].lower() == "the"
    cue = SEASON_CUE if has_article else SEASON_CUE_BARE
    before = context.text[max(0, match.start - 12) : match.start]
    number, is_history = SEASONS[match["season"].lower()], context.story.is_history
    if match["season"].lower() == "fall" and A_FALL.match(context.text, match.end):
        return None
    is_name = match["season"][0].isupper() and A_NAME.match(context.text, match.end)
    if is_name and not is_history:
        return None
    meaning = context.by_tense(match, lambda year: parse_edtf(edtf_month(year, number)))
    is_said = cue.search(before) or (
        match["season"].lower() not in ("fall", "spring")
        and MORE_CUES.search(before)
        and SEASON_ALONE.match(context.text, match.end)
    )
    if not is_name and (context.within is not None or is_said):
        return meaning
    is_verb = match["season"] in ("fall", "spring") and not has_article
    if not is_history or is_verb or meaning.span is None:
        return None
    if has_article and not is_name:
        return meaning
    return unresolved("it says which, and not when", timex=timex_of(meaning.span))

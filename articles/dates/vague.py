"""Times that no calendar holds: "recently", "now", "the near future"; understood, and no date."""

import re

from articles.dates.context import Context
from articles.dates.meaning import Meaning
from articles.dates.rule import Family, Match

RULES = Family()
# "the current of the river": an adjective stands before the word that it is said of.
NO_NOUN = re.compile(r"\s(?:of|in|is|was|and|through|that|from|flows?)\b|[^\s]|$")


@RULES(
    "recently|lately|formerly|recent_years|recent_months|recent_weeks|recent_days|recent_times",
    examples={"It has recently grown.": "vague PAST_REF", "in recent times": "vague PAST_REF"},
)
@RULES("recent", examples={"The recent sale made news.": "vague PAST_REF"})
@RULES("the past", examples={"It was done in the past.": "vague PAST_REF"})
@RULES("[the] recent past|history", examples={"in the recent past": "vague PAST_REF"})
def past(match: Match, context: Context) -> Meaning | None:
    return Meaning("vague", timex="PAST_REF")


@RULES(
    "current",
    examples={"Its current owner agreed.": "vague PRESENT_REF"},
    never=("an electric current", "The current of the river is strong."),
)
def current(match: Match, context: Context) -> Meaning | None:
    if NO_NOUN.match(context.text, match.end):
        return None
    return Meaning("vague", timex="PRESENT_REF")


@RULES(
    "now|currently|nowadays|presently|these_days",
    examples={"It is now open.": "vague PRESENT_REF"},
)
@RULES(
    "at|for the moment|present|present_time",
    examples={"For the moment it is shut.": "vague PRESENT_REF"},
)
def present(match: Match, context: Context) -> Meaning | None:
    return Meaning("vague", timex="PRESENT_REF")


@RULES("soon|shortly", examples={"It opens soon.": "vague FUTURE_REF"}, never=("as soon as",))
def soon(match: Match, context: Context) -> Meaning | None:
    before, after = context.text[: match.start].split(" ")[-2:], context.text[match.end :]
    if "as" in before or after.lower().startswith((" as", " after", " before")):
        return None
    return Meaning("vague", timex="FUTURE_REF")


@RULES(
    "[the] near|foreseeable|distant future",
    examples={"It opens in the near future.": "vague FUTURE_REF"},
)
@RULES("the future", examples={"In the future it may open.": "vague FUTURE_REF"})
def future(match: Match, context: Context) -> Meaning | None:
    return Meaning("vague", timex="FUTURE_REF")

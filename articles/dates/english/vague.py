"""Times that no calendar holds: "recently", "now", "the near future"; understood, and no date."""

import re

from articles.dates.context import Context
from articles.dates.english.tense import RIGHT_BEHIND
from articles.dates.meaning import Meaning, Place
from articles.dates.rule import Family, Match

RULES = Family(is_dated=False)
PREPOSITION = re.compile(r"(?:at|by|around|to|for)\s+", re.IGNORECASE)
NOT_AHEAD = re.compile(r"\s(?:as|after|before|there)", re.IGNORECASE)
# "the current of the river": an adjective stands before the word that it is said of.
NO_NOUN = re.compile(r"\s(?:of|in|is|was|and|through|that|from|flows?)\b|[^\s]|$")


@RULES(
    "[more|most] recently|lately|formerly|recent_years|recent_months|recent_weeks|recent_days"
    "|recent_times",
    examples={"It has recently grown.": "vague PAST_REF", "in recent times": "vague PAST_REF"},
)
@RULES("recent", examples={"The recent sale made news.": "vague PAST_REF"})
@RULES(
    "[a|one] recent <weekday>",
    examples={"On a recent Tuesday it was full.": "vague PAST_REF"},
)
@RULES(
    "[a|one] recent <weekday> <part>",
    examples={"On a recent Tuesday morning it was full.": "vague PAST_REF"},
)
@RULES("the other day|night|week", examples={"It shut the other day.": "vague PAST_REF"})
@RULES("long ago", examples={"It shut long ago.": "vague PAST_REF"})
@RULES("those|the_old|the_good_old days", examples={"In those days it paid.": "vague PAST_REF"})
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
    "[right] now|currently|nowadays|presently|these_days",
    examples={"It is now open.": "vague PRESENT_REF"},
)
@RULES(
    "at|for the moment|present|present_time|time_being",
    examples={"For the moment it is shut.": "vague PRESENT_REF"},
)
@RULES("at present", examples={"At present it is shut.": "vague PRESENT_REF"})
@RULES("to this_day|date", examples={"It is shut to this day.": "vague PRESENT_REF"})
@RULES(
    "at|by|around this time !of|last|next",
    examples={"By this time it was shut.": "vague PRESENT_REF"},
    never=("At this time of year it is shut.",),
)
@RULES("present|modern day", examples={"in present day Persia": "vague PRESENT_REF"})
@RULES("present|modern- day", examples={"in present-day Persia": "vague PRESENT_REF"})
def present(match: Match, context: Context) -> Meaning | None:
    """The present; the mention stands without the preposition."""
    lead = PREPOSITION.match(context.text, match.start)
    place = Place(lead.end() if lead else match.start, match.end, None, "PRESENT_REF")
    return Meaning("vague", timex="PRESENT_REF", places=(place,))


@RULES(
    "soon|shortly !before|after|as",
    examples={"It opens soon.": "vague FUTURE_REF"},
    never=(
        "as soon as",
        "It soon closed.",
        "It fought in 1914, 1915, 1916, 1917 and 1918. Soon it would be over.",
    ),
)
def soon(match: Match, context: Context) -> Meaning | None:
    before = context.text[max(0, match.start - 20) : match.start].split(" ")[-2:]
    if (
        "as" in before
        or context.text.startswith("-", match.end)
        or NOT_AHEAD.match(context.text, match.end)
    ):
        return None
    is_told = RIGHT_BEHIND.match(context.text, match.end) and before[:1] not in (["is"], ["are"])
    if is_told or context.story.is_history:
        return None
    return Meaning("vague", timex="FUTURE_REF")


@RULES(
    "[the] near|foreseeable|distant future",
    examples={"It opens in the near future.": "vague FUTURE_REF"},
)
@RULES(
    "the near|short|long|medium term", examples={"In the short term it pays.": "vague FUTURE_REF"}
)
@RULES("someday|some_day", examples={"It will open someday.": "vague FUTURE_REF"})
@RULES("the future", examples={"In the future it may open.": "vague FUTURE_REF"})
def future(match: Match, context: Context) -> Meaning | None:
    return Meaning("vague", timex="FUTURE_REF")

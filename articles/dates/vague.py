"""Times that no calendar holds: "recently", "now", "the near future"; understood, and no date."""

from articles.dates.context import Context
from articles.dates.meaning import Meaning
from articles.dates.rule import Family, Match

RULES = Family()


@RULES(
    "recently|lately|formerly|recent_years|recent_months|recent_weeks|recent_days|recent_times",
    examples={"It has recently grown.": "vague PAST_REF", "in recent times": "vague PAST_REF"},
)
@RULES("[the] recent past|history", examples={"in the recent past": "vague PAST_REF"})
def past(match: Match, context: Context) -> Meaning | None:
    return Meaning("vague", timex="PAST_REF")


@RULES(
    "now|currently|nowadays|presently",
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

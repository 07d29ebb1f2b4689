"""Lengths of time: "three years", "60-day", "over the past few weeks"; understood, and no date."""

import re
from dataclasses import replace

from articles.dates.context import Context
from articles.dates.english.ago import counted
from articles.dates.english.compared import year_before
from articles.dates.english.lengths import away, duration_timex
from articles.dates.english.no_lengths import PLAIN, is_no_length
from articles.dates.english.numerals import number
from articles.dates.english.vocabulary import PLURALS, UNITS
from articles.dates.meaning import Meaning, Place
from articles.dates.rule import Family, Match

RULES = Family(is_dated=False)
A_CHILD = re.compile(
    r"\s(?:\w+\s){0,2}(?:boys?|girls?|sons?|daughters?|bab(?:y|ies)|infants?|child(?:ren)?|twins?|kids?"
    r"|pupp(?:y|ies)|kittens?|foals?|calf|cubs?|toddlers?)\b|\s?[,.;]|\s[A-Z]"
)
# "a matter of days", "by decades"
OF_MANY = re.compile(r"\b(?:of|by)\s$")
# "the years 1955-1957" are those years; "the hottest years on record" last no time.
YEARS = re.compile(r"\s(?:[12]\d{3}|on\srecord)\b")
LASTS = re.compile(
    r"(?:\b(?:will|to|would|could|can|may|might|must|should|not|did|does)|n['’]t)\slast$"
)
SOME_DAY = re.compile(r"\b(?:will|would|could|may|might|can|must|['’]ll)\sone\sday$")
# "Two years before, it had been painted.", but not "two years before the war".
BEFORE = re.compile(r"\sbefore(?=\s?[.,;:)”\"]|\n|$|\s(?:and|but|in|on|at)\b)")


@RULES(
    "<number> <unit>",
    examples={
        "It stood empty for two and a half years.": "duration P2Y6M",
        "two decades": "duration P20Y",
        "It took half a century.": "duration P50Y",
        "It took one day.": "duration P1D",
        "It will one day be full.": "vague FUTURE_REF",
        "It took three years.": "duration P3Y",
        "several months": "duration PXM",
        "It opened in May 2018. It had been painted a month before.": "2018-04~",
        "In the third quarter it made $2 million, from $3 million a year before.": "2018-35",
        "It lasted a week.": "duration P1W",
        "It came a day after eleven people died.": "duration P1D",
        "It was built in two weeks.": "duration P2W",
        "It will open in two weeks.": "2019-11-19~",
    },
    never=(
        "four flights a week",
        "$5 a day",
        "She is 37 years old.",
        "for patients 18 years and older",
        "children aged two to 12 years",
        "on 60 Minutes",
        "three quarters of the men",
        "in some quarters",
    ),
)
@RULES("the <number> <unit>", examples={"In the nine months to March it grew.": "duration P9M"})
@RULES(
    "[the] last|past|next|coming|first <number> <unit> [or_so|or_more]",
    examples={
        "over the past few years": "duration PXY",
        "In the first three quarters of 2018 it grew.": "duration P9M",
        "over the next two years or so": "duration P2Y",
        "It will last two hours.": "duration PT2H",
    },
)
@RULES(
    "<number> more|additional|extra|further|full|whole|straight|consecutive|trading|business"
    "|working|calendar|long|short <unit>",
    examples={
        "It will last two more weeks.": "duration P2W",
        "It fell on eight straight days.": "duration P8D",
        "It was given an additional year.": "duration P1Y",
    },
    never=("It was a long day.",),
)
@RULES(
    "[the] last|past|next|coming <unit> and a half",
    examples={"It happened twice in the past year and a half.": "duration P1Y6M"},
)
@RULES(
    "<number> <unit> and a half",
    examples={"It took a year and a half.": "duration P1Y6M"},
)
@RULES(
    "<number> to|or <number> <unit>",
    examples={"It takes two to three weeks.": "duration P2W"},
)
@RULES("another <unit>", examples={"It took another year.": "duration P1Y"})
@RULES("<number> <unit> or two|so", examples={"It takes a year or two.": "duration P1Y"})
@RULES(
    "[the|a|an] <number>- <unit> period",
    examples={"It was paid over a three-year period.": "duration P3Y"},
)
@RULES(
    "<number>- <unit>",
    examples={"a 60-day reminder": "duration P60D"},
    never=("a 44-year-old baker", "a once-in-a-century flood"),
)
def duration(match: Match, context: Context) -> Meaning | None:
    before = BEFORE.match(context.text, match.end) if match.rule.name == PLAIN else None
    if is_no_length(match, context, is_before=before is not None):
        return None
    if SOME_DAY.search(context.text, max(0, match.start - 12), match.end):
        return Meaning("vague", timex="FUTURE_REF")
    count, unit = number(match["number"] or "one"), UNITS[match["unit"].lower()]
    if count is not None and match.rule.name.endswith("half"):
        count += 0.5
    if count is not None and is_ahead(match, context):
        return context.from_publication(lambda day: counted(unit, day, count))
    timex = duration_timex(count, unit)
    if before and count is not None:
        meaning = (year_before(match, context) if timex == "P1Y" else None) or away(
            context, -count, unit
        )
        place = Place(match.start, before.end(), meaning.span, meaning.timex)
        return replace(meaning, places=(place,))
    if not LASTS.search(context.text, max(0, match.start - 12), match.start + len("last")):
        return Meaning("duration", timex=timex)
    start = context.text.index(match["number"], match.start)  # of "will last three weeks"
    return Meaning("duration", timex=timex, places=(Place(start, match.end, None, timex),))


def is_ahead(match: Match, context: Context) -> bool:
    """Whether "in two weeks" says when something will be, rather than how long it took."""
    if UNITS[match["unit"].lower()] in ("minute", "second"):
        return False
    is_after_in = context.text.endswith((" in ", "In "), 0, match.start)
    is_future = is_after_in and match.rule.name == PLAIN and context.tense(match) == "future"
    return is_future and not context.is_long_past()


@RULES(
    "[a|an] <one_unit>- long",
    examples={"a decade-long war": "duration P1DE", "a day-long strike": "duration P1D"},
)
def as_long(match: Match, context: Context) -> Meaning | None:
    return Meaning("duration", timex=duration_timex(1, UNITS[match["one_unit"].lower()]))


@RULES(
    "<number>- day|week|month|decade- old",
    examples={"They kept to the 8-month-old truce.": "duration P8M"},
    never=("She held her 8-month-old son.",),
)
def as_old(match: Match, context: Context) -> Meaning | None:
    """How long a thing has been; a child's age is no such time."""
    if A_CHILD.match(context.text, match.end):
        return None
    unit = re.split(r"\W+", context.text[match.start : match.end].lower())[-2]
    return Meaning("duration", timex=duration_timex(number(match["number"]), unit))


@RULES("[a] <units>- long", examples={"a weeks-long strike": "duration PXW"})
@RULES("<units>- old", examples={"an end to a decades-old feud": "duration PXDE"})
@RULES(
    "<units> or|and <units>",
    examples={"It may take weeks or months.": "duration PXW"},
)
@RULES(
    "<units>",
    examples={"It stood empty for years.": "duration PXY"},
    never=(
        "in the years 1955-1957",
        "hundreds of years",
        "It predates her by decades.",
        "the hottest years on record",
    ),
)
@RULES(
    "[the] last|past|next|coming|previous <units>",
    examples={"over the coming years": "duration PXY"},
)
def some_units(match: Match, context: Context) -> Meaning | None:
    before = context.text[max(0, match.start - 6) : match.start]
    if YEARS.match(context.text, match.end) or OF_MANY.search(before):
        return None
    return Meaning("duration", timex=duration_timex(None, PLURALS[match["units"].lower()]))

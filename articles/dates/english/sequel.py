"""Parts of a year or day counted from an earlier date: "that winter", "the next morning"."""

from dataclasses import replace

from articles.dates.context import Context
from articles.dates.counting import length, shifted
from articles.dates.days import day_parts
from articles.dates.edtf import Span, edtf_month, parse_edtf
from articles.dates.english.absolute import month_number
from articles.dates.english.steps import part_beside
from articles.dates.english.vocabulary import PARTS_OF_DAY, SEASONS
from articles.dates.meaning import Meaning, unresolved
from articles.dates.rule import Family, Match

RULES = Family()
SEASON_DAYS = 92
A_VERB = ("may", "march")
STEPS = {"previous": -1, "preceding": -1, "next": 1, "following": 1}


@RULES(
    "the following|next|previous|preceding <season>|<month>",
    examples={
        "It opened on 4 May 2018. The following spring it closed.": "2019-21",
        "It opened in May 2018. The next March it closed.": "2019-03",
        "It opened in May 2018, planned the previous June.": "2017-06",
        "It shut over the winter of 2018. The next spring it opened.": "2019-21",
        "It opened in 2018. The following spring it closed.": "",
    },
)
def neighbouring_part(match: Match, context: Context) -> Meaning | None:
    word = context.text[match.start : match.end].split()[1].lower()
    told = context.story.told[-1].span if context.story.told else None
    if told is None or None in (told.first_day, told.last_day) or length(told) > SEASON_DAYS:
        return unresolved("no date before it in the text is exact enough to count from")
    day = (told.last_day if STEPS[word] > 0 else told.first_day) or 0
    found = part_beside(day, part_number(match), STEPS[word])
    return Meaning("date", found, anchor=context.story.told[-1].anchor)


@RULES(
    "the|that same <season>|<month>",
    examples={
        "It opened on 4 May 2018. That same spring it closed.": "2018-21",
        "It opened on 4 May 2018 and closed the same June.": "2018-06",
    },
)
@RULES(
    "that <season>|<month>",
    examples={
        "It opened on 4 January 2018. That winter it closed.": "2017-24",
        "It opened in 2018. That June it closed.": "2018-06",
    },
    never=("that may be", "prices that fall"),
)
def same_part(match: Match, context: Context) -> Meaning | None:
    is_verb = match["season"].lower() in ("fall", "spring") or match["month"].lower() in A_VERB
    if is_verb and "same" not in context.text[match.start : match.end]:
        return None
    number = part_number(match)
    return context.from_earlier("year", lambda day: part_around(day, number))


def part_number(match: Match) -> int:
    """The EDTF number of a month or season."""
    return month_number(match["month"]) if match["month"] else SEASONS[match["season"].lower()]


def part_around(day: int, number: int) -> Span:
    """The month or season that holds a day, else that of its year; winter begins before."""
    year = day_parts(day)[0]
    before, own = (parse_edtf(edtf_month(candidate, number)) for candidate in (year - 1, year))
    return before if (before.last_day or 0) >= day else own


@RULES(
    "[early|late] the next|following|previous|same <part>",
    examples={
        "It opened on 4 May 2018. It fell early the next morning.": "time 2018-05-05TMO",
        "It fell on 4 May 2018. The previous night it had rained.": "time 2018-05-03TNI",
    },
)
@RULES(
    "that [same] <part>",
    examples={"It opened on 4 May 2018. That evening it fell.": "time 2018-05-04TEV"},
)
def part_of_day(match: Match, context: Context) -> Meaning | None:
    words = context.text[match.start : match.end].lower().split()
    step = next((STEPS[word] for word in words if word in STEPS), 0)
    meaning = context.from_earlier("day", lambda day: shifted("day", day, step))
    if meaning.span is None:
        return replace(meaning, kind="time")
    timex = f"{meaning.span.edtf.rstrip('~')}T{PARTS_OF_DAY[match['part'].lower()]}"
    return replace(meaning, kind="time", timex=timex)

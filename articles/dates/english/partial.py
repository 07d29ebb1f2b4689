"""Dates that leave the year, or the week, to the reader: "June 11", "In June", "Monday"."""

import re

from articles.dates.context import NO_PUBLICATION, Context
from articles.dates.days import day_parts, iso_day, weekday
from articles.dates.edtf import EdtfError, Span, edtf_month, parse_edtf
from articles.dates.english.absolute import day_told, month_number
from articles.dates.english.vocabulary import WEEKDAYS
from articles.dates.meaning import Meaning, unresolved
from articles.dates.rule import Family, Match

RULES = Family()
# People, verbs and queens have these names too: alone they are months only after "in", "since" …
ALSO_NAMES = ("May", "March", "April", "June", "August")
MONTH_CUE = re.compile(
    r"\b(?:in|of|since|by|until|till|before|after|from|to|and|during|early|late|mid|last|next|this"
    r"|between|through|for|or|into|around|than|versus|as)[\s-]$",
    re.IGNORECASE,
)

# "the March figures", but not "the March on Rome", "the May Queen"
THE = re.compile(r"\b(?:the|its|his|her|their|my|our|your|an?)\s$", re.IGNORECASE)
A_NOUN = re.compile(r"\s(?!on\b|in\b|of\b|for\b|to\b|and\b|from\b|is\b|was\b)[a-z]{3,}")

# "the 1963 March on Washington", "an April fool"
NO_MONTH = re.compile(r"(?<=March)\son\s[A-Z]|(?<=April)\s[Ff]ool")
# "Gold for April delivery": what is traded is delivered in a month to come.
TRADED = re.compile(
    r"\s(?:delivery|futures|contracts?|crude|gold|silver|copper|wheat|corn|soybeans?|cotton|coffee"
    r"|sugar|cattle|natural\sgas|gasoline|heating\soil)\b"
)

# "Jan Berg": a capital before a capital is part of a name.
A_NAME = re.compile(r"\s[A-Z]")

# "Wed, 16 June": short forms are weekdays only before a date.
A_DAY = re.compile(r",?\s(?:\d{1,2}\s)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")
# "It was on a Sunday", but "on a Sunday visit" is the last one's.
SOME = re.compile(r"\bon\san?\s$", re.IGNORECASE)
ATTACKS = re.compile(
    r",?\s(?:terror(?:ist)?\s|suicide\s|capitol\s|house\s|hamas\s)?(?:attack|hijack|terror|riot"
    r"|insurrection|committee|massacre)",
    re.IGNORECASE,
)
ATTACKS_OF = re.compile(r"\b(?:attacks?|terrorism|hijackings?|riots?|massacre)\s(?:of|on)\s$")
# What news calls by its day, from that day on: "the Jan. 6 riot".
KNOWN_DAYS = {(9, 11): "2001-09-11", (1, 6): "2021-01-06", (10, 7): "2023-10-07"}


@RULES(
    "<month> [the] <day>|<nth>",
    examples={
        "He said on Nov. 4 that it was over.": "2019-11-04",
        "since the Sept. 11 attacks": "2001-09-11",
        "after the attacks of Sept. 11": "2001-09-11",
    },
    never=("February 31",),
)
@RULES("[the] <day>|<nth> [of] <month>", examples={"It closed on the 3rd of June.": "2019-06-03"})
@RULES("the <ordinal> of <month>", examples={"It closed on the third of June.": "2019-06-03"})
def day_of_month(match: Match, context: Context) -> Meaning | None:
    month, day = month_number(match["month"]), day_told(match)
    if day > (29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31):
        return None
    if known := known_day(month, day, match, context):
        return known
    return context.nearest(match, lambda year: existing(f"{edtf_month(year, month)}-{day:02}"))


@RULES(
    "this day|date in <year>",
    examples={"On this day in 1967 he died.": "1967-11-05"},
)
def this_day_in(match: Match, context: Context) -> Meaning | None:
    """The day of publication in another year; of 29 February none."""
    _, month, day = day_parts(context.published or 0)
    span = existing(f"{edtf_month(int(match['year']), month)}-{day:02}")
    return context.from_publication(lambda _: span) if span else None


def known_day(month: int, day: int, match: Match, context: Context) -> Meaning | None:
    """The day that attacks or the like are called by, if it was before publication."""
    edtf = KNOWN_DAYS.get((month, day))
    before = ATTACKS_OF.search(context.text, max(0, match.start - 24), match.start)
    if edtf is None or not (before or ATTACKS.match(context.text, match.end)):
        return None
    span = parse_edtf(edtf)
    is_over = context.published is None or context.published >= (span.first_day or 0)
    return Meaning("date", span) if is_over else None


@RULES(
    "<month>",
    examples={
        "In June they met.": "2019-06",
        "It closed in May.": "2019-05",
        "The March vote was close.": "2019-03",
        "Few have qualified for the December debate.": "2019-12",
        "The figures for May are due.": "2019-05",
        "Gold for April delivery rose.": "2020-04",
        "May crude fell.": "2020-05",
    },
    never=(
        "the DEC website",
        "the March on Rome",
        "the 1963 March on Washington",
        "the June Carter song",
        "May I go?",
        "April said so.",
        "They march on.",
        "Ada Low and Jan Berg met.",
    ),
)
def month(match: Match, context: Context) -> Meaning | None:
    word = match["month"].rstrip(".")
    before = context.text[max(0, match.start - 16) : match.start]
    if len(word) < 4 and A_NAME.match(context.text, match.end) and context.within is None:
        return None  # Jan Novák
    if NO_MONTH.match(context.text, match.end):
        return None
    needs_cue = word.title() in ALSO_NAMES or len(word) < 4
    is_traded = TRADED.match(context.text, match.end) or before.endswith("delivery in ")
    is_of_noun = THE.search(before) and A_NOUN.match(context.text, match.end)
    is_said = is_traded or MONTH_CUE.search(before) or (is_of_noun and word.title() in ALSO_NAMES)
    if needs_cue and context.within is None and not is_said:
        return None
    number = month_number(word)
    if is_traded and context.within is None:
        return context.from_publication(lambda day: next_month(day, number))
    reading = context.nearest if is_of_noun else context.by_tense
    return reading(match, lambda year: parse_edtf(edtf_month(year, number)))


def next_month(day: int, number: int) -> Span:
    """The month so numbered that is not over on a day."""
    year, month, _ = day_parts(day)
    return parse_edtf(edtf_month(year + (number < month), number))


@RULES(
    "<weekday>",
    examples={
        "She resigned on Monday.": "2019-11-04",
        "They will meet on Friday.": "2019-11-08",
        "On Monday post offices shut.": "2019-11-04",
        "He died on a Sunday.": "",
        "It shut after the vote on a Monday visit.": "2019-11-04",
    },
    never=("The Sun said so.", "We sat down."),
)
def week_day(match: Match, context: Context) -> Meaning | None:
    word = match["weekday"].lower().rstrip(".")
    if len(word) < 6 and not A_DAY.match(context.text, match.end):
        return None
    wanted = WEEKDAYS[word]
    is_some = SOME.search(context.text, max(0, match.start - 8), match.start)
    if is_some and not A_NOUN.match(context.text, match.end):
        return unresolved("it doesn’t say which", timex=f"XXXX-WXX-{wanted + 1}")
    if context.within is not None and context.within.first_day is not None:
        return within(context.within, wanted)
    if context.published is None:
        return unresolved(NO_PUBLICATION)
    days_ago = (weekday(context.published) - wanted) % 7
    day = context.published - days_ago
    if days_ago and context.tense(match) == "future":
        return Meaning(
            "date",
            parse_edtf(iso_day(day + 7)),
            anchor="publication",
            note="the next after publication",
        )
    return Meaning(
        "date", parse_edtf(iso_day(day)), anchor="publication", note="the latest by publication"
    )


def within(span: Span, wanted: int) -> Meaning | None:
    """The one such weekday inside a span of at most a week."""
    first, last = span.first_day or 0, span.last_day or 0
    day = first + (wanted - weekday(first)) % 7
    if day > last or day + 7 <= last:
        return None
    return Meaning("date", parse_edtf(iso_day(day)))


def existing(edtf: str) -> Span | None:
    """The span, or None where the calendar doesn't have it (29 February)."""
    try:
        return parse_edtf(edtf)
    except EdtfError:
        return None

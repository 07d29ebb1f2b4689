"""Times that come again: "every Monday", "annually", "twice a year"; understood, and no date."""

import re

from articles.dates.context import Context
from articles.dates.english.absolute import month_number
from articles.dates.english.lengths import duration_timex
from articles.dates.english.numerals import number
from articles.dates.english.vocabulary import ADVERBS, PARTS_OF_DAY, SEASONS, UNITS, WEEKDAYS
from articles.dates.meaning import PARTS, Meaning
from articles.dates.rule import Family, Match

RULES = Family(is_dated=False)
LETTERS = {
    "day": "P1D", "night": "P1D", "week": "P1W", "weekend": "P1W", "fortnight": "P2W",
    "month": "P1M", "quarter": "P1Q", "year": "P1Y", "decade": "P1DE", "century": "P1CE",
    "hour": "PT1H", "minute": "PT1M", "second": "PT1S",
}  # fmt: skip


@RULES(
    "every|each <weekday>",
    examples={"The market is held every Monday.": "recurring XXXX-WXX-1"},
)
@RULES(
    "every other|second <weekday>",
    examples={"They meet every other Tuesday.": "recurring XXXX-WXX-2"},
)
@RULES("<weekdays>", examples={"It opens every day except Thursdays.": "recurring XXXX-WXX-4"})
def weekdays(match: Match, context: Context) -> Meaning | None:
    name = (match["weekday"] or match["weekdays"]).lower().removesuffix("s")
    return Meaning("recurring", timex=f"XXXX-WXX-{WEEKDAYS[name] + 1}")


@RULES("weekends", examples={"It is quiet on weekends.": "recurring XXXX-WXX-WE"})
@RULES("every|each weekday", examples={"It opens every weekday.": "recurring XXXX-WXX"})
@RULES("on weekdays", examples={"It opens at nine on weekdays.": "recurring XXXX-WXX"})
def on_weekdays(match: Match, context: Context) -> Meaning | None:
    is_weekend = context.text.startswith("end", match.start + len("week"))
    return Meaning("recurring", timex="XXXX-WXX-WE" if is_weekend else "XXXX-WXX")


@RULES(
    "every <number> <unit>",
    examples={"It is held every four years.": "recurring P4Y"},
)
@RULES("every other|second <unit>", examples={"It meets every other week.": "recurring P2W"})
def every_so_many(match: Match, context: Context) -> Meaning | None:
    count = number(match["number"]) if match["number"] else 2
    return Meaning("recurring", timex=duration_timex(count, UNITS[match["unit"].lower()]))


@RULES(
    "[the] <ordinal>|<nth>|last <weekday> of|in each|every month",
    examples={"It is open on the last Thursday of each month.": "recurring P1M"},
)
def monthly(match: Match, context: Context) -> Meaning | None:
    return Meaning("recurring", timex="P1M")


@RULES("every|each <month>", examples={"It opens every May.": "recurring XXXX-05"})
def months(match: Match, context: Context) -> Meaning | None:
    return Meaning("recurring", timex=f"XXXX-{month_number(match['month']):02}")


@RULES("every|each <holiday>", examples={"It shuts every Christmas.": "recurring P1Y"})
def holidays(match: Match, context: Context) -> Meaning | None:
    return Meaning("recurring", timex="P1Y")


@RULES("every|each <season>", examples={"It floods each spring.": "recurring XXXX-SP"})
@RULES("every|each <part>", examples={"It opens every morning.": "recurring XXXX-XX-XXTMO"})
def parts(match: Match, context: Context) -> Meaning | None:
    if match["season"]:
        return Meaning("recurring", timex=f"XXXX-{PARTS[str(SEASONS[match['season'].lower()])]}")
    return Meaning("recurring", timex=f"XXXX-XX-XXT{PARTS_OF_DAY[match['part'].lower()]}")


@RULES("every|each <unit>", examples={"It is counted every year.": "recurring P1Y"})
@RULES("per <unit>", examples={"It sold 30 a head per day.": "recurring P1D"})
@RULES("once|twice a|per|an|each <unit>", examples={"twice a year": "recurring P1Y"})
@RULES("<number> times a|per|an|each <unit>", examples={"3 times a week": "recurring P1W"})
def each(match: Match, context: Context) -> Meaning | None:
    return Meaning("recurring", timex=LETTERS[UNITS[match["unit"].lower()]])


@RULES(
    "<adverb>",
    examples={"It is paid annually.": "recurring P1Y", "the annual fair": "recurring P1Y"},
    never=("the Daily Mail", "an annual rate of 3%", "10,000 units annually", "3% annually"),
)
def adverb(match: Match, context: Context) -> Meaning | None:
    if match["adverb"][0].isupper() and match.start:
        return None
    before = context.text[max(0, match.start - 24) : match.start]
    if COUNTED.search(before) or A_MEASURE.match(context.text, match.end):
        return None
    return Meaning("recurring", timex=ADVERBS[match["adverb"].lower()])


# "10,000 units annually", "an annual rate": a measure for each year is no time of its own.
COUNTED = re.compile(r"\d[\d.,]*(?:%|\s(?:percent|million|billion))?(?:\s[a-z]+)?\s$")
A_MEASURE = re.compile(
    r"(?:\s[a-z]+)?\s(?:rate|dividend|sales|revenue|profit|income|earnings|results|loss|budget|salary"
    r"|growth|volume|turnover|cost|fee|payment|output|production|average|increase|inflation)s?\b"
)

"""Dates with a part of their day: "Monday evening", "the night of 4 May", "overnight on Monday"."""

import re
from dataclasses import replace

from articles.dates.context import Context
from articles.dates.english.clock import night_from
from articles.dates.english.vocabulary import PARTS_OF_DAY
from articles.dates.meaning import Meaning
from articles.dates.rule import Family, Match

OF_DAYS, RULES = Family(), Family()
HOUR = re.compile(r"(?<=T)(\d\d)(:\d\d)$")


@OF_DAYS(
    "<date> <part>|night",
    examples={
        "It closed on Monday evening.": "time 2019-11-04TEV",
    },
)
@RULES(
    "[the] [very] [early|late] <part> of <date>",
    examples={
        "It fell on the morning of 4 May 2018.": "time 2018-05-04TMO",
        "It fell in the night of 4-5 May 2018.": "time 2018-05-04TNI",
    },
    never=("the evening of May 2018",),
)
@RULES(
    "overnight [on] <date>",
    examples={"It closed overnight on Monday.": "time 2019-11-04TNI"},
    never=("overnight in May",),
)
@RULES(
    "early|late in|on the <part> of <date>",
    examples={"It fell late in the evening of 4 May 2018.": "time 2018-05-04TEV"},
)
def part_of_day(match: Match, context: Context) -> Meaning | None:
    """A part of the day; of a night between two days both are kept."""
    meaning = context.read(match.dates[0], context.within)
    if meaning is None or meaning.kind not in ("date", "time"):
        return None
    if meaning.span is None:
        return meaning
    if meaning.span.granularity != "day" or not meaning.span.edtf[:10].isascii():
        return None
    part = PARTS_OF_DAY[(match["part"] or "night").lower()]
    if hour := HOUR.search(meaning.timex):
        return replace(meaning, timex=f"{meaning.timex[:11]}{hour_in(part, int(hour[1]))}{hour[2]}")
    timex = f"{meaning.span.edtf[:10]}T{part}"
    if not meaning.places:
        return replace(meaning, kind="time", timex=timex)
    first, *last = meaning.places
    first = replace(first, start=min(match.start, first.start), timex=timex)
    return replace(meaning, kind="time", timex=timex, places=(first, *last))


@RULES("overnight into <date>", examples={"It rained overnight into Monday.": "time 2019-11-03TNI"})
def night_into(match: Match, context: Context) -> Meaning | None:
    """The night that ends on a day."""
    meaning = context.read(match.dates[0], context.within)
    if meaning is None or meaning.span is None or meaning.span.granularity != "day":
        return meaning if meaning and meaning.span is None else None
    return night_from(replace(meaning, kind="time"), (meaning.span.first_day or 0) - 1)


def hour_in(part: str, hour: int) -> str:
    """The hour that is meant in a part of the day: "9" on Monday night is 21."""
    first = {"AF": 1, "EV": 4, "NI": 6}.get(part, 12)
    return f"{hour + 12 if first <= hour < 12 else hour:02}"

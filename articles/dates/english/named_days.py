"""Days that have names: "Christmas Eve", "Thanksgiving", "Good Friday", in the year meant."""

import re
from collections.abc import Callable

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

from articles.dates.context import Context
from articles.dates.days import day_number, iso_day, last_day_of_month, weekday
from articles.dates.edtf import Span, parse_edtf
from articles.dates.meaning import Meaning, around, written
from articles.dates.rule import Family, Match

RULES = Family()
MONDAY, WEDNESDAY, THURSDAY, SUNDAY = 0, 2, 3, 6
DayIn = Callable[[int], int | None]


@RULES(
    "<holiday>",
    examples={
        "It closed on Christmas Day.": "2018-12-25",
        "He was found on Thanksgiving Day.": "2018-11-22",
        "It closed on Good Friday.": "2019-04-19",
        "It opens on New Year’s Eve.": "2019-12-31",
        "It closed on Ash Wednesday.": "2019-03-06",
        "Shops cut prices ahead of Thanksgiving.": "2019-11-28",
    },
    never=("the Christmas Island crab", "an easter egg", "under a Christmas tree"),
)
def holiday(match: Match, context: Context) -> Meaning | None:
    if context.text[match.start].islower() or NAMES_A_THING.match(context.text, match.end):
        return None
    day_in = DAYS[match["holiday"].lower().replace("’", "'")]
    is_on_it = context.text.endswith(("on ", "On "), 0, match.start)
    reading = context.by_tense if is_on_it else context.nearest
    return reading(match, lambda year: day_span(day_in(year)))


@RULES(
    "<holiday> weekend",
    examples={
        "Ten died over Labor Day weekend.": "[2019-08-31..2019-09-01]",
        "It will open on Thanksgiving weekend.": "[2019-11-30..2019-12-01]",
    },
)
def holiday_weekend(match: Match, context: Context) -> Meaning | None:
    """The weekend nearest to a day that has a name."""
    day_in = DAYS[match["holiday"].lower().replace("’", "'")]

    def weekend_in(year: int) -> Span | None:
        day = day_in(year)
        return None if day is None else around("weekend", day - 7 * (weekday(day) < WEDNESDAY))

    return context.by_tense(match, weekend_in)


IN_TIME = re.compile(r"\b(?:on|after|before|since|post|pre|the|until)[\s-]$", re.IGNORECASE)


@RULES(
    "9/11",
    examples={"He was in town on 9/11.": "2001-09-11"},
    never=("a score of 9/11", "a rate of 9/11 per day", "9/11 of them"),
)
def eleventh_of_september(match: Match, context: Context) -> Meaning | None:
    """The day of 2001; in a fraction none."""
    before = context.text[max(0, match.start - 12) : match.start]
    return Meaning("date", parse_edtf("2001-09-11")) if IN_TIME.search(before) else None


@RULES(
    "d- day",
    examples={"Veterans of D-Day met.": "1944-06-06"},
    never=("the d-day of the plan", "D-Day for the new rules"),
)
@RULES("ve day", examples={"VE Day was warm.": "1945-05-08"}, never=("We ve day",))
@RULES("v- e day", examples={"V-E Day was warm.": "1945-05-08"})
def day_of_the_war(match: Match, context: Context) -> Meaning | None:
    word = context.text[match.start : match.end]
    if word[0].islower() or context.text.startswith((" for", " of"), match.end):
        return None
    return written("1944-06-06" if word[0] == "D" else "1945-05-08")


def day_span(day: int | None) -> Span | None:
    """The span of one day, if there is one."""
    return None if day is None else parse_edtf(iso_day(day))


def fixed(month: int, day: int) -> DayIn:
    """The same day of every year."""
    return lambda year: day_number(year, month, day)


def nth(number: int, wanted: int, month: int) -> DayIn:
    """The first (1), second … or last (-1) such weekday of a month."""

    def day_in(year: int) -> int:
        last = last_day_of_month(year, month)
        if number < 0:
            return last - (weekday(last) - wanted) % 7
        return first_on(wanted, year, month) + 7 * (number - 1)

    return day_in


def election_day(year: int) -> int:
    """The Tuesday after the first Monday in November."""
    return first_on(MONDAY, year, 11) + 1


def first_on(wanted: int, year: int, month: int) -> int:
    """The first such weekday of a month."""
    first = day_number(year, month, 1)
    return first + (wanted - weekday(first)) % 7


def from_easter(days: int, rule: int = EASTER_WESTERN) -> DayIn:
    """So many days after Easter Sunday, in the years whose Easter the rule of the church tells."""
    return lambda year: easter(year, rule).toordinal() + days if 1583 <= year <= 4099 else None


DAYS = {
    "new year's day": fixed(1, 1),
    "new year's eve": fixed(12, 31),
    "valentine's day": fixed(2, 14),
    "st. patrick's day": fixed(3, 17),
    "may day": fixed(5, 1),
    "independence day": fixed(7, 4),
    "halloween": fixed(10, 31),
    "veterans day": fixed(11, 11),
    "armistice day": fixed(11, 11),
    "christmas eve": fixed(12, 24),
    "christmas day": fixed(12, 25),
    "christmas": fixed(12, 25),
    "boxing day": fixed(12, 26),
    "martin luther king day": nth(3, MONDAY, 1),
    "presidents' day": nth(3, MONDAY, 2),
    "presidents day": nth(3, MONDAY, 2),
    "mother's day": nth(2, SUNDAY, 5),
    "memorial day": nth(-1, MONDAY, 5),
    "father's day": nth(3, SUNDAY, 6),
    "labor day": nth(1, MONDAY, 9),
    "election day": election_day,
    "columbus day": nth(2, MONDAY, 10),
    "thanksgiving day": nth(4, THURSDAY, 11),
    "thanksgiving": nth(4, THURSDAY, 11),
    "palm sunday": from_easter(-7),
    "good friday": from_easter(-2),
    "easter sunday": from_easter(0),
    "easter monday": from_easter(1),
    "easter": from_easter(0),
    "ash wednesday": from_easter(-46),
    "shrove tuesday": from_easter(-47),
    "mardi gras": from_easter(-47),
    "maundy thursday": from_easter(-3),
    "holy saturday": from_easter(-1),
    "pentecost": from_easter(49),
    "whit sunday": from_easter(49),
    "orthodox easter": from_easter(0, EASTER_ORTHODOX),
    "inauguration day": lambda year: None if year % 4 != 1 else day_number(year, 1, 20),
    "groundhog day": fixed(2, 2),
    "international women's day": fixed(3, 8),
    "april fools' day": fixed(4, 1),
    "earth day": fixed(4, 22),
    "anzac day": fixed(4, 25),
    "australia day": fixed(1, 26),
    "cinco de mayo": fixed(5, 5),
    "juneteenth": fixed(6, 19),
    "canada day": fixed(7, 1),
    "bastille day": fixed(7, 14),
    "indigenous peoples' day": nth(2, MONDAY, 10),
    "guy fawkes night": fixed(11, 5),
    "bonfire night": fixed(11, 5),
    "remembrance day": fixed(11, 11),
    "veterans' day": fixed(11, 11),
    "remembrance sunday": nth(2, SUNDAY, 11),
    "cyber monday": lambda year: first_on(THURSDAY, year, 11) + 25,
    "pearl harbor day": fixed(12, 7),
    "st patrick's day": fixed(3, 17),
    "martin luther king jr. day": nth(3, MONDAY, 1),
    "mlk day": nth(3, MONDAY, 1),
    "burns night": fixed(1, 25),
    "hogmanay": fixed(12, 31),
    "whit monday": from_easter(50),
    "ascension day": from_easter(39),
    "trinity sunday": from_easter(56),
    "all saints' day": fixed(11, 1),
    "all souls' day": fixed(11, 2),
    "st stephen's day": fixed(12, 26),
    "st george's day": fixed(4, 23),
    "st andrew's day": fixed(11, 30),
    "st david's day": fixed(3, 1),
}
# "Christmas Island", "Easter Rising": what goes on with a capital is a name of something else.
NAMES_A_THING = re.compile(
    r"\s(?:(?!Day\b|Eve\b)[A-Z][a-z]"
    r"|(?:trees?|carols?|cards?|lights|decorations|stockings?|pudding|eggs?|bunny|bonnets?)\b)"
)

"""Words that look like a date and are none: they are consumed, and give nothing."""

from articles.dates.context import Context
from articles.dates.meaning import Meaning
from articles.dates.rule import Family, Match

RULES = Family(is_dated=False)


@RULES(
    "usa|u. today",
    examples={},
    never=("As reported by U. Today, it grew.", "USA Today wrote"),
)
@RULES(
    "[the] <weekday>|daily <newspaper>",
    examples={},
    never=("The Sunday Times wrote", "said the Daily Express"),
)
@RULES(
    "black|super|bloody|red|holy|giving|man|girl <weekday>",
    examples={},
    never=("the banks on Black Friday", "his man Friday"),
)
@RULES(
    "<weekday> school|night_football|night_live|night_lights|the_13th",
    examples={},
    never=("in Sunday school", "on Monday Night Football", "a film, Friday the 13th"),
)
@RULES(
    "today programme|program|show|newspaper",
    examples={},
    never=("on the BBC’s Today programme", "the Today show", "in Today newspaper"),
)
@RULES("march madness", examples={}, never=("in April and March Madness",))
@RULES("ruby tuesday", examples={}, never=("at Ruby Tuesday",))
@RULES("year to date", examples={}, never=("It is up 3% year to date.",))
@RULES("to the day", examples={}, never=("It was a year ago to the day, after the storm.",))
@RULES(
    "[the] <ordinal>|<nth> <unit> in a row|running|of_the_year",
    examples={},
    never=("for the third quarter in a row", "for the 2nd quarter running"),
)
@RULES(
    "after|off|business|office|opening|working|visiting|trading|happy- hours|hour",
    examples={},
    never=("in after-hours trading", "an off-hours call"),
)
@RULES(
    "business|office|opening|working|visiting|trading|happy hours|hour",
    examples={},
    never=("during working hours", "at happy hour"),
)
@RULES("as many <units>", examples={}, never=("the third in as many weeks",))
@RULES("father christmas", examples={}, never=("as Father Christmas",))
@RULES("the minutes of", examples={}, never=("The minutes of the May 18 meeting are out.",))
@RULES("high noon", examples={}, never=("It was high noon for the party.",))
@RULES("as recently as", examples={}, never=("It was open as recently as 2018.",))
@RULES("last week tonight", examples={}, never=("as Last Week Tonight showed",))
@RULES("[the] 20th|21st|twentieth century fox", examples={}, never=("bought by 20th Century Fox",))
def not_a_date(match: Match, context: Context) -> Meaning | None:
    return None

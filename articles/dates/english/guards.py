"""Words that look like a date and are none: they are consumed, and give nothing."""

from articles.dates.context import Context
from articles.dates.meaning import Meaning
from articles.dates.rule import Family, Match

RULES = Family()


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
    "black|super|cyber|ash|bloody|red|holy|maundy|shrove|giving|man|girl <weekday>",
    examples={},
    never=("the banks on Black Friday", "on Maundy Thursday", "his man Friday"),
)
@RULES(
    "<weekday> school|night_football|night_live|night_lights|the_13th",
    examples={},
    never=("in Sunday school", "on Monday Night Football", "a film, Friday the 13th"),
)
@RULES("last week tonight", examples={}, never=("as Last Week Tonight showed",))
@RULES("[the] 20th|21st|twentieth century fox", examples={}, never=("bought by 20th Century Fox",))
def not_a_date(match: Match, context: Context) -> Meaning | None:
    return None

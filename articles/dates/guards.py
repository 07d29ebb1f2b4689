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
    "black|super|cyber|ash|bloody|red <weekday>",
    examples={},
    never=("the banks on Black Friday",),
)
def not_a_date(match: Match, context: Context) -> Meaning | None:
    return None

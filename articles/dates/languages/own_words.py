"""What dateparser's data lacks of a language: words, and the company that guards a date."""

from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class Words:
    """What dateparser's data lacks: numbers, "last" and "next" as steps, and what guards a date.

    `days` are words for a day by its distance from today; `few` stand for a number that isn't
    told. Of the patterns `year_after` and `month_after` are of the words before a year or a month
    that make it one, `counted` of those that make a number of it, `named_after` and `names` of
    those after a weekday and before a day that make a name of it; `future` and `past` of verbs.
    """

    language: str
    numbers: dict[str, float]
    few: str
    steps: dict[str, int]
    year_after: str
    month_after: str
    counted: str
    future: str
    past: str
    day: str = r"(?:[12]\d|3[01]|0?[1-9])"
    first: str = ""  # the word for the first of a month
    named_after: str = "(?!)"
    names: str = "(?!)"
    not_day_after: str = "(?!)"
    not_day_before: str = "(?!)"
    habit: str = "(?!)"
    half: str = "(?!)"
    persons: str = ""
    weekdays: dict[str, int] = field(default_factory=dict)
    bare_weekdays: dict[str, int] = field(default_factory=dict)
    plurals: str = ""  # of units, beside which "last" means no single one
    days: dict[str, int] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    number_after: str = "(?!)"
    is_bare_year: bool = False
    decades: str = ""  # "twenty" to "ninety", of which decades are made
    since: str = "(?!)"
    until: str = "(?!)"
    put_off: str = "(?!)"  # verbs before the day to which something is put off
    seasons: dict[str, int] = field(default_factory=dict)  # and quarters, by their EDTF numbers
    has_capitals: bool = False  # whether months and weekdays are written with a capital

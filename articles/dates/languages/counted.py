"""Dates of other languages counted from publication: "ayer", "hace dos semanas", "el lunes"."""

import re
from dataclasses import replace

from articles.dates.abroad import counted_day
from articles.dates.context import NO_PUBLICATION, Context
from articles.dates.counting import shifted
from articles.dates.days import day_parts, iso_day, weekday
from articles.dates.edtf import Span, parse_edtf
from articles.dates.english.ago import counted
from articles.dates.english.steps import beside
from articles.dates.languages.lexicon import Lexicon
from articles.dates.languages.matched import (
    around_it,
    day_of,
    is_plain_name,
    lexicon_of,
    stands_after,
    weekday_of,
)
from articles.dates.meaning import Meaning, around, timex_of, unresolved
from articles.dates.rule import Match

AT_START = re.compile(r"(?:^|\n|[.!?…:»”\"“„«(–—-]\s?)[\s«“„\"]*$")
LIVED = 40  # days around publication in which "Monday 4" is looked for


def relative(match: Match, context: Context) -> Meaning | None:
    """A word for a time beside today, as dateparser reads it."""
    lexicon, word = lexicon_of(match), match["relative"]
    before, after = around_it(match, context)
    words = lexicon.words
    if stands_after(rf"(?:{words.not_day_after})\s", before):
        return None
    if re.match(words.not_day_before, after) or not is_plain_word(word, before):
        return None
    count, unit = lexicon.relative[word.lower().replace("’", "'")]
    return context.from_publication(lambda day: told(lexicon, word, day, unit, count))


def is_plain_word(word: str, before: str) -> bool:
    """Whether a word has no capital, but for that of a sentence or of a heading."""
    return not word[0].isupper() or word.isupper() or bool(AT_START.search(before))


def told(lexicon: Lexicon, phrase: str, day: int, unit: str, count: int) -> Span:
    """The unit that a phrase means on a day: by dateparser, where it knows the phrase."""
    found = counted_day(phrase, day, lexicon.words.language) if phrase else None
    return shifted(unit, day, count) if found is None else around(unit, found)


def ago(match: Match, context: Context) -> Meaning | None:
    """So many units before publication, as precise as people mean it."""
    return units_away(match, context, -1)


def ahead(match: Match, context: Context) -> Meaning | None:
    """So many units after publication."""
    return units_away(match, context, 1)


def ahead_in_future(match: Match, context: Context) -> Meaning | None:
    """The same where the clause tells of what is to come; else it is a length of time."""
    return ahead(match, context) if context.tense(match) == "future" else None


def units_away(match: Match, context: Context, step: int) -> Meaning | None:
    """The time so many units away; of half a unit more dateparser knows nothing."""
    lexicon, unit = lexicon_of(match), lexicon_of(match).units[match["unit"].lower()]
    if match["few"]:
        reference = "PAST_REF" if step < 0 else "FUTURE_REF"
        return unresolved("it doesn’t say how many", kind="vague", timex=reference)
    count = step * (value(lexicon, match["number"]) + (0.5 if match["half"] else 0))

    def count_on(day: int) -> Span:
        phrase = lexicon.counting(int(count), unit) if count == int(count) else ""
        found = counted_day(phrase, day, lexicon.words.language) if phrase else None
        if found is None:
            return counted(unit, day, count)
        return counted(unit, found, 0)

    meaning = context.from_publication(count_on)
    if unit != "week" or meaning.span is None:
        return meaning
    return replace(meaning, timex=timex_of(around("week", meaning.span.first_day or 0)))


def value(lexicon: Lexicon, number: str) -> float:
    """The value of a `<number>`."""
    return (
        int(number)
        if number[0].isdigit()
        else lexicon.words.numbers[number.lower().replace("’", "'")]
    )


def beside_unit(match: Match, context: Context) -> Meaning | None:
    """Last, this or next week, month or year."""
    lexicon = lexicon_of(match)
    unit, step = lexicon.units[match["unit"].lower()], lexicon.words.steps[match["step"].lower()]
    if unit in ("hour", "day") or match["unit"].lower() in lexicon.words.plurals.split():
        return None
    phrase = lexicon.beside(step, unit)
    return context.from_publication(lambda day: told(lexicon, phrase, day, unit, step))


def week_day(match: Match, context: Context) -> Meaning | None:
    """The latest such day by publication; the next where the clause tells of what is to come."""
    lexicon, word = lexicon_of(match), match["weekday"] or match["bare_weekday"]
    before, after = around_it(match, context)
    if not (is_plain_name(match, context) or begins_sentence(word, before, lexicon)):
        return None
    if re.match(rf"\s(?:{lexicon.words.named_after})\b", after):
        return None
    if not match["step"] and stands_after(rf"(?:{lexicon.words.habit})\s", before):
        return None
    wanted = lexicon.weekdays[word.lower()]
    if context.published is None:
        return unresolved(NO_PUBLICATION)
    day, note = chosen_day(context.published, wanted, match, context)
    return Meaning("date", parse_edtf(iso_day(day)), anchor="publication", note=note)


def begins_sentence(word: str, before: str, lexicon: Lexicon) -> bool:
    """Whether a capital is only that of a sentence, and no person has the name."""
    return word.lower() not in lexicon.words.persons.split("|") and bool(AT_START.search(before))


def chosen_day(published: int, wanted: int, match: Match, context: Context) -> tuple[int, str]:
    """The day that a weekday means, and how it was chosen."""
    step = lexicon_of(match).words.steps.get(match["step"].lower())
    if step == 0:
        return published - weekday(published) + wanted, "in the week of publication"
    if step:
        return beside(published, wanted, step), ""
    latest = published - (weekday(published) - wanted) % 7
    if context.tense(match) == "future":
        return latest + 7, "the next after publication"
    return latest, "the latest by publication"


def weekday_and_day(match: Match, context: Context) -> Meaning | None:
    """A weekday with the day of the month: "lunes 4"."""
    wanted, number = weekday_of(match), day_of(match, match_slot(match))
    if context.published is None:
        return unresolved(NO_PUBLICATION)
    nearby = sorted(range(-LIVED, LIVED + 1), key=abs)
    days = (context.published + off for off in nearby)
    found = next(
        (day for day in days if weekday(day) == wanted and day_parts(day)[2] == number), None
    )
    if found is None:
        return None
    return Meaning(
        "date", parse_edtf(iso_day(found)), anchor="publication", note="the nearest to publication"
    )


def match_slot(match: Match) -> str:
    """The slot that holds the day."""
    return "day_in_brackets" if match["day_in_brackets"] else "day"


def every_weekday(match: Match, context: Context) -> Meaning | None:
    """A weekday of every week."""
    return Meaning("recurring", timex=f"XXXX-WXX-{(weekday_of(match) or 0) + 1}")

"""Dates of other languages beside what was told last ("zwei Jahre später"), seasons, years BCE."""

from articles.dates.context import Context
from articles.dates.counting import shifted
from articles.dates.days import iso_year
from articles.dates.english.lengths import away
from articles.dates.english.steps import part_beside
from articles.dates.languages.counted import value
from articles.dates.languages.matched import lexicon_of
from articles.dates.meaning import Meaning, written
from articles.dates.rule import Match


def later(match: Match, context: Context) -> Meaning | None:
    """So many units after the date told last."""
    return units_from_told(match, context, 1)


def earlier(match: Match, context: Context) -> Meaning | None:
    """So many units before the date told last."""
    return units_from_told(match, context, -1)


def units_from_told(match: Match, context: Context, step: int) -> Meaning | None:
    """So many units after (1) or before (-1) the date told last; without one a length of time."""
    lexicon = lexicon_of(match)
    unit = lexicon.units[match["unit"].lower()]
    return away(context, step * value(lexicon, match["number"]), unit)


def day_after(match: Match, context: Context) -> Meaning | None:
    """The day after the one told last."""
    return context.from_earlier("day", lambda day: shifted("day", day, 1))


def day_before(match: Match, context: Context) -> Meaning | None:
    """The day before the one told last."""
    return context.from_earlier("day", lambda day: shifted("day", day, -1))


def season_beside(match: Match, context: Context) -> Meaning | None:
    """Last, this or next summer, or quarter."""
    words = lexicon_of(match).words
    number, step = words.seasons[match["season"].lower()], words.steps[match["step"].lower()]
    return context.from_publication(lambda day: part_beside(day, number, step))


def before_christ(match: Match, context: Context) -> Meaning | None:
    """A year BCE of so few figures that without its era it would be none."""
    return written(iso_year(1 - int(match["early_year"])))

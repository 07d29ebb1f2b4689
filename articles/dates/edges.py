"""The edges of the time of writing: the latest time told as past, the earliest still to come."""

from collections.abc import Iterator, Sequence

from articles.dates import bounds
from articles.dates.clues import absolute, is_relative
from articles.dates.context import Context
from articles.dates.rule import Match
from articles.dates.told import has_happened, is_ahead, is_past, says_when
from articles.dates.windows import FIRST, LAST, Clue

OPEN_ENDS = {rule.read for rule in bounds.RULES}
PAST = "is told as past, so that it was written {}"
AHEAD = "is told as still to come, so that it was written {}"


def edge_clues(text: str, matches: Sequence[Match]) -> Iterator[Clue]:
    """At most two clues: what it isn't written before, and what it isn't written after."""
    latest = earliest = None
    for match in matches:
        place = match.start, match.end
        first, last = ends(text, match)
        is_when = says_when(text, match.start)
        if first > (latest.days[0][0] if latest else FIRST) and (
            (is_when and is_past(text, *place)) or has_happened(text, *place)
        ):
            latest = Clue(*place, ((first, LAST),), PAST)
        if last < (earliest.days[0][1] if earliest else LAST) and (
            is_when and is_ahead(text, *place)
        ):
            earliest = Clue(*place, ((FIRST, last),), AHEAD)
    yield from filter(None, (latest, earliest))


def ends(text: str, match: Match) -> tuple[int, int]:
    """First and last day of a date that states its year; an open end gives no edge."""
    span = absolute(text, match)
    if span is None and match.rule.read in OPEN_ENDS:
        meaning = Context(text, None).read(match)
        span = meaning.span if meaning and not any(map(is_relative, match.dates)) else None
    if span is None:
        return FIRST, LAST
    first = FIRST if span.first_day is None else span.first_day
    last = LAST if span.last_day is None else span.last_day
    return first, last

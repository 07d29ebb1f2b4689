"""The edges of the time of writing: the latest time told as past, the earliest still to come."""

from collections.abc import Iterator, Sequence

from articles.dates.context import Context
from articles.dates.english import bounds, ranges
from articles.dates.rule import Match
from articles.dates.written.clues import absolute
from articles.dates.written.groups import is_relative
from articles.dates.written.told import has_happened, is_ahead, is_past, is_stamp, says_when
from articles.dates.written.windows import FIRST, LAST, Clue

OPEN_ENDS = {rule.read for rule in (*bounds.RULES, *ranges.RULES)}
PAST = "is told as past, so that it was written {}"
AHEAD = "is told as still to come, so that it was written {}"


def edge_clues(text: str, matches: Sequence[Match], today: int) -> Iterator[Clue]:
    """At most two clues: what it isn't written before, and what it isn't written after.

    What would have happened only after `today` was not told as past: it is passed over.
    """
    latest, earliest = Clue(0, 0, ((FIRST, LAST),), PAST), Clue(0, 0, ((FIRST, LAST),), AHEAD)
    for match in matches:
        place = match.start, match.end
        first, last = ends(text, match)
        if (first, last) == (FIRST, LAST) or is_stamp(text, *place):
            continue
        is_when = says_when(text, match.start, is_day=first == last)
        is_later = latest.days[0][0] < first <= today
        if is_later and ((is_when and is_past(text, *place)) or has_happened(text, *place)):
            latest = Clue(*place, ((first, LAST),), PAST)
        if last < earliest.days[0][1] and is_when and is_ahead(text, *place):
            earliest = Clue(*place, ((FIRST, last),), AHEAD)
    yield from (clue for clue in (latest, earliest) if clue.end)


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

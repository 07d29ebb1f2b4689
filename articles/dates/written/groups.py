"""Dates that are said as one: “two weeks ago, on 3 June”, “yesterday (3 June)”."""

import re
from collections.abc import Iterator, Sequence

from articles.dates.english import ago, clock, combined, modified, ranges, relative, steps
from articles.dates.english.years import year
from articles.dates.rule import Match

# What stands between two dates that are one: “two weeks ago, on 3 June”, “yesterday (3 June)”.
GLUE = re.compile(r"\s?,?\s(?:(?:on|in|of|at)\s)?|\s\(")
LONGEST_GLUE = 8
MOST_LEAVES = 6
# “In this Tuesday, Feb. 10, 2009 file photo”: captions live on.
PICTURE = re.compile(r",?\s(?:[a-z]+\s){0,2}(?:photo|picture|image|frame|handout|video)", re.I)
# Rules that make one date of several, each of which tells something.
SEVERAL = (combined.together, combined.side_by_side, ranges.frame_said_first)
RELATIVE = {rule.read for rule in (*relative.RULES, *ago.RULES, *steps.RULES)}


def groups(text: str, matches: Sequence[Match]) -> Iterator[list[Match]]:
    """The matches, in one list those that only a comma or a preposition stands between."""
    group: list[Match] = []
    for match in matches:
        if group and not is_glued(text, group[-1], match):
            yield group
            group = []
        group.append(match)
    if group:
        yield group


def is_glued(text: str, one: Match, other: Match) -> bool:
    """Whether two neighbours make one date. “This year (2008)” says that it isn't now."""
    between = text[one.end : min(other.start, one.end + LONGEST_GLUE + 1)]
    is_clarified = "(" in between and other.rule.read is year
    is_one = len(between) <= LONGEST_GLUE and GLUE.fullmatch(between) is not None
    return is_one and not is_clarified


def is_one_date(text: str, leaves: list[Match]) -> bool:
    """Whether several dates are said as one, and not of a picture, nor in two sentences."""
    if not 1 < len(leaves) <= MOST_LEAVES or PICTURE.match(text, leaves[-1].end):
        return False
    return not any(is_relative(leaf) and text[leaf.start].isupper() for leaf in leaves[1:])


def leaves_of(match: Match) -> Iterator[Match]:
    """The dates that a match is made of, without times of day."""
    if match.rule.read in SEVERAL:
        for part in match.dates:
            yield from leaves_of(part)
    elif match.rule.read is not clock.clock:
        yield match


def is_relative(match: Match) -> bool:
    """Whether a date is counted from the day of writing: “last year”, “earlier this week”."""
    if match.rule in modified.RULES:
        return is_relative(match.dates[0])
    return match.rule.read in RELATIVE

"""Joining: rules whose `<date>` slots take what other rules found, from the inside out."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from articles.dates.english import (
    bounds,
    calendars,
    combined,
    ended,
    modified,
    ranges,
    within_day,
)
from articles.dates.rule import Match, Rule
from articles.dates.wording import DATE

# Each level joins what the levels before it found: "late last year", then "since late last year".
FAMILIES = (
    modified.RULES,
    combined.PARTS,
    within_day.OF_DAYS,
    within_day.RULES,
    calendars.MARKS,
    ended.RULES,
    bounds.RULES,
    ranges.RULES,
)
# "Monday evening" is joined first of all: in "the first half on Monday evening", too.
# Parts are joined twice: "this week", "on Monday" and "4 November" are one date.
PARTS = combined.PARTS + within_day.OF_DAYS + within_day.RULES
LEVELS: tuple[list[Rule], ...] = (
    within_day.OF_DAYS, modified.RULES, PARTS, PARTS + calendars.MARKS,
    ended.RULES + bounds.RULES + ranges.RULES,
)  # fmt: skip
REACH = 24
WIDEST = 40  # what stands between two dates that a rule joins
WORDS_BEFORE = re.compile(r"\w+\W{0,3}")


class Level:
    """Rules that join dates in one pass, and which of them fit between two dates."""

    def __init__(self, rules: list[Rule]):
        self.rules = rules
        self.lead = any_lead(tuple(rule.pieces[0].pattern for rule in rules))
        self.has_leads = not all(rule.wording.startswith(DATE) for rule in rules)

    @lru_cache(maxsize=4096)  # noqa: B019 - levels live as long as the program
    def candidates(self, gap: str | None, *, leads: bool) -> list[Rule]:
        """The rules that may join a date with the next, if a gap of theirs lies between."""
        return [
            rule
            for rule in self.rules
            if (leads or rule.may_start_with_date)
            and (len(rule.pieces) == 2 or (gap is not None and rule.pieces[1].fullmatch(gap)))
        ]


def join(text: str, matches: list[Match], levels: Sequence[Level]) -> list[Match]:
    """The matches, those that make one date together joined to one."""
    for level in levels:
        matches = join_level(text, matches, level)
    return matches


def join_level(text: str, matches: list[Match], level: Level) -> list[Match]:
    """One pass from left to right; the longest join at each place wins."""
    joined: list[Match] = []
    position = 0
    while position < len(matches):
        covered = joined[-1].end if joined else 0
        best, taken = matches[position], 1
        leads = lead_starts(level.lead, text, covered, best.start) if level.has_leads else []
        gap = gap_after(text, matches, position)
        for rule in level.candidates(gap, leads=bool(leads)):
            found, used = joined_here(text, matches, position, rule, leads)
            if found and found.end - found.start > best.end - best.start:
                best, taken = found, used
        joined.append(best)
        position += taken
        while position < len(matches) and matches[position].start < best.end:
            position += 1  # "midday" was found alone, too
    return joined


def gap_after(text: str, matches: list[Match], position: int) -> str | None:
    """What stands between a match and the next, if that is near."""
    if position + 1 == len(matches):
        return None
    first, following = matches[position : position + 2]
    return text[first.end : following.start] if following.start - first.end <= WIDEST else None


@cache
def any_lead(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern for the words before the first date of any rule: most dates have none of them."""
    unnamed = (re.sub(r"\?P<\w+>", "?:", pattern) for pattern in dict.fromkeys(patterns))
    return re.compile("|".join(f"(?:{pattern})" for pattern in unnamed), re.IGNORECASE)


def lead_starts(lead: re.Pattern[str], text: str, covered: int, end: int) -> list[int]:
    """Where words begin that may lead up to a date, the farthest first."""
    words = WORDS_BEFORE.finditer(text, max(covered, end - REACH), end)
    return [word.start() for word in words if lead.fullmatch(text, word.start(), end)]


def joined_here(
    text: str, matches: list[Match], position: int, rule: Rule, leads: list[int]
) -> tuple[Match | None, int]:
    """The rule's match with the match at this position as its first date, and how many it takes."""
    lead, *rest = rule.pieces
    first = matches[position]
    start = first.start
    slots: dict[str, str] = {}
    found = ending_at(lead, text, leads, first.start)
    if found:
        start = found.start()
        slots |= found.groupdict()
    elif not rule.may_start_with_date:
        return None, 0
    end = first.end
    used = 1
    for piece in rest[:-1] if rule.wording.endswith(DATE) else rest:
        found = piece.match(text, end)
        if not found:
            return None, 0
        slots |= found.groupdict()
        end = found.end()
        if piece is rest[-1]:
            break
        if position + used >= len(matches) or matches[position + used].start != end:
            return None, 0
        end = matches[position + used].end
        used += 1
    dates = tuple(matches[position : position + used])
    is_dated = all(date.is_dated for date in dates)
    if (rule.of_dates and not is_dated) or (rule.of_lengths and is_dated):
        return None, 0
    return Match(start, end, rule, slots, dates), used


def ending_at(
    lead: re.Pattern[str], text: str, starts: list[int], end: int
) -> re.Match[str] | None:
    """The longest match of the words before a date that ends just where the date begins."""
    found = (lead.fullmatch(text, start, end) for start in starts)
    return next((match for match in found if match), None)

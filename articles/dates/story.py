"""The running date of a story: what "In June" and "on 5 August" are counted from in a history.

Whether a text tells one is settled first, from all its dates. Where its story stands is then
followed in reading order. Of the months and days without a year on the read part of WikiWars, 88 in
100 are right in the year of the date last told, 92 by these rules.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field

from articles.dates.days import day_parts
from articles.dates.edtf import Span
from articles.dates.meaning import Meaning, unresolved
from articles.dates.rule import Match

# So many years a history states, four times as many as words like "yesterday", and most of them
# at least so old. Fewer are the background of a report.
FEWEST_YEARS = 5
YEARS_OLD = 2
FAR = 30
# A story goes on: what would lie further back than this many days is meant in the year after.
LOOK_BACK = 100
# In mid-sentence a date moves the story only this far back or on; what is further is an aside.
ASIDE_BACK, ASIDE_ON = 300, 730
LONGEST_YEAR = 366
LIFETIME = 80
# What has at most three words before it in its sentence: "Early in the spring of 1942 …".
OPENS_A_SENTENCE = re.compile(r"(?:^|[.!?][\"”’)\]]*\s+|\n)(?:[^\s.]+\s){0,3}$")
BEFORE = 60
LONGEST_ASIDE = 300


@dataclass(frozen=True)
class ToldDate:
    """A date that the text has told, and where."""

    start: int
    end: int
    span: Span

    @property
    def anchor(self) -> str:
        """How a Meaning says that it is counted from here."""
        return f"mention {self.start}:{self.end}"


@dataclass
class Story:
    """The dates that a text has told so far, and the one that says where its story stands."""

    text: str
    is_history: bool = False
    told: list[ToldDate] = field(default_factory=list)
    running: ToldDate | None = None

    def tell(self, start: int, end: int, span: Span) -> None:
        """Take a date into the story."""
        told = ToldDate(start, end, span)
        self.told.append(told)
        if self._moves(told):
            self.running = told

    def is_near(self, year: int) -> bool:
        """Whether a history that stands where it does may well name this year."""
        if not self.is_history or self.running is None:
            return False
        return abs(day_parts(self.running.span.first_day or 0)[0] - year) <= LIFETIME

    def reading(self, in_year: Callable[[int], Span | None]) -> Meaning | None:
        """A date that recurs each year, from where a history stands; None where there is none.

        It is the one in the running year, or in the next if that one lies well before the running
        date. A story that stands at no more than a year takes it in that year.
        """
        if not self.is_history or self.running is None:
            return None
        now = self.running.span
        year = day_parts(now.first_day or 0)[0]
        found = in_year(year)
        is_past = found is not None and (now.first_day or 0) - (found.last_day or 0) > LOOK_BACK
        if is_past and now.granularity != "year":
            found, year = in_year(year + 1), year + 1
        if found is None:
            return unresolved(f"there is no such day in {year}")
        return Meaning("date", found, anchor=self.running.anchor)

    def _moves(self, told: ToldDate) -> bool:
        """Whether the story stands at this date now: a closed span of a year at most, no aside."""
        first, last = told.span.first_day, told.span.last_day
        if first is None or last is None or last - first > LONGEST_YEAR:
            return False
        if told.span.is_throughout or self._is_in_brackets(told.start):
            return False
        before = self.text[max(0, told.start - BEFORE) : told.start]
        if self.running is None or OPENS_A_SENTENCE.search(before):
            return True
        now = self.running.span
        if told.span.granularity == "year" != now.granularity:
            return False
        return (
            first - (now.first_day or 0) >= -ASIDE_BACK and first - (now.last_day or 0) <= ASIDE_ON
        )

    def _is_in_brackets(self, start: int) -> bool:
        reach = max(0, start - LONGEST_ASIDE)
        return self.text.rfind("(", reach, start) > self.text.rfind(")", reach, start)


def tells_a_history(
    matches: Iterable[Match], published: int | None, deictic: Collection[str]
) -> bool:
    """Whether a text with these matches tells of the past year by year.

    `deictic` names the rules of words that lean on the day of publication.
    """
    years, old, leaning = 0, 0, 0
    latest = 9999 if published is None else day_parts(published)[0] - YEARS_OLD
    for match in parts(matches):
        year = match["year"] or match["any_year"] or match["iso"][:4] or match["decade"][:4]
        years += bool(year)
        old += bool(year) and int(year) <= latest
        leaning += bool(match["weekday"]) or match.rule.name in deictic
        leaning += bool(year) and int(year) > latest + FAR  # "1440", "2153": the times of a report
    return years >= FEWEST_YEARS and years >= 4 * leaning and 2 * old > years


def parts(matches: Iterable[Match]) -> Iterator[Match]:
    """The matches, of joined ones those that they are joined of."""
    for match in matches:
        if match.dates:
            yield from parts(match.dates)
        else:
            yield match

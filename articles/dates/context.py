"""What a date is read against: publication, the earlier mentions of the text, tense."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property

from articles.dates.counting import counted_from, months_on
from articles.dates.days import day_parts
from articles.dates.edtf import EdtfError, Span
from articles.dates.english.events import Events
from articles.dates.english.figures import month_first
from articles.dates.english.leaning import overlaps, pick
from articles.dates.english.tense import Tense, of_clause
from articles.dates.meaning import Meaning, Place, around, timex_of, unresolved
from articles.dates.rule import Match
from articles.dates.story import Story, ToldDate

# A report is about a quarter that ended at most so many days before it.
LONGEST_AGO = 300
NEARBY = 300
NO_PUBLICATION = "the publication date isn’t known"
LONG = 730
# In a list a date stands so near the one before it, and at most so many days after it.
LISTED, LONGEST_GAP, LONGEST_YEAR = 120, 60, 366
AHEAD = 60
YET_TO_COME = re.compile(r"\b(?:will|(?:is|are)\s(?:due|set|scheduled|expected))\s[^.;]*$")
LONG_PAST = "in a history it is counted from a day of the story, and doesn’t say which"


@dataclass
class Context:
    """The publication day (None if unknown) and what the text said before, in reading order."""

    text: str
    published: int | None
    language: str = "en"
    tense_of: Callable[[Match, str], Tense] = of_clause
    quarter: ToldDate | None = None
    within: Span | None = None
    frames: dict[int, Span | None] = field(default_factory=dict)
    # What was read since the last date was told: joins ask for the dates in them again and again.
    readings: dict[tuple[int, Span | None], Meaning | None] = field(default_factory=dict)
    story: Story = field(init=False)
    events: Events = field(init=False)

    def __post_init__(self) -> None:
        self.story = Story(self.text)
        self.events = Events(self.text)

    @cached_property
    def month_first(self) -> bool | None:
        """Whether the text's dates in figures put the month first; None if none tells."""
        return month_first(self.text)

    def read(self, match: Match, within: Span | None = None) -> Meaning | None:
        """What a match means, if need be as the part of another date.

        Unresolved where it is no date that EDTF can hold ("999999 centuries ago").
        """
        asked = id(match), within
        if asked not in self.readings:
            self.readings[asked] = self.read_anew(match, within)
        return self.readings[asked]

    def read_anew(self, match: Match, within: Span | None) -> Meaning | None:
        """What a match means by its rule, whatever was read of it before."""
        before, self.within = self.within, within
        try:
            return match.rule.read(match, self)
        except EdtfError:
            return unresolved("it lies further away than any date that is kept")
        finally:
            self.within = before

    def tense(self, match: Match) -> Tense:
        """The tense of the clause around a match."""
        return self.tense_of(match, self.text)

    def is_yet_to_come(self, match: Match) -> bool:
        """Whether even in a history a date is told as ahead: "the trial is due to begin in May"."""
        before = self.text[max(0, match.start - AHEAD) : match.start]
        return self.tense(match) == "future" and YET_TO_COME.search(before) is not None

    def from_publication(self, count: Callable[[int], Span], *, timex: str = "") -> Meaning:
        """A date counted from the day of publication; unresolved where that isn’t known."""
        if self.published is None:
            return unresolved(NO_PUBLICATION, timex=timex)
        if self.is_long_past():
            return unresolved(LONG_PAST, timex=timex)
        return Meaning("date", count(self.published), anchor="publication", timex=timex)

    def is_long_past(self) -> bool:
        """Whether a history stands years before publication: “today” is somebody’s day then."""
        running = self.story.running
        if self.published is None or not self.story.is_history or running is None:
            return False
        return self.published - (running.span.last_day or 0) > LONG

    def from_earlier(self, unit: str, count: Callable[[int], Span]) -> Meaning:
        """A date counted in units from the latest dated mention before it."""
        if not self.story.told:
            guess = "" if self.published is None else timex_of(count(self.published))
            return unresolved("no earlier date stands in the text to count from", timex=guess)
        told = self.story.told[-1]
        meaning = counted_from(told.span, unit, count)
        return replace(meaning, anchor=told.anchor)

    def nearest(self, match: Match, in_year: Callable[[int], Span | None]) -> Meaning:
        """A date that recurs each year (a day of a month), in the year nearest to publication.

        Reports look back rather than ahead, most of all in the past tense: see LEANING.
        """
        return self.in_year_meant(match, in_year, by_tense=False)

    def by_tense(self, match: Match, in_year: Callable[[int], Span | None]) -> Meaning:
        """A date that recurs each year (a month, a season), in the year that the tense asks for.

        In the past tense the latest that has begun by publication, in the future the next.
        """
        return self.in_year_meant(match, in_year, by_tense=True)

    def in_year_meant(
        self, match: Match, in_year: Callable[[int], Span | None], *, by_tense: bool
    ) -> Meaning:
        """Inside another date it is the one there; in a history that of its story."""
        if self.within is not None:
            return self.inside(match, in_year)
        from_story = self.story.reading(in_year)
        if from_story is not None and (self.published is None or not self.is_yet_to_come(match)):
            return from_story
        if self.published is None:
            return unresolved(NO_PUBLICATION)
        tense = self.tense(match)
        listed = None if tense else self.next_of_list(match, in_year)
        is_said = bool(match["step"])
        return listed or pick(self.published, in_year, tense, by_tense=by_tense, is_said=is_said)

    def next_of_list(self, match: Match, in_year: Callable[[int], Span | None]) -> Meaning | None:
        """Of dates without a verb ("June 9: Hull; June 11: Leeds") the next after the one before.

        Also in the year said just before ("the dates for 2020: June 9"). None where none is near.
        """
        told = self.story.told[-1] if self.story.told else None
        if told is None or told.span.first_day is None or match.start - told.end > LISTED:
            return None
        first, year = told.span.first_day, day_parts(told.span.first_day)[0]
        is_head = ":" in self.text[told.end : match.start]
        reach = {"year": LONGEST_YEAR * is_head, "day": LONGEST_GAP}.get(told.span.granularity, 0)
        for candidate in (in_year(year), in_year(year + 1)):
            if candidate and 0 <= (candidate.first_day or 0) - first < reach:
                return Meaning("date", candidate, anchor=told.anchor)
        return None

    def inside(self, match: Match, in_year: Callable[[int], Span | None]) -> Meaning:
        """The one candidate that overlaps the date around it."""
        span = self.within
        if span is None or span.first_day is None or span.last_day is None:
            return unresolved("the date around it is open")
        years = range(day_parts(span.first_day)[0], day_parts(span.last_day)[0] + 1)
        found = [year for year in years if overlaps(in_year(year), span)] if len(years) < 12 else []
        candidate = in_year(found[0]) if len(found) == 1 else None
        if candidate is None:
            return unresolved("it doesn’t say in which year")
        return Meaning("date", candidate)

    def tell(self, place: Place) -> None:
        """Take a date into the story; a quarter just over is what the text reports on."""
        span = place.span
        if span is None:
            return
        self.readings.clear()
        self.story.tell(place.start, place.end, span)
        if span.granularity == "quarter" and (self.quarter is None or self.is_just_over(span)):
            self.quarter = self.story.told[-1]

    def told_in_paragraph(self, match: Match, granularity: str = "") -> ToldDate | None:
        """The date (of a granularity) told last, if just before a match and in its paragraph."""
        nearby = max(0, match.start - NEARBY)
        begin = max(nearby, self.text.rfind("\n\n", nearby, match.start))
        for told in reversed(self.story.told):
            if told.end <= begin:
                return None
            if granularity in ("", told.span.granularity):
                return told
        return None

    def is_just_over(self, span: Span) -> bool:
        """Whether a span ended before publication, and not long before."""
        return 0 < (self.published or 0) - (span.last_day or 0) < LONGEST_AGO

    def from_quarter(self, months: int) -> Meaning:
        """The quarter so many months from the one that the text reports; a comparison if not 0."""
        if self.quarter is None:
            return unresolved("the text doesn’t say which quarter")
        found = around("quarter", months_on(self.quarter.span.first_day or 0, months))
        return Meaning("date", found, anchor=self.quarter.anchor, is_aside=months != 0)

    def reported_year(self) -> Meaning | None:
        """The year that the text reports on, if it reports on its last quarter; else None."""
        if self.quarter is None or not self.quarter.span.edtf.endswith("-36"):
            return None
        found = around("year", self.quarter.span.first_day or 0)
        return Meaning("date", found, anchor=self.quarter.anchor)

    def current(self, unit: str) -> Meaning:
        """The unit that a history has reached; for a report that of publication."""
        if self.story.is_history:
            return self.from_earlier(unit, lambda day: around(unit, day))
        return self.from_publication(lambda day: around(unit, day))

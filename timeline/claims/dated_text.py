"""A text with the times that it names: which of them date what a sentence tells. Plain Python."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Protocol

from articles.dates import END_OF_STRETCH
from timeline.claims.datelines import is_dateline
from timeline.claims.planned import Dated, Told, how_told
from timeline.claims.timeless import is_timeless
from timeline.claims.verbs import find_verb

TIMES = ("date", "time")
# What has more dates is a table; what has more days and no verb, a list of places and days.
MOST_DATES, MOST_DAYS = 12, 2


class FoundMention(Dated, Protocol):
    """A mention, as the finder or the database holds it."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def kind(self) -> str: ...
    @property
    def rule(self) -> str: ...


class DatedText:
    """A text, its mentions by start, and the number of its day of publication, if it is known."""

    def __init__(self, text: str, mentions: Sequence[FoundMention], published: int | None) -> None:
        self.text = text
        self.mentions = mentions
        self.published = published
        self._starts = [mention.start for mention in mentions]

    def named(self, start: int, end: int) -> list[int]:
        """The mentions in a sentence that name times of what it tells, by their index."""
        inside = range(bisect_left(self._starts, start), bisect_left(self._starts, end))
        return [
            index
            for index in inside
            if self.mentions[index].kind in TIMES
            and not is_dateline(self.text, start, self.mentions[index])
        ]

    def dating(self, named: Sequence[int], end: int) -> list[int]:
        """Those of the mentions named before `end` that can date something."""
        return [index for index in named if _dates_a_claim(self.mentions[index], end)]

    def narrowest(self, candidates: Sequence[int]) -> int:
        """The first mention, or a later one that says more exactly when within the first."""
        chosen = candidates[0]
        for index in candidates[1:]:
            if _lies_strictly_within(self.mentions[index], self.mentions[chosen]):
                chosen = index
        return chosen

    def date_end(self, chosen: int) -> int:
        """Where the words of a date end; those of a stretch are two mentions."""
        *_, last = self.mentions[chosen : chosen + 2]
        return last.end if last.rule == END_OF_STRETCH else self.mentions[chosen].end

    def told(self, chosen: int, first: int, last: int) -> Told:
        """How the words at `first:last` tell what a mention in them dates."""
        mention = self.mentions[chosen]
        place = mention.start - first, self.date_end(chosen) - first
        return how_told(self.text[first:last], *place, mention, self.published)

    def is_timeless(self, chosen: int, first: int, last: int) -> bool:
        """Whether the words at `first:last` tell no happening at what the mention names."""
        mention = self.mentions[chosen]
        words = self.text[mention.start : mention.end]
        place = mention.start - first
        return is_timeless(self.text[first:last], place, mention, words, self.published)

    def is_list(self, sentence: str, dated: Sequence[int]) -> bool:
        """Whether it only lists days, with places perhaps, or more than a sentence tells of."""
        spans = [(self.mentions[index].first_day, self.mentions[index].last_day) for index in dated]
        days = [first for first, last in spans if first is not None and first == last]
        return len(dated) > MOST_DATES or (len(days) > MOST_DAYS and not find_verb(sentence))


def _dates_a_claim(mention: FoundMention, sentence_end: int) -> bool:
    """Whether it is a date; the end of a stretch is none, its first mention says the whole."""
    is_date = mention.kind in TIMES and mention.rule != END_OF_STRETCH
    return is_date and bool(mention.edtf) and mention.end <= sentence_end


def _lies_strictly_within(inner: FoundMention, outer: FoundMention) -> bool:
    if None in (inner.first_day, inner.last_day, outer.first_day, outer.last_day):
        return False
    days = (inner.first_day, inner.last_day)
    return days != (outer.first_day, outer.last_day) and (
        outer.first_day <= inner.first_day and inner.last_day <= outer.last_day  # type: ignore[operator]
    )

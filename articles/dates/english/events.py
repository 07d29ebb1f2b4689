"""Events that a text dates: "It was released on 4 May 2018", for "a month after the release"."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

from articles.dates.english.clauses import clause_at
from articles.dates.story import ToldDate

# What "after" is said of: "the release", "its opening", "the release of the toolkit".
EVENT = re.compile(
    r"\s(?:the|its|his|her|their|this|that)\s([a-z]{4,})"
    r"(?=[.,;:)]|$|\s(?:of|in|at|on|by|it|he|she|they|the|an?|was|were|is|had|and|but|when)\b)"
    r"(?:\sof\s(?:the\s|an?\s|its\s|his\s|her\s|their\s)?(\w+))?"
)
WORD = re.compile(r"[^\W\d_]{3,}")
# It is dated where a verb tells it, "was released", not where "the release" is spoken of …
VERB = re.compile(r"\b[a-z]{3,}ed\b")
# … or where it is said to be on that day: "the vote (was held) on", "Sunday's vote".
BEFORE_DAY = re.compile(
    r"\b([a-z]{4,})(?:\s(?:is|are|was|were|will|to|be|has|had|been|taking|takes?|took|place|held|set"
    r"|due|scheduled|came|comes|happened|occurred)){0,4}(?:\s(?:on|for))?\s$"
)
AFTER_DAY = re.compile(r"(?:['’]s)?\s([a-z]{4,})\b")
REACH = 60
MOST = 8


class Events:
    """The sentences of a text that state a day, by the stems of their verbs, in reading order."""

    def __init__(self, text: str):
        self.text = text
        self.count = 0
        self.by_stem: dict[str, dict[str, tuple[ToldDate, frozenset[str]]]] = {}

    def named_at(self, told: list[ToldDate], end: int) -> ToldDate | None:
        """The one day told so far of the event named after an offset; None of none or several."""
        event = EVENT.match(self.text, end)
        if not event:
            return None
        self.take(told)
        thing = {stem(event[2])} if event[2] else set()
        sentences = self.by_stem.get(stem(event[1]), {}).values()
        found = [day for day, stems in sentences if thing <= stems]
        return found[0] if len(found) == 1 else None

    def end_of_name(self, end: int) -> int:
        """Where the name of the event after an offset ends: "the release"."""
        event = EVENT.match(self.text, end)
        return event.end(1) if event else end

    def take(self, told: list[ToldDate]) -> None:
        """Take in the days told since the last time; for a word that many share, not all."""
        for day in told[self.count :]:
            if day.span.granularity == "day" and day.span.edtf.replace("-", "").isdigit():
                begin, end = clause_at(self.text, day.start, day.end)
                stems = frozenset(stem(word[0]) for word in WORD.finditer(self.text, begin, end))
                for one in {*self.nouns(day), *map(stem, VERB.findall(self.text, begin, end))}:
                    days = self.by_stem.setdefault(one, {})
                    if len(days) < MOST:
                        days.setdefault(day.span.edtf, (day, stems))
        self.count = len(told)

    def nouns(self, day: ToldDate) -> Iterator[str]:
        """The stems of what is said to be on a day, before it and after it."""
        before = BEFORE_DAY.search(self.text, max(0, day.start - REACH), day.start)
        after = AFTER_DAY.match(self.text, day.end)
        return (stem(found[1]) for found in (before, after) if found)


@cache
def stemmer() -> Any:
    """The Snowball stemmer of English; imported only for texts that count from an event."""
    import snowballstemmer

    return snowballstemmer.stemmer("english")


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """What a noun and its verb share: "releas" of "release" and "released"."""
    return str(stemmer().stemWord(word.lower()))

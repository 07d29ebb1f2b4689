"""Sentences with a date become claims: what an article says happened, and when.

Plain Python: offsets in, offsets out.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from articles.dates import END_OF_STRETCH, split_sentences
from timeline.attribution import attribution_of
from timeline.planned import Told, how_told
from timeline.undated import tells_news, tells_recent

# A line of at most so many words without a full stop is a heading, a caption or a link.
HEADING_WORDS = 12
# What is longer is no sentence (a table, a text without full stops), and quotes too much.
LONGEST_SENTENCE = 1500
ENDS_SENTENCE = re.compile(r"[.!…][\"'”’»)\]]*$")
TIMES = ("date", "time")
FURNITURE = re.compile(
    r"""^\W*(?:©|\(c\)\s|source:|(?:copyright|all\ rights\ reserved|published|posted|updated
    |last\ updated|photo(?:graph)?|image|picture|caption|read\ (?:more|also|next)|related
    |see\ also|subscribe|sign\ up|follow\ us|share\ this|advertisement|disclaimer)\b)""",
    re.IGNORECASE | re.VERBOSE,
)
PLACE = re.compile(r"[A-Z][\w.’'-]*(?:[ ,]+\(?[A-Z][\w.’'-]*\)?){0,5},\s")
DASH = re.compile(r",?\s*(?:\([\w ./]{1,30}\)\s*)?(?:[–—]|--?)\s")


class Dated(Protocol):
    """A mention, as the finder or the database holds it."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def kind(self) -> str: ...
    @property
    def rule(self) -> str: ...
    @property
    def edtf(self) -> str: ...
    @property
    def first_day(self) -> int | None: ...
    @property
    def last_day(self) -> int | None: ...


@dataclass(frozen=True)
class Claim:
    """A sentence at `start:end` of its article, and the index of the mention that dates it.

    None dates what is told as done without saying when. `date_end` is where the words of its date
    end: those of a stretch are two mentions. What it tells stands at `told_start:told_end`, apart
    from who reports it; `who` is then the name for “it” in there, "" where that isn't certain.
    """

    start: int
    end: int
    mention: int | None
    date_end: int
    told: Told
    told_start: int
    told_end: int
    who: str = ""


def find_claims(
    text: str, mentions: Sequence[Dated], published: int | None = None
) -> Iterator[Claim]:
    """The claims of a text, in reading order; `mentions` are those of the text, by start.

    `published` is the number of its day of publication.
    """
    starts = [mention.start for mention in mentions]
    is_lead = True
    for start, end in split_sentences(text):
        if end - start > LONGEST_SENTENCE or not _tells_something(text[start:end]):
            continue
        inside = range(bisect_left(starts, start), bisect_left(starts, end))
        named = [
            index
            for index in inside
            if mentions[index].kind in TIMES and not _is_dateline(text, start, mentions[index])
        ]
        dated = [index for index in named if _dates_a_claim(mentions[index], end)]
        if dated:
            yield from _claims_of(text, start, end, dated, mentions[: inside.stop], published)
        elif not named and published is not None:
            yield from _undated(text, start, end, is_lead=is_lead)
        is_lead = False


def _undated(text: str, start: int, end: int, *, is_lead: bool) -> Iterator[Claim]:
    """What a sentence that names no time tells as done: the news, or what is recent."""
    sentence = text[start:end]
    source = attribution_of(sentence)
    first, last = (source.start, source.end) if source else (0, len(sentence))
    told = sentence[first:last]
    if tells_recent(told) or (is_lead and tells_news(told)):
        who = source.who if source else ""
        yield Claim(start, end, None, start, Told.HAPPENED, start + first, start + last, who)


def _claims_of(
    text: str,
    start: int,
    end: int,
    dated: Sequence[int],
    mentions: Sequence[Dated],
    published: int | None,
) -> Iterator[Claim]:
    """What the sentence at `start:end` claims, of which the mentions `dated` name times."""
    sentence = text[start:end]
    places = [(mentions[index].start - start, mentions[index].end - start) for index in dated]
    source = attribution_of(sentence, places)
    first, last = (start + source.start, start + source.end) if source else (start, end)
    own = [index for index in dated if first <= mentions[index].start < last]
    chosen = _narrowest(own or dated, mentions)
    date_end = _date_end(chosen, mentions)
    place = mentions[chosen].start - start, date_end - start
    told = how_told(sentence, *place, mentions[chosen], published)
    if source and not own and told != Told.PLANNED:
        if source.told == "done":
            told = Told.REPORTED
        elif source.is_news:
            return
    if first == last or (not own and told != Told.REPORTED):  # it is said in the statement itself
        first, last = start, end
    yield Claim(start, end, chosen, date_end, told, first, last, source.who if source else "")


def _dates_a_claim(mention: Dated, sentence_end: int) -> bool:
    """Whether it is a date; the end of a stretch is none, its first mention says the whole."""
    is_date = mention.kind in TIMES and mention.rule != END_OF_STRETCH
    return is_date and bool(mention.edtf) and mention.end <= sentence_end


def _date_end(chosen: int, mentions: Sequence[Dated]) -> int:
    *_, last = mentions[chosen : chosen + 2]
    return last.end if last.rule == END_OF_STRETCH else mentions[chosen].end


def _is_dateline(text: str, sentence_start: int, mention: Dated) -> bool:
    """Whether it says when the report was written: “SHENZHEN, Nov. 4 (Agency) — The firm …”."""
    before = text[sentence_start : mention.start]
    return bool(PLACE.fullmatch(before) and DASH.match(text, mention.end))


def _tells_something(sentence: str) -> bool:
    """Whether it is a statement: no heading, question, credit, copyright line or link."""
    if FURNITURE.match(sentence) or sentence.rstrip("\"'”’»)]").endswith("?"):
        return False
    return bool(ENDS_SENTENCE.search(sentence)) or len(sentence.split()) > HEADING_WORDS


def _narrowest(candidates: Sequence[int], mentions: Sequence[Dated]) -> int:
    """The first mention, or a later one that says more exactly when within the first."""
    chosen = candidates[0]
    for index in candidates[1:]:
        if _lies_strictly_within(mentions[index], mentions[chosen]):
            chosen = index
    return chosen


def _lies_strictly_within(inner: Dated, outer: Dated) -> bool:
    if None in (inner.first_day, inner.last_day, outer.first_day, outer.last_day):
        return False
    days = (inner.first_day, inner.last_day)
    return days != (outer.first_day, outer.last_day) and (
        outer.first_day <= inner.first_day and inner.last_day <= outer.last_day  # type: ignore[operator]
    )

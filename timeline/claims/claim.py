"""Sentences with a date become claims: what an article says happened, and when.

Plain Python: offsets in, offsets out.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from articles.dates import split_sentences
from timeline.claims.asides import Clause
from timeline.claims.attribution import Attribution, attribution_of, masked
from timeline.claims.clauses import clauses_of
from timeline.claims.counted import Counted, at_the_same, counted_from, is_meeting, named_beside
from timeline.claims.dated_text import DatedText, FoundMention
from timeline.claims.dating import names
from timeline.claims.naming import Naming
from timeline.claims.planned import Told
from timeline.claims.statements import LONGEST_SENTENCE, is_in_own_voice, is_statement
from timeline.claims.undated import LATELY, tells_news, tells_recent
from timeline.claims.verbs import find_verb

# “…, said Ada Low, who left in 2001”
OF_WHO_SAYS = re.compile(r"\b(?:who|which)\s[^,]*$")


@dataclass(frozen=True)
class Claim:
    """A sentence at `start:end` of its article, and the index of the mention that dates it.

    None dates what is told as done without saying when, or what has a `counted` date. `date_end`
    is where the words of its date end: those of a stretch are two mentions. What it tells stands
    at `told_start:told_end`; `who` is the name that it lacks, or “it” in there, "" where that isn't
    certain.
    """

    start: int
    end: int
    mention: int | None
    date_end: int
    told: Told
    told_start: int
    told_end: int
    who: str = ""
    counted: Counted | None = None


def find_claims(
    text: str, mentions: Sequence[FoundMention], published: int | None = None, language: str = "en"
) -> Iterator[Claim]:
    """The claims of a text, in reading order; `mentions` are those of the text, by start.

    `published` is the number of its day of publication. Of a text that isn't English, each
    statement that names a date is a claim, since its verbs aren't known.
    """
    reader = _Reader(text, mentions, published, is_read=language.startswith("en"))
    for start, end in split_sentences(text):
        if end - start <= LONGEST_SENTENCE and is_statement(text[start:end]):
            yield from reader.read(start, end)


class _Reader:
    """Reads the statements of a text in order; knows the day of the meeting told last."""

    def __init__(
        self, text: str, mentions: Sequence[FoundMention], published: int | None, *, is_read: bool
    ) -> None:
        self._text = text
        self._mentions = mentions
        self._dates = DatedText(text, mentions, published)
        self._is_read = is_read
        self._meeting: FoundMention | None = None
        self._is_lead = True
        self._naming = Naming(text)

    def read(self, start: int, end: int) -> Iterator[Claim]:
        """The claims of the sentence at `start:end`."""
        named = self._dates.named(start, end)
        dated = self._dates.dating(named, end)
        if not self._is_read:
            yield from self._unread(start, end, dated)
            return
        places = [
            (self._mentions[index].start - start, self._mentions[index].end - start)
            for index in dated
        ]
        may_be_undated = len(named) == len(dated) and self._may_be_undated(start, end)
        found: list[Claim] = []
        sentence = self._text[start:end]
        if (dated or may_be_undated) and not is_in_own_voice(sentence):
            source = attribution_of(sentence, places)
            found = list(self._dated(start, end, dated, places, source)) if dated else []
            if not found and may_be_undated:
                found = list(self._undated(start, end, source))
        self._is_lead = False
        for claim in found:
            told = claim.told_start, claim.told_end
            yield replace(claim, who=self._naming.name_of(claim.who, told, start))
        self._naming.hear(sentence)
        yield from self._beside(found, named)

    def _unread(self, start: int, end: int, dated: Sequence[int]) -> Iterator[Claim]:
        if dated:
            chosen = self._dates.narrowest(dated)
            told = self._dates.told(chosen, start, end)
            yield self._claim(start, end, chosen, told, Clause((), 0, end - start), "")

    def _dated(
        self,
        start: int,
        end: int,
        dated: Sequence[int],
        places: Sequence[tuple[int, int]],
        source: Attribution | None,
    ) -> Iterator[Claim]:
        """What the sentence claims of the times that the mentions `dated` name."""
        sentence = self._text[start:end]
        if self._dates.is_list(sentence, dated):
            return
        first, last = (source.start, source.end) if source else (0, len(sentence))
        who = source.who if source else ""
        clauses = clauses_of(sentence, places, first, last)
        stand_alone = source is None and len(clauses) > 1 and all(one.is_whole for one in clauses)
        outside = [
            index for index, (place, stop) in zip(dated, places, strict=True)
            if not first <= place < last and not OF_WHO_SAYS.search(sentence, last, place)
            and not names(sentence, masked(sentence, places), (place, stop), 0)
        ]  # fmt: skip
        if source and outside and not _has_main(sentence, source, clauses):
            yield from self._reported(start, end, self._dates.narrowest(outside), source)
        for clause in clauses:
            chosen = self._dates.narrowest([dated[number] for number in clause.dates])
            if not self._dates.is_timeless(chosen, start + clause.start, start + clause.end):
                told = self._dates.told(chosen, start + clause.start, start + clause.end)
                claim = self._claim(start, end, chosen, told, clause, clause.who or who)
                yield _by_itself(claim) if stand_alone else claim

    def _reported(self, start: int, end: int, chosen: int, source: Attribution) -> Iterator[Claim]:
        """What is reported without a date of its own; what is no news is a statement, made then."""
        told = self._dates.told(chosen, start, end)
        is_over = source.told == "done" and told != Told.PLANNED
        if is_over:
            clause = Clause((), source.start, source.end)
            if source.start == source.end:  # the sentence tells of the statement alone
                clause = Clause((), 0, end - start)
            yield self._claim(start, end, chosen, Told.REPORTED, clause, source.who)
        elif not source.is_news:
            yield self._claim(start, end, chosen, told, Clause((), 0, end - start), "")

    def _may_be_undated(self, start: int, end: int) -> bool:
        """Whether it is worth a closer look; that of most sentences would find nothing."""
        sentence = self._text[start:end]
        is_tied = self._meeting is not None and "t the " in sentence
        return self._is_lead or is_tied or any(word in sentence for word in LATELY)

    def _undated(self, start: int, end: int, source: Attribution | None) -> Iterator[Claim]:
        """What a sentence without a date tells as done: at a meeting, as news, or of late."""
        sentence = self._text[start:end]
        counted = at_the_same(sentence, self._meeting)
        first, last = (source.start, source.end) if source else (0, len(sentence))
        told = sentence[first:last]
        is_news = tells_recent(told) or (self._is_lead and tells_news(told))
        if counted or (is_news and self._dates.published is not None):
            who = source.who if source else ""
            places = start + first, start + last
            yield Claim(start, end, None, start, Told.HAPPENED, *places, who, counted)

    def _beside(self, found: Sequence[Claim], named: Sequence[int]) -> Iterator[Claim]:
        """What happened so long before or after what was found; and which meeting was told."""
        for claim in found:
            dated = None if claim.mention is None else self._mentions[claim.mention]
            if dated is None or claim.told != Told.HAPPENED:
                continue
            if is_meeting(self._text[claim.start : claim.end], dated):
                self._meeting = dated
            for mention in (self._mentions[index] for index in named):
                place = None if mention.edtf else named_beside(self._text, mention.start)
                counted = counted_from(self._text, mention.start, dated) if place else None
                if place and counted:
                    start, end = claim.start, claim.end
                    yield Claim(start, end, None, start, claim.told, *place, "", counted)

    def _claim(
        self, start: int, end: int, chosen: int, told: Told, clause: Clause, who: str
    ) -> Claim:
        date_end = self._dates.date_end(chosen)
        places = start + clause.start, start + clause.end
        return Claim(start, end, chosen, date_end, told, *places, who)


def _has_main(sentence: str, source: Attribution, clauses: Sequence[Clause]) -> bool:
    """Whether one of the clauses has the verb of what is reported."""
    verb = find_verb(sentence, source.start, source.end)
    return any(verb and one.start <= verb.start() < one.end for one in clauses)


def _by_itself(claim: Claim) -> Claim:
    """The claim with its own clause as the quote."""
    return replace(claim, start=claim.told_start, end=claim.told_end)

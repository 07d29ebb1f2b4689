"""When was this written? The span of a text's publication date, from its own evidence.

Each piece of evidence is the set of days that it allows; what all of them allow is suggested, and
where no day is left, nothing. It is a suggestion for people: nothing is counted from it unasked.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from articles.dates.clues import Clue, joint_clues
from articles.dates.datelines import copyright_clue, line_clues
from articles.dates.edges import edge_clues
from articles.dates.edtf import Span
from articles.dates.find import find
from articles.dates.windows import FIRST, LAST, MOST, Windows, length, shared, span_of
from articles.dates.words import in_words

# More lines that say when they were written than this are not weighed.
MOST_LINES = 20
CONTRADICTION = "Its own words contradict each other on when it was written."


@dataclass(frozen=True)
class Evidence:
    """A piece of evidence: half-open offsets in the text, what it says, the span it allows.

    `says` is a sentence for people that quotes the words; `span` is None where it allows more
    spans than can be told.
    """

    start: int
    end: int
    says: str
    span: Span | None


@dataclass(frozen=True)
class Suggestion:
    """When a text was probably written, the narrowest evidence first, and a sentence for people.

    `span` is None where the evidence contradicts itself.
    """

    span: Span | None
    evidence: tuple[Evidence, ...]
    words: str

    @property
    def day(self) -> int | None:
        """The day number, if the span is a single day."""
        span = self.span
        if span is None or span.granularity != "day" or span.first_day != span.last_day:
            return None
        return span.first_day


def when_written(text: str, today: date, language: str = "en") -> Suggestion | None:
    """What a text says of its own publication date, `today` the last day that it can be.

    None where it says nothing, and for a text in another language than English.
    """
    if language.partition("-")[0].lower() != "en":
        return None
    matches = find(text)
    clues = [
        *islice(line_clues(text, matches, today.year), MOST_LINES),
        *joint_clues(text, matches, today.year),
    ]
    clues += [edge for edge in edge_clues(text, matches) if not stands_in(edge, clues)]
    clues = [clue for clue in clues if tells(clue.days, today.toordinal())]
    if not clues and (by_copyright := copyright_clue(text, today.year)):
        clues = [by_copyright]
    return weighed(text, clues, today.toordinal()) if clues else None


def stands_in(clue: Clue, others: Sequence[Clue]) -> bool:
    """Whether its words are part of another clue, which says more."""
    return any(other.start <= clue.start and clue.end <= other.end for other in others)


def tells(days: Windows, today: int) -> bool:
    """Whether a set of days leaves any day until today out."""
    return shared(days, ((FIRST, today),)) != ((FIRST, today),)


def weighed(text: str, clues: Sequence[Clue], today: int) -> Suggestion | None:
    """What all the clues allow, with the clues, the narrowest first.

    Clues that come again every few years count only where the others leave few of their days.
    """
    days = allowed_by(clues, today)
    if len(days) > MOST:
        clues = [clue for clue in clues if len(clue.days) <= MOST]
        days = allowed_by(clues, today)
    if not clues:
        return None
    ranked = sorted(
        clues,
        key=lambda clue: (len(clue.days) > MOST, length(shared(clue.days, ((FIRST, today),)))),
    )
    evidence = tuple(evidence_of(text, clue, days, today) for clue in ranked)
    if not days:
        return Suggestion(None, evidence, CONTRADICTION)
    return Suggestion(span_of(days), evidence, f"Probably written {in_days(days, today)}.")


def allowed_by(clues: Sequence[Clue], today: int) -> Windows:
    """The days until today that all the clues allow."""
    days: Windows = ((FIRST, today),)
    for clue in clues:
        days = shared(days, clue.days)
    return days


def evidence_of(text: str, clue: Clue, suggested: Windows, today: int) -> Evidence:
    """A clue in words; of one that comes again every few years the days that are suggested."""
    quoted = f"“{' '.join(text[clue.start : clue.end].split())}”"
    days = shared(clue.days, ((FIRST, today),)) or clue.days
    if len(days) <= MOST:
        return Evidence(
            clue.start, clue.end, sentence(quoted, clue, in_days(days, today)), span_of(days)
        )
    near = tuple(window for window in days if shared((window,), suggested))
    when = f"{in_days(near, today)}, or in other years" if near else "in some years"
    return Evidence(clue.start, clue.end, sentence(quoted, clue, when), None)


def sentence(quoted: str, clue: Clue, when: str) -> str:
    """What a clue says, for people."""
    return f"{quoted} {clue.says.format(when)}."


def in_days(days: Windows, today: int) -> str:
    """The days in words; that they end today is no news."""
    *most, (first, last) = days
    return in_words(span_of((*most, (first, LAST if last == today else last))).edtf)

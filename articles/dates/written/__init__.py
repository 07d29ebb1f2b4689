"""When was this written? The span of a text's publication date, from its own evidence.

Each piece of evidence is the set of days that it allows; what all of them allow is suggested, and
where no day is left, nothing. It is a suggestion for people: nothing is counted from it unasked.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from articles.dates.edtf import Span
from articles.dates.find import find
from articles.dates.words import in_words
from articles.dates.written.clues import joint_clues
from articles.dates.written.datelines import copyright_clue, line_clues
from articles.dates.written.edges import edge_clues
from articles.dates.written.windows import FIRST, LAST, MOST, Clue, Windows, length, shared, span_of

# More lines that say when they were written than this are not weighed.
MOST_LINES = 20
SHORT = 14
CONTRADICTION = "Its own words contradict each other on when it was written."
YEARLESS = "Its own words tell when it was written, but not the year."


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

    `span` is None where the evidence contradicts itself, or tells no year.
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
    clues += [
        edge for edge in edge_clues(text, matches, today.toordinal()) if not stands_in(edge, clues)
    ]
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

    Clues that come again every few years count only where the others leave few of their days;
    else they are told if they name a day or a week, though not of which year.
    """
    days = allowed_by(clues, today)
    if len(days) > MOST:
        days = allowed_by([clue for clue in clues if len(clue.days) <= MOST], today)
        clues = [clue for clue in clues if len(clue.days) <= MOST or is_short(clue)]
    if not clues:
        return None
    clues = sorted(
        clues,
        key=lambda clue: (len(clue.days) > MOST, length(shared(clue.days, ((FIRST, today),)))),
    )
    evidence = tuple(evidence_of(text, clue, days, today) for clue in clues)
    if not days or days == ((FIRST, today),):
        return Suggestion(None, evidence, YEARLESS if days else CONTRADICTION)
    return Suggestion(span_of(days), evidence, f"Probably written {in_days(days, today)}.")


def is_short(clue: Clue) -> bool:
    """Whether a clue that comes again allows no more than days of each year."""
    return all(last - first < SHORT for first, last in clue.days)


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
    is_near = 0 < len(near) <= MOST
    when = in_days(near if is_near else days[-1:], today)
    when += ", or in other years" if is_near else " or in earlier years"
    return Evidence(clue.start, clue.end, sentence(quoted, clue, when), None)


def sentence(quoted: str, clue: Clue, when: str) -> str:
    """What a clue says, for people."""
    return f"{quoted} {clue.says.format(when)}."


def in_days(days: Windows, today: int) -> str:
    """The days in words; that they end today is no news."""
    *most, (first, last) = days
    return in_words(span_of((*most, (first, LAST if last == today else last))).edtf)

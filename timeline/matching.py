"""Whether two quotes tell the same event. Plain Python: no Django, no database, no clock.

Two tellings are compared only where their dates can agree. Their words, without those of the
date and without the commonest ones, are stemmed (snowball) and weighed: a name or a number says
more than another word. The score is the Dice coefficient of the weighed words, 0 to 1.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Protocol

import snowballstemmer

# Found on sentence pairs written for the tests: like wordings score above, look-alikes below.
JOIN_AT = 0.45
# Where one date only contains the other ("2018", "April 2018"), the words must say more.
JOIN_ACROSS_PRECISION_AT = 0.6
NAME_WEIGHT = 1.5

WORD = re.compile(r"\w+(?:[’'.]\w+)*")
NEGATION = re.compile(r"\b(?:not|never|no)\b|n[’']t\b", re.IGNORECASE)
DIGITS = re.compile(r"\d")
COMMON = frozenset(
    """a about after again against all also an and any are as at be been before being between
    both but by can could did do does during each for from further had has have having he her
    here him his how i if in into is it its just may might more most new no nor not now of off on
    once one only or other our out over own said same say says she should so some such than that
    the their them then there these they this those through to too under until up very was we
    were what when where which while who whom why will with would you""".split()
)
_stem = cache(snowballstemmer.stemmer("english").stemWord)


class Dated(Protocol):
    """What has a first and a last day, None where that end is open."""

    @property
    def first_day(self) -> int | None: ...
    @property
    def last_day(self) -> int | None: ...


@dataclass(frozen=True)
class Telling:
    """What a quote says, for comparing: its weighed stems, names, numbers, and its days."""

    weights: dict[str, float]
    names: frozenset[str]
    numbers: frozenset[str]
    is_negated: bool
    first_day: int | None
    last_day: int | None


def telling(
    quote: str, date_start: int, date_end: int, first_day: int | None, last_day: int | None
) -> Telling:
    """The telling of a quote whose date stands at `date_start:date_end` of it."""
    said = f"{quote[:date_start]} {quote[date_end:]}"
    words = [word.removesuffix("’s").removesuffix("'s") for word in WORD.findall(said)]
    weights: dict[str, float] = {}
    for word in words:
        if word.lower() not in COMMON:
            stem = _stem(word.lower())
            weights[stem] = max(weights.get(stem, 0), NAME_WEIGHT if word[0].isupper() else 1)
    numbers = frozenset(word for word in words if DIGITS.match(word))
    names = frozenset(stem for stem, weight in weights.items() if weight == NAME_WEIGHT)
    is_negated = bool(NEGATION.search(said))
    return Telling(weights, names, numbers, is_negated, first_day, last_day)


def same_event(one: Telling, other: Telling) -> float:
    """How surely both tell the same event: 0 where they don't or can't, else their score."""
    if not can_agree(one, other) or one.is_negated != other.is_negated:
        return 0
    if _differ(one.numbers, other.numbers) or _differ(one.names, other.names):
        return 0
    is_same_date = (one.first_day, one.last_day) == (other.first_day, other.last_day)
    score = _dice(one.weights, other.weights)
    return score if score >= (JOIN_AT if is_same_date else JOIN_ACROSS_PRECISION_AT) else 0


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both name something, and nothing in common."""
    return bool(one and other and one.isdisjoint(other))


def same_as_all(one: Telling, group: Iterable[Telling]) -> float:
    """The mean score against a group, or 0 if any of it can't be the same event.

    Average linkage: one telling that is like two different events must not chain them.
    """
    scores = [(same_event(one, other), can_agree(one, other)) for other in group]
    if not scores or not all(overlaps for _, overlaps in scores):
        return 0
    mean = sum(score for score, _ in scores) / len(scores)
    return mean if mean >= JOIN_AT else 0


def can_agree(one: Dated, other: Dated) -> bool:
    """Whether two dates have a day in common; an open end may be any day."""
    firsts = [day for day in (one.first_day, other.first_day) if day is not None]
    lasts = [day for day in (one.last_day, other.last_day) if day is not None]
    return not (firsts and lasts) or max(firsts) <= min(lasts)


def _dice(one: dict[str, float], other: dict[str, float]) -> float:
    total = sum(one.values()) + sum(other.values())
    if not total:
        return 0
    shared = sum(one[stem] + other[stem] for stem in one.keys() & other.keys())
    return shared / total

"""Whether two quotes tell the same event. Plain Python: no Django, no database, no clock.

A logistic score, 0 to 1, of few features that people can read: the words that both say, the words
of the articles around them, the names and numbers in which they agree or differ. Its weights were
learnt on ECB+ (`benchmarks/merging.py`), where sentences have no dates; what the dates add is set
by hand. What excludes that both are one event (`conflicts`) is no weight, but a veto.
"""

import math
from collections.abc import Iterable
from operator import mul
from typing import Protocol

from timeline.merging.conflicts import (
    conflicts,
    differ,
    foreign,
    names_alike,
    other_counts,
    tell_other_deeds,
)
from timeline.merging.telling import Telling

# Logistic regression on the 23,525 pairs of ECB+'s shared training part, rounded.
WORDS_SHARED = 0.85  # times ln(1 + how many words both say)
WORDS_OF_SHORTER = 0.67  # times ln(1 + how many words the shorter says): who says more tells more
CONTEXT = 6.17  # times the cosine of the leads of their articles, with their own words
NO_NAME_SHARED = -0.33
NUMBER_SHARED = 0.4
OTHERS_NAMED = -0.7  # times ln(1 + how many names the other article doesn't know), the fewer
OTHER_COUNT = -1.48  # 12 ferries, 15 ferries
NAMES_ALIKE = -0.26  # Harbour Bank, River Bank
NOTHING_SHARED = -4.48

# Near-certain: joined without being asked. Less than 2 % of ECB+'s look-alikes score as high.
JOIN_AT = 0.75
NEAR_CERTAIN = math.log(JOIN_AT / (1 - JOIN_AT))
# Likely: proposed to a curator. The best F1 on ECB+.
PROPOSE_AT = 0.4
# However alike two articles are, quotes that join must share so much of their own words (Dice).
OWN_WORDS = 0.15
# Two sentences of one article seldom tell one happening: these must share so much.
OWN_WORDS_OF_ONE_ARTICLE = 0.3
# Added where both name the same day, the same month, the same longer span; a date that contains
# the other agrees with it, which says nothing.
SAME_DATE = ((1, 1.0), (31, 0.5), (math.inf, 0.0))


class Dated(Protocol):
    """What has a first and a last day, None where that end is open."""

    @property
    def first_day(self) -> int | None: ...
    @property
    def last_day(self) -> int | None: ...


def likeness(one: Telling, other: Telling) -> float:
    """How alike two tellings are, 0 to 1, whatever their dates."""
    return 1 / (1 + math.exp(-_evidence(one, other)))


def chance(one: Telling, other: Telling) -> float:
    """How likely both tell the same event at dates that agree, 0 to 1, whatever else conflicts."""
    if not can_agree(one, other):
        return 0
    evidence = _evidence(one, other) + _agreement_of_dates(one, other)
    return 1 / (1 + math.exp(-evidence))


def same_event(one: Telling, other: Telling) -> float:
    """How surely both tell the same event: 0 where they don't or can't, else their score."""
    likely = chance(one, other) if one.is_planned == other.is_planned else 0
    return likely if likely and not _are_two(one, other) else 0


def surely_same(one: Telling, other: Telling) -> bool:
    """Whether a pair alone is near certain to tell the same event."""
    if one.is_planned != other.is_planned or not can_agree(one, other):
        return False
    if own_words(one, other) < OWN_WORDS:
        return False
    evidence = _for_it(one, other) + _agreement_of_dates(one, other)
    if evidence < NEAR_CERTAIN:  # most pairs: what is against it needn't be asked
        return False
    return evidence + _against_it(one, other) >= NEAR_CERTAIN and not _are_two(one, other)


def _are_two(one: Telling, other: Telling) -> bool:
    """Whether anything excludes that both join by themselves."""
    if one.lead == other.lead and own_words(one, other) < OWN_WORDS_OF_ONE_ARTICLE:
        return True
    is_at_one_date = _same_date(one, other) < math.inf
    return (is_at_one_date and tell_other_deeds(one, other)) or any(conflicts(one, other))


def joins(one: Telling, other: Telling) -> float:
    """The score of `same_event` where it is near certain, else 0."""
    return same_as_all(one, [other])


def same_as_all(one: Telling, group: Iterable[Telling]) -> float:
    """The mean score against a group, or 0 if it isn't near certain or one of it is excluded.

    Average linkage: one telling that is like two different events must not chain them.
    """
    scores, shares = [], []
    for other in group:
        score = same_event(one, other)
        if not score:
            return 0
        scores.append(score)
        shares.append(own_words(one, other))
    if not scores or sum(shares) < OWN_WORDS * len(shares):
        return 0
    mean = sum(scores) / len(scores)
    return mean if mean >= JOIN_AT else 0


def can_agree(one: Dated, other: Dated) -> bool:
    """Whether two dates have a day in common; an open end may be any day."""
    return not (_is_over_before(one, other) or _is_over_before(other, one))


def _is_over_before(one: Dated, other: Dated) -> bool:
    last, first = one.last_day, other.first_day
    return last is not None and first is not None and last < first


def own_words(one: Telling, other: Telling) -> float:
    """The Dice coefficient of the words that each says."""
    total = len(one.words) + len(other.words)
    return 2 * len(one.words & other.words) / total if total else 0


def _evidence(one: Telling, other: Telling) -> float:
    return _for_it(one, other) + _against_it(one, other)


def _for_it(one: Telling, other: Telling) -> float:
    return (
        NOTHING_SHARED
        + WORDS_SHARED * math.log1p(len(one.words & other.words))
        + WORDS_OF_SHORTER * math.log1p(min(len(one.words), len(other.words)))
        + CONTEXT * _context(one, other)
        + NUMBER_SHARED * (not one.numbers.isdisjoint(other.numbers))
    )


def _against_it(one: Telling, other: Telling) -> float:
    """What speaks against it, 0 or less."""
    fewer_foreign = min(map(len, foreign(one, other)))
    return (
        NO_NAME_SHARED * differ(one.known, other.known)
        + OTHERS_NAMED * math.log1p(fewer_foreign)
        + OTHER_COUNT * any(other_counts(one, other))
        + NAMES_ALIKE * any(names_alike(one, other))
    )


def _context(one: Telling, other: Telling) -> float:
    """The cosine of the contexts; that of the quotes' own words where these say more.

    They do within one article, whose lead says nothing of its quotes, and at one date, where
    quotes that are alike need no articles that are.
    """
    if one.lead == other.lead:
        return 0 if _share_names_alone(one, other) else _own_cosine(one, other)
    ours, theirs = one.context, other.context
    shared = one.about & other.about
    # The same to the last bit in whatever order: groups must not hang on it.
    around = math.fsum(map(mul, map(ours.__getitem__, shared), map(theirs.__getitem__, shared)))
    is_at_one_date = _same_date(one, other) < math.inf and not _share_names_alone(one, other)
    return max(_own_cosine(one, other), around) if is_at_one_date else around


def _share_names_alone(one: Telling, other: Telling) -> bool:
    """Whether who and where is all that both say: the bank opened a pier, it sold a yard."""
    shared = one.words & other.words
    return shared <= one.known and shared <= other.known


def _own_cosine(one: Telling, other: Telling) -> float:
    size = math.sqrt(len(one.words) * len(other.words))
    return len(one.words & other.words) / size if size else 0


def _same_date(one: Telling, other: Telling) -> float:
    """The days of the date that both name; infinite if they name none or not the same."""
    first, last = one.first_day, one.last_day
    if first is None or last is None or first != other.first_day or last != other.last_day:
        return math.inf
    return last - first + 1


def _agreement_of_dates(one: Telling, other: Telling) -> float:
    days = _same_date(one, other)
    return next(weight for most, weight in SAME_DATE if days <= most)

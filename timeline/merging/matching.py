"""Whether two quotes tell the same event. Plain Python: no Django, no database, no clock.

A logistic score, 0 to 1, of few features that people can read: the words that both say, the words
of the articles around them, the names and numbers in which they agree or differ. Its weights were
learnt on ECB+ (`benchmarks/merging.py`), where sentences have no dates; what the dates add is set
by hand. What excludes that both are one event (`conflicts`) is no weight, but a veto.
"""

import math
from collections.abc import Iterable
from operator import mul

from timeline.merging.conflicts import (
    are_of_others,
    conflicts,
    differ,
    foreign,
    names_alike,
    other_counts,
)
from timeline.merging.days import are_one_date, are_undated, can_agree
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
# Added where both name the same day or month; a longer date, or one within the other, says nothing.
SAME_DATE = 0.5
# However alike their articles are, quotes that join must share so much of their own words (Dice):
# more in a pile, which is of one matter (its dates are known), most if they don't name one day, and
# half if one names no date, or within one article, which seldom tells a happening twice.
OWN_WORDS = 0.15
OWN_WORDS_ON_ONE_DAY = 0.35
OWN_WORDS_AT_OTHER_DATES = 0.42
HALF = 0.5
# At one date they must share so many words beside names, unless half of all are the same.
DEED_WORDS = 2


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
    if spare_words(one, other) < 0:  # most pairs
        return False
    evidence = _for_it(one, other) + _agreement_of_dates(one, other)
    if evidence < NEAR_CERTAIN:  # most pairs: what is against it needn't be asked
        return False
    return evidence + _against_it(one, other) >= NEAR_CERTAIN and not _are_two(one, other)


def _are_two(one: Telling, other: Telling) -> bool:
    """Whether anything excludes that both join by themselves."""
    if not are_undated(one, other) and are_of_others(one, other):
        return True
    return _tell_other_deeds(one, other) or any(conflicts(one, other))


def joins(one: Telling, other: Telling) -> float:
    """The score of `same_event` where it is near certain, else 0."""
    return same_as_all(one, [other])


def same_as_all(one: Telling, group: Iterable[Telling]) -> float:
    """The mean score against a group, or 0 if it isn't near certain or one of it is excluded.

    Average linkage: one telling that is like two different events must not chain them. Of their
    own words it must share enough with one of the group.
    """
    scores, spare = [], -1.0
    for other in group:
        score = same_event(one, other)
        if not score:
            return 0
        scores.append(score)
        spare = max(spare, spare_words(one, other))
    mean = sum(scores) / len(scores) if scores else 0
    return mean if spare >= 0 and mean >= JOIN_AT else 0


def own_words(one: Telling, other: Telling) -> float:
    """The Dice coefficient of the words that each says."""
    total = len(one.words) + len(other.words)
    return 2 * len(one.words & other.words) / total if total else 0


def spare_words(one: Telling, other: Telling) -> float:
    """By how much they share more of their own words than they must to join; below 0 if less."""
    return own_words(one, other) - _least_shared(one, other)


def _least_shared(one: Telling, other: Telling) -> float:
    if one.lead == other.lead:
        return HALF
    if are_undated(one, other):
        return OWN_WORDS
    if are_one_date(one.named, other.named, longest=1):
        return OWN_WORDS_ON_ONE_DAY
    return OWN_WORDS_AT_OTHER_DATES if one.names_date and other.names_date else HALF


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

    They do within one article, whose lead says nothing of its quotes, and may at one date.
    """
    own = _own_cosine(one, other) if _deed(one, other) else 0
    if one.lead == other.lead:
        return own
    ours, theirs = one.context, other.context
    shared = one.about & other.about
    # The same to the last bit in whatever order: groups must not hang on it.
    around = math.fsum(map(mul, map(ours.__getitem__, shared), map(theirs.__getitem__, shared)))
    return max(own, around) if are_one_date(one.named, other.named) else around


def _tell_other_deeds(one: Telling, other: Telling) -> bool:
    """Whether names are nearly all that both say at one date, or a deed done to other things.

    The bank opened a pier, it sold a yard; it bought a pier, it bought a yard.
    """
    deed = _deed(one, other)
    if (
        len(deed) >= DEED_WORDS
        or one.words == other.words
        or not are_one_date(one.named, other.named)
    ):
        return False
    is_little = not deed or own_words(one, other) < HALF
    return is_little or differ(one.objects, other.objects)


def _deed(one: Telling, other: Telling) -> frozenset[str]:
    """What both say beside who and where."""
    return (one.words & other.words) - one.known - other.known


def _own_cosine(one: Telling, other: Telling) -> float:
    size = math.sqrt(len(one.words) * len(other.words))
    return len(one.words & other.words) / size if size else 0


def _agreement_of_dates(one: Telling, other: Telling) -> float:
    return SAME_DATE if are_one_date(one.named, other.named) else 0

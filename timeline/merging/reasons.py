"""Why two quotes may tell the same event, or can't: in words, for a curator. Plain Python."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from timeline.merging.conflicts import Conflict, conflicts
from timeline.merging.telling import Telling
from timeline.merging.wording import WORD, meaning

MOST_WORDS = 5
ARTICLES_ALIKE = 0.4


class Difference(NamedTuple):
    """What only one of two quotes says, and the other in its place, in their own words.

    `things` are what numbers count, in both. Where `theirs` is empty one denies `ours`.
    """

    ours: tuple[str, ...]
    theirs: tuple[str, ...]
    things: tuple[str, ...] = ()

    def __str__(self) -> str:
        if not self.theirs:
            return f"only one denies {_list(self.ours)}"
        return " ".join((_list(self.ours), "against", _list(self.theirs), *self.things))


def agreements(one: Telling, other: Telling) -> list[str]:
    """What both say: “both name Harbour Board”, “both say “opened””."""
    shared = one.words & other.words
    known = shared & one.known & other.known
    named = [f"“{name}”" for name in _in_order(known, one)]
    numbers = one.numbers & other.numbers
    spoken = [
        f"both name {_list(list(dict.fromkeys(named)))}" if named else "",
        _both_say(shared - known - numbers, one, other),
        f"both give {_list(sorted(numbers))}" if numbers else "",
        "their articles begin alike" if _begin_alike(one, other) else "",
        "both give the same date" if _days(one) == _days(other) else "",
    ]
    return list(filter(None, spoken))


def disagreements(one: Telling, other: Telling) -> list[Difference]:
    """What excludes that both tell one event: “12 against 15 ferries”."""
    found = (_difference(conflict, one, other) for conflict in conflicts(one, other))
    return list(dict.fromkeys(difference for difference in found if difference.ours))


def _difference(found: Conflict, one: Telling, other: Telling) -> Difference:
    ours, theirs = found.ours, found.theirs
    match found.kind:
        case "denied":
            words = _spoken(ours, one) or _spoken(theirs, other)
            return Difference(tuple(map(_quoted, words)), ())
        case "count":
            things = ours & theirs
            counted = tuple(_spoken(things, other))
            return Difference(_sorted(ours - things), _sorted(theirs - things), counted)
        case "number":
            return Difference(_sorted(ours), _sorted(theirs))
    return Difference(
        tuple(map(_quoted, _in_order(ours, one))), tuple(map(_quoted, _in_order(theirs, other)))
    )


def _quoted(word: str) -> str:
    return f"“{word}”"


def _sorted(numbers: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(numbers))


def _both_say(words: frozenset[str], one: Telling, other: Telling) -> str:
    pairs = zip(_spoken(words, one), _spoken(words, other), strict=True)
    quoted = [
        f"“{ours}”" if ours.lower() == theirs.lower() else f"“{ours}” or “{theirs}”"
        for ours, theirs in pairs
    ]
    return f"both say {_list(quoted)}" if quoted else ""


def _begin_alike(one: Telling, other: Telling) -> bool:
    if one.lead == other.lead:
        return False
    shared = one.context.keys() & other.context.keys()
    return sum(one.context[word] * other.context[word] for word in shared) >= ARTICLES_ALIKE


def _days(told: Telling) -> tuple[int | None, int | None]:
    return told.first_day, told.last_day


def _spoken(words: Iterable[str], told: Telling) -> list[str]:
    """The words as the quote has them, in the order of their meanings."""
    as_said = {meaning(word[0]): word[0] for word in reversed(list(WORD.finditer(told.said)))}
    return [as_said[word] for word in sorted(words) if word in as_said]


def _list(words: Sequence[str]) -> str:
    shown, left = words[:MOST_WORDS], len(words) - MOST_WORDS
    if left > 0:
        return f"{', '.join(shown)} and {left} more"
    return " and ".join(filter(None, [", ".join(shown[:-1]), shown[-1]]))


def _in_order(words: frozenset[str], told: Telling) -> Iterator[str]:
    """The words as the quote has them and where it has them; those side by side as one."""
    run: list[str] = []
    for word in WORD.findall(told.said):
        if meaning(word) in words:
            run.append(word)
        elif run:
            yield " ".join(run).removesuffix("’s").removesuffix("'s")
            run = []
    if run:
        yield " ".join(run).removesuffix("’s").removesuffix("'s")

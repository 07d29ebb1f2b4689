"""Why two quotes may tell the same event, or can't: in words, for a curator. Plain Python."""

from collections.abc import Callable, Iterable, Iterator

from timeline.conflicts import Conflict, conflicts
from timeline.telling import Telling
from timeline.wording import WORD, meaning

MOST_WORDS = 5
ARTICLES_ALIKE = 0.4


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


def disagreements(one: Telling, other: Telling) -> list[str]:
    """What excludes that both tell one event: “12 against 15 ferries”."""
    spoken = (_SAID_OF[found.kind](found, one, other) for found in conflicts(one, other))
    return list(dict.fromkeys(filter(None, spoken)))


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


def _list(words: list[str]) -> str:
    shown, left = words[:MOST_WORDS], len(words) - MOST_WORDS
    if left > 0:
        return f"{', '.join(shown)} and {left} more"
    return " and ".join(filter(None, [", ".join(shown[:-1]), shown[-1]]))


def _counted(found: Conflict, one: Telling, other: Telling) -> str:
    """“12 against 15 ferries”."""
    things = found.ours & found.theirs
    thing = " ".join(_spoken(things, other))
    ours, theirs = _list(sorted(found.ours - things)), _list(sorted(found.theirs - things))
    return f"{ours} against {theirs} {thing}".strip()


def _numbers(found: Conflict, one: Telling, other: Telling) -> str:
    return f"{_list(sorted(found.ours))} against {_list(sorted(found.theirs))}"


def _against(found: Conflict, one: Telling, other: Telling) -> str:
    ours, theirs = (
        _list([f"“{word}”" for word in _in_order(words, told)])
        for words, told in ((found.ours, one), (found.theirs, other))
    )
    return f"{ours} against {theirs}"


def _denied(found: Conflict, one: Telling, other: Telling) -> str:
    words = _spoken(found.ours, one) or _spoken(found.theirs, other)
    return f"only one denies {_list([f'“{word}”' for word in words])}"


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


_SAID_OF: dict[str, Callable[[Conflict, Telling, Telling], str]] = {
    "count": _counted,
    "number": _numbers,
    "name": _against,
    "opposite": _against,
    "denied": _denied,
}

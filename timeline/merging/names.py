"""Names of people, bodies and places, proposed from texts. Plain Python: no Django, no clock.

A name is a run of capitalised words that more than one sentence has: “People’s Bank of China”. What
stands in brackets behind it is its abbreviation, if it is made of its letters: “(PBoC)”.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from timeline.merging.wording import COMMON, opens_sentence

CAPITALISED = r"""(?:Mrs?|Ms|Dr|Prof|Sen|Gov|Gen|Rep|St)\.|(?:[A-Z]\.){2,}
    |[A-Z\u00c0-\u00de][\w’'&.-]*\w|[A-Z]\b"""
NAME = re.compile(
    rf"""(?<![\w’'.])(?:{CAPITALISED})
    (?:\ (?:of\ (?:the\ )?|for\ (?:the\ )?|and\ |de\ |von\ |van\ )?(?:{CAPITALISED}))*""",
    re.VERBOSE,
)
# What may part two names: “Ada Reed of the Harbour Board”, “the Board’s North Pier”.
BETWEEN = re.compile(r" (?:of|for|and)(?: the)? |[’']s ")
ABBREVIATION = re.compile(r" \((?:the )?[“\"‘]?([A-Z][\w&.-]{1,9})[”\"’]?\)")
OF_TIME = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december christmas easter jan feb mar
    apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun""".split()
)
OPENS = frozenset(
    """according although among another as because despite during every following here however
    last later many meanwhile most next now one our since so some speaking still such these today
    two under unlike yesterday yet""".split()
) | COMMON  # fmt: skip
TITLES = frozenset(
    "mr mrs ms dr sir president prime minister professor prof sen gov gen rep".split()
)
LONGEST = 80
# In so many places at least, not counting those that open a sentence.
FEWEST = 2


@dataclass(frozen=True)
class ProposedName:
    """A name, its abbreviations, and in how many texts and places it or one of these stands."""

    name: str
    abbreviations: tuple[str, ...]
    texts: int
    places: int


def propose(texts: Iterable[str], known: Iterable[str] = ()) -> list[ProposedName]:
    """The names that stand in the texts more than once, without those known, the commonest first.

    Those in most texts come first, of equals those in most places. Two names beside each other
    that stand so only once (“Ada Reed of the Harbour Board”) are two.
    """
    found = [(number, *name) for number, text in enumerate(texts) for name in names_in(text)]
    runs = Counter(name for _, name, _ in found)
    places: Counter[str] = Counter()
    texts_of: dict[str, set[int]] = defaultdict(set)
    short: dict[str, Counter[str]] = defaultdict(Counter)
    for number, run, abbreviation in found:
        for name in [run] if runs[run] >= FEWEST else BETWEEN.split(run):
            places[name] += 1
            texts_of[name].add(number)
            if abbreviation and abbreviates(abbreviation, name):
                short[name][abbreviation] += 1
    left_out = {one.casefold() for one in known}
    taken = {one for name in short for one in short[name] if places[name] >= FEWEST}
    proposed = [
        _proposed(name, short[name], places, texts_of)
        for name in places
        if name not in taken and not left_out & {one.casefold() for one in (name, *short[name])}
    ]
    likely = [one for one in proposed if one.places >= FEWEST]
    return sorted(likely, key=lambda one: (-one.texts, -one.places, one.name))


def names_in(text: str) -> Iterator[tuple[str, str]]:
    """The names in a text, in order, each with the abbreviation behind it, or ""."""
    for match in NAME.finditer(text):
        name = _bare(match[0], opens=opens_sentence(text, match.start()))
        if name and len(name) <= LONGEST:
            behind = ABBREVIATION.match(text, match.end())
            yield name, behind[1] if behind and abbreviates(behind[1], name) else ""


def abbreviates(short: str, name: str) -> bool:
    """Whether a name has the letters of `short` in this order, and its capitals begin words."""
    heads = iter(re.findall(r"\b\w", name))
    capitals = [letter for letter in short if letter.isupper()]
    letters = iter(name.casefold())
    return (
        len(short) < len(name)
        and all(any(head.upper() == capital for head in heads) for capital in capitals)
        and all(letter in letters for letter in short.casefold() if letter.isalnum())
    )


def _proposed(
    name: str, short: Counter[str], places: Counter[str], texts_of: dict[str, set[int]]
) -> ProposedName:
    abbreviations = tuple(one for one, _ in short.most_common())
    spoken = (name, *abbreviations)
    texts = set[int]().union(*(texts_of.get(one, set()) for one in spoken))
    return ProposedName(name, abbreviations, len(texts), sum(places[one] for one in spoken))


def _bare(run: str, *, opens: bool) -> str:
    """The run without words of time, titles and possessives; "" where nothing names anything.

    The single word that opens a sentence is no sign of a name; others of a longer run are.
    """
    words = run.split(" ")
    if opens and words[0].lower() in OPENS:
        words, opens = words[1:], False
    while words and (words[0].lower().rstrip(".") in TITLES | OF_TIME or words[0].islower()):
        words = words[1:]
    while words and (words[-1].lower() in OF_TIME or words[-1].islower()):
        words = words[:-1]
    name = re.sub(r"[’']s$", "", " ".join(words)).rstrip("-&’'")
    name = name if name.count(".") > 1 else name.rstrip(".")
    is_word = len(words) == 1 and (opens or name.lower() in OPENS or len(name) < 2)
    return "" if is_word or any(word.lower() in OF_TIME for word in words) else name

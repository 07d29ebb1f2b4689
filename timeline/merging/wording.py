"""What the words of a quote mean, name and count. Plain Python: no Django, no clock.

Words are stemmed (snowball), and those of one meaning count as one ("bought", "acquired").
"""

import math
import re
from collections import Counter
from functools import cache, lru_cache
from itertools import chain

import snowballstemmer

from timeline.merging.synonyms import MEANINGS

WORD = re.compile(r"\d+(?:[.,]\d+)*|\w+(?:[’'.]\w+)*")
COMMON = frozenset(
    """a about after again against all also an and any are as at be been before being between
    both but by can could did do does doing during each for from further had has have having he
    her here him his how i if in into is it its itself just may might more most new no nor not now
    of off on once one only or other our out over own said same say says she should so some such
    than that the their them then there these they this those through to too under until up very
    was we were what when where which while who whom why will with would you
    al au da de del der di dos dr du el la le les mr mrs ms sir von""".split()
)
COUNTS = {
    word: str(number)
    for number, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve".split(), start=2
    )
}
# What is between two words of one name, or between its parts: “Bank of England”.
WITHIN_NAME = re.compile(r" (?:of (?:the )?)?")
# What stands before a name is looked at over so many characters.
BEFORE_NAME = 40
# Where more of the words that count are capitalised, it is a headline: capitals name nothing.
MOST_CAPITALISED = 0.75
# “with Harbour Bank”, “in York”: a name and the word that gives it its part in what happened.
IN_A_ROLE = re.compile(
    r"""\b(against|at|between|by|for|from|in|into|near|of|to|with)
    \ (?:(?:the|a|an|its|his|her|their)\ )?((?:[A-Z][\w.’'-]*(?:\s|\b))+)""",
    re.VERBOSE,
)
NOT = re.compile(r"\b(?:not|never)\b|n[’']t\b", re.IGNORECASE)
NEGATED_WITHIN = 60
_stem = cache(snowballstemmer.stemmer("english").stemWord)
_MEANING = {_stem(word): _stem(line.split()[0]) for line in MEANINGS for word in line.split()}


@lru_cache(maxsize=50_000)
def meaning(word: str) -> str:
    """The stem that stands for a word and for those that mean the same; empty for the commonest."""
    plain = word.lower().removesuffix("’s").removesuffix("'s")
    if plain in COMMON or (len(plain) < 2 and not plain.isdigit()):
        return ""
    if plain[0].isdigit() or plain in COUNTS:
        return COUNTS.get(plain, plain.replace(",", ""))
    stem: str = _stem(plain)
    return str(_MEANING.get(stem, stem))


def meanings(text: str) -> frozenset[str]:
    """What the words of a text mean, without the commonest."""
    return frozenset(_said(text))


def counts(text: str) -> frozenset[tuple[str, str]]:
    """The numbers of a text, each with what is counted: (“12”, “ferri”)."""
    said = [meaning(word) for word in WORD.findall(text)]
    following = zip(said, [*said[1:], ""], strict=True)
    return frozenset((word, thing) for word, thing in following if word[:1].isdigit())


@lru_cache(maxsize=4_000)
def names(text: str) -> frozenset[frozenset[str]]:
    """The names in a text: runs of capitalised words, each as what its words mean.

    A single word that opens a sentence is none: any word would be capitalised there. Nor is one in
    brackets: it shortens the name before it, “Bank of China (BoC)”, or says whose or where it is.
    """
    words = list(WORD.finditer(text))
    counting = [word[0] for word in words if meaning(word[0])]
    capitalised = sum(word[0].isupper() for word in counting)
    if len(counting) > 3 and capitalised > MOST_CAPITALISED * len(counting):
        return frozenset()
    runs: list[list[re.Match[str]]] = []
    for word in words:
        if not (word[0][0].isupper() and meaning(word[0])):
            continue
        if runs and WITHIN_NAME.fullmatch(text, runs[-1][-1].end(), word.start()):
            runs[-1].append(word)
        else:
            runs.append([word])
    named = [run for run in runs if len(run) > 1 or not _names_nothing(text, run[0])]
    return frozenset(frozenset(meaning(word[0]) for word in run) for run in named)


def roles(text: str) -> dict[str, frozenset[str]]:
    """What the names after “with”, “in” or “of” mean, by that word."""
    found: dict[str, frozenset[str]] = {}
    for match in IN_A_ROLE.finditer(text):
        if said := meanings(match[2]):
            found[match[1]] = found.get(match[1], frozenset()) | said
    return found


def negated(text: str) -> frozenset[str]:
    """What is denied: the first word that says something after “not”, “never” or “n’t”."""
    denied = set()
    for match in NOT.finditer(text):
        following = text[match.end() : match.end() + NEGATED_WITHIN]
        said = filter(None, map(meaning, WORD.findall(following)))
        denied.update(list(said)[:1])
    return frozenset(denied)


def weighed(*texts: str) -> dict[str, float]:
    """What texts mean, as a vector of length 1: a word said again counts for more."""
    said = Counter(chain.from_iterable(map(_said, texts)))
    weights = {word: 1 + math.log(times) for word, times in said.items()}
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {word: weight / length for word, weight in weights.items()}


@lru_cache(maxsize=4_000)
def _said(text: str) -> tuple[str, ...]:
    """What the words of a text mean, one by one, without the commonest."""
    return tuple(filter(None, map(meaning, WORD.findall(text))))


def opens_sentence(text: str, start: int) -> bool:
    """Whether the word at `start` is the first of a sentence."""
    before = text[max(0, start - BEFORE_NAME) : start].rstrip(" \n\t\"'“”‘’([")
    return not before or before[-1] in ".!?:…"


def _names_nothing(text: str, word: re.Match[str]) -> bool:
    return opens_sentence(text, word.start()) or (
        text[word.start() - 1] == "(" and text[word.end() : word.end() + 1] == ")"
    )

"""Topics are found in texts by their names. Plain Python: no Django, no clock.

All names at once, by Aho and Corasick's automaton: it takes the same time however many there are.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, MatchKind

# “WHO” and “US” are other words than “who” and “us”.
LONGEST_ACRONYM = 5
# From here on (Chinese, Japanese, Korean) words stand without a space between them.
NO_SPACES_FROM = "\u2e80"


@dataclass(frozen=True)
class NamedTopic:
    """The words at `start:end` of a text that name the topic with this key."""

    start: int
    end: int
    topic: int


class TopicFinder:
    """Finds topics in texts: the longest name where several begin; whole words only.

    A name of several words is found in any case, a single word with a capital only with one, and an
    acronym as it is written: an alias in lower case (“blockchain”) finds the rest.
    """

    def __init__(self, topics: Iterable[tuple[int, Iterable[str]]]) -> None:
        """`topics` are keys, each with the names of what it stands for."""
        pairs = ((name.strip(), key) for key, names in topics for name in names)
        self._named = [(name, key) for name, key in dict.fromkeys(pairs) if name]
        self._automaton = AhoCorasick(
            [_folded(name) for name, _ in self._named], matchkind=MatchKind.LeftmostLongest
        )

    def find(self, text: str) -> Iterator[NamedTopic]:
        """What is named in the text, in order."""
        if not self._named:
            return
        for index, start, end in self._automaton.find_matches_as_indexes(_folded(text)):
            name, key = self._named[index]
            if _is_whole(text, start, end) and _is_written_so(name, text[start:end]):
                yield NamedTopic(start, end, key)

    def topics_in(self, *texts: str) -> set[int]:
        """The keys of the topics that the texts name."""
        return {found.topic for text in texts for found in self.find(text)}


def _is_whole(text: str, start: int, end: int) -> bool:
    return _is_edge(text[start - 1 : start], text[start]) and _is_edge(
        text[end : end + 1], text[end - 1]
    )


def _is_edge(outside: str, inside: str) -> bool:
    return not outside.isalnum() or max(outside, inside) >= NO_SPACES_FROM


def _is_written_so(name: str, found: str) -> bool:
    if name.isupper() and len(name) <= LONGEST_ACRONYM:
        return found == name
    return " " in name or not name[0].isupper() or found[0].isupper()


def _folded(text: str) -> str:
    """The text in lower case, character by character, so that places stay what they are."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(small if len(small := one.lower()) == 1 else one for one in text)

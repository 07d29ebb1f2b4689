"""How a language is written: its slots, and what stands between and around its words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from articles.dates.english.slots import SLOTS, Slot, key

GAP = r"(?:[^\S\n]{1,4}(?:\n[^\S\n]{0,4})?|\n[^\S\n]{0,4})"
WORD = re.compile(r"\w+")
ARTICLES = frozenset(("the", "a", "an"))


@dataclass(frozen=True)
class Writing:
    """How a language is written: its slots, what stands between and around words, its articles.

    `words` cuts a text where a rule may begin; without spaces between words at each character.
    `longest` is how many characters a match has up to the last of its rule's own words.
    """

    slots: Mapping[str, Slot]
    gap: str = GAP
    begin: str = r"(?<!\w)"  # not \b: an apostrophe may come first ("’98")
    end: str = r"(?!\w)"
    words: re.Pattern[str] = WORD
    articles: frozenset[str] = ARTICLES
    longest: int = 100

    def keys(self, literal: str) -> set[str]:
        """The key (see `key`) of the word that a rule's own words begin with."""
        found = self.words.search(literal)
        return {key(found[0])} if found else set()


ENGLISH = Writing(SLOTS)

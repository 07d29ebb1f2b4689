"""Texts and searches as the same words: folded, stemmed, whatever the database. Plain Python."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer

# Of scripts that put no space between words, and of signs, each character is a word; one that
# stands beside the other is then a phrase.
SINGLE = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2600-\u27bf\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
    "\U0001f000-\U0001faff\U00020000-\U0003ffff"
)
WORD = re.compile(rf"[^\W_{SINGLE}]+|[{SINGLE}]")
POSSESSIVE = re.compile(r"(?<=\w)['’]s\b")
# A phrase in quotes of any kind, whose end may be missing yet, or what stands between spaces.
CHUNK = re.compile(r'["“”„«»]([^"“”„«»]*)["“”„«»]?|([^\s"“”„«»]+)')
LONGEST_WORD = 40
MOST_TERMS = 20
_stem = snowballstemmer.stemmer("english").stemWord


@dataclass(frozen=True)
class Term:
    """Words that must stand side by side; the last may be the beginning of one (`is_open`)."""

    words: tuple[str, ...]
    is_open: bool = False

    @property
    def stems(self) -> tuple[str, ...]:
        """What is looked for: the words without their endings."""
        return tuple(map(stem, self.words))

    def is_in(self, text: str) -> bool:
        """Whether the text says it."""
        words = words_of(text)
        stems, length = tuple(map(stem, words)), len(self.words)
        places = range(len(stems) - length + 1)
        if any(stems[i : i + length] == self.stems for i in places):
            return True
        return self.is_open and any(
            stems[i : i + length - 1] == self.stems[:-1]
            and words[i + length - 1].startswith(self.words[-1])
            for i in places
        )


def terms_of(typed: str) -> list[Term]:
    """What a reader typed as terms, all of which an event must say; at most 20.

    Words in quotes are a phrase, and so are those that signs join ("yard-arm", "4/11"). The last
    word may be unfinished, unless it is a number, is in quotes, or has something after it.
    """
    terms = []
    for match in CHUNK.finditer(typed):
        phrase, chunk = match.groups()
        if words := words_of(phrase or chunk or ""):
            is_last = chunk is not None and match.end() == len(typed) and chunk[-1].isalnum()
            terms.append(Term(tuple(words), is_last and not words[-1].isdigit()))
    return terms[:MOST_TERMS]


def words_of(text: str) -> list[str]:
    """The words of a text, folded: without case, accents and the possessive's "s"."""
    return [word[:LONGEST_WORD] for word in WORD.findall(folded(POSSESSIVE.sub("", text)))]


def folded(text: str) -> str:
    """The text without case and accents: "Österreich" is "osterreich", "Straße" "strasse"."""
    if text.isascii():
        return text.lower()
    marks = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(letter for letter in marks if unicodedata.category(letter) != "Mn")
    return unicodedata.normalize("NFC", bare)


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The word without the endings of English; one in other letters than ours as it is."""
    return str(_stem(word)) if word.isascii() else word


def texts_say(texts: Iterable[str], term: Term) -> bool:
    """Whether one of the texts says the term."""
    return any(term.is_in(text) for text in texts)


def parts_of(texts: Iterable[str], most: int) -> Iterator[list[str]]:
    """The words of each text, of all together no more than `most`."""
    for text in texts:
        words = words_of(text)[:most]
        most -= len(words)
        yield words

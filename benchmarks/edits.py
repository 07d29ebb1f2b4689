"""Texts with a quote, edited so that where its words went is known."""

import itertools
import random
from dataclasses import dataclass

from articles.dates import split_sentences

# Below which the numbers of the words of copies begin, and the number of a text's edge.
FIRST_COPY, SECOND_COPY = COPIES = -1_000_000, -2_000_000
EDGE = -3_000_000
# A word with a number of its own, by which it is known wherever it goes; 0 for one put in. Words of
# a copy have numbers of their own below 0.
Word = tuple[int, str]
Sentence = list[Word]


@dataclass(frozen=True)
class Trial:
    """A text, a quote of it, the edited text, and which words of the quote stand where in that."""

    old: str
    start: int
    end: int
    new: str
    places: dict[int, int]
    quoted: frozenset[int]
    is_unchanged: bool
    changed_places: bool


def make_trial(rng: random.Random, text: str) -> Trial | None:
    """One trial on a text; None where the quote would be too short to be one."""
    spans = [span for span in split_sentences(text) if text[slice(*span)].strip()]
    sentences = _numbered([text[start:end] for start, end in spans])
    first = rng.randrange(len(sentences))
    last = min(len(sentences), first + rng.choice((1, 1, 1, 2, 3)))
    quoted = frozenset(number for sentence in sentences[first:last] for number, _ in sentence)
    if len(quoted) < 6:
        return None
    if rng.random() < 0.2:  # the same words stand elsewhere, before anything is edited
        copy = _copy(sentences[first:last], FIRST_COPY)
        at = rng.choice(_apart(len(sentences), first, last))
        sentences.insert(at, copy)
        first, last = (first + 1, last + 1) if at <= first else (first, last)
    old, places = _joined(sentences)
    start, end = _span(old, places, quoted)
    edited = _edited(rng, sentences, first, last)
    new, places = _joined(edited)
    kept = {number: place for number, place in places.items() if number in quoted}
    here = " ".join(word for sentence in edited for number, word in sentence if number in quoted)
    is_unchanged = old[start:end] == here and here in new and _is_in_a_row(edited, quoted)
    changed = _changed_places(sentences, edited, quoted)
    return Trial(old, start, end, new, kept, quoted, is_unchanged, changed)


def _copy(sentences: list[Sentence], begin: int) -> Sentence:
    return [(begin - number, word) for sentence in sentences for number, word in sentence]


def _changed_places(old: list[Sentence], new: list[Sentence], quoted: frozenset[int]) -> bool:
    """Whether the sentences beside both speak for the quote being a copy, and the copy it."""
    copies = (frozenset(begin - number for number in quoted) for begin in COPIES)
    return any(
        _shared(old, quoted, new, copy) + _shared(old, copy, new, quoted)
        > _shared(old, quoted, new, quoted) + _shared(old, copy, new, copy)
        for copy in copies
    )


def _shared(
    old: list[Sentence], there: frozenset[int], new: list[Sentence], here: frozenset[int]
) -> int:
    """How many of the sentences beside the ones stood beside the others, however edited.

    Before or after both, one counts two.
    """
    pairs = itertools.product(enumerate(_beside(old, there)), enumerate(_beside(new, here)))
    return sum(1 + (was == now) for (was, one), (now, other) in pairs if one & other)


def _beside(sentences: list[Sentence], words: frozenset[int]) -> list[set[int]]:
    """The numbers of the words of the sentences before and after; none if it stands nowhere."""
    numbers = [{number for number, _ in sentence} - {0} for sentence in sentences]
    at = [place for place, one in enumerate(numbers) if one & words]
    framed = [{EDGE}, *numbers, {EDGE}]
    return [framed[at[0]], framed[at[-1] + 2]] if at else []


def _numbered(sentences: list[str]) -> list[Sentence]:
    number, numbered = 0, []
    for sentence in sentences:
        words = sentence.split()
        numbered.append([(number + at + 1, word) for at, word in enumerate(words)])
        number += len(words)
    return numbered


def _joined(sentences: list[Sentence]) -> tuple[str, dict[int, int]]:
    text, places = "", {}
    for sentence in sentences:
        for number, word in sentence:
            text += " " if text else ""
            if number > 0:
                places[number] = len(text)
            text += word
    return text, places


def _span(text: str, places: dict[int, int], quoted: frozenset[int]) -> tuple[int, int]:
    start, last = places[min(quoted)], places[max(quoted)]
    end = text.find(" ", last)
    return start, len(text) if end < 0 else end


def _is_in_a_row(sentences: list[Sentence], quoted: frozenset[int]) -> bool:
    numbers = [number for sentence in sentences for number, _ in sentence]
    at = [place for place, number in enumerate(numbers) if number in quoted]
    return bool(at) and at[-1] - at[0] + 1 == len(at) == len(quoted)


def _edited(rng: random.Random, sentences: list[Sentence], first: int, last: int) -> list[Sentence]:
    vocabulary = [word for sentence in sentences for _, word in sentence]
    edited = [list(sentence) for sentence in sentences]
    of_quote = edited[first:last]
    for sentence in rng.sample(edited, rng.randrange(len(edited) // 2)):
        if not any(sentence is one for one in of_quote):
            _edit_words(rng, sentence, vocabulary)
    kind = rng.choice(("stays", "stays", "corrected", "moved", "removed", "repeated"))
    if kind == "corrected":
        for sentence in of_quote:
            _edit_words(rng, sentence, vocabulary)
    elif kind == "removed":
        del edited[first:last]
    elif kind == "moved":
        del edited[first:last]
        at = rng.randrange(len(edited) + 1)
        edited[at:at] = of_quote
    elif kind == "repeated":
        copy = _copy(of_quote, SECOND_COPY)
        edited.insert(rng.choice(_apart(len(edited), first, last)), copy)
    return _moved(rng, edited, of_quote)


def _apart(sentences: int, first: int, last: int) -> list[int]:
    """Where a copy of the quote can go: side by side, nobody could tell one from the other."""
    return [at for at in range(sentences + 1) if at < first - 1 or at > last + 1] or [0]


def _moved(rng: random.Random, edited: list[Sentence], of_quote: list[Sentence]) -> list[Sentence]:
    """Move a few other sentences, but none into the quote."""
    for _ in range(rng.randrange(3)):
        others = [s for s in edited if not any(s is one for one in of_quote)]
        if not others:
            break
        sentence = rng.choice(others)
        edited = [s for s in edited if s is not sentence]
        at = rng.randrange(len(edited) + 1)
        inside = 0 < at < len(edited) and all(
            any(s is one for one in of_quote) for s in edited[at - 1 : at + 1]
        )
        edited.insert(0 if inside else at, sentence)
    return edited


def _edit_words(rng: random.Random, sentence: Sentence, vocabulary: list[str]) -> None:
    for _ in range(rng.choice((1, 1, 2, 3))):
        at = rng.randrange(len(sentence)) if sentence else 0
        new = (0, rng.choice(vocabulary))
        match rng.choice("+-="):
            case "+":
                sentence.insert(at, new)
            case "-" if len(sentence) > 3:
                del sentence[at]
            case _ if sentence:
                sentence[at] = new

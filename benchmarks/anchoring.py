"""How surely quotes are found again in edited texts, beside looking for their words alone.

    python benchmarks/anchoring.py TEXTS.jsonl[.gz] … [--trials N] [--seed N] [--json]

Each line of the data has a `text`. A trial quotes one to three sentences of a text, edits it
(words put in, taken out or replaced, sentences moved, removed or repeated, the quote's own among
them) and asks where the quote stands.
A quote is right if it is found where its words went: exactly, where none of them changed; where
some did, with four fifths in common with the stretch from the first to the last that is left.
`wrong` is any other place. In one trial of five the text has the words twice before it is edited.

Each word has a number, so that where the quote's own went is known whatever the edits. But whoever
has only the texts can't know it where a copy now stands beside the sentences beside which the quote
stood, or the other way round. Trials in which the sentences beside them speak rather for that are
counted by themselves (`changed places`), and measure nothing.
"""

import argparse
import gzip
import itertools
import json
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from articles.dates import split_sentences
from timeline.anchoring import anchor

ALIKE = 0.8
# Below which the numbers of the words of copies begin, and the number of a text's edge.
FIRST_COPY, SECOND_COPY = COPIES = -1_000_000, -2_000_000
EDGE = -3_000_000
Finder = Callable[[str, int, int, str], tuple[int, int] | None]
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


def main() -> None:
    """Run the trials and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("data", nargs="+", type=Path)
    parser.add_argument("--trials", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    texts = [text for path in options.data for text in _texts(path)]
    rng = random.Random(options.seed)  # noqa: S311
    trials = [trial for _ in range(options.trials) if (trial := make_trial(rng, rng.choice(texts)))]
    changed = sum(trial.changed_places for trial in trials)
    trials = [trial for trial in trials if not trial.changed_places]
    figures = {name: measure(find, trials) for name, find in FINDERS.items()}
    if options.json:
        print(json.dumps({"trials": len(trials), "changed places": changed} | figures))
        return
    print(f"{changed} trials in which copy and quote changed places were left out.")
    print(
        f"{len(trials)} trials      unchanged found   corrected found   gone kept   wrong   ms each"
    )
    for name, row in figures.items():
        print(
            f"{name:<18}{row['unchanged']:>14.1%}{row['corrected']:>18.1%}"
            f"{row['gone']:>7.1%}{row['wrong']:>8}{row['ms']:>10.2f}"
        )


def _texts(path: Path) -> Iterator[str]:
    data = path.read_bytes()
    for line in (gzip.decompress(data) if path.suffix == ".gz" else data).splitlines():
        text = str(json.loads(line)["text"])[:20_000]
        if len(list(split_sentences(text))) >= 8:
            yield text


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


def measure(find: Finder, trials: list[Trial]) -> dict[str, float]:
    """The shares that are right, by what became of the quote; how many are wrong; the time."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    wrong = 0
    began = time.perf_counter()
    found = [find(trial.old, trial.start, trial.end, trial.new) for trial in trials]
    spent = time.perf_counter() - began
    for trial, place in zip(trials, found, strict=True):
        kind = "unchanged" if trial.is_unchanged else "corrected" if trial.places else "gone"
        total[kind] += 1
        is_right = _is_right(trial, place)
        right[kind] += is_right
        wrong += place is not None and not is_right
    shares = {kind: right[kind] / total[kind] for kind in total}
    return {**shares, "wrong": wrong, "ms": 1000 * spent / len(trials)}


def _is_right(trial: Trial, place: tuple[int, int] | None) -> bool:
    if place is None or not trial.places:
        return place is None and not trial.places
    start, end = place
    inside = {number for number, at in trial.places.items() if start <= at < end}
    if trial.is_unchanged:
        return (
            len(inside) == len(trial.quoted)
            and trial.new[start:end] == trial.old[trial.start : trial.end]
        )
    left = min(trial.places.values()), max(trial.places.values()) + 1
    both = len(trial.new[max(start, left[0]) : min(end, left[1])].split())
    words = len(trial.new[start:end].split()) + len(trial.new[slice(*left)].split())
    return 2 * both / words >= ALIKE


def by_anchor(old: str, start: int, end: int, new: str) -> tuple[int, int] | None:
    """Ours."""
    found = anchor(old, start, end, new)
    return found and (found.start, found.end)


def by_words(old: str, start: int, end: int, new: str) -> tuple[int, int] | None:
    """The first place of the same words."""
    place = new.find(old[start:end])
    return None if place < 0 else (place, place + end - start)


def by_unique_words(old: str, start: int, end: int, new: str) -> tuple[int, int] | None:
    """The only place of the same words."""
    is_only = new.count(old[start:end]) == 1
    return by_words(old, start, end, new) if is_only else None


FINDERS: dict[str, Finder] = {
    "dateline": by_anchor,
    "words, if once": by_unique_words,
    "words, the first": by_words,
}

if __name__ == "__main__":
    main()

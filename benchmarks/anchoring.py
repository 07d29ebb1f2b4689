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
import json
import random
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from corpora import read_documents
from edits import Trial, make_trial

from articles.dates import split_sentences
from timeline.claims.anchoring import anchor

ALIKE = 0.8
Finder = Callable[[str, int, int, str], tuple[int, int] | None]


def main() -> None:
    """Run the trials and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("data", nargs="+", type=Path)
    parser.add_argument("--trials", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    texts = [str(document["text"])[:20_000] for document in read_documents(options.data)]
    texts = [text for text in texts if len(list(split_sentences(text))) >= 8]
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

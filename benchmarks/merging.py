"""How well quotes of one event are told from look-alikes, beside TF-IDF cosine.

    python benchmarks/merging.py ECB.jsonl[.gz] [--json]

A line of ECB holds `doc, sentence, topic, subtopic, text, chains`: a sentence and the events that
it tells. Pairs are of one topic and two documents; they are true where they share a chain, `hard`
where the documents are of its two look-alike subtopics (two trials, two earthquakes). AUC and best
F1 are of the score alone; `false hard` is the share of untrue hard pairs that join by themselves,
`recall` that of the true ones, `precision` how many of the joined are true. TF-IDF joins where as
many hard pairs do as ours. B³ and CoNLL F1 (mean of MUC, B³, CEAF-e) are of groups within a
topic: the gold group of a sentence is its chain that most sentences tell; ours are made
by the product's own linkage. A document's lead is its sentences in the file.
"""

import argparse
import json
import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from coreference import Groups, figures
from corpora import read_documents

from timeline.merging.grouping import groups as gathered
from timeline.merging.matching import joins, likeness
from timeline.merging.telling import Telling, telling


@dataclass(frozen=True)
class Pair:
    """Two sentences, by number, whether they tell the same event, and whether it is hard to say."""

    one: int
    other: int
    is_true: bool
    is_hard: bool


Decided = tuple[bool, Pair]


def pairs_of(sentences: list[dict[str, Any]]) -> list[Pair]:
    """The pairs within a topic across documents."""
    return [
        Pair(
            i,
            j,
            not set(one["chains"]).isdisjoint(other["chains"]),
            one["subtopic"] != other["subtopic"],
        )
        for (i, one), (j, other) in combinations(enumerate(sentences), 2)
        if one["topic"] == other["topic"] and one["doc"] != other["doc"]
    ]


def as_written(tokens: str) -> str:
    """Tokens with spaces between them, as a newspaper sets them."""
    text = re.sub(r"``|''", '"', tokens)
    text = re.sub(r" (n['’]t|['’](?:s|re|ve|ll|d|m)\b)", r"\1", text)
    return re.sub(r" ([.,;:!?%)])", r"\1", text)


def tellings(sentences: list[dict[str, Any]]) -> list[Telling]:
    """What each sentence tells, undated."""
    texts = [as_written(sentence["text"]) for sentence in sentences]
    leads: dict[str, str] = defaultdict(str)
    for sentence, text in zip(sentences, texts, strict=True):
        leads[sentence["doc"]] += f"{text}\n"
    return [
        telling(text, 0, 0, None, None, leads[sentence["doc"]])
        for sentence, text in zip(sentences, texts, strict=True)
    ]


def tfidf(sentences: list[dict[str, Any]]) -> Callable[[int, int], float]:
    """The cosine of two sentences' words, weighed by how few sentences of the file have them."""
    words = [Counter(re.findall(r"\w\w+", sentence["text"].lower())) for sentence in sentences]
    found_in = Counter(word for said in words for word in said)
    vectors = []
    for said in words:
        weights = {
            word: times * (math.log((1 + len(words)) / (1 + found_in[word])) + 1)
            for word, times in said.items()
        }
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1
        vectors.append({word: weight / length for word, weight in weights.items()})

    def cosine(i: int, j: int) -> float:
        return sum(weight * vectors[j].get(word, 0) for word, weight in vectors[i].items())

    return cosine


def ranking(scored: list[tuple[float, Pair]]) -> dict[str, float]:
    """AUC (ties count half) and the best F1 over all thresholds."""
    by_score: dict[float, list[bool]] = defaultdict(list)
    for score, pair in scored:
        by_score[score].append(pair.is_true)
    true = sum(pair.is_true for _, pair in scored)
    found = kept = 0
    area = best = 0.0
    for score in sorted(by_score, reverse=True):
        more, false = sum(by_score[score]), by_score[score].count(False)
        area += false * (found + more / 2)
        found, kept = found + more, kept + len(by_score[score])
        best = max(best, 2 * found / (kept + true))
    return {"auc": area / (true * (len(scored) - true)), "f1": best}


def joined(sides: list[Decided]) -> dict[str, float]:
    """Of pairs, joined or not: how many untrue hard ones and true ones are, and the precision."""

    def share(*those: bool) -> float:
        return sum(those) / len(those) if those else 0.0

    return {
        "false_hard": share(*(on for on, pair in sides if pair.is_hard and not pair.is_true)),
        "recall": share(*(on for on, pair in sides if pair.is_true)),
        "precision": share(*(pair.is_true for on, pair in sides if on)),
    }


def gold_groups(sentences: list[dict[str, Any]]) -> Groups:
    """Each sentence with those whose commonest chain is the same."""
    told = Counter((line["topic"], chain) for line in sentences for chain in set(line["chains"]))
    groups: dict[tuple[str, str], set[int]] = defaultdict(set)
    for number, line in enumerate(sentences):
        keys = [(line["topic"], chain) for chain in line["chains"]]
        groups[max(keys, key=lambda key: (told[key], key))].add(number)
    return list(groups.values())


def own_groups(sentences: list[dict[str, Any]], told: list[Telling]) -> Groups:
    """The groups that the product makes of each topic's sentences."""
    by_topic: dict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(sentences):
        by_topic[line["topic"]].append(number)
    return [
        {numbers[place] for place in places}
        for numbers in by_topic.values()
        for places in gathered([told[number] for number in numbers])
    ]


def measure(sentences: list[dict[str, Any]]) -> dict[str, dict[str, float]]:
    """The figures of ours and of TF-IDF, each between 0 and 1."""
    pairs, told, cosine = pairs_of(sentences), tellings(sentences), tfidf(sentences)
    scored = [(likeness(told[pair.one], told[pair.other]), pair) for pair in pairs]
    ours = joined([(joins(told[pair.one], told[pair.other]) > 0, pair) for pair in pairs])
    gold = gold_groups(sentences)
    groups = figures(gold, own_groups(sentences, told))
    alone = figures(gold, [{number} for number in range(len(sentences))])
    peers = [(cosine(pair.one, pair.other), pair) for pair in pairs]
    rivals = sorted(
        (score for score, pair in peers if pair.is_hard and not pair.is_true), reverse=True
    )
    threshold = rivals[int(ours["false_hard"] * len(rivals))] if rivals else 1.0
    return {
        "dateline": {**ranking(scored), **ours, **groups},
        "tfidf": {**ranking(peers), **joined([(s > threshold, pair) for s, pair in peers])},
        "each alone": alone,
    }


def lines(rows: dict[str, dict[str, float]]) -> Iterator[str]:
    """The table."""
    names = list(rows["dateline"])
    yield f"{'':12}" + "".join(f"{name:>12}" for name in names)
    for who, row in rows.items():
        cells = (f"{row[name]:12.3f}" if name in row else f"{'':12}" for name in names)
        yield f"{who:12}" + "".join(cells)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    sentences = list(read_documents([options.data]))
    rows = measure(sentences)
    if options.json:
        rounded = {who: {k: round(v, 4) for k, v in row.items()} for who, row in rows.items()}
        print(json.dumps({"sentences": len(sentences), **rounded}))
        return
    print(f"{len(sentences)} sentences, {len(pairs_of(sentences))} pairs")
    for line in lines(rows):
        print(line)


if __name__ == "__main__":
    main()

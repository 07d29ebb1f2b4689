"""How well the day of writing is told from a text alone, its date taken away.

    python benchmarks/written.py DATA.jsonl[.gz] … [--today DATE] [--json] [--wrong N]

A line of DATA holds `doc_id, dct, text`, dct the day of creation, or `id, published, text`. Of
the documents with a day: how many get a span, how many of these hold the day, the median width in
days of those that say when they begin (they end today, if the text sets no end); the same of those
that the text closes at both ends; how many are single days; how many texts tell a day or week
without its year; and how many contradict themselves. One document in five, by a hash of its name,
is the held-out part, which nobody reads while rules are written: --wrong shows none of it.
"""

import argparse
import json
import statistics
import sys
import time
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from corpora import is_held_out, published, read_documents

from articles.dates import Suggestion, when_written
from articles.dates.written import CONTRADICTION, YEARLESS

Answer = tuple[date, Suggestion | None]


def figures(answers: list[Answer], today: int) -> dict[str, float]:
    """Counts, the share in per cent of spans that hold the day, and median widths in days."""
    spans = [(day.toordinal(), one.span) for day, one in answers if one and one.span]
    ends = [(day, span.first_day or 1, span.last_day or today) for day, span in spans]
    begun = [(day, first, last) for day, first, last in ends if first > 1]
    closed = [(day, first, last) for day, first, last in begun if last < today]
    return {
        "documents": len(answers),
        "given": len(ends),
        "right": share(ends),
        "width": median(begun),
        "closed": len(closed),
        "closed right": share(closed),
        "closed width": median(closed),
        "days": sum(first == last for _, first, last in ends),
        "yearless": sum(one is not None and one.words == YEARLESS for _, one in answers),
        "contradicted": sum(one is not None and one.words == CONTRADICTION for _, one in answers),
    }


def share(ends: list[tuple[int, int, int]]) -> float:
    """How many spans hold their day, in per cent; 0 without any."""
    right = sum(first <= day <= last for day, first, last in ends)
    return round(100 * right / len(ends), 1) if ends else 0.0


def median(ends: list[tuple[int, int, int]]) -> float:
    """The median width in days; 0 without any."""
    return statistics.median([last - first + 1 for _, first, last in ends]) if ends else 0


def as_dated(document: dict[str, Any]) -> dict[str, Any]:
    """A document with the names of the corpora of dates."""
    name = document.get("doc_id") or f"{document.get('source', '')} {document['id']}"
    day = document.get("dct") or document.get("published")
    return {"doc_id": name, "dct": str(day or ""), "text": document["text"]}


def measure(
    documents: list[dict[str, Any]], today: date
) -> tuple[dict[str, Any], list[tuple[dict[str, Any], Answer]]]:
    """Figures of both parts and words per second, and what was suggested."""
    when_written("It opened on 4 May 2018.", today)  # what is made once is not measured
    began = time.perf_counter()
    suggested = [when_written(document["text"], today) for document in documents]
    seconds = time.perf_counter() - began
    pairs = [
        (document, (day, one))
        for document, one in zip(documents, suggested, strict=True)
        if (day := published(document))
    ]
    parts: dict[str, list[Answer]] = {"all": [], "read": [], "held out": []}
    for document, answer in pairs:
        for part in ("all", "held out" if is_held_out(document["doc_id"]) else "read"):
            parts[part].append(answer)
    words = sum(len(document["text"].split()) for document in documents)
    rows = {name: figures(answers, today.toordinal()) for name, answers in parts.items()}
    return {**rows, "words_per_second": round(words / seconds)}, pairs


def wrong(pairs: Iterable[tuple[dict[str, Any], Answer]]) -> Iterable[str]:
    """The suggestions of the part that is read that miss their day, with their evidence."""
    for document, (day, one) in pairs:
        if is_held_out(document["doc_id"]) or one is None:
            continue
        span = one.span
        if one.words == YEARLESS or (
            span and (span.first_day or 1) <= day.toordinal() <= (span.last_day or 10**7)
        ):
            continue
        says = " ".join(piece.says for piece in one.evidence)
        yield f"{document['doc_id']}, {day}: {one.words}: {says}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="+", type=Path)
    parser.add_argument("--today", type=date.fromisoformat, default=date.today())
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--wrong", type=int, default=0)
    options = parser.parse_args()
    documents = [as_dated(document) for document in read_documents(options.data)]
    rows, pairs = measure(documents, options.today)
    if options.json:
        print(json.dumps({"today": options.today.isoformat(), **rows}))
        return
    print(f"{'':10}" + "".join(f"{name:>14}" for name in rows["all"]))
    for part in ("all", "read", "held out"):
        print(f"{part:10}" + "".join(f"{value:14,}" for value in rows[part].values()))
    print(f"{'':10}{rows['words_per_second']:,} words/s")
    for line, _ in zip(wrong(pairs), range(options.wrong), strict=False):
        print(line)


if __name__ == "__main__":
    main()

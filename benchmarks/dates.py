"""How well dates are found and resolved, in the manner of TempEval-3, beside dateparser's search.

    python benchmarks/dates.py GOLD.jsonl[.gz] … [--json] [--predictions OUT.jsonl] [--errors N]

A line of GOLD holds `doc_id, dct, text, timexes`, each timex `start, end, type, value` (TIMEX3).
Strict and relaxed F1 are of extents, type and value F1 of relaxed pairs whose type or value is the
same (UzZaman et al. 2013); interval F1 is of the dates that name days of a calendar, and counts a
pair whose first and last day are both right. One document in five, by a hash of its name, is the
held-out part, which nobody reads while rules are written: both parts are printed, and how far
such a part is from the rest in the median of splits by lot.
"""

import argparse
import json
import re
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from corpora import is_held_out, published, read_documents
from timex import Timex, count, figures, gap_by_chance, pairs_of, total

from articles.dates import Mention, find_dates

TYPES = {
    "date": "DATE", "time": "TIME", "duration": "DURATION", "recurring": "SET", "vague": "DATE",
}  # fmt: skip
LENGTH = re.compile(r"P[T\dX]")
PERIODS = {"week": "%G-W%V", "month": "%Y-%m", "year": "%Y"}  # of dateparser, for strftime
Tagger = Callable[[str, date | None], list[Timex]]


def ours(text: str, published: date | None) -> list[Timex]:
    """What Dateline finds."""
    return [
        {"start": m.start, "end": m.end, "type": type_of(m), "value": m.timex, "rule": m.rule}
        for m in find_dates(text, published)
    ]


def type_of(mention: Mention) -> str:
    """The TIMEX3 type of a mention; a date that is told as a length, and not resolved, is one."""
    is_length = mention.kind in ("date", "vague") and LENGTH.match(mention.timex)
    return "DURATION" if is_length else TYPES[mention.kind]


def dateparser_search(text: str, published: date | None) -> list[Timex]:
    """What dateparser's own search over running text finds, each as exact as it says it is."""
    from dateparser.date import DateDataParser
    from dateparser.search import search_dates

    base = datetime.combine(published or date(2000, 1, 1), datetime.min.time())
    settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"}
    found = search_dates(text, languages=["en"], settings=settings) or []
    parser = DateDataParser(languages=["en"], settings=settings)
    timexes, position = [], 0
    for words, moment in found:
        start = text.find(words, position)
        if start >= 0:
            position = start + len(words)
            data = parser.get_date_data(words)
            value = moment.strftime(PERIODS.get(data.period if data else "day", "%Y-%m-%d"))
            timexes.append({"start": start, "end": position, "type": "DATE", "value": value})
    return timexes


def measure(
    tagger: Tagger, documents: list[dict[str, Any]]
) -> tuple[dict[str, Any], list[list[Timex]]]:
    """Figures of a tagger on both parts, its speed and memory, and what it found."""
    tagger("On 4 May 2018 it rained.", date(2019, 1, 1))  # what is made once is not measured
    began = time.process_time()
    found = [tagger(document["text"], published(document)) for document in documents]
    seconds = time.process_time() - began
    parts: dict[str, list[Counter[str]]] = {"read": [], "held out": []}
    for document, timexes in zip(documents, found, strict=True):
        gold = [timex for timex in document["timexes"] if not timex.get("nested")]
        part = "held out" if is_held_out(document["doc_id"]) else "read"
        parts[part].append(count(gold, timexes))
    words = sum(len(document["text"].split()) for document in documents)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    rows = {name: figures(total(counts)) for name, counts in parts.items()}
    rows["all"] = figures(total(parts["read"] + parts["held out"]))
    rows["by chance"] = gap_by_chance(parts["read"] + parts["held out"], len(parts["held out"]))
    return {**rows, "words_per_second": round(words / seconds), "peak_mb": round(memory)}, found


def mistakes(
    documents: list[dict[str, Any]], found: list[list[Timex]], shown: int
) -> Iterator[str]:
    """The commonest mistakes by rule on the part that is read, with examples."""
    examples: dict[tuple[str, str], list[str]] = {}
    for document, timexes in zip(documents, found, strict=True):
        if is_held_out(document["doc_id"]):
            continue
        pairs = pairs_of(document["timexes"], timexes)
        for gold, one in pairs:
            if gold["value"] != one["value"]:
                line = f"“{gold.get('text', '')}” is {gold['value']}, not {one['value']}"
                examples.setdefault(("wrong", one["rule"]), []).append(line)
        matched = {id(one) for pair in pairs for one in pair}
        for gold in document["timexes"]:
            if id(gold) not in matched:
                examples.setdefault(("missed", gold["type"]), []).append(str(gold.get("text")))
        for one in timexes:
            if id(one) not in matched:
                words = document["text"][one["start"] : one["end"]]
                examples.setdefault(("no date", one["rule"]), []).append(f"“{words}”")
    ranked = sorted(examples.items(), key=lambda item: -len(item[1]))
    for (kind, rule), lines in ranked[:shown]:
        yield f"{len(lines):5} {kind:8} {rule}: {'; '.join(lines[:4])}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="+", type=Path)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--predictions", type=Path)
    parser.add_argument("--errors", type=int, default=0)
    options = parser.parse_args()
    documents = list(read_documents(options.data))
    own, found = measure(ours, documents)
    peer, _ = measure(dateparser_search, documents)
    if options.predictions:
        with options.predictions.open("w", encoding="utf-8") as out:
            for document, timexes in zip(documents, found, strict=True):
                print(json.dumps({"doc_id": document["doc_id"], "timexes": timexes}), file=out)
    if options.json:
        print(json.dumps({"documents": len(documents), "dateline": own, "dateparser": peer}))
        return
    print(f"{len(documents)} documents{'':13} strict  relaxed  type  value  interval")
    for name, row in (("dateline", own), ("dateparser", peer)):
        for part in ("all", "read", "held out", "by chance"):
            print(f"{name:12}{part:12}" + "".join(f"{value:9.1f}" for value in row[part].values()))
        print(f"{'':12}{row['words_per_second']:,} words/s, peak {row['peak_mb']} MB so far")
    for line in mistakes(documents, found, options.errors):
        print(line)


if __name__ == "__main__":
    main()

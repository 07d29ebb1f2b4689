"""How well HTML pages are read: main text and publication date, beside trafilatura and htmldate.

    python benchmarks/pages.py PAGES.jsonl[.gz] … [--json]

A line holds `html`, `url`, and `article_body` or `published` (or both). Text is measured by the
F1 of its words, as a bag, averaged over pages (the measure of article-extraction-benchmark); dates
by how many are right, missing and wrong.
"""

import argparse
import json
import logging
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from corpora import read_documents

from articles.readers import ReadError
from articles.readers.page import read_page

Reader = Callable[[dict[str, Any]], tuple[str, date | None]]


def ours(page: dict[str, Any]) -> tuple[str, date | None]:
    """Main text and publication date as Dateline reads them."""
    try:
        record = read_page(page["html"])
    except ReadError:
        return "", None
    return record.text, record.published


def peers(page: dict[str, Any]) -> tuple[str, date | None]:
    """The same by trafilatura and htmldate, as they come."""
    import htmldate
    import trafilatura

    found = htmldate.find_date(page["html"], original_date=True, extensive_search=False)
    text = trafilatura.extract(page["html"], include_comments=False) or ""
    return text, date.fromisoformat(found) if found else None


def word_f1(found: str, gold: str) -> float:
    """F1 of the words of two texts, 0 to 1."""
    one, other = (Counter(re.findall(r"\w+", text)) for text in (found, gold))
    shared = (one & other).total()
    return 2 * shared / (one.total() + other.total()) if shared else 0.0


def measure(read: Reader, pages: Iterable[dict[str, Any]]) -> dict[str, float]:
    """The figures of one reader over all pages."""
    scores: list[float] = []
    dates: Counter[str] = Counter()
    began = time.perf_counter()
    for page in pages:
        text, published = read(page)
        if "article_body" in page:
            scores.append(word_f1(text, page["article_body"]))
        gold = page.get("published")
        if isinstance(gold, str) and gold:
            right = published is not None and published.isoformat() == gold[:10]
            dates["missing" if published is None else "right" if right else "wrong"] += 1
    seconds = time.perf_counter() - began
    mean = {"text_f1": sum(scores) / len(scores)} if scores else {}
    return {**mean, **{f"dates_{name}": n for name, n in sorted(dates.items())}, "seconds": seconds}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="+", type=Path)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    logging.disable(logging.WARNING)
    pages = list(read_documents(options.data))
    figures = {"ours": measure(ours, pages), "trafilatura + htmldate": measure(peers, pages)}
    if options.json:
        print(json.dumps({"pages": len(pages), **figures}))
        return
    print(f"{len(pages)} pages")
    for name, row in figures.items():
        print(f"{name:24}" + "".join(f"{key} {value:.3f}   " for key, value in row.items()))


if __name__ == "__main__":
    main()

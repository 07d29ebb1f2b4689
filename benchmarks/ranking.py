"""How well the days that matter are chosen from a pile of articles, beside simple counts.

    python benchmarks/ranking.py ARTICLES.jsonl[.gz] TIMELINES.json … [--json]

Two files a topic. A line of ARTICLES holds `published, text`; TIMELINES gives each timeline that
a journalist wrote as day → sentences. As in the literature (Tran et al. 2013; Ghalandari and Ifrim
2020), a timeline's first and last day and its number of days are given: so many days are chosen
between them, and precision, recall and F1 are of days, averaged over timelines. Counts are the
distinct articles that name a day or were published on it, with the same mentions as ours.
"""

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from corpora import read_documents

from articles.dates import find_dates
from timeline.merging.significance import Report, significance_of_days

Scores = dict[int, float]


def report(article: dict[str, Any]) -> Report:
    """What is known of an article: when it was published, which days it names."""
    published = date.fromisoformat(article["published"][:10]) if article.get("published") else None
    days = {
        mention.first_day
        for mention in find_dates(article["text"], published)
        if mention.kind in ("date", "time") and mention.first_day == mention.last_day
    }
    told = frozenset(day for day in days if day is not None)
    return Report(published.toordinal() if published else None, told, len(article["text"]))


def counts(reports: Iterable[Report]) -> Scores:
    """How many articles name each day or were published on it."""
    told: Counter[int] = Counter()
    for one in reports:
        told.update(one.days | ({one.published} if one.published else set()))
    return {day: float(count) for day, count in told.items()}


def choose(scores: Scores, gold: set[int]) -> set[int]:
    """As many days as the timeline has, of those within its span; of equals the earlier."""
    within = (day for day in scores if min(gold) <= day <= max(gold))
    return set(sorted(within, key=lambda day: (-scores[day], day))[: len(gold)])


def figures(gold: set[int], chosen: set[int]) -> dict[str, float]:
    """Precision, recall and F1 of chosen days, 0 to 1."""
    right = len(gold & chosen)
    return {
        "precision": right / len(chosen) if chosen else 0.0,
        "recall": right / len(gold),
        "f1": 2 * right / (len(gold) + len(chosen)),
    }


RANKINGS: dict[str, Callable[[list[Report]], Scores]] = {
    "dateline": significance_of_days,
    "counts": counts,
}


def measure(articles: Path, timelines: Path) -> dict[str, Any]:
    """The figures of a topic's timelines by each ranking, and how many articles were read."""
    documents = list(read_documents([articles]))
    reports = [report(document) for document in documents]
    scores = {name: rank(reports) for name, rank in RANKINGS.items()}
    rows = {}
    for name, told in json.loads(timelines.read_text(encoding="utf-8")).items():
        gold = {date.fromisoformat(day).toordinal() for day in told}
        found = {ranking: figures(gold, choose(days, gold)) for ranking, days in scores.items()}
        rows[name] = {"days": len(gold), "span": max(gold) - min(gold) + 1, **found}
    return {"articles": len(documents), "timelines": rows}


def mean(rows: list[dict[str, Any]]) -> dict[str, dict[str, float]]:
    """The figures of each ranking, averaged over timelines."""
    return {
        ranking: {
            key: sum(row[ranking][key] for row in rows) / len(rows) for key in rows[0][ranking]
        }
        for ranking in RANKINGS
    }


def rounded(value: Any) -> Any:
    """The same with every figure rounded to three places."""
    if isinstance(value, dict):
        return {key: rounded(one) for key, one in value.items()}
    return round(value, 3) if isinstance(value, float) else value


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="+", type=Path, metavar="ARTICLES TIMELINES")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if len(options.data) % 2:
        parser.error("each file of articles needs one of timelines")
    began = time.process_time()
    pairs = list(zip(options.data[::2], options.data[1::2], strict=True))
    topics = {articles.name: measure(articles, timelines) for articles, timelines in pairs}
    seconds = time.process_time() - began
    rows = [row for topic in topics.values() for row in topic["timelines"].values()]
    if options.json:
        result = {"topics": topics, "mean": mean(rows), "seconds": seconds}
        print(json.dumps(rounded(result)))
        return
    print(f"{'date F1':52} days  span  dateline  counts")
    for name, topic in topics.items():
        print(f"{name}: {topic['articles']} articles")
        for title, row in topic["timelines"].items():
            print(f"  {title[-50:]:50}{row['days']:5}{row['span']:6}" + f1s(row))
        if len(topic["timelines"]) > 1:
            print(f"  {'mean':61}" + f1s(mean(list(topic["timelines"].values()))))
    print(f"{len(rows):3} timelines, mean{'':44}" + f1s(mean(rows)))


def f1s(row: dict[str, Any]) -> str:
    """The F1 of each ranking, in columns."""
    return "".join(f"{row[ranking]['f1']:9.3f}" for ranking in RANKINGS)


if __name__ == "__main__":
    main()

"""How quick a timeline of a million events is, beside plain SQL on the same database.

    python benchmarks/million.py [--events N] [--database URL] [--json]

Loads a made-up timeline into a scratch database (by default SQLite in a temporary folder; what an
earlier run loaded, at the URL, is used again) and prints the median and 95th percentile of each
measure in milliseconds. Filters are drawn at random: a topic, a paper, years, words, or two of
them. `made` pages are asked for the first time, `kept` ones again; `clicked` are of filters that
the page itself offers, each as often as it has events. HTTP is through gunicorn with two workers,
asked by two clients on the same machine; `nothing` is an empty answer: what all the rest costs.
"""

import argparse
import json
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from new_process import new_process  # noqa: E402
from plain_sql import plain_sql  # noqa: E402
from timing import TIMES, Measures, show, timed  # noqa: E402


def over_http() -> Measures:
    """Pages through gunicorn."""
    from served import over_http

    return over_http(ROOT)


def load(total: int) -> Measures:
    """Load the timeline, unless it is there, and make its search and its index."""
    from django.core.management import call_command
    from synthetic import make_timeline

    from timeline.index.live import save_now, snapshot_now
    from timeline.models import Event
    from timeline.search import catch_up

    call_command("migrate", verbosity=0)
    measures: Measures = {}
    if not Event.objects.exists():
        measures["load all rows"] = timed(lambda: make_timeline(total), 1)
        measures["make the search"] = timed(catch_up, 1)
    measures["make or load the index"] = timed(snapshot_now, 1)
    measures["save the index"] = timed(save_now, 1)
    return measures


def in_index() -> Measures:
    """What the index answers, without pages."""
    from timeline.entries import Look, eras_of
    from timeline.index import TimelineIndex, index_of
    from timeline.index.found import Kind
    from timeline.index.kept import Kept
    from timeline.index.live import snapshot_now
    from timeline.index.selection import Selection
    from timeline.index.snapshot import nothing_counted
    from timeline.models import Timeline

    story = Timeline.objects.get(slug="story")
    rng = random.Random(1)  # noqa: S311
    kinds: tuple[Kind, ...] = ("topic", "publisher", "precision", "planned", "sources")
    topics = [Selection(topic=f"topic-{number}") for number in (0, 1, 5, 50)]
    day = date(1990, 1, 1).toordinal()
    zooms = [[day + n * step for n in range(401)] for step in (1, 7, 30, 31, 32)]

    def found(asked: Selection | None = None) -> Any:
        return index_of(story).find(asked or rng.choice([*topics, Selection()]))

    def facets() -> None:
        """All facets, as if nobody had asked for them."""
        snapshot = replace(snapshot_now(), counted=nothing_counted())
        anew = TimelineIndex(snapshot, story.pk).find(rng.choice([*topics, Selection()]))
        for kind in kinds:
            anew.facet(kind)

    everything = found(Selection())
    place = min(10_000 * 50, everything.total // 2)
    deep = next(islice(everything.in_order(), place, None))

    total = everything.total
    look, kept, same = Look("en-gb", date(2026, 1, 1)), Kept(), list(range(1, 51))
    eras_of(same, look, kept)

    def fifty() -> list[int]:
        first = rng.randrange(max(1, total - 50))
        return list(range(first, first + 50))

    def years() -> Selection:
        first = day + rng.randrange(9_000)
        return Selection(first_day=first, last_day=first + rng.randrange(3_000))

    def known() -> Selection:
        return Selection(known_by=day + rng.randrange(12_000))

    return {
        "total, any filter": timed(lambda: found().total),
        "all facets": timed(facets),
        "histogram of 400 bars, any zoom": timed(lambda: found().histogram(rng.choice(zooms))),
        "which fifty events, any filter": timed(lambda: found().page()),
        "which fifty events, the 10,000th page": timed(lambda: found(Selection()).page(after=deep)),
        "fifty events read and made": timed(lambda: eras_of(fifty(), look, Kept())),
        "fifty events kept": timed(lambda: eras_of(same, look, kept)),
        "total, what was known by any day": timed(lambda: found(known()).total),
        "total, any span of days": timed(lambda: found(years()).total),
    }


def pages() -> Measures:
    """Whole pages, as the view makes them."""
    from django.test import Client
    from synthetic import clicks, filters

    client, rng = Client(headers={"host": "127.0.0.1"}), random.Random(2)  # noqa: S311
    drawn = filters(rng)

    def ask(address: str, asked: dict[str, str] | None = None) -> None:
        response = client.get(address, asked or {})
        assert response.status_code == 200, address

    some, clicked = [next(drawn) for _ in range(50)], islice(clicks(rng), TIMES)
    return {
        "page made, any filter": timed(lambda: ask("/t/story/", next(drawn))),
        "page of what readers click": timed(lambda: ask("/t/story/", next(clicked))),
        "page kept, any filter": timed(lambda: ask("/t/story/", rng.choice(some))),
        "page of one event": timed(lambda: ask(f"/events/{rng.randint(1, 1_000)}/"), 50),
    }


def search() -> Measures:
    """Words, with a filter, for the first time and again."""
    from synthetic import COMMON, PHRASE, RARE, word_of_a_third

    from timeline.index import index_of
    from timeline.index.live import snapshot_now
    from timeline.index.selection import Selection
    from timeline.models import Timeline

    story = Timeline.objects.get(slug="story")

    def ask(words: str) -> None:
        index_of(story).find(Selection(words=words, sources=1)).total  # noqa: B018

    def anew(words: str) -> Callable[[], None]:
        def work() -> None:
            snapshot_now().said.clear()
            ask(words)

        return work

    asked = {
        "rare word": RARE,
        "phrase": f'"{PHRASE}"',
        "word of a third": f"{word_of_a_third()} ",
        "word of four fifths": f"{COMMON} ",
    }
    measures = {f"search, {name}": timed(anew(words), 20) for name, words in asked.items()}
    ask(asked["word of a third"])
    measures["search, word of a third again"] = timed(lambda: ask(asked["word of a third"]))
    return measures


def publishing() -> Measures:
    """A step of the curator, and the first look of a process that knew the index before it."""
    from timeline.curating.curation import publish, withdraw
    from timeline.index.live import snapshot_now
    from timeline.models import Event

    rng = random.Random(3)  # noqa: S311
    changed = [Event.objects.get(pk=rng.randint(1, 1_000)) for _ in range(40)]
    steps = iter(changed)
    seen: list[float] = []

    def step() -> None:
        event = next(steps)
        (withdraw if event.status == "published" else publish)(event)

    def look() -> None:
        step()
        began = time.perf_counter()
        snapshot_now()
        seen.append((time.perf_counter() - began) * 1e3)

    measures = {"publish or withdraw": timed(step, 20)}
    timed(look, 20)
    measures["see it in another process"] = {
        "p50": statistics.median(seen),
        "p95": sorted(seen)[-2],
    }
    for event in changed:
        event.refresh_from_db()
        if event.status != "published":
            publish(event)
    return measures


PARTS = {
    "index": in_index, "search": search, "pages": pages,
    "publishing": publishing,
    "new process": lambda: new_process(ROOT), "http": over_http, "sql": plain_sql,
}  # fmt: skip


def main() -> None:
    """Load, measure, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--database", metavar="URL", help="of a scratch database")
    parser.add_argument("--only", choices=PARTS, nargs="+", default=[*PARTS])
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        url = options.database or f"sqlite:///{Path(folder) / 'million.sqlite3'}"
        os.environ |= {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "timeline.settings"}
        os.environ.setdefault("SECRET_KEY", "0" * 50)
        import_module("timeline.wsgi")  # sets up Django as the server does
        parts = {
            "load": lambda: load(options.events),
            **{name: PARTS[name] for name in options.only},
        }
        measures: Measures = {}
        for measure in parts.values():
            measures |= (found := measure())
            if not options.json:
                show(found)
    if options.json:
        print(json.dumps(measures))


if __name__ == "__main__":
    main()

"""How many articles and events a second `ingest` makes, in an empty database and in a full one.

    python benchmarks/ingest.py [ARTICLES.jsonl[.gz] ...] [--pile invented|copies|alike]
                                [--number 1000] [--full 20000] [--json]

A line of ARTICLES holds `text` and `published`, maybe `publisher` or `source`. Articles are cut at
sentences into pieces of about 500 words; where there are none, or too few, they are invented: of a
vocabulary of a thousand words, with five dated happenings each, of which several articles tell;
or they are copies of one, or all of one day and one name, with few words to tell them apart.
The first `--number` are taken in by an empty database, the last by one that holds all others of
`--full`. The floor is the time of bare INSERTs of all rows that this gave, without reading or
matching. One process, SQLite, a temporary folder.
"""

import argparse
import json
import os
import random
import re
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain, count, islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from corpora import read_documents

WORDS = 500
SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
SYLLABLES = "ar bel cor dun el far gor hal im jor kel lam mor nor ol per quin ros sel tor".split()
VERBS = "opened closed bought sold tested repaired inspected renamed insured moved".split()
FIRST_DAY = date(2018, 1, 1)
DAYS = 1500


@dataclass(frozen=True)
class SampleArticle:
    """An article to take in."""

    text: str
    published: date
    publisher: str


@dataclass(frozen=True)
class Rate:
    """How many articles and events were made in how many seconds."""

    articles: int
    events: int
    seconds: float

    @property
    def figures(self) -> dict[str, float]:
        """A second."""
        return {
            "articles": self.articles,
            "articles/s": round(self.articles / self.seconds, 1),
            "events/s": round(self.events / self.seconds, 1),
        }


def pieces_of(paths: Iterable[Path]) -> Iterator[SampleArticle]:
    """The articles of the files, cut into pieces."""
    for document in read_documents(paths):
        published = date.fromisoformat(document["published"])
        publisher = document.get("publisher") or document.get("source", "")
        for text in cut(document["text"]):
            yield SampleArticle(text, published, publisher)


def cut(text: str) -> Iterator[str]:
    """The text in pieces that end with a sentence after about 500 words; the rest is left out."""
    piece: list[str] = []
    words = 0
    for sentence in SENTENCE_END.split(text):
        piece.append(sentence)
        words += len(sentence.split())
        if words >= WORDS:
            yield " ".join(piece)
            piece, words = [], 0


def invented() -> Iterator[SampleArticle]:
    """Articles of about 500 words, five dated happenings in each, each told by three on average."""
    chance = random.Random(4)  # noqa: S311
    nouns = ["".join(chance.choices(SYLLABLES, k=2)) for _ in range(1000)]
    for number in count():
        day = FIRST_DAY + timedelta(days=number // 20 % DAYS)
        told = [_happening(number * 5 // 3 - chance.randrange(40), nouns) for _ in range(5)]
        filling = [_filling(chance, nouns) for _ in range(22)]
        sentences = [*told, *filling]
        chance.shuffle(sentences)
        yield SampleArticle(" ".join(sentences), day, f"Paper {number % 50}")


def _happening(number: int, nouns: list[str]) -> str:
    chance = random.Random(number)  # noqa: S311
    body, place, thing, other = chance.choices(nouns, k=4)
    day = FIRST_DAY + timedelta(days=max(0, number * 3 // 100 % DAYS - chance.randrange(30)))
    name = f"{body.title()} {place.title()}"
    return (
        f"On {day.day} {day:%B %Y}, {name} {chance.choice(VERBS)} "
        f"the {thing} of {other.title()} for the {chance.choice(nouns)}."
    )


def _filling(chance: random.Random, nouns: list[str]) -> str:
    return f"The {' '.join(chance.choices(nouns, k=16))} {chance.choice(VERBS)} it."


def copies() -> Iterator[SampleArticle]:
    """The same article, of many publishers."""
    one = next(invented())
    return (SampleArticle(one.text, one.published, f"Paper {number % 500}") for number in count())


def alike() -> Iterator[SampleArticle]:
    """Articles of one day that each tell four things done by one body in one place."""
    chance = random.Random(5)  # noqa: S311
    nouns = ["".join(chance.choices(SYLLABLES, k=2)) for _ in range(40)]
    for number in count():
        things = [(chance.choice(VERBS), *chance.choices(nouns, k=2)) for _ in range(4)]
        told = [
            f"On 4 May 2018, Harbour Bank of Fogtown {verb} the {thing} of {other.title()}."
            for verb, thing, other in things
        ]
        filling = [_filling(chance, nouns) for _ in range(22)]
        yield SampleArticle(" ".join([*told, *filling]), date(2018, 5, 5), f"Paper {number % 50}")


PILES = {"invented": invented, "copies": copies, "alike": alike}


def start(folder: str) -> None:
    """Make Django use an empty database in the folder."""
    os.environ["DATABASE_URL"] = f"sqlite:///{folder}/pile.sqlite3"
    os.environ["DJANGO_SETTINGS_MODULE"] = "timeline.settings"
    os.environ.setdefault("SECRET_KEY", "of-a-benchmark-for-no-site-" * 3)
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)


def take_in(pieces: Sequence[SampleArticle], first: int) -> Rate:
    """Take the pieces, of which the first has this number, in on the only timeline."""
    from articles.readers import Item, Record
    from timeline.events.ingest import take_in_items
    from timeline.models import Event, Timeline

    timeline = Timeline.objects.get_or_create(slug="pile", defaults={"title": "A pile"})[0]
    before = Event.objects.count()
    items = [
        Item(str(number), Record(
            text=piece.text, published=piece.published, publisher=piece.publisher,
            url=f"https://pile.example.org/{number}",
        ))
        for number, piece in enumerate(pieces, start=first)
    ]  # fmt: skip
    began = time.perf_counter()
    failures = [done for _, done in take_in_items(items, timeline) if isinstance(done, str)]
    seconds = time.perf_counter() - began
    if failures:
        raise SystemExit(failures[0])
    return Rate(len(pieces), Event.objects.count() - before, seconds)


def floor(folder: str, articles: int) -> Rate:
    """Bare INSERTs of all rows of the pile into tables and indexes like its own, no search."""
    pile, bare = (sqlite3.connect(Path(folder, name)) for name in ("pile.sqlite3", "bare.sqlite3"))
    plain = """SELECT name, sql FROM sqlite_master AS one WHERE type = ? AND sql > '' AND NOT EXISTS
        (SELECT 1 FROM sqlite_master AS search WHERE search.sql LIKE 'CREATE VIRTUAL%'
         AND one.tbl_name LIKE search.name || '%') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"""
    tables = dict(pile.execute(plain, ["table"]))
    for sql in [*tables.values(), *dict(pile.execute(plain, ["index"])).values()]:
        bare.execute(sql)
    rows = {name: pile.execute(f'SELECT * FROM "{name}"').fetchall() for name in tables}  # noqa: S608
    began = time.perf_counter()
    for name, some in rows.items():
        if some:
            marks = ", ".join("?" * len(some[0]))
            bare.executemany(f'INSERT INTO "{name}" VALUES ({marks})', some)  # noqa: S608
    bare.commit()
    return Rate(articles, len(rows["timeline_event"]), time.perf_counter() - began)


def measure(pieces: Sequence[SampleArticle], number: int, folder: str) -> dict[str, Rate]:
    """The rates in an empty database, in all, in a full one, and of the floor."""
    start(folder)
    parts = (pieces[:number], pieces[number:-number], pieces[-number:])
    at = (0, number, len(pieces) - number)
    empty, between, full = (take_in(*part) for part in zip(parts, at, strict=True))
    rates = (empty, between, full)
    whole = Rate(len(pieces), sum(one.events for one in rates), sum(one.seconds for one in rates))
    return {
        "empty": empty, "whole": whole, "full": full, "bare INSERTs": floor(folder, len(pieces)),
    }  # fmt: skip


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", nargs="*", type=Path)
    parser.add_argument("--pile", choices=PILES, default="invented")
    parser.add_argument("--number", type=int, default=1000)
    parser.add_argument("--full", type=int, default=20_000)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    pieces = list(islice(chain(pieces_of(options.data), PILES[options.pile]()), options.full))
    with tempfile.TemporaryDirectory() as folder:
        rates = measure(pieces, min(options.number, options.full // 2), folder)
    if options.json:
        print(json.dumps({name: rate.figures for name, rate in rates.items()}))
        return
    for name, rate in rates.items():
        print(f"{name:14}" + "".join(f"{key:>12}{value:>9}" for key, value in rate.figures.items()))


if __name__ == "__main__":
    main()

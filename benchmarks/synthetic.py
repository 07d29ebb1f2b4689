"""A timeline of any size for benchmarks: made up, the same on every run, loaded row by row."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from typing import Any

from django.core.management.color import no_style
from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.http import QueryDict

from articles.dates import parse_edtf
from articles.models import Article, Mention, Publisher
from articles.models.hashing import text_hash
from timeline.index.triggers import install_triggers, remove_triggers, touch_everything
from timeline.loading import load_rows
from timeline.models import Event, Quote, Timeline, Topic
from timeline.models.event import OPEN_SPAN
from timeline.page.asked import Asked
from timeline.page.facets import facets_of

SEED = 2026
TOPICS, PUBLISHERS, WORDS = 300, 60, 20_000
FIRST, LAST = date(1990, 1, 1), date(2024, 12, 31)
DAYS = (LAST - FIRST).days + 1
# So many days lie between the publication of one article and the next: a prime.
SCATTERED = 7_919
EVENTS_OF_ARTICLE = 6
# How likely an event is quoted by the first, second and third article that may tell it.
CHANCES = 1.0, 0.6, 0.3
AT_ONCE = 6_000
COMMON, RARE, PHRASE = "harbour", "zeppelin", "old lighthouse"
SYLLABLES = "ba do ka li mo ne pu ra si to ve wi za che gro sta fle dri".split()


@dataclass(frozen=True)
class Vocabulary:
    """A vocabulary in which few words are common and most are rare."""

    words: list[str]
    weights: list[float]

    def text(self, rng: random.Random, length: int) -> str:
        """So many words; a third of texts say COMMON, one in 5,000 PHRASE, in 100,000 RARE."""
        words = rng.choices(self.words, cum_weights=self.weights, k=length)
        chance = rng.random()
        if chance < 1 / 3:
            words[0] = COMMON
        if chance < 1 / 5_000:
            words[1] = PHRASE
        if chance < 1 / 100_000:
            words[2] = RARE
        return " ".join(words)


def by_power_law(number: int, exponent: float = 1.0) -> list[float]:
    """Cumulative weights of which the first is the largest."""
    return list(accumulate(1 / rank**exponent for rank in range(1, number + 1)))


def vocabulary(rng: random.Random) -> Vocabulary:
    """Made-up words."""
    words = {"".join(rng.choices(SYLLABLES, k=rng.randint(2, 4))) for _ in range(WORDS)}
    ordered = sorted(words)
    rng.shuffle(ordered)
    return Vocabulary(ordered, by_power_law(len(ordered)))


def word_of_a_third() -> str:
    """The eleventh of the words: about a third of all events say it somewhere."""
    return vocabulary(random.Random(SEED)).words[10]  # noqa: S311


def make_timeline(total: int) -> Timeline:
    """Load a timeline of so many published events into an empty, migrated database."""
    rng, connection = random.Random(SEED), connections["default"]  # noqa: S311
    with transaction.atomic():
        remove_triggers(connection)
        timeline = Timeline.objects.create(slug="story", title="A synthetic story")
        topics = ((n + 1, f"Topic {n}", f"topic-{n}") for n in range(TOPICS))
        load_rows(connection, Topic, ["id", "name", "slug"], topics)
        papers = ((n + 1, f"Paper {n}", f"paper-{n}") for n in range(PUBLISHERS))
        load_rows(connection, Publisher, ["id", "name", "slug"], papers)
        written = vocabulary(rng)
        for first in range(1, total + 1, AT_ONCE):
            ids = range(first, min(first + AT_ONCE, total + 1))
            _load_events(connection, rng, written, ids, timeline)
            _load_sources(connection, rng, written, ids)
        install_triggers(connection)
        touch_everything(connection)
        _finish(connection)
    return timeline


def _finish(connection: BaseDatabaseWrapper) -> None:
    """Let the search read all events, and new rows get new ids."""
    tables = [Timeline, Topic, Publisher, Event, Article, Mention, Quote]
    resets = connection.ops.sequence_reset_sql(no_style(), tables)
    queue = "INSERT INTO timeline_reworded (event) SELECT id FROM timeline_event"
    with connection.cursor() as cursor:
        for statement in [*resets, queue]:
            cursor.execute(statement)


def _load_events(
    connection: BaseDatabaseWrapper,
    rng: random.Random,
    written: Vocabulary,
    ids: range,
    timeline: Timeline,
) -> None:
    rows = [_event(rng, written, event) for event in ids]
    names = (
        "id headline summary edtf first_day last_day granularity sort_day sort_span status "
        "is_planned version"
    ).split()
    load_rows(connection, Event, names, rows)
    on = Event.timelines.through
    load_rows(connection, on, ["event", "timeline"], ((event, timeline.pk) for event in ids))
    weights = by_power_law(TOPICS)
    carried = (
        (event, topic)
        for event in ids
        for topic in {*rng.choices(range(1, TOPICS + 1), cum_weights=weights, k=rng.randint(0, 3))}
    )
    load_rows(connection, Event.topics.through, ["event", "topic"], carried)


def _event(rng: random.Random, written: Vocabulary, event: int) -> tuple[Any, ...]:
    span = parse_edtf(_edtf(rng))
    first, last = span.first_day, span.last_day
    anchor = first if first is not None else last
    length = -OPEN_SPAN if first is None or last is None else first - last
    headline, summary = written.text(rng, 8), written.text(rng, 12)
    return (
        event, headline, summary, span.edtf, first, last, span.granularity, anchor, length,
        "published", rng.random() < 0.02, 1,
    )  # fmt: skip


def _edtf(rng: random.Random) -> str:
    """Mostly days; some months, years and stretches, few without an end."""
    day = (FIRST + timedelta(rng.randrange(DAYS))).isoformat()
    kind = rng.choices(("day", "month", "year", "stretch", "open"), (76, 14, 7, 2, 1))[0]
    ends = {"day": day, "month": day[:7], "year": day[:4], "stretch": f"{day[:7]}/{day[:4]}-12"}
    return ends.get(kind, f"{day[:7]}/..")


def _load_sources(
    connection: BaseDatabaseWrapper, rng: random.Random, written: Vocabulary, ids: range
) -> None:
    """Three articles for six events, of which each quotes one, two or all."""
    articles, mentions, quotes = [], [], []
    papers, weights = range(1, PUBLISHERS + 1), by_power_law(PUBLISHERS)
    for block in range(ids.start, ids.stop, EVENTS_OF_ARTICLE):
        events = range(block, min(block + EVENTS_OF_ARTICLE, ids.stop))
        for nth in range(3):
            article, text = block // EVENTS_OF_ARTICLE * 3 + nth + 1, ""
            for event in events:
                if rng.random() < CHANCES[nth]:
                    number = event * 3 + nth
                    exact = f"In 2018 {written.text(rng, 14)}."
                    start = len(text)
                    mentions.append((number, article, start + 3, start + 7))
                    quotes.append(
                        (number, event, article, start, start + len(exact), exact, number)
                    )
                    text += f"{exact} "
            paper = rng.choices(papers, cum_weights=weights)[0]
            articles.append(
                (
                    article,
                    f"Report {article}",
                    paper,
                    text,
                    text_hash(text),
                    f"https://news.example.org/{article}",
                    FIRST + timedelta(article * SCATTERED % DAYS),
                )
            )
    names = "id title publisher text text_hash url published_on".split()
    load_rows(connection, Article, names, articles)
    load_rows(connection, Mention, ["id", "article", "start", "end"], mentions)
    names = "id event article start end exact mention".split()
    load_rows(connection, Quote, names, quotes)


def filters(rng: random.Random) -> Iterator[dict[str, str]]:
    """Filters as a reader may choose them, without end."""
    while True:
        year = rng.randint(FIRST.year, LAST.year)
        kinds = [
            {"topic": f"topic-{int(rng.paretovariate(0.5)) % TOPICS}"},
            {"publisher": f"paper-{rng.randrange(PUBLISHERS)}"},
            {"from": str(year), "to": str(year + rng.randint(0, 5))},
            {"q": rng.choice([f"{COMMON} ", RARE, PHRASE])},
            {"precision": rng.choice(["day", "month", "year"])},
            {"sources": "2"},
        ]
        yield {
            key: value
            for kind in rng.sample(kinds, rng.randint(1, 2))
            for key, value in kind.items()
        }


def clicks(rng: random.Random) -> Iterator[dict[str, str]]:
    """Filters that the page offers, each as often as it has events, half of them in two steps."""
    timeline = Timeline.objects.get(slug="story")
    while True:
        query = QueryDict()
        for _ in range(rng.randint(1, 2)):
            asked = Asked.of(timeline, query, today=LAST)
            offered = [one for facet in facets_of(asked) for one in facet.options]
            chosen = rng.choices(offered, [one.events for one in offered])[0]
            query = QueryDict(chosen.query[1:])
        yield query.dict()

"""The search's own words of each event, kept true: written anew for the events that changed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain

from django.db import connection, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from articles.models import Article
from timeline.models import Event, Quote, Reworded
from timeline.search.engines import BORDER, Document, engine_of
from timeline.search.terms import parts_of, stem

AT_ONCE = 2_000
# Of an event that says more, the rest isn't found.
MOST_WORDS = 5_000


def catch_up() -> None:
    """Let the search know the words of every event as it is now. Costs one query if it does.

    What others change meanwhile is left to who asks next, or it might never end.
    """
    last = Reworded.objects.order_by("pk").values_list("pk", flat=True).last()
    while last is not None and _write_some(last):
        pass


@transaction.atomic
def _write_some(last: int) -> bool:
    """Write the words of the first in the queue up to this row; whether more may be left."""
    _take_turns()
    waiting = Reworded.objects.filter(pk__lte=last).order_by("pk")
    queue = list(waiting.values_list("pk", "event")[:AT_ONCE])  # others may have been quicker
    if queue:
        _write({event for _, event in queue})
        Reworded.objects.filter(pk__in=[row for row, _ in queue]).delete()
    return len(queue) == AT_ONCE


def queue_everything(connection: BaseDatabaseWrapper) -> None:
    """Let the words of all events be read anew."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM timeline_search")
        cursor.execute("DELETE FROM timeline_reworded")
        cursor.execute("INSERT INTO timeline_reworded (event) SELECT id FROM timeline_event")


def _take_turns() -> None:
    """Let nobody else write words until the transaction ends: what they read would be older.

    SQLite has only one writer anyway.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE timeline_search IN SHARE ROW EXCLUSIVE MODE")


def _write(events: set[int]) -> None:
    engine, ids = engine_of(connection), sorted(events)
    with connection.cursor() as cursor:
        listed = ", ".join(map(str, ids))
        cursor.execute(f"DELETE FROM timeline_search WHERE {engine.id} IN ({listed})")  # noqa: S608
        cursor.executemany(engine.write, [engine.row(each) for each in _documents(ids)])


def _documents(ids: list[int]) -> Iterator[Document]:
    """The words of headline, summary and quotes; not of quotes that the public may not read."""
    texts = Event.objects.filter(pk__in=ids).order_by()
    quotes = _quotes_of(ids)
    for event, headline, summary in texts.values_list("pk", "headline", "summary"):
        yield _document(event, [headline, summary, *quotes[event]])


def _quotes_of(ids: list[int]) -> dict[int, list[str]]:
    told = Quote.objects.filter(event__in=ids).exclude(article__in=Article.objects.withheld())
    quotes: dict[int, list[str]] = defaultdict(list)
    for event, exact in told.order_by("pk").values_list("event", "exact"):
        quotes[event].append(exact)
    return quotes


def _document(event: int, texts: Iterable[str]) -> Document:
    parts = list(parts_of(texts, MOST_WORDS))
    stems = chain.from_iterable([*map(stem, words), BORDER] for words in parts if words)
    return Document(event, list(stems), sorted(set(chain.from_iterable(parts))))

"""Records are taken in: stored, read, and made into candidates, each whole or not at all."""

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from time import monotonic

from django.core.exceptions import ValidationError
from django.db import transaction

from articles.models import DATED, WAITING, Article
from articles.readers import Item, Record
from articles.store import Outcome, Unstored, are_new, read_record, store_new, store_one
from timeline.events.build import build, drafts_of
from timeline.events.candidates import Candidates
from timeline.events.placing import place
from timeline.events.reread import reread
from timeline.events.versions import carry_over
from timeline.models import Failure, Timeline

# So many articles, and about so many characters, are stored in one transaction at most; so many
# seconds it should take with its reading: others who write on SQLite wait for most of them.
BATCH = 100
BATCH_LENGTH = 1_000_000
BATCH_SECONDS = 0.4
SMALLEST_BATCH = 10


@dataclass
class Pace:
    """How many articles the next batch has, by how long the last ones took."""

    articles: int = SMALLEST_BATCH

    def took(self, articles: int, seconds: float) -> None:
        """Take note of how long so many articles took: of a slow or busy machine fewer fit."""
        fitting = int(articles * BATCH_SECONDS / max(seconds, 0.001))
        self.articles = max(SMALLEST_BATCH, min(fitting, 2 * self.articles, BATCH))


@dataclass(frozen=True)
class Ingested:
    """What became of a record: its article, what storing did, and what now waits.

    `candidates` counts the quotes that it gave to events, new ones or known; `waiting` its
    mentions whose date can't be resolved yet.
    """

    article: Article
    outcome: Outcome
    candidates: int
    waiting: int


def take_in_items(
    items: Iterable[Item],
    timeline: Timeline,
    published_on: date | None = None,
    complete: Callable[[Record], Record] = lambda record: record,
    folder: str = "",
) -> Iterator[tuple[Item, Ingested | str]]:
    """Each item, with what became of it or why it can't be ingested.

    They are taken in by batches, with what `complete` makes of their records. What fails is kept
    for the desk, until it is taken in; `folder` is what files of this machine are relative to.
    """
    candidates, pace = Candidates(timeline), Pace()
    for batch in _batches(items, pace):
        began = monotonic()
        records = [complete(item.record) for item in batch if item.record]
        taken = iter(take_in(records, timeline, published_on, candidates))
        done = [(item, next(taken) if item.record else item.error) for item in batch]
        reasons = {item.where: one if isinstance(one, str) else "" for item, one in done}
        told = {item.where for item in batch if not item.note}
        Failure.objects.note(timeline, {at: reasons[at] for at in reasons if at in told}, folder)
        pace.took(len(batch), monotonic() - began)
        yield from done


def _batches(items: Iterable[Item], pace: Pace) -> Iterator[list[Item]]:
    """Items that are stored together: as many as keep memory and transactions small."""
    batch: list[Item] = []
    size = 0
    for item in items:
        batch.append(item)
        size += len(item.record.text) if item.record else 0
        if len(batch) >= pace.articles or size >= BATCH_LENGTH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def take_in(
    records: Sequence[Record],
    timeline: Timeline,
    published_on: date | None = None,
    candidates: Candidates | None = None,
) -> list[Ingested | str]:
    """Ingest the records, or say of each in a sentence why it can't be.

    All are stored in one transaction. Where that fails, each gets one of its own, so that one
    article stops no other. `candidates` are those of the timeline, kept by whoever takes in more.
    """
    known = candidates or Candidates(timeline)
    known.forget_many()
    with _garbage_left():
        read = [_attempt_to_read(record, published_on) for record in records]
        batch = [one for one in read if isinstance(one, Unstored)]
        stored = iter(_attempt_together(batch, timeline, known))
        return [one if isinstance(one, str) else next(stored) for one in read]


@contextmanager
def _garbage_left() -> Iterator[None]:
    """Let garbage be collected only afterwards: looking for it takes an eighth of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def ingest_record(record: Record, timeline: Timeline, published_on: date | None = None) -> Ingested:
    """Ingest one record, in one transaction; raises what makes that impossible."""
    [ingested] = _ingest([read_record(record, published_on)], timeline, Candidates(timeline))
    return ingested


def _attempt_to_read(record: Record, published_on: date | None) -> Unstored | str:
    try:
        return read_record(record, published_on)
    except Exception as error:  # whatever it holds
        return _reason(error)


def _attempt_together(
    batch: list[Unstored], timeline: Timeline, known: Candidates
) -> list[Ingested | str]:
    if not batch:
        return []
    try:
        return list(_ingest(batch, timeline, known))
    except Exception as error:  # whatever they hold or the database says
        known.clear()  # it holds events that were not stored
        if len(batch) == 1:
            return [_reason(error)]
    again = (_attempt_to_read(one.record, one.article.published_on) for one in batch)
    return [
        one if isinstance(one, str) else _attempt_together([one], timeline, known)[0]
        for one in again
    ]


def _reason(error: Exception) -> str:
    if isinstance(error, ValidationError):
        return " ".join(error.messages)
    return f"{type(error).__name__}: {error}"


@transaction.atomic
def _ingest(batch: list[Unstored], timeline: Timeline, known: Candidates) -> list[Ingested]:
    """Store the records and make candidates of them: those that are new all at once."""
    new = [one for one, is_new in zip(batch, are_new(batch), strict=True) if is_new]
    store_new(new)
    shown = Timeline.articles.through
    shown.objects.bulk_create(
        [shown(timeline_id=timeline.pk, article_id=one.article.pk) for one in new]
    )
    drafts = [list(drafts_of(one.article, one.mentions)) for one in new]
    place([draft for some in drafts for draft in some], known)
    ingested = {
        id(one): Ingested(one.article, Outcome.ADDED, len(some), _waiting(one))
        for one, some in zip(new, drafts, strict=True)
    }
    return [ingested.get(id(one)) or _ingest_known(one, timeline, known) for one in batch]


def _ingest_known(read: Unstored, timeline: Timeline, known: Candidates) -> Ingested:
    """Store a record of which the text or the URL is known."""
    stored = store_one(read)
    article = stored.article
    timelines = {timeline, *(article.replaces.timelines.all() if article.replaces else [])}
    is_new_here = not article.timelines.filter(pk=timeline.pk).exists()
    article.timelines.add(*timelines)
    if article.replaces and stored.outcome is Outcome.NEW_VERSION:
        carry_over(article.replaces, article)
    candidates = 0
    if stored.outcome is Outcome.FILLED:
        candidates = reread(article).added
        article.refresh_from_db(fields=["suggestion"])
    elif stored.outcome is not Outcome.UNCHANGED or is_new_here:
        built = [build(article, place) for place in timelines]
        candidates = sum(one.added + one.joined for one in built)
    if stored.outcome is not Outcome.UNCHANGED or is_new_here:
        known.clear()
    waiting = article.mentions.filter(WAITING).count()
    return Ingested(article, stored.outcome, candidates, waiting)


def _waiting(read: Unstored) -> int:
    return sum(one.kind in DATED and not one.edtf for one in read.mentions)

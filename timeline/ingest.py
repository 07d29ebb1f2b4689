"""One record is taken in: stored, read, and made into candidates, or nothing of it at all."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from articles.models import Article
from articles.readers import Record
from articles.store import Outcome, read_mentions, store
from timeline.build import build
from timeline.candidates import Candidates
from timeline.models import Timeline
from timeline.reread import reread
from timeline.versions import carry_over


@dataclass(frozen=True)
class Ingested:
    """What became of a record: its article, what storing did, and what now waits.

    `candidates` counts the events that it added or joined; `waiting` its mentions whose date
    can't be resolved yet.
    """

    article: Article
    outcome: Outcome
    candidates: int
    waiting: int


@transaction.atomic
def ingest_record(
    record: Record,
    timeline: Timeline,
    published_on: date | None = None,
    candidates: Candidates | None = None,
) -> Ingested:
    """Store a record and make candidates of it on the timeline, in one transaction.

    `candidates` are those of the timeline, kept by whoever takes in several records.
    """
    known = candidates or Candidates(timeline)
    stored = store(record, published_on)
    article = stored.article
    timelines = {timeline, *_timelines_of(article.replaces)}
    is_new_here = not article.timelines.filter(pk=timeline.pk).exists()
    article.timelines.add(*timelines)
    added = 0
    if stored.outcome in (Outcome.ADDED, Outcome.NEW_VERSION):
        read_mentions(article)
    if article.replaces and stored.outcome is Outcome.NEW_VERSION:
        carry_over(article.replaces, article)
        known.clear()
    if stored.outcome is Outcome.FILLED:
        added = reread(article).added
        known.clear()
        article.refresh_from_db(fields=["suggestion"])
    elif stored.outcome is not Outcome.UNCHANGED or is_new_here:
        built = [build(article, place, known if place == timeline else None) for place in timelines]
        added = sum(one.added + one.joined for one in built)
    waiting = article.mentions.filter(kind__in=("date", "time"), edtf="").count()
    return Ingested(article, stored.outcome, added, waiting)


def attempt(
    record: Record,
    timeline: Timeline,
    published_on: date | None = None,
    candidates: Candidates | None = None,
) -> Ingested | str:
    """Ingest the record, or say in a sentence why it can't be: one article must stop no other."""
    known = candidates or Candidates(timeline)
    try:
        return ingest_record(record, timeline, published_on, known)
    except ValidationError as error:
        known.clear()  # it holds events that were not stored
        return " ".join(error.messages)
    except Exception as error:  # whatever it holds or the database says
        known.clear()
        return f"{type(error).__name__}: {error}"


def _timelines_of(article: Article | None) -> list[Timeline]:
    return list(article.timelines.all()) if article else []

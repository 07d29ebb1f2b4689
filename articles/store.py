"""Records become rows: articles are stored once, and read for the times that they name."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db import transaction
from django.utils import timezone

from articles import dates
from articles.dates.languages.detection import language_of
from articles.models import Article, Mention, PublishedBasis, Publisher, text_hash
from articles.readers import Record

READING = ("kind", "edtf", "first_day", "last_day", "granularity", "rule", "anchor", "why")


class Outcome(StrEnum):
    """What storing a record did."""

    ADDED = "added"
    UNCHANGED = "unchanged"
    FILLED = "filled in"
    NEW_VERSION = "new version"


@dataclass(frozen=True)
class Stored:
    """The article that now holds the record, and what storing it did."""

    article: Article
    outcome: Outcome


@transaction.atomic
def store(record: Record, published_on: date | None = None) -> Stored:
    """Store the record once.

    The same text at the same URL changes nothing, but fills in what was empty. Another text at
    a known URL becomes a new version that replaces the old one. `published_on` counts only
    where the record itself gives no publication date.
    """
    fields = _fields_of(record, published_on)
    found = _find(record)
    if found:
        return Stored(found, Outcome.FILLED if _fill(found, fields) else Outcome.UNCHANGED)
    language = record.language or language_of(record.text)
    article = Article(text=record.text, language=language, **fields)
    article.replaces = _latest_at(record.url)
    if article.replaces:
        article.public_text = article.replaces.public_text
    article.save()
    return Stored(article, Outcome.NEW_VERSION if article.replaces else Outcome.ADDED)


def _fields_of(record: Record, published_on: date | None) -> dict[str, object]:
    published, basis = record.published, record.published_basis
    if published is None and published_on is not None:
        published, basis = published_on, PublishedBasis.GIVEN
    return {
        "title": record.title,
        "url": record.url,
        "publisher": Publisher.objects.named(record.publisher) if record.publisher else None,
        "author": record.author,
        "published_on": published,
        "published_basis": basis,
    }


def _find(record: Record) -> Article | None:
    """The article with this text at this URL; where either has no URL, the text decides."""
    same_text = Article.objects.filter(text_hash=text_hash(record.text)).order_by("id")
    if not record.url:
        return same_text.first()
    return same_text.filter(url=record.url).first() or same_text.filter(url="").first()


def _fill(article: Article, fields: dict[str, object]) -> bool:
    """Set what was empty, and nothing else; whether anything was.

    A date that a curator took away is not empty: it is known to be wrong.
    """
    if article.published_on is not None or article.published_basis == PublishedBasis.CURATOR:
        fields = {**fields, "published_on": None, "published_basis": ""}
    empty = {name: value for name, value in fields.items() if value and not getattr(article, name)}
    if not empty:
        return False
    is_latest = not Article.objects.filter(replaces=article).exists()
    if "url" in empty and is_latest and not article.replaces:
        article.replaces = _latest_at(str(empty["url"]))
    for name, value in empty.items():
        setattr(article, name, value)
    article.save()
    return True


def _latest_at(url: str) -> Article | None:
    return (
        Article.objects.filter(url=url, replaced_by=None).order_by("-id").first() if url else None
    )


@transaction.atomic
def read_mentions(article: Article) -> set[int]:
    """Read the article by today's rules and its publication date.

    Gives the ids of the mentions that are new or read otherwise than before. A mention keeps its
    row as long as its words are found; one that is found no more is deleted.
    """
    stored = {(row.start, row.end): row for row in article.mentions.all()}
    added, changed = [], []
    for found in dates.find_dates(article.text, article.published_on, article.language):
        reading = {name: getattr(found, name) for name in READING}
        row = stored.pop((found.start, found.end), None)
        if row is None:
            added.append(Mention(article=article, start=found.start, end=found.end, **reading))
        elif any(getattr(row, name) != value for name, value in reading.items()):
            for name, value in reading.items():
                setattr(row, name, value)
            changed.append(row)
    article.mentions.filter(pk__in=[row.pk for row in stored.values()]).delete()
    Mention.objects.bulk_update(changed, READING, batch_size=500)
    Mention.objects.bulk_create(added, batch_size=500)
    suggest(article)
    return {row.pk for row in (*added, *changed)}


def suggest(article: Article) -> None:
    """Store what the text says of its publication date, unless that is known from elsewhere.

    What a curator accepted stays, to be checked. It can't have been written after it was added.
    """
    suggestion = {}
    if article.published_on is None or article.published_basis == PublishedBasis.ACCEPTED:
        added_on = timezone.localdate(article.added_at)
        found = dates.when_written(article.text, added_on, article.language)
        suggestion = _suggestion_of(found) if found else {}
    if suggestion != article.suggestion:
        article.suggestion = suggestion
        Article.objects.filter(pk=article.pk).update(suggestion=suggestion)


def _suggestion_of(found: dates.Suggestion) -> dict[str, object]:
    return {
        "when": found.span.edtf if found.span else "",
        "day": dates.iso_day(found.day) if found.day else "",
        "words": found.words,
        "evidence": [
            {
                "start": piece.start,
                "end": piece.end,
                "says": piece.says,
                "when": piece.span.edtf if piece.span else "",
            }
            for piece in found.evidence
        ],
    }

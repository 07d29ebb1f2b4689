"""Records become rows: articles are stored once, with the times that they name."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db import transaction

from articles.dates.languages.detection import language_of
from articles.mentions import find_mentions, suggestion_for
from articles.models import Article, Mention, PublishedBasis, Publisher, text_hash
from articles.readers import Record


class Outcome(StrEnum):
    """What storing a record did."""

    ADDED = "added"
    UNCHANGED = "unchanged"
    FILLED = "filled in"
    NEW_VERSION = "new version"


@dataclass(frozen=True)
class Unstored:
    """A record that was read to its end: the rows that it gives if it is new."""

    record: Record
    article: Article
    mentions: list[Mention]


@dataclass(frozen=True)
class Stored:
    """The article that now holds the record, and what storing it did."""

    article: Article
    outcome: Outcome


def read_record(record: Record, published_on: date | None = None) -> Unstored:
    """The rows of a record, without a look into the database.

    `published_on` counts only where the record itself gives no publication date.
    """
    published, basis = record.published, record.published_basis
    if published is None and published_on is not None:
        published, basis = published_on, PublishedBasis.GIVEN
    article = Article(
        text=record.text,
        text_hash=text_hash(record.text),
        language=record.language or language_of(record.text),
        title=record.title,
        url=record.url,
        author=record.author,
        published_on=published,
        published_basis=basis,
    )
    mentions = list(find_mentions(article))
    article.suggestion = suggestion_for(article)
    return Unstored(record, article, mentions)


def store(record: Record, published_on: date | None = None) -> Stored:
    """Read the record and store it once, as `store_one` does."""
    return store_one(read_record(record, published_on))


@transaction.atomic
def store_one(read: Unstored) -> Stored:
    """Store what was read once.

    The same text at the same URL changes nothing, but fills in what was empty. Another text at
    a known URL becomes a new version that replaces the old one.
    """
    article = read.article
    if found := _find(article):
        return Stored(found, Outcome.FILLED if _fill(found, read) else Outcome.UNCHANGED)
    article.replaces = _latest_at(article.url)
    if article.replaces:
        article.public_text = article.replaces.public_text
    store_new([read])
    return Stored(article, Outcome.NEW_VERSION if article.replaces else Outcome.ADDED)


def are_new(batch: Sequence[Unstored]) -> list[bool]:
    """Of each whether no article before it, stored or in the batch, has its text or its URL."""
    articles = [read.article for read in batch]
    urls_of: dict[str, set[str]] = defaultdict(set)
    same_texts = Article.objects.filter(text_hash__in={one.text_hash for one in articles})
    for hashed, url in same_texts.values_list("text_hash", "url"):
        urls_of[hashed].add(url)
    known = {one.url for one in articles if one.url}
    known = set(Article.objects.filter(url__in=known).values_list("url", flat=True))
    found = []
    for one in articles:
        here = urls_of[one.text_hash]
        is_stored = bool(here) and (not one.url or not here.isdisjoint({one.url, ""}))
        found.append(not is_stored and one.url not in known)
        here.add(one.url)
        known |= {one.url} - {""}
    return found


def store_new(batch: Sequence[Unstored]) -> None:
    """Store the articles and mentions of records of which none is stored yet."""
    names = dict.fromkeys(read.record.publisher for read in batch if read.record.publisher)
    known = {one.name: one for one in Publisher.objects.filter(name__in=names)}
    publishers = {name: known.get(name) or Publisher.objects.named(name) for name in names}
    for read in batch:
        read.article.publisher = publishers.get(read.record.publisher)
    Article.objects.bulk_create([read.article for read in batch])
    Mention.objects.bulk_create(
        [mention for read in batch for mention in read.mentions], batch_size=500
    )


def _find(article: Article) -> Article | None:
    """The article with this text at this URL; where either has no URL, the text decides."""
    same_text = Article.objects.filter(text_hash=article.text_hash).order_by("id")
    if not article.url:
        return same_text.first()
    return same_text.filter(url=article.url).first() or same_text.filter(url="").first()


def _fill(article: Article, read: Unstored) -> bool:
    """Set what was empty, and nothing else; whether anything was.

    A date that a curator took away is not empty: it is known to be wrong.
    """
    fields = {
        name: getattr(read.article, name)
        for name in ("title", "url", "author", "published_on", "published_basis")
    }
    if read.record.publisher and not article.publisher_id:
        fields["publisher"] = Publisher.objects.named(read.record.publisher)
    if article.published_on is not None or article.published_basis == PublishedBasis.CURATOR:
        fields = {**fields, "published_on": None, "published_basis": ""}
    empty = {name: value for name, value in fields.items() if value and not getattr(article, name)}
    if not empty:
        return False
    is_latest = not article.is_replaced
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

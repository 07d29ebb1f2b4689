"""The times that an article names, and when it was probably written, as rows."""

from collections.abc import Iterator

from django.db import transaction
from django.utils import timezone

from articles import dates
from articles.models import Article, Mention, PublishedBasis

READING = ("kind", "edtf", "first_day", "last_day", "granularity", "rule", "anchor", "why")


def find_mentions(article: Article) -> Iterator[Mention]:
    """The mentions of the article by today's rules and its publication date, not stored."""
    for found in dates.find_dates(article.text, article.published_on, article.language):
        reading = {name: getattr(found, name) for name in READING}
        yield Mention(article=article, start=found.start, end=found.end, **reading)


@transaction.atomic
def read_mentions(article: Article) -> set[int]:
    """Read the article by today's rules and its publication date.

    Gives the ids of the mentions that are new or read otherwise than before. A mention keeps its
    row as long as its words are found; one that is found no more is deleted.
    """
    stored = {(row.start, row.end): row for row in article.mentions.all()}
    added, changed = [], []
    for found in find_mentions(article):
        row = stored.pop((found.start, found.end), None)
        if row is None:
            added.append(found)
        elif any(getattr(row, name) != getattr(found, name) for name in READING):
            for name in READING:
                setattr(row, name, getattr(found, name))
            changed.append(row)
    article.mentions.filter(pk__in=[row.pk for row in stored.values()]).delete()
    Mention.objects.bulk_update(changed, READING, batch_size=500)
    Mention.objects.bulk_create(added, batch_size=500)
    suggest(article)
    return {row.pk for row in (*added, *changed)}


def suggest(article: Article) -> None:
    """Store what the text says of its publication date."""
    suggestion = suggestion_for(article)
    if suggestion != article.suggestion:
        article.suggestion = suggestion
        Article.objects.filter(pk=article.pk).update(suggestion=suggestion)


def suggestion_for(article: Article) -> dict[str, object]:
    """What the text says of its publication date, unless that is known from elsewhere.

    What a curator accepted stays, to be checked. It can't have been written after it was added.
    """
    if article.published_on and article.published_basis != PublishedBasis.ACCEPTED:
        return {}
    added_on = timezone.localdate(article.added_at)
    found = dates.when_written(article.text, added_on, article.language)
    return _suggestion_of(found) if found else {}


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

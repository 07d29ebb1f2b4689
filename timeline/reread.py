"""Articles are read again: what no curator has decided moves with its mention."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction

from articles.models import Article, Mention
from articles.store import read_mentions
from timeline.build import build, settle, tell
from timeline.claims import find_claims
from timeline.matching import same_as_all
from timeline.models import Quote, Status


@dataclass(frozen=True)
class Reread:
    """How many mentions read otherwise than before, candidates that moved, and new ones."""

    mentions: int
    moved: int
    added: int


@transaction.atomic
def reread(article: Article) -> Reread:
    """Read an article again, by today's rules and its publication date as it is now.

    Only candidates whose date no curator has decided move; those that lose every date are
    deleted, since nothing but that reading had made them.
    """
    dated = set(article.quotes.filter(mention__isnull=False).values_list("pk", flat=True))
    changed = read_mentions(article)
    moved = _follow_mentions(article, changed, dated)
    added = sum(build(article, timeline).added for timeline in article.timelines.all())
    return Reread(mentions=len(changed), moved=moved, added=added)


def _follow_mentions(article: Article, changed: set[int], dated: set[int]) -> int:
    """Move the article's quotes on undecided candidates with their mentions; how many moved.

    `changed` are ids of mentions; `dated` are those of the quotes that had a mention before.
    """
    mentions = list(article.mentions.all())
    claims = {(claim.start, claim.end): claim for claim in find_claims(article.text, mentions)}
    moved = 0
    for quote in article.quotes.select_related("event"):
        claim = claims.get((quote.start, quote.end))
        mention = mentions[claim.mention] if claim else None
        is_as_before = mention and mention.pk == quote.mention_id and mention.pk not in changed
        was_never_dated = mention is None and quote.pk not in dated
        if is_as_before or was_never_dated:
            continue
        if quote.event.status == Status.CANDIDATE and "edtf" not in quote.event.decided:
            _move(quote, mention)
            moved += 1
        elif quote.mention_id is None:  # its words are found, but at other offsets than before
            quote.mention = mention
            quote.save()
    return moved


def _move(quote: Quote, mention: Mention | None) -> None:
    """Give the quote its new mention; it leaves an event that it no longer can tell."""
    event = quote.event
    others = event.quotes.select_related("mention").exclude(pk=quote.pk)
    if mention is None and not event.decided:
        quote.delete()
        if not others.exists():
            event.delete()
        return
    quote.mention = mention
    quote.save()
    if mention and not _still_tells(quote, mention, others):
        quote.delete()  # built anew, as a candidate of its own or with another
    settle(event)


def _still_tells(quote: Quote, mention: Mention, others: Iterable[Quote]) -> bool:
    """Whether the quote, at its new date, tells what the event's other quotes tell."""
    group = [tell(other.exact, other.start, other.mention) for other in others if other.mention]
    return not group or bool(same_as_all(tell(quote.exact, quote.start, mention), group))

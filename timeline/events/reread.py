"""Articles are read again: what no curator has decided moves with its mention."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import Q

from articles.mentions import read_mentions
from articles.models import DATING, Article, Mention
from timeline.claims.claim import Claim, find_claims
from timeline.claims.headline import headline_of
from timeline.claims.planned import Told
from timeline.events.build import build, mention_of
from timeline.events.settling import drop, settle
from timeline.merging.days import can_agree
from timeline.models import Event, Quote, Status

# Quotes that a reading made, or that had a date.
CLAIMED = Q(mention__isnull=False) | Q(told=Told.HAPPENED, is_by_hand=False)


@dataclass
class Reread:
    """What reading an article again did.

    `mentions` read otherwise than before, `moved` quotes followed theirs, `added` candidates are
    new; `contradicted` are the published events whose quote now names another date than theirs.
    """

    mentions: int = 0
    moved: int = 0
    added: int = 0
    contradicted: list[Event] = field(default_factory=list)


@transaction.atomic
def reread(article: Article) -> Reread:
    """Read an article, as it is stored, again, by today's rules and its publication date.

    Only candidates whose date no curator has decided move, and only quotes that no curator put
    where they are; candidates that lose every quote are deleted, since nothing else made them.
    """
    article = Article.objects.select_for_update().get(pk=article.pk)
    claimed = set(article.quotes.filter(CLAIMED).values_list("pk", flat=True))
    changed = read_mentions(article)
    done = Reread(mentions=len(changed))
    moved: list[int] = []
    mentions = list(article.mentions.all())
    claims: dict[tuple[int, int], list[Claim]] = defaultdict(list)
    for claim in find_claims(article.text, mentions, article.published_day, article.language):
        claims[claim.start, claim.end].append(claim)
    for quote in article.quotes.select_related("event", "mention"):
        quote.article = article  # as it was published by today's knowledge
        found = _claim_of(quote, claims.get((quote.start, quote.end), ()), mentions)
        if found or quote.is_by_hand or quote.pk in claimed:
            pk = quote.pk  # None of a quote that was dropped
            if _follow(quote, found, mention_of(found, mentions) if found else None, changed, done):
                moved.append(pk)
    done.moved = len(moved)
    for event in Event.objects.filter(quotes__article=article).distinct():
        settle(event)  # a plan begins, and what is told as done is over, by its publication
    for timeline in article.timelines.all():
        done.added += build(article, timeline, moved).added
    return done


def _claim_of(quote: Quote, claims: Sequence[Claim], mentions: Sequence[Mention]) -> Claim | None:
    """Of the claims of the sentence that a quote has, the one that it stands for."""
    for claim in claims:
        mention = mention_of(claim, mentions)
        is_of_mention = (mention.pk if mention else None) == quote.mention_id
        if is_of_mention and bool(claim.counted) == bool(quote.counted):
            return claim
    return claims[0] if claims else None


def _follow(
    quote: Quote, claim: Claim | None, mention: Mention | None, changed: set[int], done: Reread
) -> bool:
    """Let a quote follow its mention, if that reads otherwise than before; whether it did.

    `claim` is what the sentence that stands just where the quote does tells, and `mention` that
    which dates it.
    """
    event = quote.event
    counted = claim.counted if claim else None
    told = str(claim.told) if claim else ""
    if quote.is_by_hand:
        mention = quote.mention or _first_dated_within(quote)
        told = told or quote.told
    was = quote.mention_id, quote.told, quote.counted
    now = mention and mention.pk, told, counted.edtf if counted else ""
    if was == now and not _has_moved(quote, changed):
        return False
    if event.status == Status.CANDIDATE and "edtf" not in event.decided:
        quote.told = told
        quote.counted, quote.counted_why = (counted.edtf, counted.why) if counted else ("", "")
        if claim:
            quote.headline = headline_of(quote.article.text, claim, mention)
        _move(quote, mention)
        return True
    if quote.mention is None:  # its words are found, but at other offsets than before
        quote.mention = mention
        quote.save()
    when = quote.when
    if event.status == Status.PUBLISHED and when and not can_agree(when, event):
        done.contradicted.append(event)
    return False


def _has_moved(quote: Quote, changed: set[int]) -> bool:
    """Whether the quote's date is another; without one, whether it can't be its event's."""
    if quote.mention_id:
        return quote.mention_id in changed
    return bool(quote.when and not can_agree(quote.when, quote.event))


def _first_dated_within(quote: Quote) -> Mention | None:
    inside = Mention.objects.filter(
        DATING, article=quote.article_id, start__gte=quote.start, end__lte=quote.end
    )
    return inside.order_by("start").first()


def _move(quote: Quote, mention: Mention | None) -> None:
    """Give the quote its new mention; which event it tells then is for `build` to say.

    Without a date it tells nothing. What a reading quoted leaves an event that a curator decided
    something of only if it contradicts its other quotes.
    """
    quote.mention = mention if mention and mention.edtf else None
    is_lost = _contradicts_others(quote) if quote.event.decided else quote.when is None
    if is_lost and not quote.is_by_hand:
        drop(quote)
    else:
        quote.save()


def _contradicts_others(quote: Quote) -> bool:
    others = quote.event.quotes.exclude(pk=quote.pk).select_related("mention", "article")
    dates = [when for other in others.defer("article__text") if (when := other.when)]
    own = quote.when
    return own is not None and not all(can_agree(own, when) for when in dates)

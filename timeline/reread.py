"""Articles are read again: what no curator has decided moves with its mention."""

from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import Q

from articles.models import DATING, Article, Mention
from articles.store import read_mentions
from timeline.build import build, drop, mention_of, settle
from timeline.candidates import TELLINGS_COMPARED, lead_of, tell, tell_quotes
from timeline.claims import find_claims
from timeline.matching import can_agree, same_as_all
from timeline.models import Event, Quote, Status
from timeline.planned import Told

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
    mentions = list(article.mentions.all())
    by_place = {
        (claim.start, claim.end): (mention_of(claim, mentions), claim.told)
        for claim in find_claims(article.text, mentions, article.published_day)
    }
    for quote in article.quotes.select_related("event", "mention"):
        quote.article = article  # as it was published by today's knowledge
        found = by_place.get((quote.start, quote.end))
        if found or quote.is_by_hand or quote.pk in claimed:
            mention, told = found or (None, quote.told if quote.is_by_hand else Told.UNKNOWN)
            _follow(quote, mention, told, changed, done)
    for event in Event.objects.filter(quotes__article=article).distinct():
        settle(event)  # a plan begins, and what is told as done is over, by its publication
    for timeline in article.timelines.all():
        done.added += build(article, timeline).added
    return done


def _follow(
    quote: Quote, mention: Mention | None, told: str, changed: set[int], done: Reread
) -> None:
    """Let a quote follow its mention, if that reads otherwise than before.

    `mention` is that which dates the sentence that stands just where the quote does, and `told` is
    how that tells it.
    """
    event = quote.event
    if quote.is_by_hand:
        mention = quote.mention or _first_dated_within(quote)
    was = quote.mention_id, quote.told
    if was == (mention and mention.pk, told) and not _has_moved(quote, changed):
        return
    if event.status == Status.CANDIDATE and "edtf" not in event.decided:
        quote.told = told
        _move(quote, mention)
        done.moved += 1
        return
    if quote.mention is None:  # its words are found, but at other offsets than before
        quote.mention = mention
        quote.save()
    when = quote.when
    if event.status == Status.PUBLISHED and when and not can_agree(when, event):
        done.contradicted.append(event)


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
    """Give the quote its new mention; one that was built leaves an event that it tells no more."""
    quote.mention = mention if mention and mention.edtf else None
    if not quote.is_by_hand and not _still_tells(quote):
        drop(quote)  # if it has a date, it is built anew: as a candidate, or with another
        return
    quote.save()
    settle(quote.event)


def _still_tells(quote: Quote) -> bool:
    """Whether the quote, at its new date, tells what the event's other quotes tell.

    Without a date it tells nothing, but keeps an event of which a curator decided something.
    """
    if quote.when is None:
        return bool(quote.event.decided)
    others = quote.event.quotes.exclude(pk=quote.pk).order_by("pk")
    group = [told for _, told in tell_quotes(others, TELLINGS_COMPARED)]
    lead = lead_of(quote.article.title, quote.article.text)
    told = tell(quote.exact, quote.start, quote.mention, quote.days_sought, lead)
    return not group or bool(same_as_all(told, group))

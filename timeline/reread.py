"""Articles are read again: what no curator has decided moves with its mention."""

from dataclasses import dataclass, field

from django.db import transaction

from articles.models import DATING, Article, Mention
from articles.store import read_mentions
from timeline.build import build, drop, settle
from timeline.candidates import TELLINGS_COMPARED, lead_of, tell, tell_quotes
from timeline.claims import find_claims
from timeline.matching import can_agree, same_as_all
from timeline.models import Event, Quote, Status
from timeline.planned import Told


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
    dated = set(article.quotes.filter(mention__isnull=False).values_list("pk", flat=True))
    changed = read_mentions(article)
    done = Reread(mentions=len(changed))
    mentions = list(article.mentions.all())
    published = article.published_day
    by_place = {
        (claim.start, claim.end): (mentions[claim.mention], claim.told)
        for claim in find_claims(article.text, mentions, published)
    }
    for quote in article.quotes.select_related("event", "mention"):
        claimed, told = by_place.get((quote.start, quote.end), (None, quote.told))
        quote.article = article  # as it was published by today's knowledge
        _follow(quote, claimed, told, changed, dated, done)
    for event in Event.objects.filter(quotes__article=article, quotes__told=Told.PLANNED):
        settle(event)  # a plan begins when its article was published
    for timeline in article.timelines.all():
        done.added += build(article, timeline).added
    return done


def _follow(
    quote: Quote,
    claimed: Mention | None,
    told: str,
    changed: set[int],
    dated: set[int],
    done: Reread,
) -> None:
    """Let a quote follow its mention, if that reads otherwise than before.

    `claimed` is the mention that dates the sentence that stands just where the quote does, and
    `told` is how that tells it.
    """
    event = quote.event
    if quote.is_by_hand:
        claimed = quote.mention or _first_dated_within(quote)
    is_as_before = claimed and claimed.pk == quote.mention_id and claimed.pk not in changed
    is_as_before = is_as_before and quote.told == told
    was_never_dated = claimed is None and quote.pk not in dated
    if is_as_before or was_never_dated:
        return
    if event.status == Status.CANDIDATE and "edtf" not in event.decided:
        quote.told = told
        _move(quote, claimed)
        done.moved += 1
        return
    if quote.mention is None:  # its words are found, but at other offsets than before
        quote.mention = claimed
        quote.save()
    when = quote.when
    if event.status == Status.PUBLISHED and when and not can_agree(when, event):
        done.contradicted.append(event)


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
    if quote.mention is None:
        return bool(quote.event.decided)
    others = quote.event.quotes.exclude(pk=quote.pk).order_by("pk")
    group = [told for _, told in tell_quotes(others, TELLINGS_COMPARED)]
    lead = lead_of(quote.article.title, quote.article.text)
    told = tell(quote.exact, quote.start, quote.mention, quote.days_sought, lead)
    return not group or bool(same_as_all(told, group))

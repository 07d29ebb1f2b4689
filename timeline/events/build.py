"""Articles become candidate events, each standing on a quote that knows the words of its date."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from django.db import transaction
from django.db.models import Q

from articles.models import DATING, Article, Mention
from timeline.claims.claim import Claim, find_claims
from timeline.claims.headline import headline_of
from timeline.claims.planned import Told, how_told
from timeline.events.candidates import Candidates
from timeline.events.placing import Draft, place
from timeline.events.tellings import tell
from timeline.merging.days import can_agree
from timeline.merging.telling import lead_of
from timeline.models import Quote, Timeline


@dataclass(frozen=True)
class Built:
    """How many candidates an article added, and how many of its quotes joined one."""

    added: int = 0
    joined: int = 0


@transaction.atomic
def build(article: Article, timeline: Timeline, changed: Collection[int] = ()) -> Built:
    """Make candidates on the timeline of the article's sentences that have none there yet.

    A sentence joins the candidate that tells the same event, if there is one. It never joins a
    published event by itself, since that would publish its words. `changed` are quotes that tell
    something else than before.
    """
    known, earlier_words = _known_here(article, timeline)
    drafts = [
        draft
        for draft in drafts_of(article, list(article.mentions.all()))
        if draft.quote.exact not in earlier_words
        and not any(_covers(quoted, draft) for quoted in known)
    ]
    added = place(drafts, Candidates(timeline), changed)
    return Built(added, len(drafts) - added)


def drafts_of(article: Article, mentions: Sequence[Mention]) -> Iterator[Draft]:
    """A quote of each claim of the article that has a date, without an event.

    Of what a sentence claims twice at dates that agree, the first alone.
    """
    lead = lead_of(article.title, article.text)
    day, language = article.published_day, article.language
    at_place: dict[tuple[int, int], list[Draft]] = defaultdict(list)
    for claim in find_claims(article.text, mentions, day, language):
        quote = _quote(article, claim, mention_of(claim, mentions))
        others = at_place[claim.start, claim.end]
        if quote.when:
            draft = Draft(quote, tell(quote, lead), quote.headline)
            if not any(can_agree(draft.telling, other.telling) for other in others):
                others.append(draft)
    for drafts in at_place.values():
        for draft in drafts:
            yield replace(draft, is_one_of_several=len(drafts) > 1)


def _quote(article: Article, claim: Claim, mention: Mention | None) -> Quote:
    return Quote(
        article=article,
        start=claim.start,
        end=claim.end,
        exact=article.text[claim.start : claim.end],
        mention=mention,
        told=claim.told,
        counted=claim.counted.edtf if claim.counted else "",
        counted_why=claim.counted.why if claim.counted else "",
        headline=headline_of(article.text, claim, mention),
    )


def draft_quote(article: Article, start: int, end: int, edtf: str) -> Quote:
    """A quote by hand, without an event, dated by a mention in it: of this date, else the first."""
    dated = Mention.objects.filter(DATING, article=article, start__gte=start, end__lte=end)
    mention = dated.filter(edtf=edtf).first() or dated.order_by("start").first()
    return Quote(
        article=article,
        start=start,
        end=end,
        exact=article.text[start:end],
        mention=mention,
        told=_told(article, start, end, mention) if mention else Told.UNKNOWN,
        is_by_hand=True,
    )


def _told(article: Article, start: int, end: int, mention: Mention) -> Told:
    first, last = mention.start - start, mention.end - start
    return how_told(article.text[start:end], first, last, mention, article.published_day)


def mention_of(claim: Claim, mentions: Sequence[Mention]) -> Mention | None:
    """The mention, of those of its article, that dates a claim."""
    return None if claim.mention is None else mentions[claim.mention]


class _Quoted(NamedTuple):
    """What is quoted of an article already, and what dates it."""

    start: int
    end: int
    mention_id: int | None
    counted: str


def _known_here(article: Article, timeline: Timeline) -> tuple[list[_Quoted], set[str]]:
    """What is quoted here already, whatever became of it: a rejected sentence doesn't come back.

    Gives the places in this article, and the words quoted from versions that it replaces.
    """
    here = Q(event__timelines=timeline) | Q(event__made_for=timeline)
    quotes = article.quotes.filter(here).values_list("start", "end", "mention_id", "counted")
    words: set[str] = set()
    for older in article.older():
        words.update(older.quotes.filter(here).values_list("exact", flat=True))
    return [_Quoted(*quote) for quote in quotes.distinct()], words


def _covers(quoted: _Quoted, draft: Draft) -> bool:
    """Whether a quote has the words of the draft's date, or, without one, any of its words.

    Of a sentence that makes several claims, each is quoted by itself.
    """
    quote, mention = draft.quote, draft.quote.mention
    is_of_it = quoted.mention_id == quote.mention_id and quoted.counted == quote.counted
    if draft.is_one_of_several and not is_of_it:
        return False
    if mention:
        return quoted.start <= mention.start and mention.end <= quoted.end
    return quoted.start < quote.end and quote.start < quoted.end

"""Articles become candidate events, each standing on a quote that knows the words of its date."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q

from articles.models import Article, Mention
from timeline.candidates import Candidates
from timeline.claims import Claim, find_claims
from timeline.headline import headline_of
from timeline.models import Quote, Timeline
from timeline.placing import Draft, place
from timeline.telling import lead_of
from timeline.tellings import tell


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
    places, earlier_words = _known_here(article, timeline)
    drafts = [
        draft
        for draft in drafts_of(article, list(article.mentions.all()))
        if draft.quote.exact not in earlier_words and not _covers(places, draft.quote)
    ]
    added = place(drafts, Candidates(timeline), changed)
    return Built(added, len(drafts) - added)


def drafts_of(article: Article, mentions: Sequence[Mention]) -> Iterator[Draft]:
    """A quote of each claim of the article that has a date, without an event."""
    lead = lead_of(article.title, article.text)
    for claim in find_claims(article.text, mentions, article.published_day):
        mention = mention_of(claim, mentions)
        quote = Quote(
            article=article,
            start=claim.start,
            end=claim.end,
            exact=article.text[claim.start : claim.end],
            mention=mention,
            told=claim.told,
        )
        if quote.when:
            yield Draft(quote, tell(quote, lead), headline_of(article.text, claim, mention))


def mention_of(claim: Claim, mentions: Sequence[Mention]) -> Mention | None:
    """The mention, of those of its article, that dates a claim."""
    return None if claim.mention is None else mentions[claim.mention]


def _known_here(article: Article, timeline: Timeline) -> tuple[list[tuple[int, int]], set[str]]:
    """What is quoted here already, whatever became of it: a rejected sentence doesn't come back.

    Gives the places in this article, and the words quoted from versions that it replaces.
    """
    here = Q(event__timelines=timeline) | Q(event__made_for=timeline)
    places = list(article.quotes.filter(here).values_list("start", "end").distinct())
    words: set[str] = set()
    older = article.replaces
    while older:
        words.update(older.quotes.filter(here).values_list("exact", flat=True))
        older = older.replaces
    return places, words


def _covers(places: list[tuple[int, int]], quote: Quote) -> bool:
    """Whether the words of the quote's date are quoted, or, without one, any of its words."""
    if mention := quote.mention:
        return any(start <= mention.start and mention.end <= end for start, end in places)
    return any(start < quote.end and quote.start < end for start, end in places)

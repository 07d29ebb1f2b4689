"""Articles become candidate events, each standing on a quote that knows the words of its date."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q

from articles.models import Article, Mention
from timeline.candidates import Candidates, tell
from timeline.claims import Claim, find_claims
from timeline.headline import make_headline
from timeline.models import Event, Quote, Status, Timeline


@dataclass(frozen=True)
class Built:
    """How many candidates an article added, and how many of its quotes joined one."""

    added: int = 0
    joined: int = 0


@transaction.atomic
def build(article: Article, timeline: Timeline) -> Built:
    """Make candidates on the timeline of the article's dated sentences that have none there yet.

    A sentence joins the candidate that tells the same event, if there is one. It never joins a
    published event by itself, since that would publish its words.
    """
    mentions = list(article.mentions.all())
    places, earlier_words = _known_here(article, timeline)
    candidates = Candidates(timeline)
    added = joined = 0
    for claim in find_claims(article.text, mentions):
        mention, exact = mentions[claim.mention], article.text[claim.start : claim.end]
        if exact in earlier_words or _covers(places, mention):
            continue
        told = tell(exact, claim.start, mention)
        event = _still_candidate(candidates.telling_the_same(told, is_planned=claim.is_planned))
        if event is None:
            event = _new_candidate(exact, claim, mention, timeline)
            _quote(event, article, claim, mention)
            added += 1
        else:
            _quote(event, article, claim, mention)
            settle(event)
            joined += 1
        candidates.add(event.pk, told, is_planned=claim.is_planned)
    return Built(added, joined)


def settle(event: Event) -> None:
    """Give an undecided candidate, whose quotes changed, the most precise date that they name."""
    if event.status != Status.CANDIDATE or "edtf" in event.decided:
        return
    readings = [
        quote.mention
        for quote in event.quotes.select_related("mention").filter(stance="supports")
        if quote.mention and quote.mention.edtf
    ]
    if readings:
        best = min(readings, key=lambda mention: (_length(mention), mention.edtf))
        event.edtf = best.edtf
    event.save()


def drop(quote: Quote) -> None:
    """Take a quote from its candidate, which goes with the last one: nothing else made it."""
    event: Event = quote.event
    quote.delete()
    if event.quotes.exists():
        settle(event)
    else:
        event.delete()


def _length(mention: Mention) -> float:
    if mention.first_day is None or mention.last_day is None:
        return float("inf")
    return mention.last_day - mention.first_day


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


def _covers(places: list[tuple[int, int]], mention: Mention) -> bool:
    return any(start <= mention.start and mention.end <= end for start, end in places)


def _still_candidate(event_id: int | None) -> Event | None:
    """The event, locked, unless a curator has decided on it meanwhile."""
    candidates = Event.objects.select_for_update().filter(status=Status.CANDIDATE)
    return candidates.filter(pk=event_id).first() if event_id else None


def _new_candidate(exact: str, claim: Claim, mention: Mention, timeline: Timeline) -> Event:
    headline = make_headline(exact, mention.start - claim.start, claim.date_end - claim.start)
    event = Event.objects.create(
        headline=headline or exact[:120],
        edtf=mention.edtf,
        is_planned=claim.is_planned,
        made_for=timeline,
    )
    event.timelines.add(timeline)
    return event


def _quote(event: Event, article: Article, claim: Claim, mention: Mention) -> None:
    exact = article.text[claim.start : claim.end]
    Quote.objects.create(
        event=event,
        article=article,
        start=claim.start,
        end=claim.end,
        exact=exact,
        mention=mention,
    )

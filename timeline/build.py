"""Articles become candidate events, each standing on a quote that knows the words of its date."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q

from articles.dates import Span
from articles.models import Article, Mention
from timeline.candidates import Candidates, lead_of, tell
from timeline.claims import Claim, find_claims
from timeline.headline import headline_of
from timeline.models import Event, Quote, Status, Timeline
from timeline.planned import Told, by_publication, date_told, days_sought
from timeline.telling import Telling


@dataclass(frozen=True)
class Built:
    """How many candidates an article added, and how many of its quotes joined one."""

    added: int = 0
    joined: int = 0


@transaction.atomic
def build(article: Article, timeline: Timeline, candidates: Candidates | None = None) -> Built:
    """Make candidates on the timeline of the article's dated sentences that have none there yet.

    A sentence joins the candidate that tells the same event, if there is one. It never joins a
    published event by itself, since that would publish its words. `candidates` are those of the
    timeline, where several articles are taken in.
    """
    mentions = list(article.mentions.all())
    published = article.published_day
    places, earlier_words = _known_here(article, timeline)
    candidates = candidates or Candidates(timeline)
    added = joined = 0
    for claim in find_claims(article.text, mentions, published):
        mention, exact = mention_of(claim, mentions), article.text[claim.start : claim.end]
        when = _when(claim, mention, published)
        if when is None or exact in earlier_words or _covers(places, claim, mention):
            continue
        is_planned = claim.told == Told.PLANNED
        days = days_sought(mention, claim.told, published)
        told = tell(exact, claim.start, mention, days, lead_of(article.title, article.text))
        event = _telling_the_same(candidates, told, is_planned=is_planned)
        if event is None:
            headline = headline_of(article.text, claim, mention)
            event = _new_candidate(headline, claim, when, timeline)
            _quote(event, article, claim, mention)
            added += 1
        else:
            _quote(event, article, claim, mention)
            _refine(event, when, is_inferred=mention is None)
            joined += 1
        candidates.add(event.pk, told, is_planned=is_planned)
    return Built(added, joined)


def mention_of(claim: Claim, mentions: Sequence[Mention]) -> Mention | None:
    """The mention, of those of its article, that dates a claim."""
    return None if claim.mention is None else mentions[claim.mention]


def _when(claim: Claim, mention: Mention | None, published: int | None) -> Span | None:
    if mention is None:
        return by_publication(claim.told, published)
    return date_told(mention, claim.told, published)


def _refine(event: Event, when: Span, *, is_inferred: bool) -> None:
    """Give a candidate, whose date is the most precise of its quotes', that of one more."""
    if "edtf" in event.decided:
        return
    before = event.edtf, event.is_inferred
    if _precision(when) < (_length(event), event.edtf):
        event.edtf = when.edtf
    event.is_inferred = event.is_inferred and is_inferred
    if (event.edtf, event.is_inferred) != before:
        event.save()


def settle(event: Event) -> None:
    """Let an undecided candidate, whose quotes changed, be what they tell.

    It gets the most precise date that they name, and is planned while nobody tells that it
    happened.
    """
    if event.status != Status.CANDIDATE:
        return
    quotes = event.quotes.select_related("mention", "article").defer("article__text")
    supporting = list(quotes.filter(stance=Quote.Stance.SUPPORTS))
    before = event.edtf, event.is_planned, event.is_inferred
    dates = {quote: when for quote in supporting if (when := quote.when)}
    if dates and "edtf" not in event.decided:
        event.edtf = min(dates.values(), key=_precision).edtf
        event.is_inferred = not any(quote.mention for quote in dates)
    told = {quote.told for quote in supporting} - {Told.UNKNOWN}
    if told and "is_planned" not in event.decided:
        event.is_planned = told == {Told.PLANNED}
    if (event.edtf, event.is_planned, event.is_inferred) != before:
        event.save()


def drop(quote: Quote) -> None:
    """Take a quote from its candidate, which goes with the last one: nothing else made it."""
    event: Event = quote.event
    quote.delete()
    if event.quotes.exists():
        settle(event)
    else:
        event.delete()


def _precision(when: Span) -> tuple[float, str]:
    return _length(when), when.edtf


def _length(when: Span | Event) -> float:
    if when.first_day is None or when.last_day is None:
        return float("inf")
    return when.last_day - when.first_day


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


def _covers(places: list[tuple[int, int]], claim: Claim, mention: Mention | None) -> bool:
    """Whether the words of the claim's date are quoted, or, without one, any of its words."""
    if mention:
        return any(start <= mention.start and mention.end <= end for start, end in places)
    return any(start < claim.end and claim.start < end for start, end in places)


def _telling_the_same(candidates: Candidates, told: Telling, *, is_planned: bool) -> Event | None:
    """The event, locked, that tells the same, unless a curator has decided on it meanwhile."""
    undecided = Event.objects.select_for_update(of=("self",)).filter(
        status=Status.CANDIDATE, timelines=candidates.timeline
    )
    while event_id := candidates.telling_the_same(told, is_planned=is_planned):
        if event := undecided.filter(pk=event_id).first():
            return event
        candidates.forget(event_id)
    return None


def _new_candidate(headline: str, claim: Claim, when: Span, timeline: Timeline) -> Event:
    event = Event.objects.create(
        headline=headline,
        edtf=when.edtf,
        is_planned=claim.told == Told.PLANNED,
        is_inferred=claim.mention is None,
        made_for=timeline,
    )
    event.timelines.add(timeline)
    return event


def _quote(event: Event, article: Article, claim: Claim, mention: Mention | None) -> None:
    exact = article.text[claim.start : claim.end]
    Quote.objects.create(
        event=event,
        article=article,
        start=claim.start,
        end=claim.end,
        exact=exact,
        mention=mention,
        told=claim.told,
    )

"""Articles become candidate events, each standing on a quote that knows the words of its date."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q

from articles.models import Article, Mention
from timeline.claims import Claim, find_claims
from timeline.headline import make_headline
from timeline.matching import Telling, same_as_all, telling
from timeline.models import Event, Quote, Status, Timeline

# Longer spans than this ("since 2017", "the 1990s") are only joined where they begin alike.
LONGEST_JOINED = 366


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
    known = _quoted_sentences(article, timeline)
    added = joined = 0
    for claim in find_claims(article.text, mentions):
        if (claim.start, claim.end) in known:
            continue
        mention = mentions[claim.mention]
        event = _candidate_telling(article, claim, mention, timeline)
        if event is None:
            event = _new_candidate(article, claim, mention, timeline)
            added += 1
        else:
            joined += 1
        _quote(event, article, claim, mention)
        settle(event)
    return Built(added, joined)


def settle(event: Event) -> None:
    """Give an undecided candidate the most precise date that its quotes name."""
    if event.status != Status.CANDIDATE or "edtf" in event.decided:
        return
    readings = [
        quote.mention
        for quote in event.quotes.select_related("mention").filter(stance="supports")
        if quote.mention and quote.mention.edtf
    ]
    if not readings:
        return
    best = min(readings, key=lambda mention: (_length(mention), mention.edtf))
    if event.edtf != best.edtf:
        event.edtf = best.edtf
        event.save()


def _length(mention: Mention) -> float:
    if mention.first_day is None or mention.last_day is None:
        return float("inf")
    return mention.last_day - mention.first_day


def _quoted_sentences(article: Article, timeline: Timeline) -> set[tuple[int, int]]:
    """Places already quoted here, whatever became of them: a rejected one doesn't come back."""
    here = Q(event__timelines=timeline) | Q(event__timelines=None)
    return set(article.quotes.filter(here).values_list("start", "end"))


def _new_candidate(article: Article, claim: Claim, mention: Mention, timeline: Timeline) -> Event:
    sentence = article.text[claim.start : claim.end]
    headline = make_headline(sentence, mention.start - claim.start, mention.end - claim.start)
    event = Event.objects.create(
        headline=headline or sentence[:120], edtf=mention.edtf, is_planned=claim.is_planned
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


def _candidate_telling(
    article: Article, claim: Claim, mention: Mention, timeline: Timeline
) -> Event | None:
    """The candidate that tells the same event as the claim most surely, or None."""
    told = tell(article.text[claim.start : claim.end], claim.start, mention)
    nearby = timeline.events.filter(
        _near(mention), status=Status.CANDIDATE, is_planned=claim.is_planned
    )
    scored = [(same_as_all(told, group), event) for event, group in tellings(nearby)]
    best = max(scored, key=lambda pair: (pair[0], -pair[1].pk), default=None)
    return best[1] if best and best[0] else None


def _near(mention: Mention) -> Q:
    """Events whose order of time puts them where an overlapping one can be."""
    if mention.first_day is None or mention.last_day is None:
        return Q(first_day=mention.first_day, last_day=mention.last_day)
    earliest = mention.first_day - LONGEST_JOINED
    return Q(
        sort_day__gte=earliest, sort_day__lte=mention.last_day, last_day__gte=mention.first_day
    )


def tellings(events: Iterable[Event]) -> Iterator[tuple[Event, list[Telling]]]:
    """Each event with the tellings of its dated quotes."""
    told: dict[int, list[Telling]] = defaultdict(list)
    by_id = {event.pk: event for event in events}
    quotes = Quote.objects.filter(event__in=by_id, mention__isnull=False).select_related("mention")
    for quote in quotes:
        if quote.mention:
            told[quote.event_id].append(tell(quote.exact, quote.start, quote.mention))
    return ((by_id[key], group) for key, group in told.items())


def tell(exact: str, start: int, mention: Mention) -> Telling:
    """The telling of words that stand at `start` of the mention's article."""
    return telling(
        exact,
        mention.start - start,
        mention.end - start,
        mention.first_day,
        mention.last_day,
    )

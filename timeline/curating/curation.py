"""What a curator does to events. Each step keeps what must hold, or says why it can't."""

import re
from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F

from articles.models import DATING, Article, Mention
from articles.readers.cleaning import clean_text
from timeline.claims.planned import Told, how_told
from timeline.events.judging import DIFFERENT, SAME, between, hand_over, judge, judge_split
from timeline.events.settling import settle
from timeline.models import Event, Quote, Status

DECIDABLE = ("headline", "summary", "edtf", "is_planned")


def lock(*events: Event) -> None:
    """Read the events anew, and keep others from changing them until the transaction ends.

    In order of id, so that two curators who need the same events can't wait for each other.
    """
    locked = Event.objects.select_for_update()
    for event in sorted(events, key=lambda event: event.pk):
        event.refresh_from_db(from_queryset=locked)


@transaction.atomic
def publish(event: Event) -> None:
    """Show the event, as it is stored, to the public; all that it says is the curator's word."""
    lock(event)
    publish_locked(event)


def publish_locked(event: Event) -> None:
    """The same, of an event that is locked."""
    event.check_date_stands()
    if event.joined_into:
        raise ValidationError(
            f"“{event}” was joined into “{event.joined_into}”, which has its quotes: "
            "publish that one."
        )
    event.status = Status.PUBLISHED
    event.decide(*DECIDABLE)
    event.save()


@transaction.atomic
def reject(event: Event) -> None:
    """Put the event aside; its sentences make no candidate again."""
    lock(event)
    reject_locked(event)


def reject_locked(event: Event) -> None:
    """The same, of an event that is locked."""
    event.status = Status.REJECTED
    event.save()


@transaction.atomic
def withdraw(event: Event) -> None:
    """Make the event a candidate again, no longer public."""
    lock(event)
    if event.joined_into:
        raise ValidationError(f"“{event}” was joined into “{event.joined_into}”.")
    event.status = Status.CANDIDATE
    event.save()


@transaction.atomic
def lift(event: Event) -> None:
    """Let a candidate be what its quotes tell, whatever a curator had decided of it before.

    The quotes stay that she put there; its topics are those that it has.
    """
    lock(event)
    if event.status != Status.CANDIDATE:
        raise ValidationError(f"“{event}” is {event.status}: make it a candidate first.")
    if not event.decided:
        raise ValidationError(f"Nothing was decided of “{event}”.")
    quotes = event.quotes.order_by(F("article__published_on").asc(nulls_last=True), "pk")
    if "headline" in event.decided and (first := quotes.first()):
        event.headline = first.headline
    event.decided = []
    event.save()
    settle(event)


def staying(events: Iterable[Event]) -> Event:
    """Into which of several events the others are best joined: the public one, the most quoted."""
    ordered = sorted(events, key=lambda event: event.pk)
    return max(
        ordered, key=lambda event: (event.status == Status.PUBLISHED, len(event.quotes.all()))
    )


@transaction.atomic
def join(into: Event, others: Iterable[Event]) -> None:
    """Give `into` the quotes, topics and timelines of the others, which are put aside.

    It keeps its headline and, unless that is only inferred, its date, and no later reading takes
    the quotes from it. It becomes as public as the most public of them: nothing that readers
    could see disappears.
    """
    others = [event for event in others if event.pk != into.pk]
    if not others:
        raise ValidationError("To join, choose two events or more.")
    lock(into, *others)
    if apart := between([into], others).filter(verdict=DIFFERENT).first():
        raise ValidationError(
            f"{apart}, as judged on {apart.judged_at:%Y-%m-%d}: delete that judgement first."
        )
    if chained := [event for event in (into, *others) if event.joined_into]:
        raise ValidationError(f"“{chained[0]}” was already joined into another event.")
    statuses = {event.status for event in (into, *others)}
    first = into.quotes.order_by("pk").first()
    for event in others:
        if first and (second := event.quotes.order_by("pk").first()):
            judge(first, second, SAME)
        event.status, event.joined_into = Status.REJECTED, into
        event.save()
        _move_quotes(event, into)
        into.topics.add(*event.topics.all())
        into.timelines.add(*event.timelines.all())
    into.decide("headline", *([] if into.is_inferred else ["edtf"]))
    into.save()
    settle(into)
    if Status.PUBLISHED in statuses:
        publish(into)
    elif into.status == Status.REJECTED and Status.CANDIDATE in statuses:
        withdraw(into)


def _move_quotes(event: Event, into: Event) -> None:
    held = {(one.article_id, one.start, one.end): one for one in into.quotes.all()}
    for quote in event.quotes.select_related("article", "mention"):
        if same := held.get((quote.article_id, quote.start, quote.end)):
            hand_over(quote, same)
            quote.delete()
        else:
            quote.event, quote.is_by_hand = into, True
            quote.save()


@transaction.atomic
def split(event: Event, quotes: Iterable[Quote]) -> Event:
    """Make a candidate of its own of some of the event's quotes; at least one must remain.

    It has the event's topics and timelines, the most precise date that its quotes tell (else the
    event's), and a headline made from its first quote.
    """
    lock(event)
    parted = list(event.quotes.filter(pk__in=[quote.pk for quote in quotes]))
    if not parted or len(parted) == event.quotes.count():
        raise ValidationError("To split, choose some of the event’s quotes, but not all.")
    first = next((quote for quote in parted if quote.mention), parted[0])
    made = Event.objects.create(headline=first.headline, edtf=event.edtf, made_for=event.made_for)
    made.topics.set(event.topics.all())
    made.timelines.set(event.timelines.all())
    for quote in parted:
        quote.event, quote.is_by_hand = made, True
        quote.save()
    for one in (made, event):
        settle(one)
    judge_split(first, event.quotes.order_by("pk")[0])
    return made


def add_quote(
    event: Event, article: Article, words: str, stance: str = Quote.Stance.SUPPORTS
) -> Quote:
    """Quote the pasted words, which must stand exactly once in the article.

    White space may differ: words copied from a page seldom keep their line breaks.
    """
    start, end = only_place_of(words, article)
    return quote_at(event, article, start, end, stance)


@transaction.atomic
def quote_at(
    event: Event, article: Article, start: int, end: int, stance: str = Quote.Stance.SUPPORTS
) -> Quote:
    """Quote what stands there in the article, with the date in it that fits the event best."""
    if event.quotes.filter(article=article, start=start, end=end).exists():
        raise ValidationError("The event already has this quote.")
    quote = draft_quote(article, start, end, event.edtf)
    quote.event, quote.stance = event, stance
    quote.save()
    return quote


@transaction.atomic
def propose(article: Article, start: int, end: int, edtf: str = "") -> Event:
    """Make a candidate of the words at this place, on the article's timelines.

    Its date is the one given, else that of a date within the words; its headline is made of them.
    """
    quote = draft_quote(article, start, end, edtf)
    when = edtf or (quote.when.edtf if quote.mention and quote.when else "")
    if not when:
        raise ValidationError("These words name no date: type the event’s date.")
    timelines = list(article.timelines.order_by("pk"))
    made = Event(headline=quote.make_headline(), edtf=when, is_planned=quote.told == Told.PLANNED)
    made.made_for = timelines[0] if timelines else None
    made.decide(*(["edtf"] if edtf else []))
    made.save()
    made.timelines.set(timelines)
    quote.event = made
    quote.save()
    return made


@transaction.atomic
def move_to_version(quote: Quote, new: Article, start: int, end: int) -> None:
    """Let the quote stand on a newer version of its article; where the event has one, it goes."""
    event = quote.event
    same = event.quotes.filter(article=new, start=start, end=end).exclude(pk=quote.pk).first()
    if same:
        hand_over(quote, same)
        quote.delete()
        return
    moved = draft_quote(new, start, end, event.edtf)
    for name in ("article", "start", "end", "exact", "mention", "told", "is_by_hand", "kept_over"):
        setattr(quote, name, getattr(moved, name))
    quote.save()
    settle(event)


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


def places_of(words: str, article: Article) -> list[tuple[int, int]]:
    """Start and end of each place of the words in the article, whatever white space they have."""
    parts = clean_text(words).split()
    if not parts:
        raise ValidationError("Paste the words to quote.")
    pattern = re.compile(r"\s+".join(map(re.escape, parts)))
    places = [match.span() for match in pattern.finditer(article.text)]
    if not places:
        raise ValidationError(
            f"“{_shortened(parts)}” stands nowhere in “{article}”: paste words exactly as the "
            "article has them."
        )
    return places


def only_place_of(words: str, article: Article) -> tuple[int, int]:
    """Start and end of the words in the article; ValidationError unless they stand just once."""
    places = places_of(words, article)
    if len(places) > 1:
        raise ValidationError(
            f"“{_shortened(words.split())}” stands {len(places)} times in “{article}”: "
            "paste more of the words around it."
        )
    return places[0]


def _shortened(parts: list[str]) -> str:
    shown = " ".join(parts)
    return shown if len(shown) <= 80 else f"{shown[:79]}…"

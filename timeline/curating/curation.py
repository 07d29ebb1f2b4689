"""What a curator does to events. Each step keeps what must hold, or says why it can't."""

from collections.abc import Iterable, Sequence

from django.core.exceptions import ValidationError
from django.db import transaction

from timeline.events.judging import DIFFERENT, SAME, between, hand_over, judge, judge_split
from timeline.events.settling import settle
from timeline.models import Event, Quote, Status, User

# What changes of a quote that is given to another event.
MOVED = ("event", "is_by_hand")
# So many events become one at once.
MOST_JOINED = 50
DECIDABLE = ("headline", "summary", "edtf", "is_planned")


def lock(*events: Event) -> None:
    """Read the events anew, and keep others from changing them until the transaction ends.

    In order of id, so that two curators who need the same events can't wait for each other.
    """
    pks = [event.pk for event in events]
    locked = Event.objects.select_for_update().filter(pk__in=pks).order_by("pk")
    stored = {event.pk: event for event in locked}
    for event in events:
        if event.pk not in stored:
            raise Event.DoesNotExist(f"“{event}” was deleted meanwhile.")
        event.take_over(stored[event.pk])


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
    if "headline" in event.decided and (first := event.quotes.by_publication().first()):
        event.headline = first.headline
    event.decided = []
    event.save()
    settle(event)


@transaction.atomic
def join(into: Event, others: Iterable[Event], by: User | None = None) -> None:
    """Give `into` the quotes, topics and timelines of the others, which are put aside.

    It keeps its headline and, unless that is only inferred, its date, and no later reading takes
    the quotes from it. It becomes as public as the most public of them: nothing that readers
    could see disappears. `by` is whose word it is that they tell one event.
    """
    others = [event for event in others if event.pk != into.pk]
    if not others:
        raise ValidationError("To join, choose two events or more.")
    lock(into, *others)
    _check_may_be_one(into, others)
    statuses = {event.status for event in (into, *others)}
    own = list(into.quotes.select_related("article").defer("article__text"))
    theirs = list(
        Quote.objects.filter(event__in=others).select_related("article", "mention").order_by("pk")
    )
    first_of = {quote.event_id: quote for quote in reversed(theirs)}
    if own:
        judge(min(own, key=lambda quote: quote.pk), list(first_of.values()), SAME, by)
    for event in others:
        event.status, event.joined_into = Status.REJECTED, into
    Event.objects.store_many(others)
    _move_quotes(own, theirs, into)
    for name in ("topics", "timelines"):
        _add_related(name, into, others)
    into.decide("headline", *([] if into.is_inferred else ["edtf"]))
    into.save()
    settle(into)
    if Status.PUBLISHED in statuses:
        publish(into)
    elif into.status == Status.REJECTED and Status.CANDIDATE in statuses:
        withdraw(into)


def _check_may_be_one(into: Event, others: Sequence[Event]) -> None:
    if apart := between([into], others).filter(verdict=DIFFERENT).first():
        raise ValidationError(
            f"{apart}, as judged on {apart.judged_at:%Y-%m-%d}: delete that judgement first."
        )
    if chained := [event for event in (into, *others) if event.joined_into]:
        raise ValidationError(f"“{chained[0]}” was already joined into another event.")


def _move_quotes(own: Iterable[Quote], theirs: Iterable[Quote], into: Event) -> None:
    """Give the event their quotes, but for those that it has at the same place."""
    held = {_place(quote): quote for quote in own}
    moved, twice = [], []
    for quote in theirs:
        if same := held.get(_place(quote)):
            hand_over(quote, same)
            twice.append(quote.pk)
        else:
            quote.event, quote.is_by_hand = into, True
            held[_place(quote)] = quote
            moved.append(quote)
    if twice:
        Quote.objects.filter(pk__in=twice).delete()
    Quote.objects.store_many(moved, MOVED)


def _place(quote: Quote) -> tuple[int, int, int]:
    return quote.article_id, quote.start, quote.end


def _add_related(name: str, into: Event, others: Iterable[Event]) -> None:
    """Give the event the others’ topics, or timelines; saving it records that."""
    through = getattr(Event, name).through
    related = through.objects.filter(event__in=[into, *others])
    pairs = set(related.values_list("event", name.removesuffix("s")))
    lacking = {pk for _, pk in pairs} - {pk for event, pk in pairs if event == into.pk}
    Event.objects.relate(name, [into.pk], [lacking])


@transaction.atomic
def split(event: Event, quotes: Iterable[Quote], by: User | None = None) -> Event:
    """Make a candidate of its own of some of the event's quotes; at least one must remain.

    It has the event's topics and timelines, the most precise date that its quotes tell (else the
    event's), and a headline made from its first quote.
    """
    lock(event)
    chosen = {quote.pk for quote in quotes}
    every = list(event.quotes.select_related("article", "mention"))
    parted = [quote for quote in every if quote.pk in chosen]
    if not parted or len(parted) == len(every):
        raise ValidationError("To split, choose some of the event’s quotes, but not all.")
    first = next((quote for quote in parted if quote.mention), parted[0])
    made = Event(headline=first.headline, edtf=event.edtf, made_for=event.made_for)
    Event.objects.bulk_create([made])
    for name in ("topics", "timelines"):
        _add_related(name, made, [event])
    Event.objects.record([made])
    for quote in parted:
        quote.event, quote.is_by_hand = made, True
    Quote.objects.store_many(parted, MOVED)
    for one in (made, event):
        settle(one)
    remaining = min((one for one in every if one.pk not in chosen), key=lambda one: one.pk)
    judge_split(first, remaining, by)
    return made

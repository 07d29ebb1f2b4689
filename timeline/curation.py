"""What a curator does to events. Each step keeps what must hold, or says why it can't."""

import re
from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction

from articles.models import Article, Mention
from timeline.models import Event, Quote, Status

DECIDABLE = ("headline", "summary", "edtf", "is_planned")


@transaction.atomic
def publish(event: Event) -> None:
    """Show the event to the public; all that it says is now the curator's word."""
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
    event.status = Status.REJECTED
    event.save()


@transaction.atomic
def withdraw(event: Event) -> None:
    """Make the event a candidate again, no longer public."""
    if event.joined_into:
        raise ValidationError(f"“{event}” was joined into “{event.joined_into}”.")
    event.status = Status.CANDIDATE
    event.save()


@transaction.atomic
def join(into: Event, others: Iterable[Event]) -> None:
    """Give `into` the quotes, topics and timelines of the others, which are put aside.

    If one of them was published, so is the event that they become: nothing that readers could
    see disappears.
    """
    others = [event for event in others if event.pk != into.pk]
    if not others:
        raise ValidationError("To join, choose two events or more.")
    if chained := [event for event in (into, *others) if event.joined_into]:
        raise ValidationError(f"“{chained[0]}” was already joined into another event.")
    is_public = any(event.status == Status.PUBLISHED for event in others)
    for event in others:
        event.status, event.joined_into = Status.REJECTED, into
        event.save()
        _move_quotes(event, into)
        into.topics.add(*event.topics.all())
        into.timelines.add(*event.timelines.all())
    if is_public and into.status != Status.PUBLISHED:
        publish(into)
    else:
        into.save()


def _move_quotes(event: Event, into: Event) -> None:
    held = set(into.quotes.values_list("article_id", "start", "end"))
    for quote in event.quotes.select_related("article", "mention"):
        if (quote.article_id, quote.start, quote.end) in held:
            quote.delete()
        else:
            quote.event = into
            quote.save()


@transaction.atomic
def add_quote(
    event: Event, article: Article, words: str, stance: str = Quote.Stance.SUPPORTS
) -> Quote:
    """Quote the pasted words, which must stand exactly once in the article.

    White space may differ: words copied from a page seldom keep their line breaks.
    """
    start, end = only_place_of(words, article)
    if event.quotes.filter(article=article, start=start, end=end).exists():
        raise ValidationError("The event already has this quote.")
    dated = Mention.objects.filter(article=article, start__gte=start, end__lte=end).exclude(edtf="")
    return Quote.objects.create(
        event=event,
        article=article,
        start=start,
        end=end,
        exact=article.text[start:end],
        mention=dated.filter(edtf=event.edtf).first() or dated.first(),
        stance=stance,
    )


def only_place_of(words: str, article: Article) -> tuple[int, int]:
    parts = words.split()
    if not parts:
        raise ValidationError("Paste the words to quote.")
    pattern = re.compile(r"\s+".join(map(re.escape, parts)))
    places = [match.span() for match in pattern.finditer(article.text)]
    shown = " ".join(parts)
    shown = shown if len(shown) <= 80 else f"{shown[:79]}…"
    if not places:
        raise ValidationError(
            f"“{shown}” stands nowhere in “{article}”: paste words exactly as the article has them."
        )
    if len(places) > 1:
        raise ValidationError(
            f"“{shown}” stands {len(places)} times in “{article}”: "
            "paste more of the words around it."
        )
    return places[0]

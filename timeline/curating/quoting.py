"""Words of an article are quoted by hand, for an event that there is or a new one."""

import re

from django.core.exceptions import ValidationError
from django.db import transaction

from articles.models import Article
from articles.readers.cleaning import clean_text
from timeline.claims.planned import Told
from timeline.events.build import draft_quote
from timeline.events.judging import hand_over
from timeline.events.settling import settle
from timeline.events.versions import claimed_quotes, read_at, stand_on
from timeline.models import Event, Quote


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
    quote.is_by_hand, quote.kept_over = True, None
    stand_on(quote, read_at(new, start, end, event, claimed_quotes(new)))
    settle(event)


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

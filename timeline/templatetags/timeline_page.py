"""How the pages tell dates, quotes and sources. All that comes from articles is escaped here."""

from collections.abc import Sequence
from datetime import date

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from timeline import access, jinja
from timeline.entries import dates, look, wording
from timeline.events import disputes
from timeline.models import Event, Picture, Quote
from timeline.models.picture import shown_size as picture_size
from timeline.page.fragments import link_to_words
from timeline.page.notes import note_of, note_of_quote
from timeline.phrasing import precision, when
from timeline.search import Term

register = template.Library()


@register.simple_tag(takes_context=True)
def include_jinja(context: template.Context, name: str) -> SafeString:
    """What a template of Jinja makes of all that this one knows."""
    return SafeString(jinja.template(name).render(context.flatten()))


@register.filter
def shown_size(picture: Picture) -> tuple[int, int]:
    """The width and height at which the page shows it."""
    return picture_size(picture.width, picture.height)


@register.filter
def grouped(number: int) -> str:
    """The number with its thousands apart: "10,000"."""
    return f"{number:,}"


@register.filter
def date_label(event: Event) -> SafeString:
    """The event's date at the precision it has, as a time element where HTML knows the date."""
    return dates.date_label(event.edtf)


@register.filter
def date_text(event: Event) -> str:
    """The event's date at the precision it has, as plain text: "Before 2049"."""
    return when.bare(event.edtf)


@register.filter
def bare(edtf: str) -> str:
    """The date standing alone: "4 November 2019", "Spring 2018"."""
    return when.bare(edtf)


@register.filter
def sign(event: Event) -> precision.Sign:
    """The precision of the event's date, as a shape and in words."""
    return precision.sign_of(event.edtf, is_planned=event.is_planned)


@register.filter
def in_reading(sign: precision.Sign) -> str:
    """What is said of the precision, in the reader's language; "" for a day."""
    return dates.in_reading(sign)


@register.filter
def note(event: Event, today: date) -> str:
    """What is to be said of the event's date today, as a sentence; "" for most."""
    return wording.as_sentence(note_of(event, today))


@register.filter
def quote_note(quote: Quote) -> str:
    """Whose the quote's date is, as a sentence, where it isn't that of what is told."""
    return wording.as_sentence(note_of_quote(quote))


@register.filter
def in_words(edtf: str) -> str:
    """The date as a phrase: "on 4 November 2019"."""
    return when.phrase(edtf)


@register.filter
def label(edtf: str) -> str:
    """The date as a label within a sentence: "4 November 2019"."""
    return when.label(edtf)


@register.filter
def day(value: date) -> str:
    """A day of the calendar, worded like the dates of events: "4 November 2019"."""
    return dates.day(value)


@register.filter
def lang(tag: str) -> SafeString:
    """The lang attribute, after a space, of words in a language that isn't the page's; or ""."""
    return look.lang_of(tag, get_language() or "")


@register.filter
def marked(quote: Quote, terms: Sequence[Term] = ()) -> SafeString:
    """The quote's words, those of its date marked, and in another way the words searched for."""
    return wording.marked(quote, terms)


@register.filter
def original(quote: Quote) -> str:
    """The address of the quote's words on its publisher's page, or "" where there is none."""
    return link_to_words(
        quote.article.url, quote.exact if access.words_are_public(quote.article) else ""
    )


@register.filter
def at_odds(event: Event) -> list[str]:
    """What its sources disagree on, as sentences; nothing of words that the public may not read."""
    quotes = [one for one in event.quotes.all() if access.words_are_public(one.article)]
    return list(map(wording.as_sentence, disputes.disputes(quotes)))

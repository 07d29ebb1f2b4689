"""How the pages tell dates, quotes and sources. All that comes from articles is escaped here."""

from collections.abc import Sequence
from datetime import date

from django import template
from django.forms import BoundField
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext, pgettext

from articles.models import Article
from timeline import access, disputes, precision, when
from timeline.fragments import link_to_words
from timeline.models import Event, Quote
from timeline.notes import note_of, note_of_quote
from timeline.readings import date_words
from timeline.search import Term
from timeline.search.hits import cut_at_hits

register = template.Library()
OPEN, CLOSE = mark_safe('<mark class="hit">'), mark_safe("</mark>")


@register.filter
def date_label(event: Event) -> SafeString:
    """The event's date at the precision it has, as a time element where HTML knows the date."""
    label = when.bare(event.edtf)
    if machine := precision.html_date(event.edtf):
        return format_html('<time datetime="{}">{}</time>', machine, label)
    return format_html("<b>{}</b>", label)


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
    return pgettext("between parts of a list", ", ").join(map(gettext, sign.parts))


@register.filter
def note(event: Event, today: date) -> str:
    """What is to be said of the event's date today, as a sentence; "" for most."""
    return _as_sentence(note_of(event, today))


@register.filter
def how_dated(quote: Quote) -> str:
    """How the quote's date was read, naming its words, and whose date it is; or ""."""
    return " ".join(filter(None, [_reading(quote), quote_note(quote)]))


@register.filter
def quote_note(quote: Quote) -> str:
    """Whose the quote's date is, as a sentence, where it isn't that of what is told."""
    return _as_sentence(note_of_quote(quote))


def _reading(quote: Quote) -> str:
    """The words of the date and what they mean: the mention's own sentence is English."""
    mention = quote.mention
    if mention is None:
        return ""
    said = mention.why
    if when.is_chinese() and mention.edtf:
        told = {"words": date_words(quote)[1], "date": when.label(mention.edtf)}
        said = gettext("“%(words)s” is %(date)s.") % told
        if mention.anchor == "publication" and quote.article.published_on:
            told["day"] = day(quote.article.published_on)
            said = gettext("“%(words)s”, counted from %(day)s, is %(date)s.") % told
    return gettext("Date words: %(said)s") % {"said": said}


def _as_sentence(told: str) -> str:
    return pgettext("a sentence", "%s.") % f"{told[:1].upper()}{told[1:]}" if told else ""


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
    return when.label(value.isoformat()[:10])


@register.filter
def lang(tag: str) -> SafeString:
    """The lang attribute, after a space, of words in a language that isn't the page's; or ""."""
    spoken = (get_language() or "en").partition("-")[0]
    return mark_safe("") if tag == spoken else format_html(' lang="{}"', tag)


@register.filter
def marked(quote: Quote, terms: Sequence[Term] = ()) -> SafeString:
    """The quote's words, those of its date marked, and in another way the words searched for."""
    before, dated, after = (lit(part, terms) for part in date_words(quote))
    return format_html("{}<mark>{}</mark>{}" if dated else "{}", before, dated, after)


@register.filter
def lit(text: str, terms: Sequence[Term] = ()) -> SafeString:
    """The text with the words searched for marked."""
    if not terms:
        return conditional_escape(text)
    pieces = cut_at_hits(text, terms)
    return format_html_join(
        "",
        "{}{}{}",
        ((OPEN, piece, CLOSE) if is_hit else ("", piece, "") for piece, is_hit in pieces),
    )


@register.filter
def shows_words(article: Article) -> bool:
    """Whether the article's words may be shown on pages of events."""
    return access.words_are_public(article)


@register.filter
def understood(box: BoundField) -> str:
    """How a date box was understood: "from 1 March 2018 (spring 2018)"; "" if it is empty."""
    limit = box.form.cleaned_data.get(box.name)
    if not limit:
        return ""
    return f"{limit.words} ({limit.date})" if limit.date else str(limit.words)


@register.filter
def original(quote: Quote) -> str:
    """The address of the quote's words on its publisher's page, or "" where there is none."""
    return link_to_words(
        quote.article.url, quote.exact if access.words_are_public(quote.article) else ""
    )


@register.filter
def source_count(event: Event) -> int:
    """How many publishers tell the event at first hand; an article without one is its own."""
    own = [quote.article for quote in event.quotes.all() if not quote.second_hand]
    return len({article.publisher or article for article in own}) or 1


@register.filter
def is_disputed(event: Event) -> bool:
    """Whether one of its sources disagrees, or two give dates that exclude each other."""
    quotes = event.quotes.all()
    is_denied = any(quote.stance == Quote.Stance.DISPUTES for quote in quotes)
    return is_denied or disputes.have_other_dates(quotes)


@register.filter
def at_odds(event: Event) -> list[str]:
    """What its sources disagree on, as sentences; nothing of words that the public may not read."""
    quotes = [one for one in event.quotes.all() if access.words_are_public(one.article)]
    return list(map(_as_sentence, disputes.disputes(quotes)))

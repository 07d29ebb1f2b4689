"""What is said of an event and its quotes, worded and escaped: templates only put it in place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import NamedTuple

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext, pgettext

from timeline import access
from timeline.claims.quoted import AnyArticle, AnyQuote
from timeline.entries.dates import DateEntry, date_entry, day, day_in
from timeline.entries.look import Look, Wording, lang_of, wording_in
from timeline.entries.reading import EventRow, TopicRow
from timeline.events.disputes import have_other_dates
from timeline.models import Quote
from timeline.models.picture import shown_size
from timeline.page.fragments import link_to_words
from timeline.page.notes import note_of_quote, note_on
from timeline.page.readings import words_read
from timeline.page.reports import known_then, told_since, was_out
from timeline.phrasing import when
from timeline.search import Term
from timeline.search.hits import cut_at_hits


@dataclass(slots=True)
class QuoteEntry:
    """A quote as it is shown; `words` are "" where the public may not read them."""

    pk: int
    is_disputing: bool
    later: str
    words: SafeString
    disagrees: str
    source: str
    published: str
    second_hand: str
    how_dated: str
    address: str
    original: str
    lang: SafeString
    title: str
    byline: str


class PictureEntry(NamedTuple):
    """A picture as it is shown: its address and size, what it shows, and whose it is."""

    address: str
    width: int
    height: int
    alt: str
    credit: str


@dataclass(slots=True)
class Entry:
    """An event as it is shown in a list."""

    pk: int
    address: str
    date: DateEntry
    headline: SafeString
    summary: SafeString
    note: str
    said: SafeString
    count: str
    is_disputed: bool
    quotes: list[QuoteEntry]
    topics: list[TopicRow]
    picture: PictureEntry | None


def entry_of(event: EventRow, look: Look) -> Entry:
    """The event as a list shows it: of quotes that came later only that they did."""
    known = [quote for quote in event.quotes if was_out(quote.article, look.known_by)]
    return Entry(
        pk=event.pk,
        address=address_of("event", event.pk),
        date=date_entry(event.edtf, look.language, is_planned=event.is_planned),
        headline=lit(event.headline, look.terms),
        summary=lit(event.summary, look.terms),
        note=" ".join(map(as_sentence, _notes(event, look))),
        said=said_of(known, look.language),
        count=_count_then(event.quotes, known, look),
        is_disputed=is_disputed(known),
        quotes=[quote_entry(quote, look) for quote in event.quotes],
        topics=event.topics,
        picture=picture_of(event),
    )


def _notes(event: EventRow, look: Look) -> Iterator[str]:
    if note := note_on(event, event.quotes, look.today):
        yield note
    if look.known_by is not None:
        yield from known_then(event, event.quotes, look.known_by)


def _count_then(quotes: Sequence[AnyQuote], known: Sequence[AnyQuote], look: Look) -> str:
    """How many quotes there were by the day that was asked for, and since when; or all today."""
    count = count_of(known, look.language)
    if look.known_by is None:
        return count
    if len(known) < len(quotes):
        count = look.say.today % {"count": count, "number": len(quotes)}
    return look.say.and_then.join(filter(None, [count, told_since(known)]))


def picture_of(event: EventRow) -> PictureEntry | None:
    """The event's picture as a list shows it, if it has one."""
    if event.picture is None:
        return None
    width, height = shown_size(event.picture_width or 1, event.picture_height or 1)
    address = address_of("picture", event.picture)
    return PictureEntry(address, width, height, event.picture_alt, event.picture_credit)


def quote_entry(quote: AnyQuote, look: Look) -> QuoteEntry:
    """The quote as it is shown."""
    article, say = quote.article, look.say
    shows = access.words_are_public(article)
    is_disputing = quote.stance == Quote.Stance.DISPUTES
    publisher = article.publisher.name if article.publisher else ""
    return QuoteEntry(
        pk=quote.pk,
        is_disputing=is_disputing,
        later="" if was_out(article, look.known_by) else _later(article, say),
        words=marked(quote, look.terms) if shows else SafeString(""),
        disagrees=_disagrees(quote, say, shows=shows) if is_disputing else "",
        source=publisher or article.title or say.unnamed,
        published=day_in(look.language, article.published_on) or say.undated,
        second_hand=_with(say.second_hand, why=quote.second_hand),
        how_dated=how_dated(quote, say) if shows else "",
        address=f"{address_of('article', article.pk)}#q-{quote.pk}",
        # On paper the address is read, so it is the short one.
        original=link_to_words(article.url, quote.exact if shows and not look.is_open else ""),
        lang=lang_of(article.language, look.language),
        title=article.title if publisher else "",
        byline=_with(say.byline, author=article.author),
    )


def _with(words: str, **told: str) -> str:
    """The words with what is told put into them; "" where that is empty."""
    return words % told if all(told.values()) else ""


def _later(article: AnyArticle, say: Wording) -> str:
    return say.perhaps_later if article.published_on is None else say.later


def _disagrees(quote: AnyQuote, say: Wording, *, shows: bool) -> str:
    if not (shows and quote.mention and quote.mention.edtf):
        return say.disagrees
    return gettext("Disagrees: %(date)s") % {"date": when.label(quote.mention.edtf)}


@lru_cache
def _pattern_of(name: str) -> str:
    return reverse(name, args=[0])


def address_of(name: str, pk: int) -> str:
    """The address of an event's or article's page."""
    return _pattern_of(name).replace("0", str(pk), 1)


def as_sentence(told: str) -> str:
    """The note with a capital letter and a full stop; "" of nothing."""
    return pgettext("a sentence", "%s.") % f"{told[:1].upper()}{told[1:]}" if told else ""


def how_dated(quote: AnyQuote, say: Wording) -> str:
    """How the quote's date was read, naming its words, and whose date it is; or ""."""
    note = note_of_quote(quote)
    return " ".join(filter(None, [_reading(quote, say), as_sentence(note)]))


def _reading(quote: AnyQuote, say: Wording) -> str:
    """The words of the date and what they mean: the mention's own sentence is English."""
    mention = quote.mention
    if mention is None:
        return ""
    said = mention.why
    if mention.edtf and when.is_chinese():
        told = {"words": words_read(quote)[1], "date": when.label(mention.edtf)}
        said = gettext("“%(words)s” is %(date)s.") % told
        if mention.anchor == "publication" and quote.article.published_on:
            told["day"] = day(quote.article.published_on)
            said = gettext("“%(words)s”, counted from %(day)s, is %(date)s.") % told
    return say.date_words % {"said": said}


def marked(quote: AnyQuote, terms: Sequence[Term] = ()) -> SafeString:
    """The quote's words, those of its date marked, and in another way the words searched for."""
    before, dated, after = (lit(part, terms) for part in words_read(quote))
    return SafeString(f"{before}<mark>{dated}</mark>{after}" if dated else before)


def lit(text: str, terms: Sequence[Term] = ()) -> SafeString:
    """The text, escaped, with the words searched for marked."""
    if not terms:
        return SafeString(escape(text))
    pieces = ((escape(piece), is_hit) for piece, is_hit in cut_at_hits(text, terms))
    parts = (f'<mark class="hit">{piece}</mark>' if is_hit else piece for piece, is_hit in pieces)
    return SafeString("".join(parts))


def said_of(quotes: Sequence[AnyQuote], language: str) -> SafeString:
    """The first words, quoted, whose date had to be counted (“last month”); or ""."""
    for quote in quotes:
        is_told = quote.stance == Quote.Stance.SUPPORTS and access.words_are_public(quote.article)
        if is_told and quote.mention and quote.mention.anchor:
            lang = lang_of(quote.article.language, language)
            return SafeString(f"<bdi{lang}>“{escape(words_read(quote)[1])}”</bdi> · ")
    return SafeString("")


def count_of(quotes: Sequence[AnyQuote], language: str) -> str:
    """How many quotes and sources there are, in words of the reader's language, named."""
    return _count(len(quotes), sources_of(quotes), language)


@lru_cache(maxsize=512)
def _count(number: int, sources: int, language: str) -> str:
    if sources > 1:
        words = wording_in(language).many_sources
    else:
        words = ngettext(
            "%(number)s quote from 1 source", "%(number)s quotes from 1 source", number
        )
    return words % {"number": number, "sources": sources}


def sources_of(quotes: Sequence[AnyQuote]) -> int:
    """How many publishers tell it at first hand; an article without one is its own."""
    own = [quote.article for quote in quotes if not quote.second_hand]
    return len({(one.publisher_id, one.publisher_id or one.pk) for one in own}) or 1


def is_disputed(quotes: Sequence[AnyQuote]) -> bool:
    """Whether one of the sources disagrees, or two give dates that exclude each other."""
    is_denied = any(quote.stance == Quote.Stance.DISPUTES for quote in quotes)
    return is_denied or (len(quotes) > 1 and have_other_dates(quotes))

"""An event's quotes on its page: those it has, and new ones made from pasted words."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles.dates import Span, in_words
from timeline.admin.quote_forms import HeldFormSet, NewQuoteForm, QuoteForm
from timeline.merging.days import can_agree
from timeline.models import Event, Quote
from timeline.page.notes import note_of_quote
from timeline.page.readings import date_words

# Django's inlines take no brackets when they run, so that mypy, which wants them, is told not to.


class QuoteInline(admin.TabularInline):  # type: ignore[type-arg]
    """The quotes that an event has. Their words and place are the article's, not to be edited."""

    model = Quote
    form = QuoteForm
    formset = HeldFormSet
    fields = ["words", "source", "reading", "stance"]
    readonly_fields = ["words", "source", "reading"]
    extra = 0
    verbose_name_plural = "quotes"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Quote]:
        """Quotes with what is shown of their event, article and date."""
        quotes: QuerySet[Quote] = super().get_queryset(request)
        return quotes.select_related("event", "article__publisher", "mention").defer(
            "article__text"
        )

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """New quotes are made below, from pasted words."""
        return False

    @admin.display(description="words")
    def words(self, quote: Quote) -> str:
        """The exact words."""
        return quote.exact

    @admin.display(description="article")
    def source(self, quote: Quote) -> str:
        """The article, at the quote, with publisher and date."""
        article = quote.article
        details = [str(article.publisher or ""), str(article.published_on or "no date")]
        second_hand = f"second-hand: {quote.second_hand}" if quote.second_hand else ""
        return format_html(
            '<a href="{}{}">{}</a><br>{}{}',
            reverse("admin:articles_article_change", args=[article.pk]),
            f"#at-{quote.mention.start}" if quote.mention else "",
            article.title or f"article {article.pk}",
            ", ".join(filter(None, details)),
            format_html("<br><em>{}</em>", second_hand) if second_hand else "",
        )

    @admin.display(description="its date, and why")
    def reading(self, quote: Quote) -> str:
        """What the words of the date were read as."""
        mention = quote.mention
        if mention is None:
            return note_of_quote(quote) or "names no date"
        date = f"{mention.edtf}, {in_words(mention.edtf)}" if mention.edtf else "not resolved"
        when, note = quote.when, note_of_quote(quote)
        return format_html(
            "<strong>{}</strong>: {}{}<br>{}{}{}",
            date_words(quote)[1],
            date,
            f", told as {quote.told}" if quote.told else "",
            mention.why,
            format_html("<br>{}", note) if note else "",
            _difference(quote.event, when) if when and not can_agree(quote.event, when) else "",
        )


def _difference(event: Event, when: Span) -> SafeString:
    return format_html(
        '<span class="differs">This source reads: {}; the event’s date is: {}.</span>',
        in_words(when.edtf),
        in_words(event.edtf),
    )


class NewQuoteInline(admin.StackedInline):  # type: ignore[type-arg]
    """Empty forms for new quotes."""

    model = Quote
    form = NewQuoteForm
    fields = ["article", "words", "stance"]
    autocomplete_fields = ["article"]
    extra = 1
    verbose_name_plural = "new quotes"
    verbose_name = "new quote"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Quote]:
        """None: the other inline shows those that there are."""
        return Quote.objects.none()

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nothing here is changed."""
        return False

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Shown to those who may add."""
        return self.has_add_permission(request, obj)

"""An event's quotes on its page: those it has, and new ones made from pasted words."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles.dates import in_words
from articles.models import Article, Mention
from timeline.curation import add_quote, only_place_of
from timeline.models import Event, Quote, Status

# Django's formsets, forms and inlines take no brackets when they run, so that mypy, which wants
# them, is told not to.


class OwnQuote(forms.ModelChoiceField):  # type: ignore[type-arg]
    """The id of the quote that a form was made of, for which Django would ask the database.

    A quote that went meanwhile has none, and is passed over.
    """

    def __init__(self, own: Quote) -> None:
        self.own = own
        hidden = forms.HiddenInput
        super().__init__(Quote.objects.none(), required=False, widget=hidden, initial=own.pk)

    def clean(self, value: Any) -> Quote | None:
        """The quote."""
        return self.own if self.own.pk else None


class QuoteForm(forms.ModelForm):  # type: ignore[type-arg]
    """A stored quote, of which the stance alone can be changed."""

    instance: Quote

    def _post_clean(self) -> None:
        """Check a quote that changes; to check all would fetch the text of every article."""
        if self.instance.pk and self.has_changed():
            super()._post_clean()  # type: ignore[misc]


class HeldFormSet(BaseInlineFormSet):  # type: ignore[type-arg]
    """Refuses to leave a published event without a quote."""

    def add_fields(self, form: Any, index: int | None) -> None:
        """The parent's fields, of which the id needs no query."""
        super().add_fields(form, index)
        form.fields["id"] = OwnQuote(form.instance)

    def clean(self) -> None:
        """Check that a quote remains."""
        super().clean()
        event: Event = self.instance
        leaving = [form for form in self.deleted_forms if form.instance.pk]
        if leaving and event.status == Status.PUBLISHED and len(leaving) == event.quotes.count():
            raise ValidationError(
                f"“{event.headline}” is published, and would be left without a quote: save "
                "another quote first, or withdraw the event."
            )


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
        return format_html(
            '<a href="{}{}">{}</a><br>{}',
            reverse("admin:articles_article_change", args=[article.pk]),
            f"#at-{quote.mention.start}" if quote.mention else "",
            article.title or f"article {article.pk}",
            ", ".join(filter(None, details)),
        )

    @admin.display(description="its date, and why")
    def reading(self, quote: Quote) -> str:
        """What the words of the date were read as."""
        mention = quote.mention
        if mention is None:
            return "names no date"
        words = quote.exact[mention.start - quote.start : mention.end - quote.start]
        date = f"{mention.edtf}, {in_words(mention.edtf)}" if mention.edtf else "not resolved"
        differs = _differ(quote.event, mention)
        return format_html(
            "<strong>{}</strong>: {}<br>{}{}",
            words,
            date,
            mention.why,
            _difference(quote.event, mention) if differs else "",
        )


def _difference(event: Event, mention: Mention) -> SafeString:
    return format_html(
        '<span class="differs">This source reads: {}; the event’s date is: {}.</span>',
        in_words(mention.edtf),
        in_words(event.edtf),
    )


def _differ(event: Event, mention: Mention) -> bool:
    """Whether the event's days and the mention's have none in common."""
    firsts = [day for day in (event.first_day, mention.first_day) if day is not None]
    lasts = [day for day in (event.last_day, mention.last_day) if day is not None]
    return bool(mention.edtf and firsts and lasts) and max(firsts) > min(lasts)


class NewQuoteForm(forms.ModelForm):  # type: ignore[type-arg]
    """An article and the words to quote of it."""

    words = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 3, "cols": 60}),
        help_text="Copied from the article. Line breaks may differ.",
    )

    class Meta:
        model = Quote
        fields = ["article", "stance"]

    def clean(self) -> dict[str, Any]:
        """Find the words, so that what is wrong with them is told beside them."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        article, words = cleaned.get("article"), cleaned.get("words")
        if article and words:
            try:
                start, end = only_place_of(words, article)
                if self._is_held(article, start, end):
                    raise ValidationError("The event already has this quote.")
            except ValidationError as error:
                self.add_error("words", error)
        return cleaned

    def _post_clean(self) -> None:
        """Nothing more: the model's own check is made by add_quote, which knows the place."""

    def _is_held(self, article: Article, start: int, end: int) -> bool:
        held = Quote.objects.filter(event=self.instance.event_id, article=article)
        return held.filter(start=start, end=end).exists()

    def save(self, commit: bool = True) -> Quote:
        """The new quote, stored."""
        return add_quote(
            self.instance.event,
            self.cleaned_data["article"],
            self.cleaned_data["words"],
            self.cleaned_data["stance"],
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

"""The forms of an event's quotes: of those that are stored, and of pasted words."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.models import BaseInlineFormSet

from articles.models import Article
from timeline.curating.quoting import add_quote, only_place_of
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

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "stance" in self.fields:
            self.fields["stance"].widget.attrs["aria-label"] = f"What “{self.instance}” does"

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
        if "DELETE" in form.fields:
            form.fields["DELETE"].widget.attrs["aria-label"] = f"Delete “{form.instance}”"

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

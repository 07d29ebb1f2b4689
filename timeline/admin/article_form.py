"""The form of an article that is stored: what is known about it, never its text."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from articles.models import Article
from articles.readers import ReadError
from articles.readers.fields import read_language
from timeline.curating.meanwhile import SAVE_AGAIN, knows_now


class DatedForm(forms.ModelForm):  # type: ignore[type-arg]  # Django has no brackets here
    """A form with a publication date, of which nobody takes back what was set meanwhile.

    The date that the page showed is sent back with it: only another one counts as typed, and
    is stored only over the date that was shown.
    """

    instance: Article

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if box := self.fields.get("published_on"):
            box.show_hidden_initial = True

    def clean_published_on(self) -> date | None:
        """The date, if that stored is the one that was shown."""
        typed: date | None = self.cleaned_data["published_on"]
        stored: date | None = self.initial.get("published_on")
        shown = self.add_initial_prefix("published_on")
        if "published_on" not in self.changed_data:
            return stored
        if typed == stored or self.data.get(shown, "") == str(stored or ""):
            return typed
        knows_now(self, shown, str(stored or ""))
        raise ValidationError(f"Meanwhile it was set to {stored or 'no date'}. {SAVE_AGAIN}")


class ListedForm(DatedForm):
    """A row of the list, whose box has a name for those who don't see the column's."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if box := self.fields.get("published_on"):
            name = self.instance.title or f"article {self.instance.pk}"
            box.widget.attrs["aria-label"] = f"Published on, of “{name}”"


class ArticleForm(DatedForm):
    """Publication date, title, publisher, URL, author, language, and how much is public."""

    class Meta:
        model = Article
        fields = [
            "published_on", "title", "publisher", "url", "author", "language", "public_text",
        ]  # fmt: skip

    def clean_language(self) -> str:
        """The BCP 47 tag in its usual case."""
        try:
            return read_language(self.cleaned_data["language"])
        except ReadError as error:
            raise ValidationError(error.sentence) from error

    def clean_url(self) -> str:
        """The URL, if no other article has this text there."""
        url: str = self.cleaned_data["url"]
        same = Article.objects.filter(url=url, text_hash=self.instance.text_hash)
        if same.exclude(pk=self.instance.pk).exists():
            raise ValidationError("Another article has the same text at this URL.")
        return url

"""Articles that a curator pastes or uploads, read exactly as `ingest` reads them."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.urls import reverse
from django.utils.html import format_html

from articles.models import web_url
from articles.readers import MAX_BYTES, Item, ReadError, Record, read_bytes, read_pasted
from timeline.events.ingest import Ingested, take_in_items
from timeline.models import Timeline

ACCEPTED = ".txt,.md,.html,.htm,.jsonl"
GIVEN = "Used only where the article itself doesn't say."


class DayInput(forms.DateInput):
    """The browser's own box for a day: 04/11/2019 is not the same day in every country."""

    input_type = "date"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{**kwargs, "format": "%Y-%m-%d"})


class ArrivalForm(forms.Form):
    """A text or a file, the timeline that it goes to, and what is known of it besides."""

    required_css_class = "required"

    text = forms.CharField(
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 16, "class": "vLargeTextField"}),
        help_text="Plain text, Markdown with a header block, or HTML.",
    )
    file = forms.FileField(
        required=False,
        widget=forms.ClearableFileInput(attrs={"accept": ACCEPTED}),
        help_text="Or a file: .txt, .md, .html, or .jsonl with an article a line.",
    )
    timeline = forms.ModelChoiceField(Timeline.objects.all())
    published_on = forms.DateField(
        required=False, label="Published", widget=DayInput, help_text=GIVEN
    )
    title = forms.CharField(required=False, max_length=500, help_text=GIVEN)
    publisher = forms.CharField(required=False, max_length=200, help_text=GIVEN)
    url = forms.CharField(
        required=False, label="URL", max_length=2000, validators=[web_url], help_text=GIVEN
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.items: list[Item] = []
        timelines = list(Timeline.objects.all()[:2])
        if len(timelines) == 1:
            self.fields["timeline"].initial = timelines[0]
        if not timelines:
            self.fields["timeline"].help_text = format_html(
                'There is none yet: <a href="{}">make one</a> first.',
                reverse("admin:timeline_timeline_add"),
            )

    def clean(self) -> dict[str, Any]:
        """Read the articles; what can't be read is told where it was given."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        text, file = cleaned.get("text", ""), cleaned.get("file")
        if self.errors:
            return cleaned
        if bool(text.strip()) == bool(file):
            raise ValidationError("Paste a text or choose a file, one of the two.")
        if file:
            self._read("file", _items_of(file))
        else:
            self._read("text", _pasted(text))
        return cleaned

    def _read(self, field: str, items: Iterator[Item]) -> None:
        self.items = list(_with_what_breaks(items, field))
        if not any(item.record for item in self.items):
            self.add_error(field, [f"{item.where}: {item.error}" for item in self.items])
        elif len(self.items) > 1:
            for name in filter(self.cleaned_data.get, ("published_on", "title", "url")):
                self.add_error(name, "The file has several articles: this can't hold for each.")

    def store(self) -> tuple[list[Ingested], list[str]]:
        """Take in what was read; with what failed."""
        timeline, day = self.cleaned_data["timeline"], self.cleaned_data["published_on"]
        stored, failures = [], []
        for item, done in take_in_items(self.items, timeline, day, self._completed):
            if isinstance(done, Ingested):
                stored.append(done)
            else:
                failures.append(f"{item.where}: {done}")
        return stored, failures

    def _completed(self, record: Record) -> Record:
        given = {name: self.cleaned_data[name].strip() for name in ("title", "publisher", "url")}
        missing = {name: value for name, value in given.items() if not getattr(record, name)}
        return replace(record, **missing)


def _items_of(file: "UploadedFile[Any]") -> Iterator[Item]:
    """The articles of an upload. What is too large is refused by its size, before it is read."""
    if (file.size or 0) > MAX_BYTES:
        return iter([Item(str(file.name), error="it is larger than 50 MB; split it.")])
    return read_bytes(file.read(), str(file.name))


def _with_what_breaks(items: Iterator[Item], where: str) -> Iterator[Item]:
    """The items, and, in place of those after one that breaks a reader, what broke."""
    try:
        yield from items
    except Exception as error:  # whatever a hostile page makes of the libraries that read it
        yield Item(where, error=f"{type(error).__name__}: {error}")


def _pasted(text: str) -> Iterator[Item]:
    try:
        yield Item("pasted text", record=read_pasted(text))
    except ReadError as error:
        yield Item("pasted text", error=str(error))

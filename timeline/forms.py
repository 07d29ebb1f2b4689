"""The filter of a timeline's page: what a reader typed, read into a Selection."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.core.exceptions import ValidationError

from articles.dates import DateNotUnderstood, Span, iso_day, read_date
from articles.models import Publisher
from timeline.access import published_on
from timeline.models import Timeline, Topic
from timeline.precision import label_in_text
from timeline.selection import Selection

LARGEST_ID = 2**63 - 1
VIEWS = [("list", "List"), ("axis", "Axis"), ("sources", "Sources")]


@dataclass(frozen=True)
class Limit:
    """One end of the span of days that a reader asked for, and the words it was understood as."""

    day: int
    words: str


class LimitBox(forms.CharField):
    """A box that takes a date in plain words or EDTF, and gives its Limit, or None if empty.

    `is_last` says which of the date's own days counts: to 2018 is to the end of 2018.
    """

    def __init__(self, *, is_last: bool, **kwargs: Any) -> None:
        super().__init__(required=False, max_length=100, **kwargs)
        self.is_last = is_last
        self.today = date.min

    def clean(self, value: Any) -> Limit | None:
        """The Limit that was typed; raises ValidationError with the reason."""
        typed: str = super().clean(value)
        if not typed:
            return None
        try:
            span = read_date(typed, self.today).span
        except DateNotUnderstood as error:
            raise ValidationError(f"{error} The filter leaves it out.") from error
        day = span.last_day if self.is_last else span.first_day
        if day is None:
            end = "end" if self.is_last else "beginning"
            raise ValidationError(f"“{typed}” has no {end}; the filter leaves it out.")
        return Limit(day, self._explain(span, day))

    def _explain(self, span: Span, day: int) -> str:
        """ "from spring 2018, that is 1 March 2018"."""
        edge, date_words = "to" if self.is_last else "from", label_in_text(span.edtf)
        day_words = label_in_text(iso_day(day))
        if date_words == day_words:
            return f"{edge} {day_words}"
        return f"{edge} {day_words} ({date_words})"


class FilterForm(forms.Form):
    """The filter and the place in the list. What it can't read it says, and leaves out."""

    q = forms.CharField(
        label="Words",
        required=False,
        max_length=200,
        widget=forms.TextInput({"type": "search"}),
    )
    from_ = LimitBox(label="From", is_last=False)
    to = LimitBox(label="To", is_last=True)
    view = forms.ChoiceField(required=False, choices=VIEWS, widget=forms.HiddenInput)
    after = forms.IntegerField(required=False, min_value=1, max_value=LARGEST_ID)
    before = forms.IntegerField(required=False, min_value=1, max_value=LARGEST_ID)

    FILTERS = ("q", "from_", "to", "topic", "publisher")  # in the order of the address

    def __init__(self, data: Any, *, timeline: Timeline, today: date) -> None:
        super().__init__(data, label_suffix="")
        events = published_on(timeline)
        topics = Topic.objects.filter(events__in=events)
        publishers = Publisher.objects.filter(articles__quotes__event__in=events)
        self._offer("topic", "All topics", topics)
        self._offer("publisher", "All publishers", publishers)
        for field in self.fields.values():
            if isinstance(field, LimitBox):
                field.today = today

    def _offer(self, name: str, everything: str, rows: Any) -> None:
        found = rows.order_by("name").distinct().values_list("slug", "name")
        self.fields[name] = forms.ChoiceField(
            label=name.capitalize(),
            required=False,
            choices=[("", everything), *found],
            error_messages={
                "invalid_choice": f"No event here has this {name}; the filter leaves it out."
            },
        )

    def add_prefix(self, field_name: str) -> str:
        """The parameter's name: `from` is a word of Python's, so its field is `from_`."""
        return super().add_prefix(field_name.rstrip("_"))

    def clean(self) -> dict[str, Any]:
        """The values; an end before the beginning is named, and left out like what isn't read."""
        first, last = self.cleaned_data.get("from_"), self.cleaned_data.get("to")
        if first and last and last.day < first.day:
            self.add_error("to", "This is before “From”; the filter leaves it out.")
        return self.cleaned_data

    def selection(self) -> Selection:
        """What the reader asked to see, as far as it was understood."""
        self.full_clean()
        valid = self.cleaned_data
        first: Limit | None = valid.get("from_")
        last: Limit | None = valid.get("to")
        return Selection(
            words=valid.get("q", ""),
            first_day=first.day if first else None,
            last_day=last.day if last else None,
            topic=valid.get("topic", ""),
            publisher=valid.get("publisher", ""),
        )

    def cursors(self) -> dict[str, int | None]:
        """The ids of the events that the page stands after or before."""
        return {name: self.cleaned_data.get(name) for name in ("after", "before")}

    def understood(self) -> list[str]:
        """How the limits were understood: "from 1 March 2018 (spring 2018)"."""
        limits = (self.cleaned_data.get(name) for name in ("from_", "to"))
        return [limit.words for limit in limits if limit]

    def is_filtering(self) -> bool:
        """Whether the reader typed or chose anything."""
        return bool(self._typed())

    def chosen_view(self) -> str:
        """The view that was asked for, by name: the list, if none is."""
        return self.cleaned_data.get("view") or VIEWS[0][0]

    def views(self) -> list[tuple[str, str, str]]:
        """Name, label and query string of each view of what is asked."""
        return [(name, label, self.query(view=name)) for name, label in VIEWS]

    def query(self, **changed: int | str | None) -> str:
        """The filter and view as a query string with its "?", without empty boxes; "" if none is.

        What is changed is put in place of what was typed, by the parameter's name; None or ""
        takes it away.
        """
        given = {"view": self.chosen_view()} | {
            name: str(value or "") for name, value in changed.items()
        }
        if given["view"] == VIEWS[0][0]:
            given["view"] = ""
        kept = {name: value for name, value in (self._typed() | given).items() if value}
        return f"?{urlencode(kept)}" if kept else ""

    def _typed(self) -> dict[str, str]:
        # A date that isn’t understood stays in its box, to be mended; other values are links’ own.
        kept = [n for n in self.FILTERS if n not in self.errors or n in ("from_", "to")]
        boxes = [self[name] for name in kept]
        return {box.html_name: box.value() for box in boxes if box.value()}

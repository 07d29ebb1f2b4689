"""The filter of a timeline's page: what a reader typed, read into a Selection."""

from collections.abc import Callable
from datetime import date
from functools import cached_property, lru_cache
from itertools import starmap
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from timeline.index import TimelineIndex
from timeline.index.selection import Selection
from timeline.page.limits import Limit, LimitBox

LARGEST_ID = 2**32 - 1  # the index holds ids of 32 bits
VIEWS = [
    ("list", gettext_lazy("List")),
    ("axis", gettext_lazy("Axis")),
    ("sources", gettext_lazy("Sources")),
]
WITHIN = [
    ("possible", gettext_lazy("may be within")),
    ("certain", gettext_lazy("wholly within")),
]
PLANNED = {"yes": True, "no": False}


class FilterForm(forms.Form):
    """The filter and the place in the list. What it can't read it says, and leaves out."""

    q = forms.CharField(
        label=gettext_lazy("Words"),
        required=False,
        max_length=200,
        widget=forms.TextInput({"type": "search"}),
    )
    from_ = LimitBox(label=gettext_lazy("From"), words=gettext_lazy("from %(day)s"), is_last=False)
    to = LimitBox(label=gettext_lazy("To"), words=gettext_lazy("to %(day)s"), is_last=True)
    within = forms.ChoiceField(
        label=gettext_lazy("Imprecise dates"), required=False, choices=WITHIN
    )
    known = LimitBox(
        label=gettext_lazy("Known by"), words=gettext_lazy("known by %(day)s"), is_last=True
    )
    topic = forms.CharField(required=False, max_length=80)
    publisher = forms.CharField(required=False, max_length=80)
    precision = forms.CharField(required=False, max_length=10)
    planned = forms.ChoiceField(required=False, choices=[(name, name) for name in PLANNED])
    sources = forms.IntegerField(required=False, min_value=1, max_value=1000)
    view = forms.ChoiceField(required=False, choices=VIEWS)
    more = forms.ChoiceField(required=False, choices=[("topic", "topic"), ("publisher", "p")])
    after = forms.IntegerField(required=False, min_value=1, max_value=LARGEST_ID)
    before = forms.IntegerField(required=False, min_value=1, max_value=LARGEST_ID)

    # In the order of the address. The boxes are typed in; the others are chosen by links.
    BOXES = ("q", "from_", "to", "within", "known")
    DATES = ("from_", "to", "known")
    CHOSEN = ("topic", "publisher", "precision", "planned", "sources")

    def __init__(self, data: Any, *, index: TimelineIndex, today: date) -> None:
        super().__init__(data, label_suffix="")
        self.index = index
        for field in self.fields.values():
            if isinstance(field, LimitBox):
                field.today = today

    def add_prefix(self, field_name: str) -> str:
        """The parameter's name: `from` is a word of Python's, so its field is `from_`."""
        return super().add_prefix(field_name.rstrip("_"))

    def clean_topic(self) -> str:
        """The topic's slug; raises ValidationError where no event has it."""
        return self._offered("topic", _("No event here has this topic; the filter leaves it out."))

    def clean_publisher(self) -> str:
        """The publisher's slug; raises ValidationError where no event has it."""
        return self._offered(
            "publisher", _("No event here has this publisher; the filter leaves it out.")
        )

    def clean_precision(self) -> str:
        """The precision; raises ValidationError where no event has it."""
        return self._offered(
            "precision", _("No event here has this precision; the filter leaves it out.")
        )

    def _offered(self, kind: str, error: str) -> str:
        value: str = self.cleaned_data[kind]
        sought: dict[str, Any] = {kind: value}
        if value and not self.index.find(Selection(**sought)).total:
            raise forms.ValidationError(error)
        return value

    def clean(self) -> dict[str, Any]:
        """The values; an end before the beginning is named, and left out like what isn't read."""
        first, last = self.cleaned_data.get("from_"), self.cleaned_data.get("to")
        if first and last and last.day < first.day:
            self.add_error("to", _("This is before “From”; the filter leaves it out."))
        return self.cleaned_data

    def selection(self) -> Selection:
        """What the reader asked to see, as far as it was understood."""
        self.full_clean()
        valid = self.cleaned_data
        first: Limit | None = valid.get("from_")
        last: Limit | None = valid.get("to")
        known: Limit | None = valid.get("known")
        sources = valid.get("sources") or 0
        return Selection(
            words=valid.get("q", ""),
            first_day=first.day if first else None,
            last_day=last.day if last else None,
            within="certain" if valid.get("within") == "certain" else "possible",
            topic=valid.get("topic", ""),
            publisher=valid.get("publisher", ""),
            precision=valid.get("precision", ""),
            planned=PLANNED.get(valid.get("planned", "")),
            sources=sources if sources > 1 else 0,
            has_one_source=sources == 1,
            known_by=known.day if known else None,
        )

    def cursors(self) -> dict[str, int | None]:
        """The ids of the events that the page stands after or before."""
        return {name: self.cleaned_data.get(name) for name in ("after", "before")}

    def is_filtering(self) -> bool:
        """Whether the reader typed or chose anything."""
        return bool(self.given())

    def is_typed(self) -> bool:
        """Whether anything stands in the boxes."""
        return any(name.rstrip("_") in self.given() for name in self.BOXES)

    def reading_of(self, name: str) -> str:
        """How a date box was understood: "from 1 March 2018 (spring 2018)"; "" if it is empty."""
        limit: Limit | None = self.cleaned_data.get(name)
        if limit is None:
            return ""
        return f"{limit.words} ({limit.date})" if limit.date else limit.words

    def misfits(self) -> list[str]:
        """What is said of links that lead to what isn't there."""
        return [str(reasons[0]) for name, reasons in self.errors.items() if name in self.CHOSEN]

    def chosen_view(self) -> str:
        """The view that was asked for, by name: the list, if none is."""
        return self.cleaned_data.get("view") or VIEWS[0][0]

    def views(self) -> list[tuple[str, str, str]]:
        """Name, label and query string of each view of what is asked."""
        return [(name, str(label), self.query(view=name)) for name, label in VIEWS]

    def hidden(self) -> list[tuple[str, str]]:
        """Names and values of what the form keeps besides its boxes."""
        given, view = self.given(), self.chosen_view()
        kept = [(name, given[name]) for name in self.CHOSEN if name in given]
        return kept if view == VIEWS[0][0] else [*kept, ("view", view)]

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
        kept = [(name, value) for name, value in (self.given() | given).items() if value]
        kept.sort(key=lambda pair: PLACES.get(pair[0], len(PLACES)))
        return f"?{'&'.join(starmap(_encoded, kept))}" if kept else ""

    def links(self, name: str) -> Callable[[str], str]:
        """What gives `query` with a value of the one parameter: the rest is the same for all."""
        before, _, after = self.query(**{name: "-"}).partition(f"{name}=-")
        return lambda value: f"{before}{_encoded(name, value)}{after}"

    def given(self) -> dict[str, str]:
        """What was typed and chosen, by the parameter's name, without what says nothing.

        A date that isn't understood stays in its box, to be mended.
        """
        return {**self._given}

    @cached_property
    def _given(self) -> dict[str, str]:
        """Worked out once: every link of a page is made of it."""
        kept = [n for n in self.BOXES + self.CHOSEN if n not in self.errors or n in self.DATES]
        boxes = [self[name] for name in kept]
        given = {box.html_name: str(box.value()) for box in boxes if box.value()}
        if given.get("within") != "certain":
            given.pop("within", None)
        return given


@lru_cache(maxsize=4096)
def _encoded(name: str, value: str) -> str:
    """A part of a query string: a page has dozens of links that differ in one part."""
    return urlencode({name: value})


# Where each filter stands in an address; what else there is comes after them.
PLACES = {
    name.rstrip("_"): place for place, name in enumerate(FilterForm.BOXES + FilterForm.CHOSEN)
}

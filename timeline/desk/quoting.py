"""Words of an article become a quote of an event, or a candidate of their own, by hand."""

import re
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from articles.models import Article
from timeline.access import may_correct
from timeline.curating.changes import recording
from timeline.curating.date_box import BOX_LENGTH, understand
from timeline.curating.quoting import places_of, propose, quote_at
from timeline.models import Event, Status, User
from timeline.search import saying

AROUND = 60
MOST_PLACES = 20
MOST_EVENTS = 6
# “12”, “/events/12/”, or another address of an event.
ADDRESS = re.compile(r"(?:\S*/(?:events?|desk)/)?(\d{1,18})(?:/\S*)?", re.ASCII)


@dataclass(frozen=True)
class Occurrence:
    """One of several places of the words, with what stands around it."""

    start: int
    before: str
    words: str
    after: str


@dataclass
class Choices:
    """What has to be chosen first: a place of the words, or an event that was meant."""

    places: list[Occurrence] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)


class QuotingForm(forms.Form):
    """The words, which of their places, the event that they tell, and its date."""

    words = forms.CharField(
        widget=forms.Textarea({"rows": 4, "data-key": "w"}), max_length=5000,
        help_text="Select them in the text, or paste them exactly.",
    )  # fmt: skip
    at = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    event = forms.CharField(
        required=False, max_length=300,
        help_text="Words of its headline, or its address; empty for a new candidate.",
    )  # fmt: skip
    date = forms.CharField(
        required=False, max_length=BOX_LENGTH,
        help_text="Of a new candidate, where the words name none.",
    )  # fmt: skip

    def __init__(self, article: Article, data: Any = None) -> None:
        super().__init__(data, auto_id="quote_%s", label_suffix="")
        self.article = article
        self.choices = Choices()
        self.place: tuple[int, int] | None = None
        self.found: Event | None = None

    def clean_date(self) -> str:
        """The date as EDTF."""
        typed: str = self.cleaned_data["date"]
        return understand(typed, timezone.localdate()).edtf if typed.strip() else ""

    def clean_event(self) -> str:
        """What was typed, if it names an event, or none."""
        typed: str = self.cleaned_data["event"].strip()
        found = events_named(typed) if typed else []
        if typed and not found:
            raise ValidationError(f"No event is called “{typed}”.")
        if len(found) > 1:
            self.choices.events = found
            raise ValidationError("Several events are meant. Which one?")
        self.found = found[0] if found else None
        return typed

    def clean(self) -> dict[str, Any]:
        """Find the words; where they stand more than once, ask which place is meant."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not cleaned.get("words"):
            return cleaned
        try:
            places = places_of(cleaned["words"], self.article)
        except ValidationError as error:
            self.add_error("words", error)
            return cleaned
        chosen = [place for place in places if place[0] == cleaned.get("at")]
        self.place = next(iter(chosen if chosen or len(places) > 1 else places), None)
        if self.place is None:
            text = self.article.text
            self.choices.places = [_place(text, *one) for one in places[:MOST_PLACES]]
            self.add_error("words", f"These words stand {len(places)} times. Which ones?")
        return cleaned

    def store(self, by: User) -> Event:
        """Quote the words; gives the event that has them now."""
        assert self.place  # noqa: S101  # it is valid
        if self.found is None:
            with recording(by, "", []) as made:
                event = propose(self.article, *self.place, self.cleaned_data["date"])
                made.also(event)
                made.what = f"made “{event}” by hand"
            return event
        event = self.found
        if not may_correct(by, event):
            raise ValidationError(f"Only curators add quotes to what is decided, as “{event}” is.")
        with recording(by, f"added a quote to “{event}”", [event.pk]):
            quote_at(event, self.article, *self.place)
        return event


def events_named(typed: str) -> list[Event]:
    """The events of this address, number, headline, or words, a few of them at most.

    Of digits that are no event's number, those that say them: “2019” may be a year.
    """
    standing = Event.objects.exclude(status=Status.REJECTED)
    if address := ADDRESS.fullmatch(typed):
        found = list(standing.filter(pk=int(address[1])))
        if found or address[1] != typed:
            return found
    called = list(standing.filter(headline__iexact=typed)[:MOST_EVENTS])
    return called or list(saying(standing, typed).in_order()[:MOST_EVENTS])


def _place(text: str, start: int, end: int) -> Occurrence:
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    return Occurrence(start, f"…{before}", text[start:end], f"{after}…")

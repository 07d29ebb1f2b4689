"""What a curator types at the desk: which candidates to go through, and corrections to one."""

from collections.abc import Iterator
from functools import reduce
from operator import or_
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from timeline.curating.changes import fields_of
from timeline.curating.event_form import EventForm
from timeline.desk.offered import timelines
from timeline.desk.waiting import KINDS, Wanted
from timeline.events.disputes import have_other_dates
from timeline.models import Event, Topic

MOST_TOPICS = 30
DATE_HELP = "EDTF or plain words: 2018-05, about May 2018, since 2017, 12 mars 2019."
REASON_WANTED = "Its sources disagree on the date: say in a few words why it is this one."


class WantedForm(forms.Form):
    """Narrows the queue. What it doesn't know it leaves out."""

    q = forms.CharField(label="Words", required=False, max_length=200)
    timeline = forms.ChoiceField(choices=timelines, required=False)
    kind = forms.ChoiceField(
        choices=[(name, kind.label) for name, kind in KINDS.items()], required=False
    )

    def wanted(self) -> Wanted:
        """What is asked for, as far as it is known."""
        self.full_clean()
        known = self.cleaned_data
        return Wanted(known.get("q", ""), known.get("timeline", ""), known.get("kind", ""))


class DeskForm(EventForm):
    """Headline, date, planned or not, and topics by name.

    What is sent is of an event that was read locked. `before` is what that held then.
    """

    topic_names = forms.CharField(
        label="Topics",
        required=False,
        max_length=1000,
        show_hidden_initial=True,  # so that topics are read only where others were typed
        widget=forms.TextInput({"list": "topic-names", "autocomplete": "off"}),
        help_text="Names, with commas between them.",
    )

    class Meta:
        model = Event
        fields = ["headline", "edtf", "date_reason", "is_inferred", "is_planned"]
        widgets = {"headline": forms.Textarea({"rows": 3})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.before = fields_of(self.instance)
        if not self.instance.is_inferred:
            del self.fields["is_inferred"]
        self.fields["edtf"].help_text = DATE_HELP
        self.fields["edtf"].widget.attrs |= {
            "data-key": "e", "hx-target": "#dates",
            "hx-get": reverse("desk_date", args=[self.instance.pk]),
        }  # fmt: skip
        self.topics: list[Topic] = []
        self.initial["topic_names"] = self._names_of_topics

    def _names_of_topics(self) -> str:
        return ", ".join(topic.name for topic in self.instance.topics.all())

    def stored(self) -> Event:
        """The event, which was read locked."""
        return self.instance

    def clean_headline(self) -> str:
        """The headline on one line."""
        return " ".join(self.cleaned_data["headline"].split())

    def clean(self) -> dict[str, Any]:
        """What was typed; another date than sources agree on needs a reason."""
        cleaned: dict[str, Any] = super().clean()
        is_dated = "edtf" in cleaned and "edtf" in self.decided()
        if is_dated and not cleaned.get("date_reason"):
            quotes = self.instance.quotes.select_related("mention", "article")
            if have_other_dates(quotes.defer("article__text")):
                self.add_error("date_reason", REASON_WANTED)
        return cleaned

    def clean_topic_names(self) -> str:
        """The names; each must be that of a topic."""
        typed = [name.strip() for name in self.cleaned_data["topic_names"].split(",")]
        names = list(dict.fromkeys(filter(None, typed)))
        if len(names) > MOST_TOPICS:
            raise ValidationError(f"At most {MOST_TOPICS} topics, please.")
        if names and "topic_names" in self.changed_data:
            self.topics = [*self._named(names)]
        return ", ".join(names)

    def _named(self, names: list[str]) -> Iterator[Topic]:
        """For each name a topic, of several rather one that the event has."""
        own = Exists(self.instance.topics.through.objects.filter(
            event=self.instance.pk, topic=OuterRef("pk")))  # fmt: skip
        wanted = reduce(or_, (Q(name__iexact=name) for name in names))
        known = list(Topic.objects.filter(wanted).order_by(own.desc(), "name"))
        for name in names:
            called = [topic for topic in known if topic.name.casefold() == name.casefold()]
            if not called:
                raise ValidationError(
                    f"There is no topic “{name}” yet: make it in the admin first."
                )
            yield called[0]

    @property
    def retags(self) -> bool:
        """Whether other topics were typed than the page showed."""
        return self.is_bound and "topic_names" in self.changed_data

    def decided(self) -> list[str]:
        """The fields that hold another value than before."""
        names = {"topic_names": "topics"}
        return [names.get(name, name) for name in super().decided()]

    def store(self) -> Event:
        """Store what was typed, if it differs; it is a curator's word."""
        if decided := self.decided():
            self.instance.decide(*decided)
            self.instance.save()
            if "topics" in decided:
                self.instance.topics.set(self.topics)
        return self.instance

"""What a curator types at the desk: which candidates to go through, and corrections to one."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse

from timeline.admin.event_form import EventForm
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
    """Headline, date, planned or not, and topics by name."""

    topic_names = forms.CharField(
        label="Topics",
        required=False,
        max_length=1000,
        widget=forms.TextInput({"list": "topic-names", "autocomplete": "off"}),
        help_text="Names, with commas between them.",
    )

    class Meta:
        model = Event
        fields = ["headline", "edtf", "date_reason", "is_inferred", "is_planned"]
        widgets = {"headline": forms.Textarea({"rows": 3})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.is_inferred:
            del self.fields["is_inferred"]
        self.fields["edtf"].help_text = DATE_HELP
        self.fields["edtf"].widget.attrs |= {
            "data-key": "e", "hx-target": "#dates",
            "hx-get": reverse("desk_date", args=[self.instance.pk]),
        }  # fmt: skip
        self.topics = list(self.instance.topics.all())
        self.initial["topic_names"] = ", ".join(topic.name for topic in self.topics)

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
        found = {topic.pk: topic for name in names for topic in self._named(name)}
        self.topics = list(found.values())
        return ", ".join(names)

    def _named(self, name: str) -> list[Topic]:
        kept = [topic for topic in self.topics if topic.name.casefold() == name.casefold()]
        found = kept or list(Topic.objects.filter(name__iexact=name)[:1])
        if not found:
            raise ValidationError(f"There is no topic “{name}” yet: make it in the admin first.")
        return found

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

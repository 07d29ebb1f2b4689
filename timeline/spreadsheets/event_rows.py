"""Rows of a table become events with quotes: tried first, then stored as one change."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.db import transaction
from import_export.resources import ModelResource

from timeline.access import may_correct
from timeline.curating.curation import publish, reject
from timeline.curating.quoting import quote_at
from timeline.models import Event, Quote, Status, Topic
from timeline.spreadsheets.making import Making
from timeline.spreadsheets.outcomes import ImportContext, RowOutcome
from timeline.spreadsheets.rows import FIELDS, SheetRow, read_row
from timeline.spreadsheets.sources import QuotePlace, SheetArticles


@dataclass
class PendingRow:
    """A row at work: the event, what of it changes, and where its quote stands."""

    said: SheetRow
    event: Event
    changes: list[str] = field(default_factory=list)
    topics: list[Topic] = field(default_factory=list)
    place: QuotePlace | None = None
    told: list[str] = field(default_factory=list)


class EventResource(ModelResource):  # type: ignore[misc]  # it has no types
    """The rows of one table, each told apart and checked by itself."""

    class Meta:
        model = Event
        fields = import_id_fields = ()
        skip_diff = report_skipped = True

    def __init__(self, context: ImportContext, first: int, holds: dict[str, str]) -> None:
        super().__init__()
        self.context = context
        self.first = first
        self.holds = holds
        self.outcomes: list[RowOutcome] = []
        self.events: dict[Any, Event] = {}
        self.sources = SheetArticles(context.name)
        self._making = Making()
        self._said: list[SheetRow | ValidationError] = []
        self._statuses: dict[Any, str] = {}

    def before_import(self, dataset: Any, **kwargs: Any) -> None:
        """Read all rows, so that those of one article are known together."""
        self._said = [self._read(row) for row in dataset.dict]
        self.sources.expect(said for said in self._said if isinstance(said, SheetRow))

    def _read(self, row: dict[str, str]) -> SheetRow | ValidationError:
        cells = {self.holds[name]: cell for name, cell in row.items() if name in self.holds}
        others = {name: cell for name, cell in row.items() if name not in self.holds}
        try:
            return read_row(cells, others, self.context.today)
        except ValidationError as error:
            return error

    def before_import_row(self, row: Any, *, row_number: int, **kwargs: Any) -> None:
        """The row that is looked at now; raises what is wrong with it."""
        said = self._said[row_number - 1]
        if isinstance(said, ValidationError):
            raise said
        place = self.sources.find(said)
        self.now = PendingRow(said, self._event(said, place), place=place)

    def _event(self, said: SheetRow, place: QuotePlace | None) -> Event:
        """The event that the row is of: by its id, by headline and date, or by its quote."""
        known = self.events.get(said.key) or self._stored(said, place)
        return known or Event(
            uid=said.id or uuid4(),
            headline=said.headline,
            edtf=said.edtf,
            summary=said.summary,
            is_planned=bool(said.is_planned),
            made_for=self.context.timeline,
        )

    def _stored(self, said: SheetRow, place: QuotePlace | None) -> Event | None:
        if said.id:
            return Event.objects.filter(uid=said.id).first()
        here = Event.objects.filter(timelines=self.context.timeline, joined_into=None)
        here = here.order_by("pk")
        if event := here.filter(headline=said.headline, edtf=said.edtf).first():
            return event
        if place is None:
            return None
        return here.filter(quotes__in=Quote.objects.filter(**place._asdict())).first()

    def get_or_init_instance(self, instance_loader: Any, row: Any) -> tuple[Event, bool]:
        """The row's event, and whether it is new."""
        event = self.now.event
        return event, event.pk is None and self.now.said.key not in self.events

    def import_instance(self, instance: Event, row: Any, **kwargs: Any) -> None:
        """Find out what the row changes; nothing is stored."""
        now, said = self.now, self.now.said
        # Only an id says for sure that this event is to be another: what curators corrected since
        # a table without ids came in stays.
        now.changes = [*_set(instance, said)] if said.id else []
        now.topics = [*self._topics(said)]
        if now.place is None:
            self.sources.check(said)
        self.events[said.key] = instance
        if said.status:
            self._statuses[said.key] = said.status

    def _topics(self, said: SheetRow) -> Iterator[Topic]:
        """The topics that it lacks; of a name that none has, it is told."""
        event = self.now.event
        has = set(event.topics.all()) if event.pk else set()
        for name in said.topics:
            topic = Topic.objects.filter(name__iexact=name).first()
            if topic is None:
                self.now.told.append(f"There is no topic “{name}”: it is left out.")
            elif topic not in has:
                yield topic

    def skip_row(self, instance: Event, original: Any, row: Any, errors: Any = None) -> bool:
        """Whether all that it says is there already."""
        now = self.now
        if errors or not instance.pk or now.changes or now.topics:
            return False
        if not instance.timelines.filter(pk=self.context.timeline.pk).exists():
            return False
        return not now.said.quote or self._has_quote(instance)

    def _has_quote(self, event: Event) -> bool:
        place = self.now.place
        return place is not None and event.quotes.filter(**place._asdict()).exists()

    def validate_instance(self, instance: Event, *args: Any, **kwargs: Any) -> None:
        """Raise ValidationError if it would be changed by somebody who may not."""
        if instance.pk and not may_correct(self.context.by, instance):
            raise ValidationError("It is decided: only a curator may change it.")
        super().validate_instance(instance, *args, **kwargs)

    def save_instance(self, instance: Event, is_create: bool, row: Any, **kwargs: Any) -> None:
        """Store it, unless it is only tried; new events are stored when all rows are read."""
        if kwargs["dry_run"]:
            return
        if instance.pk is None:
            self._making.add(instance, self.now.said, self.now.topics, self.now.place)
        else:
            with transaction.atomic():
                self._store(instance)

    def _store(self, event: Event) -> None:
        now, context = self.now, self.context
        if now.changes:
            event.decide(*now.changes)
            event.save()
        event.timelines.add(context.timeline)
        if now.topics:
            event.topics.add(*now.topics)
        if (now.said.quote or not event.quotes.exists()) and not self._has_quote(event):
            place = now.place or self.sources.make([now.said])[0]
            place.article.timelines.add(context.timeline)
            quote_at(event, *place, now.said.stance or "supports")

    def save_m2m(self, instance: Event, row: Any, **kwargs: Any) -> None:
        """Nothing more: topics and timelines are stored with the event."""

    def after_import_row(self, row: Any, row_result: Any, **kwargs: Any) -> None:
        """Keep what became of the row."""
        kinds = {"new": "new", "update": "changed", "skip": "same"}
        self._note(kwargs["row_number"], kinds[row_result.import_type], self.now.told)

    def _note(self, number: int, kind: str, told: list[str]) -> None:
        line, headline = self.first + number - 1, self.now.event.headline
        self.outcomes.append(RowOutcome(line, kind, headline, tuple(told)))

    def after_import(self, dataset: Any, result: Any, **kwargs: Any) -> None:
        """Tell what is wrong by line; store what is new; let the statuses count, if they are to."""
        for invalid in result.invalid_rows:
            told = tuple(invalid.error.messages)
            self.outcomes.append(RowOutcome(self.first + invalid.number - 1, "wrong", "", told))
        self.outcomes.sort(key=lambda outcome: outcome.line)
        if kwargs.get("dry_run", True):
            return
        self._making.store(self.context.timeline, self.sources)
        if self.context.decides:
            for key, status in self._statuses.items():
                self._decide(self.events[key], status)

    def _decide(self, event: Event, status: str) -> None:
        """Publish or reject the event; what can't be is told."""
        act = {Status.PUBLISHED: publish, Status.REJECTED: reject}.get(Status(status))
        if act and event.pk and event.status != status:
            try:
                act(event)
            except ValidationError as error:
                told = tuple(error.messages)
                self.outcomes.append(RowOutcome(0, "undecided", event.headline, told))

    @property
    def counts(self) -> Counter[str]:
        """How many rows there are of each kind."""
        return Counter(outcome.kind for outcome in self.outcomes)


def _set(event: Event, said: SheetRow) -> Iterator[str]:
    """Set what the row says otherwise; what it leaves empty stays."""
    for name in FIELDS:
        value = getattr(said, name)
        if value not in ("", None) and value != getattr(event, name):
            setattr(event, name, value)
            yield name

"""The questions asked of events, and the bulk methods that would break what holds."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef

from articles.histories import CHANGED, MADE, record, record_related
from timeline.models.reach import User, is_curator, reaches_of
from timeline.models.timeline import Timeline

if TYPE_CHECKING:
    from timeline.models.event import Event

# So many rows are changed by one statement.
AT_ONCE = 100
FIELDS_THAT_SAVE_ANSWERS_FOR = frozenset(
    "status edtf first_day last_day granularity sort_day sort_span decided is_inferred".split()
)


class EventQuerySet(models.QuerySet["Event"]):
    """The questions asked of events, to be chained."""

    def get_by_natural_key(self, uid: str) -> "Event":
        """The event with this UUID."""
        return self.get(uid=uid)

    def published(self) -> Self:
        """The events that curators chose to show."""
        return self.filter(status="published")

    def visible_to(self, user: User) -> Self:
        """The events that the user may see, on whichever timeline."""
        if is_curator(user):
            return self
        shown_on = self.model.timelines.through.objects.filter(
            event=OuterRef("pk"), timeline__reach__in=reaches_of(user)
        )
        return self.published().filter(Exists(shown_on))

    def in_order(self) -> Self:
        """In order of time: by first day, the longer span first."""
        return self.order_by("sort_day", "sort_span", "id")

    def update(self, **kwargs: Any) -> int:
        """Change many rows; refuses the fields that `Event.save` answers for."""
        if guarded := FIELDS_THAT_SAVE_ANSWERS_FOR & kwargs.keys():
            raise ValidationError(
                f"{', '.join(sorted(guarded))} can't be changed in bulk: call "
                "curation.publish(event), curation.reject(event) or event.save(), which keep what "
                "must hold."
            )
        return super().update(**kwargs)

    def bulk_create(self, objs: Iterable["Event"], *args: Any, **kwargs: Any) -> list["Event"]:
        """Make many rows, with the days of their dates; refuses published ones, without quotes."""
        events = list(objs)
        if any(event.status == "published" for event in events):
            raise ValidationError("Events can't be made published: they need a quote first.")
        for event in events:
            event.prepare()
        return super().bulk_create(events, *args, **kwargs)

    def make_candidates(
        self, events: list["Event"], timeline: Timeline, topics: list[set[int]]
    ) -> None:
        """Make many events on a timeline, each with its topics, and their histories."""
        ids = [event.pk for event in self.bulk_create(events)]
        self.relate("timelines", ids, [{timeline.pk} for _ in events])
        self.relate("topics", ids, topics)
        self.record(events)

    def store_many(self, events: Iterable["Event"]) -> None:
        """Change many rows, each checked as `Event.save` does, with their histories."""
        changed = list(events)
        if not changed:
            return
        for event in changed:
            event.prepare()
        self.check_published([event for event in changed if event.status == "published"])
        fields = [field.name for field in self.model._meta.concrete_fields if not field.primary_key]
        unguarded(self).bulk_update(changed, fields, AT_ONCE)
        self.record(changed, CHANGED)

    def check_published(self, events: Iterable["Event"]) -> None:
        """Raise ValidationError unless the events, of which each is to be public, may be so.

        Each must have a quote, and a date that a source names or a curator stands by.
        """
        public = list(events)
        for event in public:
            event.check_date_stands()
        quoted = self.model.objects.filter(pk__in=[event.pk for event in public if event.pk])
        quoted = quoted.filter(quotes__isnull=False)
        having = set(quoted.order_by().values_list("pk", flat=True).distinct()) if public else ()
        for event in public:
            if event.pk not in having:
                raise ValidationError(f"“{event.headline}” can’t be published without a quote.")

    def record(self, events: Iterable["Event"], kind: str = MADE) -> None:
        """Record the events with what they are related to."""
        records = record(self.model, [event.pk for event in events], self.db, kind)
        for name in ("topics", "timelines"):
            record_related(self.model, name, records, self.db)

    def relate(self, name: str, ids: list[int], related: list[set[int]]) -> None:
        """Relate events that aren't yet; that is not recorded."""
        through = getattr(self.model, name).through
        target = f"{name.removesuffix('s')}_id"
        through.objects.bulk_create(
            through(event_id=event, **{target: pk})
            for event, pks in zip(ids, related, strict=True)
            for pk in sorted(pks)
        )


def unguarded(rows: models.QuerySet[Any]) -> models.QuerySet[Any]:
    """All rows of the table, without the guards: for those who have checked what must hold."""
    return models.QuerySet(rows.model, using=rows.db)

"""The questions asked of events and quotes, and the bulk methods that would break what holds."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Self

from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Exists, F, OuterRef, Prefetch, Q
from django.db.models.functions import Substr

from articles.histories import CHANGED, DELETED, MADE, record, record_related

if TYPE_CHECKING:
    from timeline.models import Event, Quote, Timeline

User = AbstractUser | AnonymousUser
# So many rows are changed by one statement.
AT_ONCE = 100
EVENT_FIELDS_THAT_SAVE_ANSWERS_FOR = frozenset(
    "status edtf first_day last_day granularity sort_day sort_span decided is_inferred".split()
)
QUOTE_FIELDS_THAT_SAVE_ANSWERS_FOR = frozenset(
    "event event_id article article_id start end exact prefix suffix mention mention_id".split()
)


def is_curator(user: User) -> bool:
    """Whether the user works on timelines, and so may see what is not published."""
    return bool(user.is_active and user.has_perm("timeline.view_event"))


def reaches_of(user: User) -> list[str]:
    """Which timelines the user may read, by their reach."""
    if is_curator(user):
        return ["public", "members", "curators"]
    return ["public", "members"] if user.has_perm("timeline.read_timeline") else ["public"]


class TimelineQuerySet(models.QuerySet["Timeline"]):
    """The questions asked of timelines."""

    def get_by_natural_key(self, slug: str) -> "Timeline":
        """The timeline with this slug."""
        return self.get(slug=slug)

    def visible_to(self, user: User) -> Self:
        """The timelines that the user may see."""
        return self.filter(reach__in=reaches_of(user))


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

    def saying(self, typed: str) -> Self:
        """The events that say all of what was typed, found as on the public page."""
        from timeline.search import catch_up, saying, terms_of

        if not typed.strip():
            return self
        catch_up()
        conditions = list(map(saying, terms_of(typed)))
        return self.filter(*conditions) if conditions else self.none()

    def in_order(self) -> Self:
        """In order of time: by first day, the longer span first."""
        return self.order_by("sort_day", "sort_span", "id")

    def with_evidence(self, *, has_leads: bool = False) -> Self:
        """With topics and quotes, in a number of queries that doesn't grow with the events.

        `has_leads` loads the beginnings of the quotes' articles too, as `beginning`.
        """
        from timeline.merging.telling import LEAD
        from timeline.models import Quote

        quotes = Quote.objects.select_related("article__publisher", "mention").by_publication()
        if has_leads:
            quotes = quotes.annotate(beginning=Substr("article__text", 1, LEAD))
        pictured = self.select_related("picture").defer("picture__data")
        return pictured.prefetch_related(
            "topics", Prefetch("quotes", quotes.defer("article__text"))
        )

    def update(self, **kwargs: Any) -> int:
        """Change many rows; refuses the fields that `Event.save` answers for."""
        if guarded := EVENT_FIELDS_THAT_SAVE_ANSWERS_FOR & kwargs.keys():
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
        self, events: list["Event"], timeline: "Timeline", topics: list[set[int]]
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
        _plain(self).bulk_update(changed, fields, AT_ONCE)
        self.record(changed, CHANGED)

    def check_published(self, events: Iterable["Event"]) -> None:
        """Raise ValidationError unless the events, of which each is to be public, may be so.

        Each must have a quote, and a date that a source names or a curator stands by.
        """
        from timeline.models import Quote

        public = list(events)
        for event in public:
            event.check_date_stands()
        quoted = Quote.objects.filter(event__in=[event.pk for event in public if event.pk])
        having = set(quoted.order_by().values_list("event", flat=True).distinct()) if public else ()
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


class QuoteQuerySet(models.QuerySet["Quote"]):
    """The questions asked of quotes."""

    def by_publication(self) -> Self:
        """In the order in which their articles came out, the undated last."""
        published = F("article__published_on").asc(nulls_last=True)
        return self.order_by(published, "article_id", "start")

    def get_by_natural_key(self, uid: str, url: str, hashed: str, start: int, end: int) -> "Quote":
        """The quote of this event at this place of the article."""
        return self.get(
            event__uid=uid, article__url=url, article__text_hash=hashed, start=start, end=end
        )

    def update(self, **kwargs: Any) -> int:
        """Change many rows; refuses the fields that `Quote.save` answers for.

        A mention may go (as Django lets it, when its row is deleted), but not be another one.
        """
        changed = {name for name, value in kwargs.items() if name != "mention" or value}
        if guarded := QUOTE_FIELDS_THAT_SAVE_ANSWERS_FOR & changed:
            raise ValidationError(
                f"{', '.join(sorted(guarded))} can't be changed in bulk: save each quote, "
                "which checks that its words stand in its article."
            )
        return super().update(**kwargs)

    def bulk_create(self, objs: Iterable["Quote"], *args: Any, **kwargs: Any) -> list["Quote"]:
        """Make many rows, each checked against its article, with their histories."""
        quotes = list(objs)
        for quote in quotes:
            quote.clean()
        created = super().bulk_create(quotes, *args, **kwargs)
        record(self.model, [quote.pk for quote in created], self.db)
        return created

    def store_many(self, quotes: Iterable["Quote"], fields: Iterable[str]) -> None:
        """Change fields of many rows, each checked as `Quote.save` does, with their histories.

        To be called in a transaction.
        """
        changed = list(quotes)
        if not changed:
            return
        for quote in changed:
            quote.clean()
        ids = [quote.pk for quote in changed]
        stored = dict(self.model.objects.filter(pk__in=ids).values_list("pk", "event"))
        moved = [quote.pk for quote in changed if stored[quote.pk] != quote.event_id]
        if moved:
            check_quotes_remain(self.model.objects.filter(pk__in=moved))
        _plain(self).bulk_update(changed, list(fields), AT_ONCE)
        record(self.model, ids, self.db, CHANGED)

    def delete(self) -> tuple[int, dict[str, int]]:
        """Delete the quotes and what was judged of them, unless it is a published event’s last."""
        from timeline.models import Judgement

        with transaction.atomic():
            check_quotes_remain(self)
            ids = list(self.order_by("pk").values_list("pk", flat=True))
            record(self.model, ids, self.db, DELETED)
            Judgement.objects.filter(Q(one__in=ids) | Q(other__in=ids)).delete()
            _plain(self).filter(pk__in=ids)._raw_delete(self.db)
        return len(ids), {self.model._meta.label: len(ids)}

    delete.alters_data = True  # type: ignore[attr-defined]


def _plain(rows: models.QuerySet[Any]) -> models.QuerySet[Any]:
    """All rows of the table, without the guards: for those who have checked what must hold."""
    return models.QuerySet(rows.model, using=rows.db)


def check_quotes_remain(leaving: models.QuerySet["Quote"]) -> None:
    """Raise ValidationError if a published event would be left without a quote.

    To be called in a transaction: the events are locked until it ends.
    """
    from timeline.models import Event, Quote

    # All are locked, not only published ones: another transaction may be publishing one.
    told = Event.objects.filter(pk__in=leaving.values("event")).order_by("pk")
    ids = list(told.select_for_update().values_list("pk", flat=True))
    kept = Quote.objects.filter(event=OuterRef("pk")).exclude(pk__in=leaving)
    for event in Event.objects.published().filter(pk__in=ids).exclude(Exists(kept)):
        raise ValidationError(
            f"“{event.headline}” is published, and this is its last quote: add another "
            "quote or withdraw the event first."
        )

"""The questions asked of quotes, and the bulk methods that would break what holds."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, Self

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Exists, F, OuterRef, Q

from articles.histories import CHANGED, DELETED, record
from timeline.models.event import Event
from timeline.models.event_queryset import AT_ONCE, unguarded
from timeline.models.judgement import Judgement

if TYPE_CHECKING:
    from timeline.models.quote import Quote

FIELDS_THAT_SAVE_ANSWERS_FOR = frozenset(
    "event event_id article article_id start end exact prefix suffix mention mention_id".split()
)


class QuoteQuerySet(models.QuerySet["Quote"]):
    """The questions asked of quotes."""

    def by_publication(self) -> Self:
        """In the order in which their articles came out, the undated last."""
        published = F("article__published_on").asc(nulls_last=True)
        return self.order_by(published, "article_id", "start")

    def known_by(self, day: int | None) -> Self:
        """Those of articles that are known to have been published by the day; of no day, all."""
        if day is None:
            return self
        if day < date.min.toordinal():
            return self.none()
        last = date.fromordinal(min(day, date.max.toordinal()))
        return self.filter(article__published_on__lte=last)

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
        if guarded := FIELDS_THAT_SAVE_ANSWERS_FOR & changed:
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
        unguarded(self).bulk_update(changed, list(fields), AT_ONCE)
        record(self.model, ids, self.db, CHANGED)

    def delete(self) -> tuple[int, dict[str, int]]:
        """Delete the quotes and what was judged of them, unless it is a published event’s last."""
        with transaction.atomic():
            check_quotes_remain(self)
            ids = list(self.order_by("pk").values_list("pk", flat=True))
            record(self.model, ids, self.db, DELETED)
            Judgement.objects.filter(Q(one__in=ids) | Q(other__in=ids)).delete()
            unguarded(self).filter(pk__in=ids)._raw_delete(self.db)
        return len(ids), {self.model._meta.label: len(ids)}

    delete.alters_data = True  # type: ignore[attr-defined]


def check_quotes_remain(leaving: models.QuerySet["Quote"]) -> None:
    """Raise ValidationError if a published event would be left without a quote.

    To be called in a transaction: the events are locked until it ends.
    """
    # All are locked, not only published ones: another transaction may be publishing one.
    told = Event.objects.filter(pk__in=leaving.values("event")).order_by("pk")
    ids = list(told.select_for_update().values_list("pk", flat=True))
    kept = leaving.model.objects.filter(event=OuterRef("pk")).exclude(pk__in=leaving)
    for event in Event.objects.published().filter(pk__in=ids).exclude(Exists(kept)):
        raise ValidationError(
            f"“{event.headline}” is published, and this is its last quote: add another "
            "quote or withdraw the event first."
        )

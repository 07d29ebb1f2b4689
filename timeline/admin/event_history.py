"""What became of an event and of its quotes, told as one history."""

from collections.abc import Sequence
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery, Value
from django.http import HttpRequest

from articles.admin import HistoryAdmin
from timeline.models import Event, Quote


class EventHistoryAdmin(HistoryAdmin[Event]):
    """The history of an event tells of its quotes, too."""

    can_revert = False
    # The last four are of quotes: what follows from their other fields, or is told in words.
    derived = HistoryAdmin.derived | {
        "version", "decided", "first_day", "last_day", "granularity", "sort_day", "sort_span",
        "made_for", "event", "prefix", "suffix", "is_by_hand",
    }  # fmt: skip

    def get_history_queryset(
        self, request: HttpRequest, history_manager: Any, pk_name: str, object_id: Any
    ) -> Any:
        """The records of the event and of its quotes."""
        events = super().get_history_queryset(  # type: ignore[misc]
            request, history_manager, pk_name, object_id
        )
        return EventHistory(events, str(object_id))

    def set_history_delta_changes(
        self, request: HttpRequest, historical_records: Sequence[Any], **kwargs: Any
    ) -> None:
        """Give each record, of the event or of a quote, what it changed."""
        records = list(historical_records)
        events = [record for record in records if record.instance_type is Event]
        super().set_history_delta_changes(request, events, **kwargs)
        quotes = [record for record in records if record.instance_type is Quote]
        for record, older in _with_older(quotes):
            self.set_changes(request, record, older)


class EventHistory:
    """The records of an event and of its quotes, the newest first, for a Paginator.

    A page of it is three queries: which records, and those of each kind. A quote's record has
    `told`, what became of the quote, and `older_id`, the record before it.
    """

    def __init__(self, events: QuerySet[Any], event_id: str) -> None:
        self.model: Any = events.model
        self._event_id = event_id
        self._records = {"event": events, "quote": _quote_records(event_id)}

    def count(self) -> int:
        """How many records there are."""
        return sum(records.count() for records in self._records.values())

    def latest(self, field: str) -> Any:
        """The newest record of the event itself."""
        return self._records["event"].latest(field)

    def __getitem__(self, page: slice) -> list[Any]:
        events, quotes = (
            records.order_by()
            .annotate(source=Value(name))
            .values_list("history_date", "source", "history_id")
            for name, records in self._records.items()
        )
        newest = events.union(quotes, all=True).order_by("-history_date", "source", "-history_id")
        keys = [(source, key) for _, source, key in newest[page]]
        found = {
            name: records.in_bulk([key for source, key in keys if source == name])
            for name, records in self._records.items()
        }
        for record in found["quote"].values():
            record.told = _told(record, self._event_id)
        return [found[source][key] for source, key in keys]


def _quote_records(event_id: str) -> QuerySet[Any]:
    """The records of quotes while they were the event's, and of their leaving it."""
    history: Any = Quote.history
    older = history.filter(id=OuterRef("id"), history_id__lt=OuterRef("history_id"))
    latest = older.order_by("-history_id")
    quotes = history.filter(event_id=event_id).values("id")
    records: QuerySet[Any] = history.filter(id__in=quotes).annotate(
        older_id=Subquery(latest.values("history_id")[:1]),
        older_event=Subquery(latest.values("event_id")[:1]),
    )
    return records.filter(Q(event_id=event_id) | Q(older_event=event_id))


def _told(record: Any, event_id: str) -> str:
    if record.history_type == "-":
        return "Quote removed"
    if str(record.event_id) != event_id:
        return "Quote moved to another event"
    if record.older_event is None:
        return "Quote added"
    came = str(record.older_event) != event_id
    return "Quote taken from another event" if came else "Quote changed"


def _with_older(records: list[Any]) -> list[tuple[Any, Any]]:
    """Each quote's record with the record before it, where there is one."""
    history: Any = Quote.history
    older = history.in_bulk([record.older_id for record in records if record.older_id])
    return [(one, older[one.older_id]) for one in records if one.older_id in older]

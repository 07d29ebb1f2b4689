"""Timelines and topics."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.db import transaction
from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html

from articles.admin import HistoryAdmin
from timeline.admin.held import Deleted, held_by
from timeline.models import Event, Status, Timeline, Topic


def _number_of(status: Status) -> Subquery:
    events = Event.objects.filter(timelines=OuterRef("pk"), status=status).order_by()
    return Subquery(events.values("timelines").annotate(n=Count("pk")).values("n"))


@admin.register(Timeline)
class TimelineAdmin(HistoryAdmin[Timeline]):
    """Collections of events. One with events on it can't be deleted."""

    list_display = ["title", "is_public", "published", "candidates"]
    list_filter = ["is_public"]
    search_fields = ["title"]
    prepopulated_fields = {"slug": ["title"]}
    fields = ["title", "slug", "introduction", "is_public"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Timeline]:
        """Timelines with the numbers of their published events and their candidates."""
        numbers = {f"{status.value}_total": _number_of(status) for status in Status}
        return super().get_queryset(request).annotate(**numbers)

    @admin.display(description="published")
    def published(self, timeline: Timeline) -> str:
        """How many events the timeline shows."""
        return _events_link(timeline, Status.PUBLISHED)

    @admin.display(description="candidates")
    def candidates(self, timeline: Timeline) -> str:
        """How many candidates wait for a decision."""
        return _events_link(timeline, Status.CANDIDATE)

    def get_deleted_objects(
        self, objs: Sequence[Any] | QuerySet[Any], request: HttpRequest
    ) -> Deleted:
        """What goes with the timelines; their events keep them from being deleted."""
        events = Event.objects.filter(timelines__in=objs)
        return held_by(events, super().get_deleted_objects(objs, request))


def _events_link(timeline: Timeline, status: Status) -> str:
    total = getattr(timeline, f"{status.value}_total") or 0
    address = reverse("admin:timeline_event_changelist")
    query = f"?status__exact={status.value}&timeline={timeline.slug}"
    return format_html('<a href="{}{}">{}</a>', address, query, total)


@admin.register(Topic)
class TopicAdmin(HistoryAdmin[Topic]):
    """What readers filter by."""

    list_display = ["name", "events_shown"]
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Topic]:
        """Topics with the number of their published events."""
        shown = Count("events", filter=Q(events__status=Status.PUBLISHED))
        return super().get_queryset(request).annotate(shown_total=shown)

    def delete_model(self, request: HttpRequest, obj: Topic) -> None:
        """Take the topic off its events, of which each keeps that in its history."""
        with transaction.atomic():
            for event in obj.events.all():
                event.topics.remove(obj)
            super().delete_model(request, obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Topic]) -> None:
        """The same for several."""
        with transaction.atomic():
            for topic in queryset:
                self.delete_model(request, topic)

    @admin.display(description="published events", ordering="shown_total")
    def events_shown(self, topic: Topic) -> int:
        """How many published events carry the topic."""
        return int(topic.shown_total)  # type: ignore[attr-defined]

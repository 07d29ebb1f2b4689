"""Timelines, with the numbers of their events."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html

from articles.admin import HistoryAdmin
from timeline.admin.held import Deleted, held_by
from timeline.models import Event, Status, Timeline


def _number_of(status: Status) -> Subquery:
    events = Event.objects.filter(timelines=OuterRef("pk"), status=status).order_by()
    return Subquery(events.values("timelines").annotate(n=Count("pk")).values("n"))


@admin.register(Timeline)
class TimelineAdmin(HistoryAdmin[Timeline]):
    """Collections of events. One with events on it can't be deleted."""

    list_display = ["title", "reach", "published", "candidates"]
    list_filter = ["reach"]
    search_fields = ["title"]
    prepopulated_fields = {"slug": ["title"]}
    fields = ["title", "slug", "introduction", "reach"]

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

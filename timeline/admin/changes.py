"""What curators did, as a list, and the button that undoes it."""

from typing import TYPE_CHECKING, Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.views.decorators.http import require_POST

from timeline.access import may_undo, pk_of
from timeline.curating.changes import Recording, recording
from timeline.curating.told_changes import lines_of
from timeline.curating.undoing import undo
from timeline.models import Change, Event

MOST_LINES = 100


def offer_undo(request: HttpRequest, change: Change | None) -> None:
    """Say what was changed, with the way to undo it."""
    if change is not None:
        address = reverse("admin:timeline_change_change", args=[change.pk])
        messages.info(request, format_html('<a href="{}">Undo: {} …</a>', address, change))


@admin.register(Change)
class ChangeAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # Django has no brackets here
    """Who did what, the newest first. Nothing here is edited; it is undone."""

    list_display = ["what", "changed_at", "by", "state"]
    list_select_related = ["by"]
    search_fields = ["what"]
    search_help_text = "Words of what was done."
    list_per_page = 50
    show_full_result_count = False
    change_form_template = "admin/timeline/change/page.html"

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Nobody: changes are recorded when they are made."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Change | None = None) -> bool:
        """Nobody: what was done stays known."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Change | None = None) -> bool:
        """Nobody: they are undone."""
        return False

    def has_view_permission(self, request: HttpRequest, obj: Change | None = None) -> bool:
        """Whoever sees events."""
        return request.user.has_perm("timeline.view_event")

    def has_module_permission(self, request: HttpRequest) -> bool:
        """The same."""
        return self.has_view_permission(request)

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        """The list may be narrowed to an event's, which its page links to."""
        return lookup == "events__id__exact" or super().lookup_allowed(lookup, value, request)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Change]:
        """Changes, with whether each was undone."""
        later = Change.objects.filter(undoes=OuterRef("pk"))
        changes: QuerySet[Change] = super().get_queryset(request)
        return changes.annotate(was_undone=Exists(later))

    @admin.display(description="state")
    def state(self, change: Change) -> str:
        """Whether it was undone."""
        return "undone" if change.was_undone else ""  # type: ignore[attr-defined]

    def get_urls(self) -> list[URLPattern]:
        """The parent's addresses, and the one that undoes."""
        view = self.admin_site.admin_view(require_POST(self.undo_view))
        return [path("<int:pk>/undo/", view, name="timeline_change_undo"), *super().get_urls()]

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """What the change did, field by field, and the button."""
        change = self.get_object(request, object_id)
        lines = lines_of(change) if change and self.has_view_permission(request) else []
        context = {
            "title": "A change",
            "lines": lines[:MOST_LINES],
            "lines_left": max(0, len(lines) - MOST_LINES),
            "may_undo": change is not None and may_undo(request.user, change),
        }
        return super().change_view(request, object_id, form_url, context | (extra_context or {}))

    def undo_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Undo the change, or say why that can't be."""
        change = get_object_or_404(Change, pk=pk)
        if not may_undo(request.user, change):
            raise PermissionDenied
        try:
            undone = undo(change, request.user)
        except ValidationError as error:
            for reason in error.messages:
                messages.error(request, reason)
            return HttpResponseRedirect(reverse("admin:timeline_change_change", args=[pk]))
        messages.success(request, f"Undone: {change}.")
        return HttpResponseRedirect(_where(undone))


def _where(change: Change) -> str:
    """The page of the only event that it touched; else the list of changes."""
    events = list(change.events.values_list("pk", flat=True)[:2])
    if len(events) == 1:
        return reverse("admin:timeline_event_change", args=events)
    return reverse("admin:timeline_change_changelist")


if TYPE_CHECKING:
    _EventAdmin = admin.ModelAdmin[Event]
else:
    _EventAdmin = admin.ModelAdmin


class RecordedAdmin(_EventAdmin):
    """Records what the page of an event stores, with its quotes and the step taken, as one."""

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """The page; once something was stored, with the way to undo it."""
        if request.method != "POST":
            return super().changeform_view(request, object_id, *args, **kwargs)
        known = [pk_of(object_id)] if object_id else []
        with recording(request.user, "", known) as made:
            request.recording = made  # type: ignore[attr-defined]
            response = super().changeform_view(request, object_id, *args, **kwargs)
        offer_undo(request, made.change)
        return response

    def log_addition(self, request: HttpRequest, obj: Event, message: Any) -> Any:
        """Keep that it was made."""
        self._made(request).also(obj)
        self._made(request).what = f"made “{obj}”"
        return super().log_addition(request, obj, message)

    def log_change(self, request: HttpRequest, obj: Event, message: Any) -> Any:
        """Keep what was done to it; a step that is taken after it was stored is told instead."""
        if made := getattr(request, "recording", None):
            done = message[:1].lower() + message[1:].rstrip(".") if isinstance(message, str) else ""
            made.what = f"{done or 'changed'} “{obj}”"
        return super().log_change(request, obj, message)

    @staticmethod
    def _made(request: HttpRequest) -> Recording:
        made: Recording = request.recording  # type: ignore[attr-defined]
        return made

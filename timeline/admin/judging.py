"""Two quotes are judged to tell different events, and judgements are looked at and lifted."""

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse

from timeline.access import check_may_decide, may_decide
from timeline.admin.changes import offer_undo
from timeline.curating.changes import recording
from timeline.curating.judging import judge_apart
from timeline.models import Event, Judgement


def judge_apart_view(
    modeladmin: "admin.ModelAdmin[Event]", request: HttpRequest, pk: int
) -> HttpResponse:
    """Judge that a quote of the event and one of another tell different events, and go back."""
    event = get_object_or_404(Event, pk=pk)
    check_may_decide(request.user)
    made, other = judge_apart(
        request.user, event, request.POST.get("one", ""), request.POST.get("other", "")
    )
    modeladmin.log_change(request, event, f"Judged another event than “{other.event}”.")
    messages.success(request, f"“{other.event}” is another event: it will not be proposed again.")
    offer_undo(request, made.change)
    return HttpResponseRedirect(reverse("admin:timeline_event_change", args=[pk]))


@admin.register(Judgement)
class JudgementAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # Django has no brackets here
    """Which quotes were judged to tell one event, or different ones. Deleting lifts a judgement."""

    list_display = ["one", "verdict", "other", "judged_at", "by"]
    list_display_links = ["verdict"]
    list_filter = ["verdict"]
    list_select_related = ["one", "other", "by"]
    list_per_page = 50
    show_full_result_count = False
    readonly_fields = ["one", "other", "verdict", "judged_at", "by"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Nobody: they are made where events are compared."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Judgement | None = None) -> bool:
        """Nobody: they are lifted, or made anew."""
        return False

    def has_view_permission(self, request: HttpRequest, obj: Judgement | None = None) -> bool:
        """Whoever sees events."""
        return request.user.has_perm("timeline.view_event")

    def has_delete_permission(self, request: HttpRequest, obj: Judgement | None = None) -> bool:
        """Whoever decides."""
        return may_decide(request.user)

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Whoever sees events."""
        return self.has_view_permission(request)

    def delete_model(self, request: HttpRequest, obj: Judgement) -> None:
        """Lift it; that can be undone."""
        self.delete_queryset(request, Judgement.objects.filter(pk=obj.pk))

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Judgement]) -> None:
        """Lift them; that can be undone."""
        pairs = queryset.values_list("one__event", "other__event")
        with recording(
            request.user, "lifted judgements", {pk for pair in pairs for pk in pair}
        ) as made:
            queryset.delete()
        offer_undo(request, made.change)

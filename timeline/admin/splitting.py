"""Quotes that tell something else are split off into a candidate of their own."""

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.html import format_html

from timeline.access import check_may_decide, pk_of
from timeline.admin.changes import offer_undo
from timeline.curating.changes import recording
from timeline.curating.curation import split
from timeline.curating.telling import event_link
from timeline.models import Event


def split_view(
    modeladmin: "admin.ModelAdmin[Event]", request: HttpRequest, pk: int
) -> HttpResponse:
    """Split off the quotes that were marked, and go to the event that remains."""
    event = get_object_or_404(Event, pk=pk)
    check_may_decide(request.user)
    chosen = map(pk_of, request.POST.getlist("quote"))
    try:
        with recording(request.user, f"split “{event}”", [pk]) as made:
            parted = split(event, event.quotes.filter(pk__in=chosen), request.user)
            made.also(parted)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        modeladmin.log_change(request, event, "Split.")
        messages.success(request, format_html("A candidate of its own: {}.", event_link(parted)))
        offer_undo(request, made.change)
    return HttpResponseRedirect(reverse("admin:timeline_event_change", args=[pk]))

"""Several events that tell the same are joined into the one that a curator chooses."""

from typing import Any, cast

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from articles.dates import in_words
from timeline.admin.changes import offer_undo
from timeline.curating.changes import recording
from timeline.curating.curation import MOST_JOINED, join
from timeline.curating.proposing import staying
from timeline.models import Event, EventQuerySet, with_evidence


@admin.action(description="Join selected events into one", permissions=["publish"])
def join_selected(
    modeladmin: "admin.ModelAdmin[Event]", request: HttpRequest, queryset: QuerySet[Event]
) -> HttpResponse | None:
    """Show the events and ask which one stays; once that is told, join them."""
    selected = cast(EventQuerySet, queryset).in_order()
    events = list(with_evidence(selected)[: MOST_JOINED + 1])
    if not 2 <= len(events) <= MOST_JOINED:
        messages.error(request, f"To join, select 2 to {MOST_JOINED} events.")
        return None
    if "into" not in request.POST:
        return _ask(modeladmin, request, events)
    by_id = {str(event.pk): event for event in events}
    into = by_id.get(request.POST["into"])
    if into is None:
        messages.error(request, "Choose the event that stays from those selected.")
        return _ask(modeladmin, request, events)
    _join(modeladmin, request, into, events)
    return None


def _join(
    modeladmin: "admin.ModelAdmin[Event]", request: HttpRequest, into: Event, events: list[Event]
) -> None:
    others = [event for event in events if event is not into]
    try:
        what = f"joined {len(events)} events into “{into}”"
        with recording(request.user, what, [event.pk for event in events]) as made:
            join(into, others, request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return
    modeladmin.log_change(request, into, f"Joined with {len(others)} more.")
    messages.success(
        request,
        f"{len(events)} events are one now: “{into.headline}”. "
        "The others were rejected, and point to it.",
    )
    offer_undo(request, made.change)


def _ask(
    modeladmin: "admin.ModelAdmin[Event]", request: HttpRequest, events: list[Event]
) -> HttpResponse:
    context: dict[str, Any] = {
        **modeladmin.admin_site.each_context(request),
        "title": "Which event stays?",
        "opts": modeladmin.opts,
        "likely": staying(events),
        "choices": [(event, in_words(event.edtf)) for event in events],
        "action_checkbox_name": ACTION_CHECKBOX_NAME,
    }
    return TemplateResponse(request, "admin/timeline/event/join.html", context)

"""Events: found, corrected, quoted, and moved from candidate to published."""

from functools import partial
from typing import Any, cast

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.views.decorators.http import require_POST

from articles.dates import in_words
from timeline.access import check_may_decide, may_correct, may_decide
from timeline.admin.changes import RecordedAdmin
from timeline.admin.event_history import EventHistoryAdmin
from timeline.admin.exporting import EXPORTS
from timeline.admin.filters import PublisherFilter, TimelineFilter, TopicFilter, YearFilter
from timeline.admin.importing import import_view
from timeline.admin.joining import join_selected
from timeline.admin.judging import judge_apart_view
from timeline.admin.picture_form import PICTURE_FIELDS, PicturedForm, picture_html
from timeline.admin.quotes import NewQuoteInline, QuoteInline
from timeline.admin.splitting import split_view
from timeline.admin.steps import LIFT, STEPS, action_for, steps_from, take_step
from timeline.curating.date_box import understand
from timeline.curating.event_form import EventForm
from timeline.curating.proposing import proposals_for
from timeline.events.disputes import disputes
from timeline.events.tellers import (
    most_told_first,
    of_quotes,
    significance,
    tellers,
    told_by_words,
)
from timeline.models import Event, EventQuerySet, Status, Timeline, with_evidence
from timeline.page.notes import note_on
from timeline.search import saying

# By which the list is asked for a status.
STATUS_KEYS = ("status__exact", "status")


@admin.register(Event)
class EventAdmin(RecordedAdmin, EventHistoryAdmin):
    """Events. They are rejected, never deleted; their status moves by buttons and actions alone."""

    form = PicturedForm
    list_display = ["when", "headline", "status", "on_timelines", "quote_count", "told_by"]
    list_display_links = ["headline"]
    list_filter = [
        "status", YearFilter, TopicFilter, PublisherFilter, TimelineFilter, "is_planned",
        "is_inferred",
    ]  # fmt: skip
    search_fields = ["headline"]
    search_help_text = "Words of the headline, the summary or the quotes."
    ordering = ["sort_day", "sort_span", "id"]
    actions = [*map(action_for, [*STEPS.values(), LIFT]), join_selected, *EXPORTS]
    fields = [
        "status_shown", "headline", "edtf", "is_inferred", "is_planned", "note", "told_by",
        "summary", "topics", "timelines", "picture_shown", *PICTURE_FIELDS, "seen_version",
    ]  # fmt: skip
    readonly_fields = ["status_shown", "note", "told_by", "picture_shown"]
    autocomplete_fields = ["topics", "timelines"]
    save_on_top = True

    def has_change_permission(self, request: HttpRequest, obj: Event | None = None) -> bool:
        """Contributors change candidates alone."""
        may: bool = super().has_change_permission(request, obj)
        return may and (obj is None or may_correct(request.user, obj))

    def has_publish_permission(self, request: HttpRequest) -> bool:
        """Who may decide: publish, reject, join, split."""
        return may_decide(request.user)

    def has_delete_permission(self, request: HttpRequest, obj: Event | None = None) -> bool:
        """Nobody: a rejected event keeps its sentences from coming back."""
        return False

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        """Lists may be narrowed to the events that quote an article, which its page links to."""
        return lookup == "quotes__article__id__exact" or super().lookup_allowed(
            lookup, value, request
        )

    def get_ordering(self, request: HttpRequest) -> Any:
        """Candidates by how much they matter, the most told first; other lists by time."""
        is_queue = Status.CANDIDATE in (request.GET.get(key) for key in STATUS_KEYS)
        return most_told_first() if is_queue else self.ordering

    def get_list_display(self, request: HttpRequest) -> list[Any]:
        """The columns; that of the timelines only where there are several."""
        has_several = Timeline.objects.all()[1:2].exists()
        return [name for name in self.list_display if has_several or name != "on_timelines"]

    def get_urls(self) -> list[URLPattern]:
        """The parent's addresses, and those that import, read the date box, split and judge."""
        read = self.admin_site.admin_view(self.read_date_view)
        bring = self.admin_site.admin_view(partial(import_view, self))
        split = self.admin_site.admin_view(require_POST(partial(split_view, self)))
        apart = self.admin_site.admin_view(require_POST(partial(judge_apart_view, self)))
        return [
            path("import/", bring, name="timeline_event_import"),
            path("read-date/", read, name="timeline_event_read_date"),
            path("<int:pk>/split/", split, name="timeline_event_split"),
            path("<int:pk>/apart/", apart, name="timeline_event_apart"),
            *super().get_urls(),
        ]

    def get_fields(self, request: HttpRequest, obj: Event | None = None) -> list[Any]:
        """The fields; whether the date is inferred only where it is."""
        asked: dict[Any, bool] = {
            "is_inferred": bool(obj and obj.is_inferred),
            "picture_shown": bool(obj and obj.picture_id),
            "picture_gone": bool(obj and obj.picture_id),
        }
        return [name for name in self.fields if asked.get(name, True)]

    def get_inlines(self, request: HttpRequest, obj: Event | None) -> list[Any]:
        """The quotes that there are, and room for new ones."""
        return [QuoteInline, NewQuoteInline] if obj else [NewQuoteInline]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Event]:
        """Events with their timelines, and who tells them."""
        return (
            super()
            .get_queryset(request)
            .prefetch_related("timelines")
            .annotate(quote_total=of_quotes(Count("pk")), **tellers())
        )

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Event], search_term: str
    ) -> tuple[QuerySet[Event], bool]:
        """The events with all the words, found as on the public page."""
        return saying(cast(EventQuerySet, queryset), search_term), False

    @admin.display(description="when", ordering="sort_day")
    def when(self, event: Event) -> str:
        """The date in words."""
        return in_words(event.edtf)

    @admin.display(description="timelines")
    def on_timelines(self, event: Event) -> str:
        """The titles of its timelines."""
        return ", ".join(timeline.title for timeline in event.timelines.all())

    @admin.display(description="quotes", ordering="quote_total")
    def quote_count(self, event: Event) -> int:
        """How many quotes it has."""
        return getattr(event, "quote_total", None) or 0

    @admin.display(description="told by", ordering=significance())
    def told_by(self, event: Event) -> str:
        """How many tell it, and for how long."""
        return told_by_words(event) if event.pk else "–"

    @admin.display(description="status")
    def status_shown(self, event: Event) -> str:
        """The status, and the event that this one was joined into."""
        into = event.joined_into
        if into is None:
            return event.get_status_display()
        address = reverse("admin:timeline_event_change", args=[into.pk])
        return format_html('joined into <a href="{}">{}</a>', address, into.headline)

    @admin.display(description="picture")
    def picture_shown(self, event: Event) -> str:
        """The picture that it has."""
        return picture_html(event)

    @admin.display(description="of its date")
    def note(self, event: Event) -> str:
        """What is to be said of its date today, and what its sources disagree on."""
        if not event.pk:
            return "–"
        shown = with_evidence(Event.objects.filter(pk=event.pk), has_leads=True).get()
        quotes = shown.quotes.all()
        told = [note_on(event, quotes, timezone.localdate()), *disputes(quotes)]
        return "; ".join(filter(None, told)) or "–"

    def save_model(self, request: HttpRequest, obj: Event, form: Any, change: bool) -> None:
        """Store the event; what changed is a curator's word."""
        obj.decide(*form.decided())
        super().save_model(request, obj, form, change)
        if "edtf" in form.changed_data and form.understood:
            messages.info(request, f"Date {form.understood.sentence}.")

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """The page, with a button for each step that can be taken."""
        event: Event | None = kwargs.get("obj")
        context["may_decide"] = may_decide(request.user)
        context["steps"] = steps_from(event) if event and context["may_decide"] else []
        context.update(proposals_for(event) if event else {})
        context["show_save_and_add_another"] = False
        return super().render_change_form(request, context, *args, **kwargs)

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The page; what became impossible meanwhile is told in it, and nothing typed is lost."""
        try:
            return super().changeform_view(request, *args, **kwargs)
        except ValidationError as error:
            request.refused = tuple(error.messages)  # type: ignore[attr-defined]
            return super().changeform_view(request, *args, **kwargs)

    def get_form(self, request: HttpRequest, *args: Any, **kwargs: Any) -> type[EventForm]:
        """The form, which knows what was refused when it was sent."""
        form = super().get_form(request, *args, **kwargs)
        return type("EventForm", (form,), {"refused": getattr(request, "refused", ())})

    def response_change(self, request: HttpRequest, obj: Event) -> HttpResponse:
        """Where to go once it is stored; a step's button also takes the step."""
        step = STEPS.get(request.POST.get("_step", ""))
        if step is None:
            return super().response_change(request, obj)
        check_may_decide(request.user)
        if take_step(request, obj, step):
            self.log_change(request, obj, f"{step.done.capitalize()}.")
        return HttpResponseRedirect(request.get_full_path())

    def read_date_view(self, request: HttpRequest) -> HttpResponse:
        """What the date box understands of what was typed so far, for HTMX."""
        if not (self.has_change_permission(request) or self.has_add_permission(request)):
            raise PermissionDenied
        try:
            told = understand(request.GET.get("edtf", ""), timezone.localdate()).sentence
        except ValidationError as error:
            told = " ".join(error.messages)
        return HttpResponse(format_html("{}", told))

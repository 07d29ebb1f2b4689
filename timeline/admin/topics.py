"""Topics: what readers filter by, found in quotes by their names; new ones are proposed."""

from functools import partial
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db import transaction
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path

from articles.admin import HistoryAdmin
from timeline.admin.names import names_view, tag_events
from timeline.curating.topics import merge
from timeline.models import IgnoredName, Status, Topic

MOST_MERGED = 20


class NamesField(forms.CharField):
    """Other names, a line each, kept as a list."""

    widget = forms.Textarea(attrs={"rows": 4})

    def prepare_value(self, value: Any) -> Any:
        """The names as lines."""
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[str]:
        """The names, each once."""
        lines = (" ".join(line.split()) for line in str(super().clean(value)).splitlines())
        return list(dict.fromkeys(filter(None, lines)))

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether there are other names than before."""
        return bool(initial or []) != bool(data) or (initial or []) != self.clean(data)


class TopicForm(forms.ModelForm):  # type: ignore[type-arg]  # Django has no brackets here
    """A name, its slug, and its other names."""

    aliases = NamesField(
        required=False,
        label="Other names",
        help_text="A line each. Names of several words are found in any case, a single word with a "
        "capital only with one: add it in lower case to find that, too. Acronyms as written.",
    )

    class Meta:
        model = Topic
        fields = ["name", "slug", "aliases"]


@admin.action(description="Merge selected topics into one", permissions=["change"])
def merge_selected(
    modeladmin: "admin.ModelAdmin[Topic]", request: HttpRequest, queryset: QuerySet[Topic]
) -> HttpResponse | None:
    """Ask which topic stays; once that is told, merge the others into it."""
    topics = list(queryset[: MOST_MERGED + 1])
    if not 2 <= len(topics) <= MOST_MERGED:
        messages.error(request, f"To merge, select 2 to {MOST_MERGED} topics.")
        return None
    into = next((one for one in topics if str(one.pk) == request.POST.get("into")), None)
    if into is None:
        return _ask(modeladmin, request, topics)
    merge(into, topics, request.user)
    modeladmin.log_change(request, into, f"Merged with {len(topics) - 1} more.")
    messages.success(request, f"{len(topics)} topics are one now: “{into}”.")
    return None


def _ask(
    modeladmin: "admin.ModelAdmin[Topic]", request: HttpRequest, topics: list[Topic]
) -> HttpResponse:
    context: dict[str, Any] = {
        **modeladmin.admin_site.each_context(request),
        "title": "Which topic stays?",
        "opts": modeladmin.opts,
        "topics": topics,
        "likely": max(topics, key=lambda topic: topic.shown_total),  # type: ignore[attr-defined]
        "action_checkbox_name": ACTION_CHECKBOX_NAME,
    }
    return TemplateResponse(request, "admin/timeline/topic/merge.html", context)


@admin.register(Topic)
class TopicAdmin(HistoryAdmin[Topic]):
    """What readers filter by. Its names tag the events whose quotes have them."""

    form = TopicForm
    list_display = ["name", "other_names", "events_shown"]
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}
    actions = [merge_selected]
    change_list_template = "admin/timeline/topic/change_list.html"

    def get_urls(self) -> list[URLPattern]:
        """The parent's addresses, and that of the names found in articles."""
        names = self.admin_site.admin_view(partial(names_view, self))
        return [path("names/", names, name="timeline_topic_names"), *super().get_urls()]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Topic]:
        """Topics with the number of their published events."""
        shown = Count("events", filter=Q(events__status=Status.PUBLISHED))
        return super().get_queryset(request).annotate(shown_total=shown)

    def save_model(self, request: HttpRequest, obj: Topic, form: Any, change: bool) -> None:
        """Store the topic; if it has new names, it tags the events whose quotes have them."""
        super().save_model(request, obj, form, change)
        if {"name", "aliases"} & {*form.changed_data}:
            tag_events(request, obj)

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

    @admin.display(description="other names")
    def other_names(self, topic: Topic) -> str:
        """By which it is found, too."""
        return ", ".join(topic.other_names)

    @admin.display(description="published events", ordering="shown_total")
    def events_shown(self, topic: Topic) -> int:
        """How many published events carry the topic."""
        return int(topic.shown_total)  # type: ignore[attr-defined]


@admin.register(IgnoredName)
class IgnoredNameAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # Django has no brackets here
    """Words that are not proposed as names. Deleting one lets it be proposed again."""

    search_fields = ["name"]
    list_per_page = 50
    show_full_result_count = False

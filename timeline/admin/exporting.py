"""Events are exported from their list: those that are selected, or all that a filter finds."""

from collections.abc import Callable

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from timeline.models import Event, with_evidence
from timeline.spreadsheets.writing import FORMATS, Format

MOST_EXPORTED = 10_000
Action = Callable[["admin.ModelAdmin[Event]", HttpRequest, QuerySet[Event]], HttpResponse | None]


def export_action(made: Format) -> Action:
    """The action of the list that gives the selected events in the format."""

    @admin.action(description=f"Export selected events: {made.label}", permissions=["view"])
    def export(
        modeladmin: "admin.ModelAdmin[Event]", request: HttpRequest, queryset: QuerySet[Event]
    ) -> HttpResponse | None:
        events = list(with_evidence(Event.objects.filter(pk__in=_ids(queryset)).in_order()))
        try:
            if len(events) > MOST_EXPORTED:
                raise ValidationError(f"At most {MOST_EXPORTED:,} events at once: narrow the list.")
            data = made.write(events)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
            return None
        name = f"events-{timezone.localdate():%Y-%m-%d}.{made.ending}"
        return HttpResponse(
            data, content_type=made.media_type,
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )  # fmt: skip

    export.__name__ = f"export_{made.ending.replace('.', '_')}"
    return export


def _ids(selected: QuerySet[Event]) -> list[int]:
    return list(selected.order_by("pk").values_list("pk", flat=True)[: MOST_EXPORTED + 1])


EXPORTS = [export_action(made) for made in FORMATS.values()]

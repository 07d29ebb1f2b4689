"""What programs ask for: a timeline's selection as JSON, the icon."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.utils import timezone
from django.views.decorators.http import require_safe

from timeline.access import timeline_for
from timeline.page.asked import Asked
from timeline.records import event_record


@require_safe
def timeline_json(request: HttpRequest, slug: str) -> JsonResponse:
    """The same selection and paging as JSON; 400 with the reasons for what isn't understood."""
    chosen = timeline_for(request.user, slug)
    asked = Asked.of(chosen, request.GET, today=timezone.localdate())
    form, found = asked.form, asked.found
    if not form.is_valid():
        errors = {form[name].html_name: reasons for name, reasons in form.errors.items()}
        return JsonResponse({"errors": errors}, status=400)
    page = found.page(**form.cursors())

    def url_of(**cursor: int | None) -> str | None:
        if not any(cursor.values()):
            return None
        return request.build_absolute_uri(f"{request.path}{form.query(**cursor)}")

    return JsonResponse(
        {
            "timeline": chosen.slug,
            "title": chosen.title,
            "found": found.total,
            "previous": url_of(before=page.earlier),
            "next": url_of(after=page.later),
            "events": [event_record(event, is_public=True) for event in found.events(page.ids)],
        }
    )


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """The way to the icon, for what has no page to name it: JSON, a bare error."""
    return redirect(static("icons/dateline.svg"))

"""A timeline's selection for other programs, and the page that offers it."""

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from timeline.access import timeline_for
from timeline.exports import FORMATS, Exported
from timeline.exports.share import Share
from timeline.page.asked import Asked
from timeline.views.browse import years_of


@require_safe
def export(request: HttpRequest, slug: str, ending: str) -> HttpResponse | StreamingHttpResponse:
    """What the filter finds, piece by piece; 400 with the reasons for what isn't understood.

    Of more events than a file may have, the header `Link` names the next file.
    """
    chosen = timeline_for(request.user, slug)
    if ending not in FORMATS:
        raise Http404(f"There is no format “{ending}”.")
    asked = Asked.of(chosen, request.GET, today=timezone.localdate())
    if not asked.form.is_valid():
        return HttpResponse(_reasons(asked), status=400, content_type="text/plain; charset=utf-8")
    made, told = FORMATS[ending], Exported.of(asked, timezone.now())
    response = StreamingHttpResponse(
        made.write(told), content_type=f"{made.media_type}; charset=utf-8"
    )
    kind = "attachment" if made.is_download else "inline"
    response["Content-Disposition"] = f'{kind}; filename="{chosen.slug}.{ending}"'
    if told.later:
        response["Link"] = f'<{told.file(ending, after=told.later)}>; rel="next"'
    return response


@require_safe
def share(request: HttpRequest, slug: str) -> HttpResponse:
    """What a reader can take along of a timeline's view: its link, a frame, files, paper."""
    chosen = timeline_for(request.user, slug)
    asked = Asked.of(chosen, request.GET, today=timezone.localdate())
    context = {
        "timeline": chosen,
        "found": asked.total,
        "years": years_of(asked.found),
        "known": asked.form.reading_of("known"),
        "share": Share(asked),
    }
    return render(request, "timeline/share.html", context)


def _reasons(asked: Asked) -> str:
    errors = asked.form.errors.items()
    said = ((asked.form[name].html_name, " ".join(map(str, reasons))) for name, reasons in errors)
    return "".join(f"{name}: {reasons}\n" for name, reasons in said)

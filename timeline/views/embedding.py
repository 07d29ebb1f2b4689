"""A timeline within the page of another site: in a frame without cookies, found by oEmbed."""

from typing import Any
from urllib.parse import urlsplit

from csp.constants import NONE
from csp.decorators import csp_replace
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import render
from django.urls import Resolver404, resolve
from django.utils import timezone
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from timeline.access import timeline_for
from timeline.entries import Look, entry_of, read_events
from timeline.exports.share import HEIGHT, WIDTH, frame_of
from timeline.page.asked import Asked
from timeline.page.axis_ways import axis_of
from timeline.views.browse import years_of

LEAST = 200


@require_safe
@xframe_options_exempt
def embed(request: HttpRequest, slug: str) -> HttpResponse:
    """A timeline's events for a frame, as anybody may see them: nobody is signed in there.

    Only the origins that a setting names may frame it.
    """
    chosen = timeline_for(AnonymousUser(), slug)
    asked = Asked.of(chosen, request.GET, today=timezone.localdate())
    view = "axis" if asked.form.chosen_view() == "axis" else "list"
    context = {
        "timeline": chosen,
        "form": asked.form,
        "found": asked.total,
        "years": years_of(asked.found),
        "known": asked.form.reading_of("known"),
        "view": view,
        "whole": f"{chosen.get_absolute_url()}{asked.form.query()}",
        "is_embedded": True,
    }
    shown = axis_of(asked) if view == "axis" else as_short_list(asked)
    page = render(request, "timeline/embed.html", context | shown)
    framed = csp_replace({"frame-ancestors": settings.EMBEDDERS or [NONE]})
    return framed(lambda _request: page)(request)  # type: ignore[return-value]


def as_short_list(asked: Asked) -> dict[str, Any]:
    """Events in order of time, fifty at a time, a line each."""
    page = asked.found.page(**asked.form.cursors())
    look = Look.now(asked.today, known_by=asked.selection.known_by)
    rows = read_events(page.ids)
    return {
        "page": page,
        "entries": [entry_of(rows[event], look) for event in page.ids if event in rows],
        "earlier": asked.form.query(before=page.earlier),
        "later": asked.form.query(after=page.later),
    }


@require_safe
def oembed(request: HttpRequest) -> HttpResponse:
    """How to embed the timeline at `url`: https://oembed.com, type "rich", as JSON.

    404 where there is none, or where nobody may embed it.
    """
    if request.GET.get("format", "json") != "json":
        return HttpResponse("Only JSON is given.", status=501, content_type="text/plain")
    asked = _asked_at(request.GET.get("url", ""))
    width = _at_most(request.GET.get("maxwidth"), WIDTH)
    height = _at_most(request.GET.get("maxheight"), HEIGHT)
    if not (frame := frame_of(asked, width, height)):
        raise Http404("No other site may show it.")
    return JsonResponse({
        "version": "1.0",
        "type": "rich",
        "provider_name": "Dateline",
        "provider_url": settings.ORIGIN.url,
        "title": asked.timeline.title,
        "width": width,
        "height": height,
        "html": frame,
    })  # fmt: skip


def _asked_at(address: str) -> Asked:
    """What the page at this address shows, if it is a public timeline's."""
    try:
        parts = urlsplit(address)
        match = resolve(parts.path)
    except (ValueError, Resolver404) as error:
        raise Http404("No timeline has this address.") from error
    is_ours = f"{parts.scheme}://{parts.netloc}" == settings.ORIGIN.url
    if not is_ours or match.url_name != "timeline":
        raise Http404("No timeline has this address.")
    chosen = timeline_for(AnonymousUser(), match.kwargs["slug"])
    return Asked.of(chosen, QueryDict(parts.query), today=timezone.localdate())


def _at_most(value: str | None, usual: int) -> int:
    """The usual size, or a smaller one that was asked for."""
    wanted = int(value) if value and value.isdecimal() and len(value) < 6 else usual
    return max(LEAST, min(usual, wanted))

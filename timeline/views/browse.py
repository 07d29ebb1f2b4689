"""A timeline's page in its three views: a list, an axis, the sources."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django_htmx.http import push_url
from django_htmx.middleware import HtmxDetails

from articles.dates import iso_day
from timeline.access import timeline_for
from timeline.entries import Look, eras_of, open_first
from timeline.entries.paper import is_for_paper, on_paper
from timeline.exports.share import Share
from timeline.index import Found
from timeline.index.snapshot import Snapshot
from timeline.models import Timeline, is_curator
from timeline.page.asked import Asked
from timeline.page.axis_page import options_of
from timeline.page.axis_ways import axis_of
from timeline.page.brush import brush_of
from timeline.page.chips import chips_of, loosenings
from timeline.page.facets import facets_of
from timeline.page.kept_pages import kept
from timeline.page.sources import sources_of
from timeline.phrasing.when import label


class HtmxRequest(HttpRequest):
    """A request as HtmxMiddleware leaves it."""

    htmx: HtmxDetails


def as_list(asked: Asked) -> dict[str, Any]:
    """Events in order of time, fifty at a time, under headings."""
    if is_for_paper(asked):
        return on_paper(asked)
    page = asked.found.page(**asked.form.cursors())
    look = Look.now(asked.today, asked.terms, asked.selection.known_by)
    eras = eras_of(page.ids, look, asked.found.snapshot.kept)
    if not (asked.form.is_filtering() or page.has_earlier):
        open_first(eras)  # who comes for the first time sees what stands behind a date
    return {
        "page": page,
        "eras": eras,
        "earlier": asked.form.query(before=page.earlier),
        "later": asked.form.query(after=page.later),
    }


def as_sources(asked: Asked) -> dict[str, Any]:
    """The articles that tell the events, their quotes marked."""
    sources = sources_of(asked, after=asked.form.cursors()["after"])
    later = asked.form.query(after=sources.later) if sources.later else ""
    return {"sources": sources, "later": later}


# What each view adds to the context; its template is timeline/_NAME.html.
VIEWS: dict[str, Callable[[Asked], dict[str, Any]]] = {
    "list": as_list,
    "axis": axis_of,
    "sources": as_sources,
}


def years_of(found: Found) -> str:
    """From which year to which the events found reach: "2017 to 2020"; "" if there are none."""
    if found.span is None:
        return ""
    first, last = (label(iso_day(day)[:-6]) for day in found.span)
    return first if first == last else _("%(first)s to %(last)s") % {"first": first, "last": last}


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The one timeline there is, a list of several, or what to do first.

    What is asked of this address is asked of the timeline that one comes to.
    """
    timelines = list(Timeline.objects.visible_to(request.user))
    query = f"?{request.GET.urlencode()}" if request.GET else ""
    if len(timelines) == 1:
        return redirect(f"{timelines[0].get_absolute_url()}{query}")
    return render(request, "timeline/home.html", {"timelines": timelines, "query": query})


@require_safe
@kept
def timeline(request: HtmxRequest, slug: str, *, snapshot: Snapshot) -> HttpResponse:
    """A timeline's events: the whole page, or for HTMX what the filter changes of it.

    HTMX asks for the whole page when it restores one from the history.
    """
    chosen = timeline_for(request.user, slug)
    asked = Asked.of(chosen, request.GET, today=timezone.localdate(), snapshot=snapshot)
    is_partial = bool(request.htmx) and not request.htmx.history_restore_request
    facets = facets_of(asked)
    chips = chips_of(asked, facets)
    context = {
        "timeline": chosen,
        "form": asked.form,
        "found": asked.total,
        "years": years_of(asked.found),
        "known": asked.form.reading_of("known"),
        "newer": asked.found.without("known").total - asked.total,
        "chips": chips,
        "loosenings": [] if asked.total else loosenings(asked, chips),
        "facets": facets,
        "brush": brush_of(asked),
        "view": asked.form.chosen_view(),
        "view_template": f"timeline/_{asked.form.chosen_view()}.html",
        "today": asked.today,
        "is_curator": is_curator(request.user),
        "is_partial": is_partial,
        "query": asked.form.query(),
        "share": Share(asked),
        "canonical": f"{settings.ORIGIN.url}{chosen.get_absolute_url()}",
    } | VIEWS[asked.form.chosen_view()](asked)
    template = "timeline/_results.html" if is_partial else "timeline/page.html"
    response = render(request, template, context)
    if is_partial:  # without this header the URL would carry the empty boxes too
        own = options_of(asked) if context["view"] == "axis" else asked.form.cursors()
        push_url(response, f"{request.path}{asked.form.query(**own)}")
    patch_vary_headers(response, ["HX-Request", "HX-History-Restore-Request"])
    return response

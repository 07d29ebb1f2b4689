"""The public pages: parameters → a form → a QuerySet → a template."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe
from django_htmx.http import push_url
from django_htmx.middleware import HtmxDetails

from articles.models import Article, PublicText
from timeline.access import article_for, event_for, published_on, timeline_for
from timeline.forms import FilterForm
from timeline.headings import under_headings
from timeline.models import Timeline
from timeline.pages import page_of
from timeline.passages import passages_of
from timeline.querysets import is_curator
from timeline.records import event_record


class HtmxRequest(HttpRequest):
    """A request as HtmxMiddleware leaves it."""

    htmx: HtmxDetails


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The one timeline there is, a list of several, or what to do first."""
    timelines = list(Timeline.objects.visible_to(request.user))
    if len(timelines) == 1:
        return redirect(timelines[0])
    return render(request, "timeline/home.html", {"timelines": timelines})


@require_safe
def timeline(request: HtmxRequest, slug: str) -> HttpResponse:
    """A timeline's events: the whole page, or for HTMX what the filter changes of it.

    HTMX asks for the whole page when it restores one from the history.
    """
    chosen = timeline_for(request.user, slug)
    form = FilterForm(request.GET, timeline=chosen, today=timezone.localdate())
    found = published_on(chosen).matching(form.selection())
    page = page_of(found, **form.cursors())
    is_partial = bool(request.htmx) and not request.htmx.history_restore_request
    context = {
        "timeline": chosen,
        "form": form,
        "found": found.count(),
        "page": page,
        "eras": under_headings(page.events),
        "today": timezone.localdate(),
        "is_curator": is_curator(request.user),
        "is_partial": is_partial,
        "query": form.query(),
        "earlier": form.query(before=page.earlier),
        "later": form.query(after=page.later),
        "canonical": f"{settings.ORIGIN.url}{chosen.get_absolute_url()}",
    }
    template = "timeline/_events.html" if is_partial else "timeline/page.html"
    response = render(request, template, context)
    if is_partial:  # without this header the URL would carry the empty boxes too
        push_url(response, f"{request.path}{form.query(**form.cursors())}")
    patch_vary_headers(response, ["HX-Request", "HX-History-Restore-Request"])
    return response


@require_safe
def timeline_json(request: HttpRequest, slug: str) -> JsonResponse:
    """The same selection and paging as JSON; 400 with the reasons for what isn't understood."""
    chosen = timeline_for(request.user, slug)
    form = FilterForm(request.GET, timeline=chosen, today=timezone.localdate())
    found = published_on(chosen).matching(form.selection())
    if not form.is_valid():
        errors = {form[name].html_name: reasons for name, reasons in form.errors.items()}
        return JsonResponse({"errors": errors}, status=400)
    page = page_of(found, **form.cursors())

    def url_of(**cursor: int | None) -> str | None:
        if not any(cursor.values()):
            return None
        return request.build_absolute_uri(f"{request.path}{form.query(**cursor)}")

    return JsonResponse(
        {
            "timeline": chosen.slug,
            "title": chosen.title,
            "found": found.count(),
            "previous": url_of(before=page.earlier),
            "next": url_of(after=page.later),
            "events": [event_record(event, is_public=True) for event in page.events],
        }
    )


@require_safe
def event(request: HttpRequest, pk: int) -> HttpResponse:
    """One event with all its quotes; of a joined event's address, the way to the other."""
    found = event_for(request.user, pk)
    if found.pk != pk:
        return redirect(found, permanent=False)
    context: dict[str, Any] = {
        "event": found,
        "today": timezone.localdate(),
        "timelines": list(found.timelines.visible_to(request.user)),
        "is_curator": is_curator(request.user),
        "canonical": f"{settings.ORIGIN.url}{found.get_absolute_url()}",
    }
    return render(request, "timeline/event.html", context)


@require_safe
def article(request: HttpRequest, pk: int) -> HttpResponse:
    """An article, as far as the reader may see it, with its published quotes marked."""
    found, quotes = article_for(request.user, pk)
    curates = is_curator(request.user)
    reach = PublicText.FULL if curates else found.public_reach
    passages = passages_of(found.text, list(quotes), reach)
    context = {
        "article": found,
        "passages": passages,
        "reach": reach,
        "is_replaced": Article.objects.filter(replaces=found).exists(),
        "public_sees": PublicText(found.public_reach).label,
        "is_curator": curates,
    }
    return render(request, "articles/page.html", context)


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """The way to the icon, for what has no page to name it: JSON, a bare error."""
    return redirect(static("icons/dateline.svg"))

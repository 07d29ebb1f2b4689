"""The desk's pages: one candidate at a time, whole or, for HTMX, without the frame."""

from typing import Any, cast
from urllib.parse import urlencode

from django.contrib import admin, messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_http_methods
from django_htmx.http import push_url
from django_htmx.middleware import HtmxDetails

from timeline.admin.joining import proposals_for
from timeline.desk.evidence import evidence_of
from timeline.desk.forms import DeskForm, WantedForm
from timeline.desk.offered import topic_names
from timeline.desk.steps import STEPS, STORING, check_may_take, step_of
from timeline.desk.waiting import Queue
from timeline.disputes import disputes
from timeline.models import Event

MOST_UPCOMING = 6


@login_required(login_url="admin:login")
@require_http_methods(["GET", "HEAD"])
def first(request: HttpRequest) -> HttpResponse:
    """The way to the first candidate that is wanted, or that none waits."""
    _check(request)
    form = WantedForm(request.GET)
    waiting = Queue(form.wanted()).after(0, 1)
    if waiting:
        return HttpResponseRedirect(_address(request, waiting[0]))
    context = {**admin.site.each_context(request), "title": "Review", "wanted": form}
    return _answer(request, "desk/empty.html", "desk/_empty.html", context)


@login_required(login_url="admin:login")
@require_http_methods(["GET", "HEAD"])
def keys(request: HttpRequest) -> HttpResponse:
    """The keys, to be tried: here they do nothing."""
    _check(request)
    context = {**admin.site.each_context(request), "title": "Keys"}
    return render(request, "desk/keys.html", context)


@login_required(login_url="admin:login")
@require_http_methods(["GET", "HEAD", "POST"])
def candidate(request: HttpRequest, pk: int) -> HttpResponse:
    """A candidate with its evidence; posted, the step that was taken, and the next one."""
    _check(request)
    event = get_object_or_404(Event, pk=pk)
    queue = Queue(WantedForm(request.GET).wanted())
    form = DeskForm(request.POST if _stores(request) else None, instance=event)
    if request.method == "POST" and (taken := _take(request, event, form, queue)):
        return taken
    return _shown(request, event, form, queue)


@transaction.atomic
def _take(request: HttpRequest, event: Event, form: DeskForm, queue: Queue) -> HttpResponse | None:
    """Take the step and go on; None where it could not be taken, which the page then says."""
    step = STEPS.get(step_of(request))
    if step is None:
        return HttpResponse("There is no such step.", status=400)
    check_may_take(request.user, event, step_of(request))
    if form.is_bound and not form.is_valid():
        return None
    try:
        taken = step(request, event, form)
    except ValidationError as error:
        for reason in error.messages:
            messages.error(request, reason)
        event.refresh_from_db()
        return None
    messages.success(request, f"{taken.what[:1].upper()}{taken.what[1:]}.")
    # After the last come those that were passed over.
    going = [taken.stay] if taken.stay else queue.after(queue.place(event.pk), 1)
    going = going or queue.after(0, 1)
    return HttpResponseRedirect(_address(request, going[0] if going else None))


def _shown(request: HttpRequest, event: Event, form: DeskForm, queue: Queue) -> HttpResponse:
    place = queue.place(event.pk)
    before, upcoming = queue.around(place, MOST_UPCOMING)
    evidence = evidence_of(event)
    context = {
        **admin.site.each_context(request),
        "title": "Review",
        "event": event,
        "form": form,
        "wanted": WantedForm(request.GET),
        "evidence": evidence,
        "at_odds": disputes(one.quote for one in evidence),
        **proposals_for(event),
        "topics": topic_names(),
        "place": place,
        "total": len(queue),
        "previous": before and _address(request, before),
        "upcoming": [(one, _address(request, one)) for one in upcoming],
        "query": request.GET.urlencode(),
    }
    return _answer(request, "desk/page.html", "desk/_candidate.html", context)


def _answer(request: HttpRequest, page: str, partial: str, context: dict[str, Any]) -> HttpResponse:
    htmx = cast(HtmxDetails, request.htmx)  # type: ignore[attr-defined]
    is_partial = bool(htmx) and not htmx.history_restore_request
    response = render(request, partial if is_partial else page, context)
    if is_partial:
        push_url(response, request.get_full_path())
    patch_vary_headers(response, ["HX-Request", "HX-History-Restore-Request"])
    return response


def _address(request: HttpRequest, event: Event | None) -> str:
    """The page of the candidate, or the desk's first page, with the same narrowing."""
    path = reverse("desk_candidate", args=[event.pk]) if event else reverse("desk")
    given = {name: value for name, value in request.GET.items() if value}
    return f"{path}?{urlencode(given)}" if given else path


def _check(request: HttpRequest) -> None:
    if not (request.user.is_staff and request.user.has_perm("timeline.change_event")):
        raise PermissionDenied


def _stores(request: HttpRequest) -> bool:
    return request.method == "POST" and step_of(request) in STORING

"""The desk's first pages: one candidate at a time."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods

from timeline.admin.joining import proposals_for
from timeline.desk.answering import (
    MOST_UPCOMING,
    address,
    answer,
    check_sits_here,
    tell_done,
    tell_refusal,
)
from timeline.desk.dates import dates_of
from timeline.desk.evidence import evidence_of
from timeline.desk.forms import DeskForm, WantedForm
from timeline.desk.kept_views import views_of
from timeline.desk.offered import topic_names
from timeline.desk.steps import STEPS, STORING, check_may_take, step_of
from timeline.desk.waiting import Queue
from timeline.events.disputes import disputes
from timeline.models import Event


@login_required(login_url="admin:login")
@require_http_methods(["GET", "HEAD"])
def first(request: HttpRequest) -> HttpResponse:
    """The way to the first candidate that is wanted, or that none waits."""
    check_sits_here(request)
    form = WantedForm(request.GET)
    waiting = form.wanted().queue().after(0, 1)
    if waiting:
        return HttpResponseRedirect(address(request, "desk", waiting[0]))
    return answer(request, "empty", {"wanted": form, "views": views_of(request.user)})


@login_required(login_url="admin:login")
@require_http_methods(["GET", "HEAD"])
def keys(request: HttpRequest) -> HttpResponse:
    """The keys, to be tried: here they do nothing."""
    check_sits_here(request)
    return answer(request, "keys", {"title": "Keys"})


@login_required(login_url="admin:login")
@require_http_methods(["GET", "HEAD", "POST"])
def candidate(request: HttpRequest, pk: int) -> HttpResponse:
    """A candidate with its evidence; posted, the step that was taken, and the next one."""
    check_sits_here(request)
    event = get_object_or_404(Event, pk=pk)
    queue = WantedForm(request.GET).wanted().queue()
    form = DeskForm(request.POST if _stores(request) else None, instance=event)
    if request.method == "POST" and (taken := _take(request, event, form, queue)):
        return taken
    return _shown(request, event, form, queue)


@transaction.atomic
def _take(
    request: HttpRequest, event: Event, form: DeskForm, queue: Queue[Event]
) -> HttpResponse | None:
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
        tell_refusal(request, error)
        event.refresh_from_db()
        return None
    tell_done(request, taken.what)
    # After the last come those that were passed over.
    going = [taken.stay] if taken.stay else queue.after(queue.place(event.pk), 1)
    going = going or queue.after(0, 1)
    return HttpResponseRedirect(address(request, "desk", going[0] if going else None))


def _shown(request: HttpRequest, event: Event, form: DeskForm, queue: Queue[Event]) -> HttpResponse:
    place = queue.place(event.pk)
    before, upcoming = queue.around(place, MOST_UPCOMING)
    evidence = evidence_of(event)
    context = {
        "event": event,
        "form": form,
        "wanted": WantedForm(request.GET),
        "views": views_of(request.user),
        "evidence": evidence,
        "dates": dates_of(event, [one.quote for one in evidence], _typed(form)),
        "at_odds": disputes(one.quote for one in evidence),
        **proposals_for(event),
        "topics": topic_names(),
        "place": place,
        "total": len(queue),
        "previous": before and address(request, "desk", before),
        "upcoming": [(one, address(request, "desk", one)) for one in upcoming],
        "query": request.GET.urlencode(),
    }
    return answer(request, "candidate", context)


@login_required(login_url="admin:login")
@require_http_methods(["GET", "HEAD"])
def date(request: HttpRequest, pk: int) -> HttpResponse:
    """What the date box understands of what was typed so far, beside what the sources read."""
    check_sits_here(request)
    event = get_object_or_404(Event, pk=pk)
    quotes = [one.quote for one in evidence_of(event)]
    found = dates_of(event, quotes, request.GET.get("edtf", ""))
    return render(request, "desk/_dates.html", {"dates": found})


def _typed(form: DeskForm) -> str | None:
    return str(form["edtf"].value()) if form.is_bound else None


def _stores(request: HttpRequest) -> bool:
    return request.method == "POST" and step_of(request) in STORING

"""The desk's first pages: one candidate at a time."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods

from timeline.curating.proposing import proposals_for
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
from timeline.desk.offered import topic_names
from timeline.desk.saved_views import views_of
from timeline.desk.steps import STEPS, STORING, Taken, check_may_take, is_of, step_of, undone_last
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
        return HttpResponseRedirect(address(request, "desk", waiting[0].pk))
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
    queue = WantedForm(request.GET).wanted().queue()
    if request.method != "POST":
        return _shown(request, DeskForm(instance=get_object_or_404(Event, pk=pk)), queue)
    taken = _take(request, pk, queue)
    if isinstance(taken, HttpResponse):
        return taken
    taken.instance.refresh_from_db()
    return _shown(request, taken, queue)


@transaction.atomic
def _take(request: HttpRequest, pk: int, queue: Queue[Event]) -> HttpResponse | DeskForm:
    """Take the step and go on; where it could not be taken, what was sent, for the page to say why.

    The event is read once, locked: what it holds then is what the step changes. With it are locked,
    in order of id, the others that the step names, so that no two curators wait for each other.
    """
    name = step_of(request)
    if name == "undo":
        return _undone(request, pk)
    if (step := STEPS.get(name)) is None:
        return HttpResponse("There is no such step.", status=400)
    locked = Event.objects.select_for_update(of=("self",)).filter(is_of(request, pk))
    event = next((one for one in locked.order_by("pk") if one.pk == pk), None)
    if event is None:
        raise Http404("No Event matches the given query.")
    check_may_take(request.user, event, name)
    form = DeskForm(request.POST if name in STORING else None, instance=event)
    if form.is_bound and not form.is_valid():
        return form
    try:
        taken = step(request, event, form)
    except ValidationError as error:
        transaction.set_rollback(True)
        tell_refusal(request, error)
        return form
    tell_done(request, taken.what)
    return HttpResponseRedirect(address(request, "desk", _following(taken, event, queue)))


def _undone(request: HttpRequest, pk: int) -> HttpResponse:
    """Undo the curator's last change that isn't undone yet, and go to the event that it was of.

    Where that is gone, as it was what the change had made, go to the first one that waits.
    """
    try:
        undone, touched = undone_last(request.user)
    except ValidationError as error:
        transaction.set_rollback(True)
        tell_refusal(request, error)
        return HttpResponseRedirect(address(request, "desk", pk))
    tell_done(request, str(undone))
    return HttpResponseRedirect(address(request, "desk", min(touched, default=None)))


def _following(taken: Taken, event: Event, queue: Queue[Event]) -> int | None:
    """The id of the event to go on with; after the last come those that were passed over."""
    if taken.stay:
        return taken.stay
    going = queue.after(queue.place(event.pk), 1) or queue.after(0, 1)
    return going[0].pk if going else None


def _shown(request: HttpRequest, form: DeskForm, queue: Queue[Event]) -> HttpResponse:
    event = form.instance
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
        "left": queue.left(place),
        "previous": before and address(request, "desk", before.pk),
        "upcoming": [(one, address(request, "desk", one.pk)) for one in upcoming],
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

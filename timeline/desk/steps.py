"""What a curator does at the desk to one candidate, each as a change that can be undone."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Q
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from timeline.access import check_may_decide, may_correct, may_undo, pk_of
from timeline.curating import curation
from timeline.curating.changes import Recording, recording, recording_fields
from timeline.curating.curation import MOST_JOINED
from timeline.curating.judging import judge_apart
from timeline.curating.proposing import staying
from timeline.curating.undoing import undo_locked
from timeline.desk.forms import REASON_WANTED, DeskForm
from timeline.events.disputes import have_other_dates
from timeline.models import Change, Event, Quote, User

LONGEST_REASON = 300


@dataclass(frozen=True)
class Taken:
    """What was done, in words, and the id of the event to stay with; None to go on to the next."""

    what: str
    stay: int | None = None


Step = Callable[[HttpRequest, Event, DeskForm], Taken]


def accept(request: HttpRequest, event: Event, form: DeskForm) -> Taken:
    """Store the corrections and publish."""
    with _recording(request, event, form) as made:
        curation.publish_locked(form.store())
        made.what = f"published “{event}”"
    return Taken(made.what)


def save(request: HttpRequest, event: Event, form: DeskForm) -> Taken:
    """Store the corrections, and stay."""
    with _recording(request, event, form) as made:
        made.what = f"changed “{form.store()}”"
    return Taken(made.what if made.change else "nothing was changed", event.pk)


def _check_seen(request: HttpRequest, event: Event) -> None:
    """Raise ValidationError unless the event is still what the page showed."""
    if request.POST.get("seen_version", "") != str(event.version):
        raise ValidationError("Somebody changed this event meanwhile: look at it again.")


def _recording(
    request: HttpRequest, event: Event, form: DeskForm
) -> AbstractContextManager[Recording]:
    """Record what becomes of the event's own fields, and of its topics where others were typed."""
    if form.retags:
        return recording(request.user, "", [event.pk])
    return recording_fields(request.user, event, form.before)


def choose(request: HttpRequest, event: Event, form: DeskForm) -> Taken:
    """Give it the date that the chosen quote reads, with the reason that was typed, and stay."""
    _check_seen(request, event)
    quotes = list(event.quotes.select_related("mention", "article").defer("article__text"))
    quote = next((one for one in quotes if str(one.pk) == _chosen(request)), None)
    if quote is None or (when := quote.when) is None:
        raise ValidationError("These words give no date.")
    reason = " ".join(request.POST.get("date_reason", "").split())[:LONGEST_REASON]
    if have_other_dates(quotes) and not reason:
        raise ValidationError(REASON_WANTED)
    with recording_fields(request.user, event, form.before) as made:
        made.what = f"took a source’s date for “{event}”"
        event.edtf, event.date_reason = when.edtf, reason
        event.decide("edtf")
        event.save()
    return Taken(made.what if made.change else "nothing was changed", event.pk)


def reject(request: HttpRequest, event: Event, form: DeskForm) -> Taken:
    """Put it aside, as it was seen: what another curator published meanwhile stays."""
    _check_seen(request, event)
    with recording_fields(request.user, event, form.before) as made:
        made.what = f"rejected “{event}”"
        curation.reject_locked(event)
    return Taken(made.what)


def merge(request: HttpRequest, event: Event, form: DeskForm) -> Taken:
    """Join it into the event that was chosen, which keeps its headline and date."""
    into = get_object_or_404(Event, pk=pk_of(_chosen(request)))
    with recording(request.user, f"joined “{event}” into “{into}”", [event.pk, into.pk]) as made:
        curation.join(into, [event], request.user)
    return Taken(made.what)


def gather(request: HttpRequest, event: Event, form: DeskForm) -> Taken:
    """Join it and those that are ticked into one of them, and go to that."""
    asked = Event.objects.filter(pk__in=[event.pk, *_ticked(request)])
    events = list(asked.prefetch_related("quotes"))
    into = staying(events)
    what = f"joined {len(events)} events into “{into}”"
    with recording(request.user, what, [one.pk for one in events]) as made:
        curation.join(into, events, request.user)
    return Taken(made.what, into.pk)


def different(request: HttpRequest, event: Event, form: DeskForm) -> Taken:
    """Judge that it and the event that was chosen are different ones, and stay."""
    one, _, other = _chosen(request).partition(" ")
    made, _ = judge_apart(request.user, event, one, other)
    return Taken(made.what, event.pk)


def split(request: HttpRequest, event: Event, form: DeskForm) -> Taken:
    """Make a candidate of its own of the quotes that were marked, and stay."""
    chosen = map(pk_of, request.POST.getlist("quote"))
    with recording(request.user, f"split “{event}”", [event.pk]) as made:
        parted = event.quotes.filter(pk__in=chosen)
        made.also(curation.split(event, parted, request.user))
    return Taken(made.what, event.pk)


def undone_last(by: User) -> tuple[Change, set[int]]:
    """The change that undoes the user's last one, and the ids of the events that it touched.

    Raises ValidationError where there is none. To be called in a transaction.
    """
    last = Change.objects.filter(by=by.pk, undoes=None, undone_by=None)
    change = last.select_for_update(of=("self",)).first()
    if change is None:
        raise ValidationError("You have changed nothing that could be undone.")
    if not may_undo(by, change):
        raise ValidationError(f"It is decided since: ask a curator to undo that you {change}.")
    return undo_locked(change, by)


STEPS: dict[str, Step] = {
    "accept": accept,
    "save": save,
    "choose": choose,
    "reject": reject,
    "merge": merge,
    "gather": gather,
    "different": different,
    "split": split,
}
# Those that store what was typed; the others leave it.
STORING = frozenset({"accept", "save"})
# Those that decide nothing, and so are open to contributors.
DECIDING_NOTHING = frozenset({"save", "choose"})


def check_may_take(user: User, event: Event, step: str) -> None:
    """Raise PermissionDenied unless the user may take the step."""
    if step not in DECIDING_NOTHING:
        check_may_decide(user)
    if step in ("save", "choose") and not may_correct(user, event):
        raise PermissionDenied


def is_of(request: HttpRequest, pk: int) -> Q:
    """Which events the step that is taken at this one is of: it, and those that it names."""
    chosen = _chosen(request)
    match step_of(request):
        case "merge":
            return Q(pk__in=[pk, pk_of(chosen)])
        case "gather":
            return Q(pk__in=[pk, *_ticked(request)])
        case "different":
            foreign = Quote.objects.filter(pk=pk_of(chosen.partition(" ")[2]))
            return Q(pk=pk) | Q(pk__in=foreign.values("event"))
    return Q(pk=pk)


def _ticked(request: HttpRequest) -> list[int]:
    return [pk_of(sent) for sent in request.POST.getlist("together")[:MOST_JOINED]]


def step_of(request: HttpRequest) -> str:
    """The step that was asked for: “merge” of the button “merge 12”."""
    return request.POST.get("step", "").partition(" ")[0]


def _chosen(request: HttpRequest) -> str:
    """What stands behind the step's name: “12” of the button “merge 12”."""
    return request.POST.get("step", "").partition(" ")[2]

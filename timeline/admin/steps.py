"""The steps that decide on an event: one at a time by a button, many by an action."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest

from timeline.admin.changes import offer_undo
from timeline.curating.changes import recording
from timeline.curating.curation import lift, publish, reject, withdraw
from timeline.curating.telling import failures_of, named
from timeline.models import Event, Status
from timeline.phrasing.counts import how_many

# All of them are one transaction, and one change, which keeps each as it was.
MOST_TAKEN = 1_000
Action = Callable[["admin.ModelAdmin[Event]", HttpRequest, QuerySet[Event]], None]


@dataclass(frozen=True)
class Step:
    """A curator's act: its name, the status that it leads to, and how it is told.

    `in_list` is what the list calls it, if that isn't “Publish selected events”.
    """

    name: str
    act: Callable[[Event], None]
    leads_to: Status | None
    done: str
    in_list: str = ""

    @property
    def label(self) -> str:
        """The words of its button."""
        return f"Save and {self.name}"

    def take(self, event: Event) -> None:
        """Take the step; raises ValidationError with the reason where it can't be taken."""
        if event.status == self.leads_to:
            raise ValidationError(f"“{event.headline}” is {event.get_status_display()} already.")
        self.act(event)


STEPS = {
    step.name: step
    for step in (
        Step("publish", publish, Status.PUBLISHED, "published"),
        Step("reject", reject, Status.REJECTED, "rejected"),
        Step("withdraw", withdraw, Status.CANDIDATE, "made a candidate again"),
    )
}

LIFT = Step(
    "lift", lift, None, "left to what the sources say", "Lift what was decided of selected events"
)


def steps_from(event: Event) -> list[Step]:
    """The steps that the event can take."""
    if event.joined_into_id:
        return []
    return [step for step in STEPS.values() if event.status != step.leads_to]


def take_step(request: HttpRequest, event: Event, step: Step) -> bool:
    """Take one step and say what became of it; whether it was taken."""
    try:
        step.take(event)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return False
    messages.success(request, f"“{event.headline}” was {step.done}.")
    if step.leads_to == Status.PUBLISHED and not event.timelines.exists():
        messages.warning(request, "It is on no timeline yet, so that no reader sees it.")
    return True


def action_for(step: Step) -> Action:
    """The action of the list that takes the step with each selected event on its own."""

    description = step.in_list or f"{step.name.capitalize()} selected events"

    @admin.action(description=description, permissions=["publish"])
    def act(
        modeladmin: "admin.ModelAdmin[Event]", request: HttpRequest, queryset: QuerySet[Event]
    ) -> None:
        events = list(queryset[: MOST_TAKEN + 1])
        if len(events) > MOST_TAKEN:
            messages.error(request, f"At most {MOST_TAKEN:,} events at once: narrow the list.")
            return
        with recording(request.user, "", [event.pk for event in events]) as made:
            taken, failures = _take_each(step, events)
            made.what = f"{step.done} {named(taken)}"
            for event in taken:
                modeladmin.log_change(request, event, f"{step.done.capitalize()}.")
        if taken:
            offer_undo(request, made.change)
            verb = "was" if len(taken) == 1 else "were"
            messages.success(request, f"{how_many(len(taken), 'event')} {verb} {step.done}.")
        if failures:
            messages.error(request, failures_of("event", step.done, failures))

    act.__name__ = f"{step.name}_selected"
    return act


def _take_each(step: Step, events: Iterable[Event]) -> tuple[list[Event], list[str]]:
    taken, failures = [], []
    for event in events:
        try:
            step.take(event)
        except ValidationError as error:
            failures.append(" ".join(error.messages))
        else:
            taken.append(event)
    return taken, failures

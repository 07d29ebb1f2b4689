"""What a reader asked of a timeline: the one thing that its views, feeds and exports start from."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Self

from timeline.access import published_on
from timeline.forms import FilterForm
from timeline.models import Timeline
from timeline.querysets import EventQuerySet


@dataclass(frozen=True)
class Asked:
    """A timeline, the filter as far as it was understood, and the events that fit it."""

    timeline: Timeline
    form: FilterForm
    found: EventQuerySet
    today: date

    @classmethod
    def of(cls, timeline: Timeline, parameters: Any, *, today: date) -> Self:
        """What the parameters of an address ask for."""
        form = FilterForm(parameters, timeline=timeline, today=today)
        return cls(timeline, form, published_on(timeline).matching(form.selection()), today)

    @cached_property
    def total(self) -> int:
        """How many events fit."""
        return self.found.count()

"""What a reader asked of a timeline: the one thing that its views, feeds and exports start from."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Self

from timeline.forms import FilterForm
from timeline.index import Found, index_of
from timeline.models import Timeline


@dataclass(frozen=True)
class Asked:
    """A timeline, the filter as far as it was understood, and the events that fit it."""

    timeline: Timeline
    form: FilterForm
    found: Found
    today: date

    @classmethod
    def of(cls, timeline: Timeline, parameters: Any, *, today: date) -> Self:
        """What the parameters of an address ask for."""
        form = FilterForm(parameters, timeline=timeline, today=today)
        return cls(timeline, form, index_of(timeline).find(form.selection()), today)

    @cached_property
    def total(self) -> int:
        """How many events fit."""
        return self.found.total

"""What a reader asked of a timeline: the one thing that its views, feeds and exports start from."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Self

from timeline.index import Found, TimelineIndex, index_of
from timeline.index.selection import Selection
from timeline.index.snapshot import Snapshot
from timeline.models import Timeline
from timeline.page.forms import FilterForm
from timeline.search import Term, terms_of


@dataclass(frozen=True)
class Asked:
    """A timeline, the filter as far as it was understood, and the events that fit it."""

    timeline: Timeline
    form: FilterForm
    selection: Selection
    index: TimelineIndex
    today: date

    @classmethod
    def of(
        cls, timeline: Timeline, parameters: Any, *, today: date, snapshot: Snapshot | None = None
    ) -> Self:
        """What the parameters of an address ask for, of a snapshot if one was taken just now."""
        index = TimelineIndex(snapshot, timeline.pk) if snapshot else index_of(timeline)
        form = FilterForm(parameters, index=index, today=today)
        return cls(timeline, form, form.selection(), index, today)

    @cached_property
    def found(self) -> Found:
        """The events that fit."""
        return self.index.find(self.selection)

    @cached_property
    def total(self) -> int:
        """How many events fit."""
        return self.found.total

    @cached_property
    def terms(self) -> list[Term]:
        """The words that are searched for."""
        return terms_of(self.selection.words)

    @property
    def labels(self) -> dict[str, dict[str, str]]:
        """The names of topics and publishers by their slugs."""
        return self.index.snapshot.names.labels

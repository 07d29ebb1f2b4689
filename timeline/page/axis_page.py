"""The axis of what a reader asked for: what is drawn, and where each part of it leads."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from itertools import pairwise

from django.utils.translation import gettext as _

from timeline.axis.density import counts_of
from timeline.axis.drawing import (
    MOST_LANES,
    MOST_MARKS,
    REST,
    Drawing,
    clusters_of,
    drawn,
    lanes_of,
    scale_for,
)
from timeline.axis.lanes import MOST_CLUSTERS, Lane, PlacedShape, counted_lane
from timeline.axis.marks import Mark
from timeline.axis.scale import Scale
from timeline.axis.zooming import Stretch, cells
from timeline.index import Found
from timeline.page.asked import Asked
from timeline.page.axis_links import LinkedBar, LinkedLane, LinkedMark
from timeline.page.axis_rows import lane_titles, marks_of
from timeline.page.axis_words import LEGEND, count_of, name_of, short_months, title_of


class Axis:
    """What the template draws."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        self.selection, self.index = asked.selection, asked.index
        options = options_of(asked)
        self.by = options["lanes"] or "topic"
        self.is_folded = options["folds"] is None

    def query(self, **changed: str | int | None) -> str:
        """The address of what is asked for, with these parameters changed."""
        return self.asked.form.query(**{**options_of(self.asked), **changed}) or "?"

    def zoom(self, stretch: Stretch, **changed: str | None) -> str:
        """The address of these days alone; the fragment keeps the drawing in sight."""
        days = dict(zip(("from", "to"), stretch.edges, strict=True))
        return f"{self.query(**days, **changed)}#axis"

    # What is drawn

    @cached_property
    def scale(self) -> Scale | None:
        """The scale of the axis; None if there is nothing to draw."""
        limits = (self.selection.first_day, self.selection.last_day)
        found = self.asked.found
        return scale_for(found.span, limits, found.begun, is_folded=self.is_folded)

    @cached_property
    def drawing(self) -> Drawing | None:
        """All that is drawn; None where there is nothing."""
        if self.scale is None or not self.asked.total:
            return None
        lanes = self._lanes(self.scale)
        return drawn(self.scale, self.asked.found.histogram, lanes, short_months())

    @cached_property
    def _slugs(self) -> list[str]:
        """The slugs of all lanes that there could be, that with most events first."""
        if chosen := getattr(self.selection, self.by):
            return [chosen]
        kinds = self.asked.found.facet("topic" if self.by == "topic" else "publisher")
        return [str(choice.value) for choice in kinds]

    @property
    def lanes_left_out(self) -> int:
        """How many lanes there is no room for. Single events of theirs stand in the last one."""
        return 0 if self._marks else max(0, len(self._slugs) - MOST_LANES)

    @property
    def is_each_once(self) -> bool:
        """Whether events of several lanes are drawn in one of them, since there are so many."""
        lanes = self.drawing.lanes if self.drawing else []
        several = any(sum(name in mark.lanes for name in self._slugs) > 1 for mark in self._marks)
        return several and sum(lane.count for lane in lanes) == len(self._marks)

    @cached_property
    def _told(self) -> tuple[list[Mark], dict[str, str]]:
        """The events one by one, if there are few enough, and the names of their lanes."""
        if self.asked.total > MOST_MARKS:
            return [], lane_titles(self._slugs[:MOST_LANES], self.by)
        return marks_of(list(self.asked.found.in_order()), self.by, self.selection.known_by)

    @property
    def _marks(self) -> list[Mark]:
        return self._told[0]

    def _lanes(self, scale: Scale) -> list[Lane]:
        slugs = self._slugs[:MOST_LANES]
        if self._marks:
            return lanes_of(self._marks, slugs, scale)
        stretches = cells(scale, MOST_CLUSTERS)
        found = {slug: self._of_lane(slug) for slug in slugs} or {REST: self.asked.found}
        return [_counted(slug, of_lane, stretches, scale) for slug, of_lane in found.items()]

    def _of_lane(self, slug: str) -> Found:
        if self.by == "publisher":
            return self.index.find(replace(self.selection, publisher=slug))
        return self.index.find(replace(self.selection, topic=slug))

    # Where it leads

    @cached_property
    def bars(self) -> list[LinkedBar]:
        """The bars from left to right."""
        bars = self.drawing.bars if self.drawing else []
        return [
            LinkedBar(
                bar,
                "" if self._is_all(bar.stretch) else self.zoom(bar.stretch),
                f"{name_of(bar.stretch)}, {count_of(bar.count)}",
            )
            for bar in bars
        ]

    @cached_property
    def lanes(self) -> list[LinkedLane]:
        """The lanes, the one with most events first."""
        lanes = self.drawing.lanes if self.drawing else []
        titles = self._told[1]
        rest = _("Other events") if len(lanes) > 1 else ""
        return [
            LinkedLane(
                lane,
                titles.get(lane.name, rest),
                self.query(**{self.by: lane.name}) if lane.name else "",
                [self._linked(placed, lane) for placed in lane.placed],
            )
            for lane in lanes
        ]

    def _linked(self, placed: PlacedShape, lane: Lane) -> LinkedMark:
        of = placed.shape.of
        if isinstance(of, Mark):
            query = self.asked.form.query(view=None, after=self._before.get(of.id))
            page = self.asked.timeline.get_absolute_url()
            return LinkedMark(placed, f"{page}{query}#e{of.id}", title_of(of), _held(of))
        stretch = Stretch(of.first_day, of.last_day)
        title = f"{name_of(stretch)}, {count_of(of.count)}"
        own = {self.by: lane.name} if lane.name else {}
        # What can't be told apart on an axis is a list.
        is_all = self._is_all(stretch)
        href = self.query(view=None, **own) if is_all else self.zoom(stretch, **own)
        return LinkedMark(placed, href, title, of_most=of.count / lane.most)

    @cached_property
    def _before(self) -> dict[int, int]:
        """The event before each: a page of the list after it begins with the event."""
        return {later.id: earlier.id for earlier, later in pairwise(self._marks)}

    def _is_all(self, stretch: Stretch) -> bool:
        scale = self.scale
        return scale is not None and (stretch.first, stretch.last) == (scale.first, scale.last)

    @property
    def legend(self) -> list[tuple[str, str]]:
        """The signs that are drawn, with their words."""
        return [(name, str(LEGEND[name])) for name in self.drawing.legend()] if self.drawing else []


def options_of(asked: Asked) -> dict[str, str | None]:
    """The parameters that only an axis has: `lanes=publisher`, `folds=no`."""
    offered = {"lanes": "publisher", "folds": "no"}
    return {n: v if asked.form.data.get(n) == v else None for n, v in offered.items()}


def _counted(slug: str, found: Found, stretches: Sequence[Stretch], scale: Scale) -> Lane:
    clusters = clusters_of(stretches, counts_of(stretches, found.histogram))
    return counted_lane(slug, found.total, clusters, scale)


def _held(mark: Mark) -> tuple[str, ...]:
    """What the mark is drawn by, beside its shape, as names of CSS classes."""
    doubts = {
        "about": mark.is_approximate,
        "perhaps": mark.is_uncertain,
        "planned": mark.is_planned,
        "disputed": mark.is_disputed,
    }
    return tuple(name for name, holds in doubts.items() if holds)

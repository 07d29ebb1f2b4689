"""The axis of what a reader asked for: its drawing, and where each of its marks leads."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import Any

from django.utils.dates import MONTHS_3
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.dates.days import day_parts
from articles.dates.words import year_name
from timeline.asked import Asked
from timeline.axis.density import counts_of
from timeline.axis.drawing import (
    MOST_LANES,
    REST,
    Drawing,
    clusters_of,
    counted_lane,
    drawn,
    lanes_of,
    scale_for,
)
from timeline.axis.lanes import MOST_CLUSTERS, Lane, Placed
from timeline.axis.marks import Cluster, Mark
from timeline.axis.periods import DAY, MONTH, YEAR, period_edtf
from timeline.axis.scale import Scale
from timeline.axis.zooming import Stretch, beside, cells, narrower, wider
from timeline.axis_marks import lane_titles, marks_of
from timeline.index import Found, index_of
from timeline.precision import bare_words, label_in_text, sign_of
from timeline.selection import Selection

MOST_MARKS = 200
LEGEND = {
    "day": gettext_lazy("on a day"),
    "within": gettext_lazy("some time within"),
    "through": gettext_lazy("all through"),
    "many": gettext_lazy("several events"),
    "open": gettext_lazy("no end known"),
    "cut": gettext_lazy("goes on out of sight"),
    "about": gettext_lazy("about"),
    "perhaps": gettext_lazy("uncertain"),
    "planned": gettext_lazy("planned"),
    "disputed": gettext_lazy("sources disagree"),
}


@dataclass(frozen=True)
class Link:
    """A way to another axis: where it leads, what it is called, how many events there are."""

    href: str
    label: str
    count: int | None = None


@dataclass(frozen=True)
class Drawn:
    """A mark with its link and its name, which says all that its shape says."""

    href: str
    title: str
    placed: Placed
    classes: str
    is_about: bool = False
    is_disputed: bool = False


@dataclass(frozen=True)
class DrawnLane:
    """A lane with its title, and the way to its events alone ("" where there is none)."""

    title: str
    href: str
    lane: Lane
    marks: list[Drawn]


class Axis:
    """What the template of the axis asks for, from what a reader asked for."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        self.selection = Selection(**vars(asked.form.selection()))
        self.index = index_of(asked.timeline)
        self.found: Found = self.index.find(self.selection)
        self.by = "topic"

    @cached_property
    def whole(self) -> tuple[int, int] | None:
        """The span of all events, whatever days are asked for."""
        return self.index.find(replace(self.selection, first_day=None, last_day=None)).span

    @cached_property
    def scale(self) -> Scale | None:
        """The scale of the axis; None if there is nothing to draw."""
        limits = (self.selection.first_day, self.selection.last_day)
        return scale_for(self.found.span, limits, self._begun)

    def _begun(self, edges: Sequence[int]) -> list[int]:
        """How many events stand, in order of time, on the days between each two."""
        return self.found.snapshot.starts.counts(self.found.ids, edges)

    @cached_property
    def drawing(self) -> Drawing | None:
        """All that is drawn."""
        if self.scale is None or not self.found.total:
            return None
        months = [str(MONTHS_3[number]).capitalize() for number in range(1, 13)]
        return drawn(self.scale, self.found.histogram, self._lanes(self.scale), months)

    @property
    def is_counted(self) -> bool:
        """Whether there are so many events that lanes count them."""
        return self.found.total > MOST_MARKS

    @cached_property
    def _names(self) -> list[str]:
        """The slugs of the lanes, the one with most events first."""
        chosen = getattr(self.selection, self.by)
        facet = [] if chosen else self.found.facet("topic" if self.by == "topic" else "publisher")
        return [chosen] if chosen else [str(choice.value) for choice in facet[:MOST_LANES]]

    def _lanes(self, scale: Scale) -> list[Lane]:
        if not self.is_counted:
            return lanes_of(self._marks, self._names, scale)
        stretches = cells(scale, MOST_CLUSTERS)
        if not self._names:
            return [self._counted(REST, self.found, stretches, scale)]
        found = {
            name: self.index.find(replace(self.selection, **{self.by: name}))
            for name in self._names
        }
        return [self._counted(name, found[name], stretches, scale) for name in self._names]

    def _counted(
        self, name: str, found: Found, stretches: Sequence[Stretch], scale: Scale
    ) -> Lane:
        clusters = clusters_of(stretches, counts_of(stretches, found.histogram))
        return counted_lane(name, found.total, clusters, scale)

    @cached_property
    def _marks(self) -> list[Mark]:
        return marks_of(list(self.found.in_order()), self.by)

    # Where things lead

    def _zoom(self, stretch: Stretch, **changed: str | None) -> str:
        days = {"from": stretch.from_edtf, "to": stretch.to_edtf}
        return self.asked.form.query(**days, **changed)

    @cached_property
    def _before(self) -> dict[int, int]:
        """The event before each, after which a page of the list begins with it."""
        return {later.id: earlier.id for earlier, later in pairwise(self._marks)}

    def _drawn(self, placed: Placed, lane: str) -> Drawn:
        of = placed.shape.of
        if isinstance(of, Cluster):
            stretch = Stretch(of.first_day, of.last_day)
            title = f"{named(stretch)}: {events(of.count)}"
            href = self._zoom(stretch, **({self.by: lane} if lane else {}))
            return Drawn(href, title, placed, placed.row_classes)
        query = self.asked.form.query(view=None, after=self._before.get(of.id))
        return Drawn(
            f"{query or '?'}#e{of.id}", mark_title(of), placed, classes_of(placed, of),
            is_about=of.is_approximate, is_disputed=of.is_disputed,
        )  # fmt: skip

    @cached_property
    def lanes(self) -> list[DrawnLane]:
        """The lanes with their links."""
        lanes = self.drawing.lanes if self.drawing else []
        titles = lane_titles([lane.name for lane in lanes], self.by)
        return [
            DrawnLane(
                title=titles.get(lane.name, _("Other events") if len(lanes) > 1 else ""),
                href=self.asked.form.query(**{self.by: lane.name}) if lane.name else "",
                lane=lane,
                marks=[self._drawn(placed, lane.name) for placed in lane.placed],
            )
            for lane in lanes
        ]

    @cached_property
    def bars(self) -> list[tuple[Any, str, str]]:
        """The bars, each with its link (none to the same axis again) and its name."""
        bars = self.drawing.bars if self.drawing else []
        return [
            (
                bar,
                "" if self._is_all(bar.stretch) else self._zoom(bar.stretch),
                f"{bare_words(bar.edtf)}, {events(bar.count)}",
            )
            for bar in bars
        ]

    def _is_all(self, stretch: Stretch) -> bool:
        return bool(self.scale and (stretch.first, stretch.last) == (self.scale.first, self.scale.last))

    @cached_property
    def wider(self) -> list[Link]:
        """The ways out, from all dates down."""
        if self.selection.first_day is None and self.selection.last_day is None:
            return []
        every = Link(self.asked.form.query(**{"from": None, "to": None}) or "?", _("All dates"))
        if not (self.scale and self.whole):
            return [every]
        around = wider((self.scale.first, self.scale.last), self.whole)
        return [every, *(Link(self._zoom(stretch), named(stretch)) for stretch in around)]

    @property
    def here(self) -> str:
        """What is drawn, in words: "May 2018"."""
        return named(Stretch(self.scale.first, self.scale.last)) if self.scale else ""

    @cached_property
    def beside(self) -> list[Link | None]:
        """The ways to the period before and the one after."""
        if not (self.scale and self.whole and self.wider):
            return [None, None]
        found = beside((self.scale.first, self.scale.last), self.whole)
        return [Link(self._zoom(stretch), named(stretch)) if stretch else None for stretch in found]

    @cached_property
    def narrower(self) -> list[Link]:
        """The ways in, by name: what the bars lead to, for fingers and for readers by ear."""
        if self.scale is None:
            return []
        unit, steps = narrower(self.scale)
        name = {DAY: _day_name, MONTH: _month_name, YEAR: _year_name}.get(unit, _any_name)
        is_one_year = len({day_parts(step.first)[0] for step in steps}) == 1
        counts = counts_of(steps, self.found.histogram)
        return [
            Link(self._zoom(step), name(step, is_one_year), count)
            for step, count in zip(steps, counts, strict=True)
            if count
        ]

    @property
    def legend(self) -> list[tuple[str, Any]]:
        """The signs that are drawn, with their words."""
        return [(name, LEGEND[name]) for name in self.drawing.legend()] if self.drawing else []


def events(count: int) -> str:
    """ "12 events"."""
    return ngettext("%(count)s event", "%(count)s events", count) % {"count": f"{count:,}"}


def named(stretch: Stretch) -> str:
    """The days by name: "May 2018"."""
    return bare_words(period_edtf(stretch.first, stretch.last))


def mark_title(mark: Mark) -> str:
    """ "April 2018, some time in the month: The bridge opens"."""
    sign = sign_of(mark.edtf, is_planned=mark.is_planned)
    disputed = [str(LEGEND["disputed"])] if mark.is_disputed else []
    said = ", ".join(filter(None, [bare_words(mark.edtf), sign.words, *disputed]))
    return f"{said}: {mark.headline}"


def classes_of(placed: Placed, mark: Mark) -> str:
    """The names of CSS classes that a mark is drawn by."""
    held = {
        "about": mark.is_approximate,
        "perhaps": mark.is_uncertain,
        "planned": mark.is_planned,
        "disputed": mark.is_disputed,
    }
    return " ".join([placed.row_classes, *(name for name, holds in held.items() if holds)])


def _day_name(step: Stretch, _is_one_year: bool) -> str:
    return str(day_parts(step.first)[2])


def _month_name(step: Stretch, is_one_year: bool) -> str:
    year, month, _day = day_parts(step.first)
    name = str(MONTHS_3[month]).capitalize()
    return name if is_one_year else f"{name} {year_name(year)}"


def _year_name(step: Stretch, _is_one_year: bool) -> str:
    return year_name(day_parts(step.first)[0])


def _any_name(step: Stretch, _is_one_year: bool) -> str:
    return label_in_text(period_edtf(step.first, step.last))


def axis_of(asked: Asked) -> dict[str, Axis]:
    """What the axis's template is given."""
    return {"axis": Axis(asked)}

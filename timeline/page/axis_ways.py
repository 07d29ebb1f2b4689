"""The ways from one axis to another: out, in, to the period beside it, to other lanes."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from articles.dates.days import day_parts
from timeline.axis.density import counts_of
from timeline.axis.zooming import Stretch, beside, narrower, wider
from timeline.page.asked import Asked
from timeline.page.axis_page import Axis
from timeline.page.axis_words import name_of, short_name

LANES = ("topic", "publisher")


@dataclass(frozen=True)
class Way:
    """A link to another axis, and how many events there are on it, where that is told."""

    href: str
    label: str
    events: int | None = None


class Ways:
    """What the template says of other axes than the one that is drawn."""

    def __init__(self, axis: Axis) -> None:
        self.axis = axis
        self.scale = axis.scale
        self.selection = axis.selection

    @cached_property
    def wider(self) -> list[Way]:
        """The ways out, from all dates down."""
        if self.selection.first_day is None and self.selection.last_day is None:
            return []
        every = Way(self.axis.query(**{"from": None, "to": None}), _("All dates"))
        if not (self.scale and self._whole):
            return [every]
        around = wider((self.scale.first, self.scale.last), self._whole)
        return [every, *map(self._to, around)]

    @cached_property
    def _whole(self) -> tuple[int, int] | None:
        """The span of the events, whatever days are asked for."""
        return self.axis.index.find(replace(self.selection, first_day=None, last_day=None)).span

    @property
    def here(self) -> str:
        """What is drawn, by name: "May 2018"."""
        return name_of(Stretch(self.scale.first, self.scale.last)) if self.scale else ""

    @cached_property
    def beside(self) -> list[Way | None]:
        """The ways to the period before and to the one after, where there are events."""
        if not (self.scale and self._whole and self.wider):
            return [None, None]
        found = beside((self.scale.first, self.scale.last), self._whole)
        return [self._to(stretch) if stretch else None for stretch in found]

    def _to(self, stretch: Stretch) -> Way:
        return Way(self.axis.zoom(stretch), name_of(stretch))

    @cached_property
    def narrower(self) -> list[Way]:
        """The ways in by name: where the bars lead, for fingers, and for readers by ear."""
        if self.scale is None:
            return []
        unit, steps = narrower(self.scale)
        is_one_year = len({day_parts(step.first)[0] for step in steps}) == 1
        name = short_name(unit, is_one_year=is_one_year)
        counts = counts_of(steps, self.axis.asked.found.histogram)
        found = zip(steps, counts, strict=True)
        return [Way(self.axis.zoom(step), name(step), count) for step, count in found if count]

    @property
    def options(self) -> list[Way]:
        """The other ways to draw the same."""
        links = {
            "topic": Way(self.axis.query(lanes=None), _("Lanes by topic")),
            "publisher": Way(self.axis.query(lanes="publisher"), _("Lanes by publisher")),
        }
        found = [links[by] for by in LANES if by != self.axis.by]
        if not self.axis.is_folded:
            found.append(Way(self.axis.query(folds=None), _("Leave empty years out")))
        elif self.scale and self.scale.folds():
            found.append(Way(self.axis.query(folds="no"), _("Draw empty years too")))
        return found


def axis_of(asked: Asked) -> dict[str, Any]:
    """What the axis's template is given: the drawing, and the ways to other drawings."""
    axis = Axis(asked)
    return {"axis": axis, "ways": Ways(axis)}

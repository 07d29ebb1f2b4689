"""What an axis says: the names of its periods and marks, for tooltips and for readers by ear."""

from collections.abc import Callable

from django.utils.dates import MONTHS_3
from django.utils.translation import gettext, gettext_lazy, ngettext

from articles.dates.days import day_parts
from articles.dates.words import year_name
from timeline.axis.marks import Mark
from timeline.axis.periods import DAY, MONTH, YEAR, Unit, period_edtf
from timeline.axis.zooming import Stretch
from timeline.phrasing.precision import sign_of
from timeline.phrasing.when import bare, label

LEGEND = {
    "day": gettext_lazy("on a day"),
    "within": gettext_lazy("some time within"),
    "through": gettext_lazy("all through"),
    "many": gettext_lazy("several events"),
    "open": gettext_lazy("no end known"),
    "back": gettext_lazy("no beginning known"),
    "about": gettext_lazy("about"),
    "perhaps": gettext_lazy("uncertain"),
    "planned": gettext_lazy("planned"),
    "disputed": gettext_lazy("sources disagree"),
}


def count_of(events: int) -> str:
    """ "12 events"."""
    return ngettext("%(count)s event", "%(count)s events", events) % {"count": f"{events:,}"}


def name_of(stretch: Stretch) -> str:
    """The days by name: "May 2018"."""
    return bare(period_edtf(stretch.first, stretch.last))


def title_of(mark: Mark) -> str:
    """ "April 2018, some time in the month: The bridge opens"."""
    sign = sign_of(mark.edtf, is_planned=mark.is_planned)
    disputed = str(LEGEND["disputed"]) if mark.is_disputed else ""
    said = ", ".join(filter(None, [bare(mark.edtf), *map(gettext, sign.parts), disputed]))
    return f"{said}: {mark.headline}"


def short_months() -> list[str]:
    """The months' short names in the reader's language."""
    return [str(MONTHS_3[month]).capitalize() for month in range(1, 13)]


def short_name(unit: Unit, *, is_one_year: bool) -> Callable[[Stretch], str]:
    """How the periods of a row of them are called, as short as that can be."""
    months = short_months()

    def of_month(stretch: Stretch) -> str:
        year, month, _ = day_parts(stretch.first)
        return months[month - 1] if is_one_year else f"{months[month - 1]} {year_name(year)}"

    def of_any(stretch: Stretch) -> str:
        return label(period_edtf(stretch.first, stretch.last)).removeprefix("the ")

    return {
        DAY: lambda stretch: str(day_parts(stretch.first)[2]),
        MONTH: of_month,
        YEAR: lambda stretch: year_name(day_parts(stretch.first)[0]),
    }.get(unit, of_any)

"""What of the filter is in force, each part with the address that takes it away."""

from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _

from timeline.page.asked import Asked
from timeline.page.facets import Facet, planned_label, precision_label, sources_label

ORDER = (
    "q", "from", "to", "within", "known", "topic", "publisher", "precision", "planned", "sources",
)  # fmt: skip
# The limits of dates are one set of the index; each is taken from the selection alone.
NO_LIMIT: dict[str, dict[str, Any]] = {
    "from": {"first_day": None},
    "to": {"last_day": None},
    "within": {"within": "possible"},
}


@dataclass(frozen=True)
class Chip:
    """A part of the filter by its parameter's name, what it asks for, and the way without it."""

    name: str
    label: str
    query: str


@dataclass(frozen=True)
class Loosening:
    """A part of the filter, and how many events there are without it."""

    chip: Chip
    events: int


def chips_of(asked: Asked, facets: list[Facet]) -> list[Chip]:
    """The parts of the filter that are in force, in the order of the address.

    What was chosen among the facets is called as there.
    """
    given = asked.form.given()
    names = (name for name in ORDER if name in given)
    known = {facet.name: option.label for facet in facets for option in facet.chosen}
    labels = [(name, known.get(name) or _label(asked, name, given[name])) for name in names]
    return [Chip(name, label, asked.form.query(**{name: None})) for name, label in labels if label]


def _label(asked: Asked, name: str, value: str) -> str:
    """What the part asks for, in words; "" where it isn't understood."""
    valid = asked.form.cleaned_data
    match name:
        case "q":
            return f"“{value}”"
        case "from" | "to" | "known":
            limit = valid.get("from_" if name == "from" else name)
            return str(limit.words) if limit else ""
        case "within":
            has_limits = valid.get("from_") or valid.get("to")
            return _("wholly within") if has_limits else ""
        case "topic" | "publisher":
            return asked.labels[name].get(value, "")
        case "precision":
            return precision_label(value)
        case "planned":
            return planned_label(is_planned=value == "yes")
    return sources_label(int(value))


def loosenings(asked: Asked, chips: list[Chip]) -> list[Loosening]:
    """Of a filter that finds nothing, the parts without which it finds some, most first."""
    found = [Loosening(chip, events) for chip in chips if (events := _without(asked, chip.name))]
    return sorted(found, key=lambda one: -one.events)


def _without(asked: Asked, name: str) -> int:
    if name in NO_LIMIT:
        return asked.index.find(replace(asked.selection, **NO_LIMIT[name])).total
    return asked.found.without("words" if name == "q" else name).total

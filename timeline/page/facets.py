"""By what the events found can be narrowed down: each choice with the number it would show."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext_lazy

from timeline.page.asked import Asked

# A value of a filter, what it is called, and how many events it would show.
Offered = tuple[str, str, int]
FEW = 8  # of topics and publishers, before more are asked for
MOST = 500
PRECISIONS = {
    "day": pgettext_lazy("precision", "day"),
    "week": pgettext_lazy("precision", "week"),
    "weekend": pgettext_lazy("precision", "weekend"),
    "month": pgettext_lazy("precision", "month"),
    "season": pgettext_lazy("precision", "season"),
    "quarter": pgettext_lazy("precision", "quarter"),
    "half": pgettext_lazy("precision", "half-year"),
    "year": pgettext_lazy("precision", "year"),
    "decade": pgettext_lazy("precision", "decade"),
    "century": pgettext_lazy("precision", "century"),
    "era": pgettext_lazy("precision", "millennium"),
}


class Option(NamedTuple):
    """A value of a filter; chosen, its address takes it away again."""

    value: str
    label: str
    events: int
    query: str
    is_chosen: bool


@dataclass(frozen=True)
class Facet:
    """A filter's choices; `rest` are not shown, and `more` is the address that shows them."""

    name: str
    label: str
    options: list[Option]
    rest: int = 0
    more: str = ""

    @property
    def more_label(self) -> str:
        """How many choices are not shown."""
        return ngettext("%(number)s more", "%(number)s more", self.rest) % {"number": self.rest}

    @property
    def chosen(self) -> list[Option]:
        """What the filter asks for, as far as it is shown."""
        return [option for option in self.options if option.is_chosen]


def facets_of(asked: Asked) -> list[Facet]:
    """The facets that offer a choice; each counts with all of the other filters."""
    facets = [
        _named(asked, "topic", _("Topic")),
        _named(asked, "publisher", _("Publisher")),
        Facet("sources", _("Told by"), _options(asked, "sources", _sources(asked))),
        Facet("precision", _("Precision"), _options(asked, "precision", _precisions(asked))),
        Facet("planned", _("Past or planned"), _options(asked, "planned", _planned(asked))),
    ]
    return [facet for facet in facets if len(facet.options) > 1 or facet.chosen]


def _options(asked: Asked, name: str, offered: Iterable[Offered]) -> list[Option]:
    chosen, without = asked.form.given().get(name), asked.form.query(**{name: None})
    link = asked.form.links(name)
    return [
        Option(value, label, events, without if value == chosen else link(value), value == chosen)
        for value, label, events in offered
    ]


def _named(asked: Asked, name: str, label: str) -> Facet:
    """Topics or publishers, those of most events first, a few of many."""
    choices = asked.found.facet("topic" if name == "topic" else "publisher")
    is_open = asked.form.cleaned_data.get("more") == name
    shown = choices[: MOST if is_open else FEW]
    if chosen := asked.form.given().get(name):
        shown += [choice for choice in choices[len(shown) :] if choice.value == chosen]
    names = asked.labels[name]
    offered = ((str(slug), names[str(slug)], told) for slug, told in shown if str(slug) in names)
    rest = len(choices) - len(shown)
    more = asked.form.query(more=name) if rest and not is_open else ""
    return Facet(name, label, _options(asked, name, offered), rest, more)


def _sources(asked: Asked) -> Iterator[Offered]:
    """One source alone, and each number "or more" that is another choice than the one before."""
    choices = asked.found.facet("sources")
    total = max((choice.events for choice in choices), default=0)
    many = [choice for choice in choices if int(choice.value) > 1]
    alone = total - (many[0].events if many else 0)
    if alone:
        yield "1", sources_label(1), alone
    for number, events in many[:4]:
        yield str(number), sources_label(int(number)), events


def sources_label(number: int) -> str:
    """What a choice of `sources` is called."""
    if number == 1:
        return _("one source only")
    return ngettext("%(number)d source or more", "%(number)d sources or more", number) % {
        "number": number
    }


def precision_label(precision: str) -> str:
    """What a precision is called: "to the day"."""
    return str(PRECISIONS.get(precision, precision))


def _precisions(asked: Asked) -> Iterator[Offered]:
    for value, events in asked.found.facet("precision"):
        if value:  # stretches and the like have none
            yield str(value), precision_label(str(value)), events


def planned_label(*, is_planned: bool) -> str:
    """What is planned, and what isn't."""
    return _("planned") if is_planned else _("past")


def _planned(asked: Asked) -> Iterator[Offered]:
    for value, events in asked.found.facet("planned"):
        yield "yes" if value else "no", planned_label(is_planned=bool(value)), events

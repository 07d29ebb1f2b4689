"""By what the events found can be narrowed down: each choice with the number it would show."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext_lazy

from timeline.index import Choice
from timeline.page.asked import Asked

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


@dataclass(frozen=True)
class Option:
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
        Facet("sources", _("Told by"), list(_sources(asked))),
        Facet("precision", _("Precision"), list(_precisions(asked))),
        Facet("planned", _("Past or planned"), list(_planned(asked))),
    ]
    return [facet for facet in facets if len(facet.options) > 1 or facet.chosen]


def _option(asked: Asked, name: str, value: str, label: str, events: int) -> Option:
    is_chosen = asked.form.given().get(name) == value
    query = asked.form.query(**{name: None if is_chosen else value})
    return Option(value, label, events, query, is_chosen)


def _named(asked: Asked, name: str, label: str) -> Facet:
    """Topics or publishers, those of most events first, a few of many."""
    choices = asked.found.facet("topic" if name == "topic" else "publisher")
    is_open = asked.form.cleaned_data.get("more") == name
    shown = choices[: MOST if is_open else FEW]
    if chosen := asked.form.given().get(name):
        shown += [choice for choice in choices[len(shown) :] if choice.value == chosen]
    names = asked.labels[name]
    options = [
        _option(asked, name, str(slug), names[str(slug)], events)
        for slug, events in shown
        if str(slug) in names
    ]
    rest = len(choices) - len(shown)
    more = asked.form.query(more=name) if rest and not is_open else ""
    return Facet(name, label, options, rest, more)


def _sources(asked: Asked) -> Iterator[Option]:
    """One source alone, and each number "or more" that is another choice than the one before."""
    choices = asked.found.facet("sources")
    total = max((choice.events for choice in choices), default=0)
    many = [choice for choice in choices if int(choice.value) > 1]
    alone = total - (many[0].events if many else 0)
    if alone:
        yield _option(asked, "sources", "1", sources_label(1), alone)
    for number, events in many[:4]:
        yield _option(asked, "sources", str(number), sources_label(int(number)), events)


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


def _precisions(asked: Asked) -> Iterator[Option]:
    for value, events in asked.found.facet("precision"):
        if value:  # stretches and the like have none
            label = precision_label(str(value))
            yield _option(asked, "precision", str(value), label, events)


def planned_label(*, is_planned: bool) -> str:
    """What is planned, and what isn't."""
    return _("planned") if is_planned else _("past")


def _planned(asked: Asked) -> Iterator[Option]:
    for choice in asked.found.facet("planned"):
        yield _planned_option(asked, choice)


def _planned_option(asked: Asked, choice: Choice) -> Option:
    label = planned_label(is_planned=bool(choice.value))
    return _option(asked, "planned", "yes" if choice.value else "no", label, choice.events)

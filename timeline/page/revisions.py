"""What became of an event since it was published, as the public may know it.

Told is what stood on the page and no longer does, or came later. Drafts, and who changed what,
stay in the admin.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby, pairwise
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from timeline.models import Event, Quote, Status
from timeline.phrasing.when import label

MOST = 200  # records that are looked at: of an event changed more often, the latest


@dataclass(frozen=True)
class Revision:
    """What changed on the page at once, a sentence each."""

    at: datetime
    said: list[str]


def revisions_of(event: Event) -> list[Revision]:
    """The changes of a published event's page, the latest first; a day's are told together."""
    if event.status != Status.PUBLISHED:
        return []
    # Newest first for the limit, and then in the order in which they were made.
    states = list(event.history.order_by("-history_date", "-history_id")[: MOST + 1])[::-1]
    # Of an event changed more often, how the first of these came about isn't known.
    earlier = states[0] if len(states) > MOST else None
    told = [*_changes(states, earlier), *_quotes(event, _public_times(states))]
    if earlier:
        told.append((earlier.history_date, _("Earlier changes are not listed")))
    days = groupby(sorted(told, key=lambda one: one[0]), lambda one: one[0].date())
    found = [list(same) for _day, same in days]
    return [Revision(same[0][0], _counted(text for _at, text in same)) for same in reversed(found)]


def _changes(states: list[Any], earlier: Any) -> Iterator[tuple[datetime, str]]:
    """When and how the event's own words changed between its public states.

    `earlier` is the first of them where others came before it, else None.
    """
    last = earlier if earlier and earlier.status == Status.PUBLISHED else None
    for before, state in pairwise(states if earlier else [None, *states]):
        if state.status != Status.PUBLISHED:
            if before and before.status == Status.PUBLISHED:
                yield state.history_date, _("Withdrawn")
            continue
        if last is None:
            yield state.history_date, _("Published")
        elif before.status != Status.PUBLISHED:
            yield state.history_date, _("Published again")
        if last is not None:
            yield from ((state.history_date, text) for text in _differences(last, state))
        last = state


def _differences(old: Any, new: Any) -> Iterator[str]:
    if old.edtf != new.edtf:
        dates = {"old": label(old.edtf), "new": label(new.edtf)}
        yield _("Date changed from “%(old)s” to “%(new)s”") % dates
    if old.headline != new.headline:
        yield _("Headline changed from “%(old)s”") % {"old": old.headline}
    if old.summary != new.summary:
        yield _("Summary changed") if new.summary else _("Summary removed")
    if old.is_planned != new.is_planned:
        yield _("Now told as planned") if new.is_planned else _("No longer told as planned")


def _public_times(states: list[Any]) -> list[tuple[datetime, datetime | None]]:
    """From when to when the event was public; None where it still is."""
    times: list[tuple[datetime, datetime | None]] = []
    for is_public, group in groupby(states, lambda state: state.status == Status.PUBLISHED):
        began = next(group).history_date
        if times and times[-1][1] is None:
            times[-1] = (times[-1][0], began)
        if is_public:
            times.append((began, None))
    return times


def _quotes(
    event: Event, times: list[tuple[datetime, datetime | None]]
) -> Iterator[tuple[datetime, str]]:
    """When quotes came and went while the event was public, "+" and "-" for each.

    They also come from other events, and go to them.
    """
    history: Any = Quote.history
    theirs = history.filter(event_id=event.pk).values("id")
    records = history.filter(id__in=theirs).order_by("-history_date", "-history_id")
    fields = ("id", "history_date", "history_type", "event_id")
    held: dict[int, bool] = {}
    for quote, at, kind, of in list(records.values_list(*fields)[:MOST])[::-1]:
        is_public = any(began < at and (ended is None or at < ended) for began, ended in times)
        is_here = of == event.pk and kind != "-"
        # What is not made by the first record that is looked at was where it is.
        was_here = held.get(quote, of == event.pk and kind != "+")
        if is_public and is_here != was_here:
            yield at, "+" if is_here else "-"
        held[quote] = is_here


def _counted(texts: Iterable[str]) -> list[str]:
    """The sentences, each once, those of quotes as numbers."""
    every = list(texts)
    added, removed = every.count("+"), every.count("-")
    said = list(dict.fromkeys(text for text in every if text not in "+-"))
    if added:
        said.append(ngettext("A quote added", "%(number)d quotes added", added) % {"number": added})
    if removed:
        said.append(
            ngettext("A quote removed", "%(number)d quotes removed", removed) % {"number": removed}
        )
    return said

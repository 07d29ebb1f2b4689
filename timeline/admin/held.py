"""What keeps a row from being deleted: the events that stand on it."""

from typing import Any, cast

from django.db.models import QuerySet
from django.utils.text import capfirst

from timeline.curating.telling import event_link
from timeline.models import Event, EventQuerySet, Quote

MOST_SHOWN = 20
# How Django begins a line on a quote, which has no page of its own to link to.
QUOTE = f"{capfirst(Quote._meta.verbose_name)}: "
# What ModelAdmin.get_deleted_objects gives.
Deleted = tuple[list[Any], dict[str, int], set[str], list[Any]]


def held_by(events: QuerySet[Event], deleted: Deleted) -> Deleted:
    """The same, with the events in the list of what forbids it, in place of their quotes."""
    objects, counts, permissions, protected = deleted
    first = cast(EventQuerySet, events.distinct()).in_order()[:MOST_SHOWN]
    others = [line for line in protected if not str(line).startswith(QUOTE)]
    return objects, counts, permissions, [*map(event_link, first), *others]

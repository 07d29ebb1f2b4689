"""A change is undone: what it changed is as before, and whatever came later stays."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import prefetch_related_objects

from articles.models import Article
from timeline.curating.bringing_back import bring_back
from timeline.curating.changes import keep
from timeline.curating.rows import (
    RELATED,
    Row,
    Rows,
    Things,
    difference,
    ids,
    things_named,
    values_of,
)
from timeline.models import Change, Event, Quote, User

# Of the reasons why a change can't be undone so many are told.
MOST_REASONS = 5


@transaction.atomic
def undo(change: Change, by: User | None) -> Change:
    """Bring back what was before the change; gives the change that this is.

    Only what it changed moves: what was done later to other fields stays. Raises ValidationError
    with the reasons where something of it was changed again.
    """
    return undo_locked(Change.objects.select_for_update(of=("self",)).get(pk=change.pk), by)[0]


def undo_locked(change: Change, by: User | None) -> tuple[Change, set[int]]:
    """The same in a transaction, of a change that is locked; with the ids of the events touched."""
    if Change.objects.filter(undoes=change).exists():
        raise ValidationError(f"This was undone already: {change}.")
    before, after = change.before, change.after
    things = things_named(after)
    has_related = any(_has_related(rows) for rows in (before, after))
    now = _values(things, has_related=has_related)
    reasons = [*_changed_since(after, now), *_gone(before, after), *_newly_quoted(before, after)]
    if reasons:
        more = len(reasons) - MOST_REASONS
        raise ValidationError([*reasons[:MOST_REASONS], *([f"And {more} more."] * (more > 0))])
    bring_back({key: _target(before[key], after[key], now[key]) for key in after}, things)
    then = _values(things, has_related=has_related)
    touched = _touched(change, things)
    made = keep(by, f"undid: {change}", *difference(now, then), touched, undoes=change)
    return made, touched


def _has_related(rows: Rows) -> bool:
    """Whether the rows tell of an event's topics and timelines, too."""
    events = (rows[f"event {pk}"] for pk in ids("event", rows))
    return any(row is None or not row.keys().isdisjoint(RELATED) for row in events)


def _values(things: Things, *, has_related: bool) -> Rows:
    """What each of them holds now, as it is stored."""
    if has_related:
        events = [thing for thing in things.values() if isinstance(thing, Event)]
        prefetch_related_objects(events, *RELATED)
    return {
        key: values_of(thing, has_related=has_related) if thing else None
        for key, thing in things.items()
    }


def _touched(change: Change, things: Things) -> set[int]:
    """The ids of the events that its undoing touched, and that are there."""
    made = {thing.pk for thing in things.values() if isinstance(thing, Event)}
    if len(made) == len(things):
        return made  # it was of nothing else
    return made.union(change.events.values_list("pk", flat=True))


def _target(before: Row | None, after: Row | None, now: Row | None) -> Row | None:
    """What the row is to be: as before; of lists only what the change added or took away."""
    if before is None or after is None or now is None:
        return before
    return {
        name: _without_change(old, after[name], now[name]) if isinstance(old, list) else old
        for name, old in before.items()
    }


def _without_change(old: list[Any], new: list[Any], now: list[Any]) -> list[Any]:
    return sorted({*now} - ({*new} - {*old}) | ({*old} - {*new}))


def _changed_since(after: Rows, now: Rows) -> Iterator[str]:
    """What was changed again, by row."""
    for key, then in after.items():
        row = now[key]
        if then is None or row is None:
            if then != row:
                yield f"The {key} {'is gone' if row is None else 'is there again'}."
            continue
        changed = [
            name.removesuffix("_id").replace("_", " ")
            for name, value in then.items()
            if row[name] != value and not isinstance(value, list)
        ]
        if changed:
            thing = f"“{row['headline']}”" if "headline" in row else key
            yield f"Of {thing} changed since: {', '.join(changed)}. Undo that change first."


def _gone(before: Rows, after: Rows) -> Iterator[str]:
    """The quotes that can't come back, since their article went, whose words are not kept here."""
    back = {key: row["article_id"] for key, row in before.items() if row and "article_id" in row}
    articles = Article.objects.filter(pk__in=back.values()).values_list("pk", flat=True)
    for key in back.keys() if len(set(back.values())) > len(articles) else ():
        if after[key] is None and back[key] not in articles:
            yield f"The article of {key} was deleted."
    for pk in ids("article", before):
        if before[f"article {pk}"] and after[f"article {pk}"] is None:
            yield f"Article {pk}, which a table had brought, was deleted: import the table again."


def _newly_quoted(before: Rows, after: Rows) -> Iterator[str]:
    """The events that would go again, but have been given quotes since."""
    made = [pk for pk in ids("event", after) if before[f"event {pk}"] is None]
    if not made:
        return
    since = Quote.objects.filter(event__in=made).exclude(pk__in=ids("quote", after))
    for event in Event.objects.filter(quotes__in=since).distinct():
        yield f"“{event}” has been given quotes since."

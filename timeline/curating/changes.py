"""What curators do to events is recorded row by row, so that each change can be undone."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import prefetch_related_objects

from articles.models import Article
from timeline.curating.bringing_back import bring_back
from timeline.curating.rows import (
    EVERY_TABLE,
    RELATED,
    Row,
    Rows,
    Tables,
    Things,
    difference,
    ids,
    key_of,
    rows_of,
    things_named,
    values_of,
)
from timeline.models import Change, Event, Quote
from timeline.querysets import User

# What a change is called, and what is said of why it can't be undone, has a bound.
LONGEST = 400
MOST_REASONS = 5


@dataclass
class Recording:
    """A change while it is made: what it is called, and the ids of what it touches.

    `change` is what was stored of it, once it is made; None if it changed nothing.
    """

    what: str
    event_ids: set[int] = field(default_factory=set)
    article_ids: set[int] = field(default_factory=set)
    change: Change | None = None

    def also(self, event: Event) -> None:
        """Record an event that the change has made."""
        self.event_ids.add(event.pk)

    def also_articles(self, articles: Iterable[Article]) -> None:
        """Record articles that the change has made: they go again when it is undone."""
        self.article_ids |= {article.pk for article in articles}


@contextmanager
def recording(
    by: User | None,
    what: str,
    event_ids: Iterable[int] = (),
    article_ids: Iterable[int] = (),
    tables: Tables = EVERY_TABLE,
) -> Iterator[Recording]:
    """Record what is done within to the rows of these ids; all of it is stored, or nothing.

    `what` says it in the past tense: “published “The bridge opens””. `tables` are those that it
    may change.
    """
    with transaction.atomic():
        made = Recording(what, {*event_ids}, {*article_ids})
        before = rows_of(made.event_ids, made.article_ids, tables)
        yield made
        after = rows_of(made.event_ids, made.article_ids, tables)
        if before != after:
            touched = ids("event", after) if Event in tables else made.event_ids
            made.change = _kept(by, made.what, *difference(before, after), touched)


@contextmanager
def recording_fields(by: User | None, event: Event, before: Row) -> Iterator[Recording]:
    """Record what is done within to the event's own fields, through this locked instance alone.

    `before` is what they held when it was locked (`fields_of`). To be called in a transaction: for
    the steps that a curator takes by the hundred, which read nothing twice.
    """
    made = Recording("", {event.pk})
    yield made
    after = fields_of(event)
    if before != after:
        key = key_of(event)
        made.change = _kept(by, made.what, *difference({key: before}, {key: after}), [event.pk])


def fields_of(event: Event) -> Row:
    """What its own row holds."""
    return values_of(event, has_related=False)


def _kept(
    by: User | None,
    what: str,
    before: Rows,
    after: Rows,
    event_ids: Iterable[int],
    undoes: Change | None = None,
) -> Change:
    who: Any = by if by and by.is_authenticated else None
    short = what if len(what) <= LONGEST else f"{what[: LONGEST - 1]}…"
    change = Change.objects.create(by=who, what=short, before=before, after=after, undoes=undoes)
    through = Change.events.through
    through.objects.bulk_create(through(change=change, event_id=pk) for pk in event_ids)
    return change


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
    made = _kept(by, f"undid: {change}", *difference(now, then), touched, undoes=change)
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

"""Rows of events, quotes, judgements and articles as JSON: read, locked, and compared."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Model, Q, QuerySet, prefetch_related_objects

from articles.models import Article
from timeline.models import Event, Judgement, Quote

Row = dict[str, Any]
# By “event 12” or “quote 7”; None stands for a row that isn't there.
Rows = dict[str, Row | None]
Things = dict[str, Model | None]

# Where the words of a quote's date stand, by which they are known when they are read anew.
MENTION_AT = "mention_at"
# What an event is related to, which other tables hold.
RELATED = ("topics", "timelines")
# Of an article only what its dates are read by is kept.
ARTICLE_FIELDS = frozenset({"published_on", "published_basis", "language"})
# What names a row, follows from its other fields, or counts its changes.
_NOT_KEPT: dict[type[Model], frozenset[str]] = {
    Event: frozenset("id version first_day last_day granularity sort_day sort_span".split()),
    Quote: frozenset("id exact prefix suffix".split()),
    Judgement: frozenset("id judged_at".split()),
    Article: frozenset(field.name for field in Article._meta.concrete_fields) - ARTICLE_FIELDS,
}
MODELS: dict[str, type[Model]] = {
    "event": Event, "quote": Quote, "judgement": Judgement, "article": Article,
}  # fmt: skip
Tables = frozenset[type[Model]]
EVERY_TABLE: Tables = frozenset(MODELS.values())
# So many ids in one query, which no database refuses.
_AT_ONCE = 5000


def rows_of(
    event_ids: Iterable[int], article_ids: Iterable[int] = (), tables: Tables = EVERY_TABLE
) -> Rows:
    """The events, their quotes, the judgements on these, and articles, locked, in order of id."""
    articles, ids = sorted(article_ids), sorted(event_ids)
    asked: tuple[tuple[type[Model], list[int], Callable[[list[int]], Q]], ...] = (
        (Article, articles, lambda part: Q(pk__in=part)),
        (Event, ids, lambda part: Q(pk__in=part)),
        (Quote, ids, lambda part: Q(event__in=part)),
        (Judgement, ids, _on),
    )
    rows: Rows = {}
    for model, pks, are_of in asked:
        parts = (_locked(model).filter(are_of(part)) for part in _parts(pks) if model in tables)
        found = [row for part in parts for row in part]
        if model is Event:
            prefetch_related_objects(found, *RELATED)
        rows |= {key_of(row): values_of(row) for row in found}
    return rows


def _on(event_ids: list[int]) -> Q:
    return Q(one__event__in=event_ids) | Q(other__event__in=event_ids)


def things_named(keys: Iterable[str]) -> Things:
    """The rows of these names, locked; None for those that aren't there."""
    things: Things = dict.fromkeys(keys)
    for name, model in MODELS.items():
        for part in _parts(sorted(ids(name, things))):
            things |= {key_of(row): row for row in _locked(model).filter(pk__in=part)}
    return things


def values_of(thing: Model, *, has_related: bool = True) -> Row:
    """What the row holds, foreign keys as ids, and its relations, if wanted, as sorted ids."""
    left_out = _NOT_KEPT[type(thing)]
    fields = [field for field in thing._meta.concrete_fields if field.name not in left_out]
    held = {field.attname: field.value_from_object(thing) for field in fields}
    values: Row = {
        name: str(value) if isinstance(value, UUID | date) else value
        for name, value in held.items()
    }
    if isinstance(thing, Quote):
        mention = thing.mention
        values[MENTION_AT] = f"{mention.start} {mention.end}" if mention else ""
    for field in thing._meta.many_to_many if has_related else ():
        values[field.name] = sorted(row.pk for row in getattr(thing, field.name).all())
    return values


def difference(before: Rows, after: Rows) -> tuple[Rows, Rows]:
    """Of both only the rows and fields in which they differ; of a row that only one has, all."""
    changed: tuple[Rows, Rows] = ({}, {})
    for key in sorted(before.keys() | after.keys()):
        old, new = before.get(key), after.get(key)
        if old is None or new is None:
            kept = (old, new)
        else:
            fields = [name for name in old if old[name] != new[name]]
            kept = ({name: old[name] for name in fields}, {name: new[name] for name in fields})
        if old != new:
            for side, row in zip(changed, kept, strict=True):
                side[key] = row
    return changed


def _locked(model: type[Model]) -> QuerySet[Any]:
    rows = model._default_manager.select_for_update(of=("self",)).order_by("pk")
    if model is Quote:
        rows = rows.select_related("mention")
    return rows.defer(*(["text"] if model is Article else []))


def key_of(thing: Model) -> str:
    """What the row is named by: “event 12”."""
    return f"{thing._meta.model_name} {thing.pk}"


def ids(name: str, rows: Iterable[str]) -> list[int]:
    """The ids of the rows of this name, “event”, “quote”, “judgement” or “article”."""
    split = (key.split() for key in rows)
    return [int(number) for kind, number in split if kind == name]


def _parts(ids: list[int]) -> Iterator[list[int]]:
    return (ids[at : at + _AT_ONCE] for at in range(0, len(ids), _AT_ONCE))

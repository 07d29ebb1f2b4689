"""What a change did, told field by field."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.db.models import Model
from django.utils.text import capfirst

from articles.dates import in_words
from articles.models import Article
from timeline.curating.rows import MODELS, Row, ids
from timeline.models import Change, Event, Judgement, Quote, Timeline, Topic

# What a curator who reads of a change learns nothing from.
UNTOLD = frozenset(
    "uid decided made_for_id is_by_hand told start end article_id mention_at by_id".split()
)
LONGEST = 120


class FieldChange(NamedTuple):
    """One field of a row, with what it held before and after, in words."""

    thing: str
    field: str
    before: str
    after: str


def lines_of(change: Change) -> list[FieldChange]:
    """What the change did, events first, in a number of queries that doesn't grow with it."""
    told = _Told(change)
    keys = sorted(change.after, key=lambda key: (key.split()[0], int(key.split()[1])))
    return [line for key in keys for line in told.lines(key)]


class _Told:
    """Words for ids: each table is asked once."""

    def __init__(self, change: Change) -> None:
        self.before, self.after = change.before, change.after
        rows = [row for row in (*self.before.values(), *self.after.values()) if row]
        named = {pk for row in rows for pk in (row.get("event_id"), row.get("joined_into_id"))}
        named |= {*ids("event", self.after)}
        self.headlines = _names(Event, named)
        self.quotes = _names(Quote, ids("quote", self.after))
        self.articles = _names(Article, ids("article", self.after))
        self.judged = _pairs(ids("judgement", self.after))
        self.lists = {
            "topics": _names(Topic, {pk for row in rows for pk in row.get("topics", ())}),
            "timelines": _names(Timeline, {pk for row in rows for pk in row.get("timelines", ())}),
        }

    def lines(self, key: str) -> Iterator[FieldChange]:
        kind, number = key.split()
        before, after = self.before[key], self.after[key]
        thing = self._thing(kind, int(number), before or after or {})
        if before is None or after is None:
            gone, there = ("", "made") if before is None else ("there", "removed")
            yield FieldChange(thing, capfirst(kind), gone, there)
            return
        for name in after.keys() - UNTOLD:
            yield FieldChange(
                thing, _label(kind, name), self._value(name, before), self._value(name, after)
            )

    def _thing(self, kind: str, pk: int, row: Row) -> str:
        if kind == "article":
            return f"Article “{self.articles.get(pk, pk)}”"
        if kind == "judgement":
            return self.judged.get(pk, f"judgement {pk}")
        names = self.headlines if kind == "event" else self.quotes
        name = names.get(pk) or row.get("headline") or f"{kind} {pk}"
        return f"Quote “{name}”" if kind == "quote" else str(name)

    def _value(self, name: str, row: Row) -> str:
        value = row[name]
        if name in self.lists:
            return ", ".join(self.lists[name].get(pk, "one deleted since") for pk in value)
        if name in ("event_id", "joined_into_id"):
            return self.headlines.get(value, "–" if value is None else f"event {value}")
        if name == "edtf":
            return f"{value}: {in_words(value)}"
        if isinstance(value, bool):
            return "yes" if value else "no"
        return "–" if value is None else str(value)


def _label(kind: str, name: str) -> str:
    field: Any = MODELS[kind]._meta.get_field(name.removesuffix("_id"))
    return capfirst(str(field.verbose_name))


def _names(model: type[Model], pks: Any) -> dict[int, str]:
    found = model._default_manager.in_bulk([pk for pk in pks if pk is not None])
    return {pk: _short(str(thing)) for pk, thing in found.items()}


def _pairs(pks: list[int]) -> dict[int, str]:
    """By the id of each judgement the quotes that it is of."""
    found = Judgement.objects.select_related("one", "other").in_bulk(pks)
    return {pk: f"Quotes “{judged.one}” and “{judged.other}”" for pk, judged in found.items()}


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"

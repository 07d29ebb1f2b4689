"""Rows of events, quotes, judgements and articles as JSON: read, compared, and brought back."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Model, Q, QuerySet

from articles.mentions import read_mentions
from articles.models import Article, Mention
from timeline.models import Event, Judgement, Quote, Status

Row = dict[str, Any]
# By “event 12” or “quote 7”; None stands for a row that isn't there.
Rows = dict[str, Row | None]

# Where the words of a quote's date stand, by which they are known when they are read anew.
MENTION_AT = "mention_at"
# Of an article only what its dates are read by is kept.
ARTICLE_FIELDS = frozenset({"published_on", "published_basis", "language"})
# What names a row, follows from its other fields, or counts its changes.
_NOT_KEPT: dict[type[Model], frozenset[str]] = {
    Event: frozenset("id version first_day last_day granularity sort_day sort_span".split()),
    Quote: frozenset("id exact prefix suffix".split()),
    Judgement: frozenset("id judged_at".split()),
    Article: frozenset(field.name for field in Article._meta.concrete_fields) - ARTICLE_FIELDS,
}
_MODELS: dict[str, type[Model]] = {
    "event": Event, "quote": Quote, "judgement": Judgement, "article": Article,
}  # fmt: skip
# So many ids in one query, which no database refuses.
_AT_ONCE = 5000


def rows_of(event_ids: Iterable[int], article_ids: Iterable[int] = ()) -> Rows:
    """The events, their quotes, the judgements on these, and articles, locked, in order of id."""
    ids = sorted(event_ids)
    articles = (_locked(Article).filter(pk__in=part) for part in _parts(sorted(article_ids)))
    read = {_key(article): _values(article) for some in articles for article in some}
    events = (row for part in _parts(ids) for row in _locked(Event).filter(pk__in=part))
    rows: Rows = {_key(event): _values(event) for event in events}
    quotes = (row for part in _parts(ids) for row in _locked(Quote).filter(event__in=part))
    rows |= {_key(quote): _values(quote) for quote in quotes}
    judgements = (row for part in _parts(ids) for row in _locked(Judgement).filter(_on(part)))
    return read | rows | {_key(judgement): _values(judgement) for judgement in judgements}


def _on(event_ids: list[int]) -> Q:
    return Q(one__event__in=event_ids) | Q(other__event__in=event_ids)


def rows_named(keys: Iterable[str]) -> Rows:
    """The rows of these names, locked; None for those that aren't there."""
    rows: Rows = dict.fromkeys(keys)
    for name, model in _MODELS.items():
        for part in _parts(sorted(ids(name, rows))):
            rows |= {_key(row): _values(row) for row in _locked(model).filter(pk__in=part)}
    return rows


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


def bring_back(rows: Rows) -> None:
    """Make the rows what they were; where that can't be kept, ValidationError, and nothing moves.

    To be called in a transaction. Events leave the public before their quotes go, and join it
    when they have them again, since none is public without a quote.
    """
    _bring_back_articles(rows)
    public = dict(_bring_back_events(rows))
    gone: list[int] = []
    for quote_id in ids("quote", rows):
        row = rows[f"quote {quote_id}"]
        if row is None:
            gone.append(quote_id)
        else:
            _bring_back_quote(quote_id, row)
    _bring_back_judgements(rows)
    for quote in Quote.objects.filter(pk__in=gone):
        quote.delete()
    for event, status in public.items():
        event.status = status
        event.save()
    Event.objects.filter(pk__in=[pk for pk in ids("event", rows) if not _row(rows, pk)]).delete()


def _row(rows: Rows, event_id: int) -> Row | None:
    return rows[f"event {event_id}"]


def _bring_back_events(rows: Rows) -> Iterator[tuple[Event, str]]:
    """Bring back the events, and give those that are to be published once they have quotes."""
    for event_id in ids("event", rows):
        if row := _row(rows, event_id):
            event = Event.objects.filter(pk=event_id).first() or Event(pk=event_id)
            status = row.get("status", event.status)
            is_made_public = status == Status.PUBLISHED != event.status
            _set(event, row | ({"status": event.status} if is_made_public else {}))
            event.save()
            for name in ("topics", "timelines"):
                if name in row:  # without those that were deleted since
                    related = getattr(event, name)
                    related.set(related.model.objects.filter(pk__in=row[name]))
            if is_made_public:
                yield event, status


def _bring_back_articles(rows: Rows) -> None:
    """Let articles be dated as before, and their mentions read by that."""
    for article in Article.objects.filter(pk__in=ids("article", rows)):
        _set(article, rows[f"article {article.pk}"] or {})
        article.save()
        read_mentions(article)


def _bring_back_judgements(rows: Rows) -> None:
    """Bring them back, unless a quote that they are of is gone."""
    for judgement_id in ids("judgement", rows):
        row = rows[f"judgement {judgement_id}"]
        stored = Judgement.objects.filter(pk=judgement_id).first()
        if row is None:
            Judgement.objects.filter(pk=judgement_id).delete()
        elif stored or Quote.objects.filter(pk__in=(row["one_id"], row["other_id"])).count() == 2:
            judgement = stored or Judgement(pk=judgement_id)
            _set(judgement, row)
            judgement.save()


def _bring_back_quote(quote_id: int, row: Row) -> None:
    stored = Quote.objects.select_related("article").filter(pk=quote_id).first()
    quote = stored or Quote(pk=quote_id)
    _set(quote, row)
    if quote.mention_id and not Mention.objects.filter(pk=quote.mention_id).exists():
        _bring_back_mention(quote, row.get(MENTION_AT, ""))
    quote.exact = quote.article.text[quote.start : quote.end]
    quote.save()


def _bring_back_mention(quote: Quote, place: str) -> None:
    """Give the mention at this place, found anew by a reading, the id that it had; else none."""
    start, end = map(int, (place or "0 0").split())
    found = Mention.objects.filter(article=quote.article_id, start=start, end=end).first()
    if found is None or found.quotes.exists():
        quote.mention = found
    else:
        Mention.objects.filter(pk=found.pk).update(id=quote.mention_id)


def _set(thing: Model, row: Row) -> None:
    for field in thing._meta.concrete_fields:
        if field.attname in row:
            setattr(thing, field.attname, field.to_python(row[field.attname]))


def _values(thing: Model) -> Row:
    """What the row holds, foreign keys as ids and relations as sorted ids."""
    left_out = _NOT_KEPT[type(thing)]
    fields = [field for field in thing._meta.concrete_fields if field.name not in left_out]
    held = {field.attname: field.value_from_object(thing) for field in fields}
    values = {
        name: str(value) if isinstance(value, UUID | date) else value
        for name, value in held.items()
    }
    if isinstance(thing, Quote):
        mention = thing.mention
        values[MENTION_AT] = f"{mention.start} {mention.end}" if mention else ""
    for field in thing._meta.many_to_many:
        values[field.name] = sorted(row.pk for row in getattr(thing, field.name).all())
    return values


def _locked(model: type[Model]) -> QuerySet[Any]:
    many = [field.name for field in model._meta.many_to_many]
    rows = model._default_manager.select_for_update(of=("self",)).order_by("pk")
    if model is Quote:
        rows = rows.select_related("mention")
    return rows.prefetch_related(*many).defer(*(["text"] if model is Article else []))


def _key(thing: Model) -> str:
    return f"{thing._meta.model_name} {thing.pk}"


def ids(name: str, rows: Iterable[str]) -> list[int]:
    """The ids of the rows of this name, “event”, “quote”, “judgement” or “article”."""
    split = (key.split() for key in rows)
    return [int(number) for kind, number in split if kind == name]


def _parts(ids: list[int]) -> Iterator[list[int]]:
    return (ids[at : at + _AT_ONCE] for at in range(0, len(ids), _AT_ONCE))

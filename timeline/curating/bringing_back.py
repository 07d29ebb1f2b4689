"""Rows are made what they were: all of one table at once, so that queries don't grow with them."""

from collections.abc import Iterator
from itertools import chain
from typing import TypeVar

from django.db.models import Model

from articles.mentions import read_mentions
from articles.models import Article, Mention
from timeline.curating.rows import MENTION_AT, RELATED, Row, Rows, Things, ids
from timeline.models import Event, Judgement, Quote, Status

# What of a quote follows from the rest, and is stored with it.
FOLLOWING = ("exact", "prefix", "suffix", "headline", "mention")
AnyRow = TypeVar("AnyRow", bound=Model)


def bring_back(rows: Rows, things: Things) -> None:
    """Make the things what the rows say; where that can't be kept, ValidationError.

    `things` are those that are there, locked; they are those that are there then. To be called in a
    transaction. Events leave the public before their quotes go, and join it when they have them
    again, since none is public without a quote.
    """
    _bring_back_articles(rows, things)
    public = dict(_bring_back_events(rows, things))
    _bring_back_quotes(rows, things)
    _bring_back_judgements(rows, things)
    _let_go(Quote, rows, things)
    for event, status in public.items():
        event.status = status
    Event.objects.store_many(public)
    _let_go(Event, rows, things)
    _let_go_articles(rows, things)


def _wanted(model: type[AnyRow], rows: Rows, things: Things) -> Iterator[tuple[AnyRow, Row, bool]]:
    """Each row of the table that is to be there, what of it is to be set, and whether it is new."""
    name = str(model._meta.model_name)
    for pk in ids(name, rows):
        if row := rows[f"{name} {pk}"]:
            stored = things[f"{name} {pk}"]
            thing = stored or model(pk=pk)
            things[f"{name} {pk}"] = thing
            yield thing, row, stored is None  # type: ignore[misc]  # its name says which it is


def _bring_back_articles(rows: Rows, things: Things) -> None:
    """Let articles be dated as before, and their mentions read by that."""
    for article, row, _ in _wanted(Article, rows, things):
        _set(article, row)
        article.save()
        read_mentions(article)


def _bring_back_events(rows: Rows, things: Things) -> Iterator[tuple[Event, str]]:
    """Bring back the events, and give those that are to be published once they have quotes."""
    wanted = list(_wanted(Event, rows, things))
    for event, row, _ in wanted:
        status = row.get("status", event.status)
        is_made_public = status == Status.PUBLISHED != event.status
        _set(event, row | ({"status": event.status} if is_made_public else {}))
        if is_made_public:
            yield event, status
    new = [event for event, _, is_new in wanted if is_new]
    Event.objects.bulk_create(new)
    for name in RELATED:
        _relate(name, {event: row[name] for event, row, _ in wanted if name in row})
    Event.objects.record(new)
    Event.objects.store_many([event for event, _, is_new in wanted if not is_new])


def _relate(name: str, related: dict[Event, list[int]]) -> None:
    """Let each event be related to these, without those that were deleted since."""
    if not related:
        return
    field = Event._meta.get_field(name)
    known = field.related_model._default_manager.filter(pk__in={*chain(*related.values())})  # type: ignore[union-attr]
    there = set(known.order_by().values_list("pk", flat=True))
    pks = [event.pk for event in related]
    getattr(Event, name).through.objects.filter(event__in=pks).delete()
    Event.objects.relate(name, pks, [there.intersection(ones) for ones in related.values()])
    for event in related:
        getattr(event, "_prefetched_objects_cache", {}).pop(name, None)


def _bring_back_quotes(rows: Rows, things: Things) -> None:
    wanted = list(_wanted(Quote, rows, things))
    for quote, row, _ in wanted:
        _set(quote, row)
    dated = {quote.mention_id for quote, _, _ in wanted if quote.mention_id}
    found = Mention.objects.in_bulk(dated)
    articles = Article.objects.in_bulk({quote.article_id for quote, _, _ in wanted})
    for quote, row, _ in wanted:
        quote.article = articles[quote.article_id]
        if quote.mention_id and quote.mention_id not in found:
            _bring_back_mention(quote, row.get(MENTION_AT, ""))
        elif quote.mention_id:
            quote.mention = found[quote.mention_id]
        quote.exact = quote.article.text[quote.start : quote.end]
    set_now = {name for _, row, _ in wanted for name in row}
    fields = [field for field in Quote._meta.concrete_fields if field.attname in set_now]
    names = {*(field.name for field in fields), *FOLLOWING}
    Quote.objects.store_many([quote for quote, _, is_new in wanted if not is_new], names)
    Quote.objects.bulk_create([quote for quote, _, is_new in wanted if is_new])


def _bring_back_mention(quote: Quote, place: str) -> None:
    """Give the mention at this place, found anew by a reading, the id that it had; else none."""
    start, end = map(int, (place or "0 0").split())
    found = Mention.objects.filter(article=quote.article_id, start=start, end=end).first()
    if found and not found.quotes.exists():
        Mention.objects.filter(pk=found.pk).update(id=quote.mention_id)
        found.pk = quote.mention_id
    quote.mention = found


def _bring_back_judgements(rows: Rows, things: Things) -> None:
    """Bring them back, unless a quote that they are of is gone."""
    wanted = list(_wanted(Judgement, rows, things))
    for judgement, row, _ in wanted:
        _set(judgement, row)
    new = [judgement for judgement, _, is_new in wanted if is_new]
    quotes = Quote.objects.in_bulk({pk for one in new for pk in (one.one_id, one.other_id)})
    lost = [one for one in new if not {one.one_id, one.other_id} <= quotes.keys()]
    things |= dict.fromkeys(f"judgement {judgement.pk}" for judgement in lost)
    Judgement.objects.bulk_create([judgement for judgement in new if judgement not in lost])
    old = [judgement for judgement, _, is_new in wanted if not is_new]
    Judgement.objects.bulk_update(old, ["one", "other", "verdict", "by"], 100)
    _let_go(Judgement, rows, things)


def _let_go(model: type[Model], rows: Rows, things: Things) -> None:
    """Delete the rows that are not to be there."""
    name = str(model._meta.model_name)
    gone = [pk for pk in ids(name, rows) if rows[f"{name} {pk}"] is None]
    if gone:
        model._default_manager.filter(pk__in=gone).delete()
        things |= dict.fromkeys(f"{name} {pk}" for pk in gone)


def _let_go_articles(rows: Rows, things: Things) -> None:
    """Delete the articles that the change had made, but for those that are used since."""
    made = [pk for pk in ids("article", rows) if rows[f"article {pk}"] is None]
    unused = Article.objects.filter(pk__in=made, quotes=None, replaced_by=None)
    gone = list(unused.order_by("pk").values_list("pk", flat=True))
    Article.objects.filter(pk__in=gone).delete()
    things |= dict.fromkeys(f"article {pk}" for pk in gone)


def _set(thing: Model, row: Row) -> None:
    for field in thing._meta.concrete_fields:
        if field.attname in row:
            setattr(thing, field.attname, field.to_python(row[field.attname]))

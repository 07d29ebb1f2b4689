"""The demo: its articles ingested, and its recorded curation carried out on the candidates."""

import json
import uuid
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.core import serializers
from django.db import transaction
from django.utils.text import slugify

from articles.models import Article, Mention, Publisher
from articles.readers import read_paths
from timeline.curating import curation
from timeline.curating.quoting import add_quote
from timeline.events.ingest import ingest_record
from timeline.models import Event, Quote, Timeline, Topic

SLUG = "digital-yuan"
ADDED_AT = datetime(2026, 11, 22, tzinfo=UTC)


class DemoError(Exception):
    """The recorded curation does not fit what the articles give."""


@transaction.atomic
def build_demo(folder: Path) -> str:
    """The demo's fixture as JSON, built in a database that holds nothing else."""
    recorded = json.loads((folder / "curation.json").read_text(encoding="utf-8"))
    timeline = Timeline.objects.create(**recorded["timeline"])
    articles = _ingest(folder, timeline)
    topics = {topic["name"]: _topic(topic) for topic in recorded["topics"]}
    for entry in recorded["events"]:
        _curate(entry, articles, topics, timeline)
    for entry in recorded["rejected"]:
        curation.reject(_candidate(entry, articles))
    _make_repeatable()
    return _fixture()


def _ingest(folder: Path, timeline: Timeline) -> dict[str, Article]:
    """The articles by their file's name."""
    articles = {}
    for path in sorted(folder.glob("*.md")):
        for item in read_paths([path]):
            if item.record is None:
                raise DemoError(f"{item.where}: {item.error}")
            articles[path.name] = ingest_record(item.record, timeline).article
    return articles


def _topic(entry: dict[str, Any]) -> Topic:
    return Topic.objects.create(slug=f"demo-{slugify(entry['name'])}", **entry)


def _candidate(entry: dict[str, Any], articles: dict[str, Article]) -> Event:
    """The event that has the recorded words."""
    quote = Quote.objects.filter(article=articles[entry["article"]], exact=entry["exact"]).first()
    if quote is None:
        raise DemoError(f"{entry['article']} gives no candidate for “{entry['exact']}”.")
    return quote.event


def _curate(
    entry: dict[str, Any],
    articles: dict[str, Article],
    topics: dict[str, Topic],
    timeline: Timeline,
) -> None:
    """Publish one recorded event: join its candidates, add what they lack, correct and tag it."""
    event = _candidate(entry["quotes"][0], articles)
    for recorded in entry["quotes"]:
        _bring(recorded, event, articles[recorded["article"]])
    event.refresh_from_db()
    event.edtf, event.headline = entry["edtf"], entry["headline"]
    event.summary, event.is_planned = entry["summary"], entry["planned"]
    event.save()
    curation.publish(event)
    event.topics.set(topics[name] for name in entry["topics"])
    event.timelines.set([timeline])
    if event.quotes.count() != len(entry["quotes"]):
        raise DemoError(f"“{event}” has quotes that its curation doesn't list.")


def _bring(recorded: dict[str, Any], event: Event, article: Article) -> None:
    """See that the event has the recorded quote, with its stance."""
    quote = Quote.objects.filter(article=article, exact=recorded["exact"]).first()
    if quote is None:
        quote = add_quote(event, article, recorded["exact"])
    elif quote.event_id != event.pk:
        curation.join(event, [quote.event])
        quote.refresh_from_db()
    quote.stance = recorded["stance"]
    quote.save()


def _make_repeatable() -> None:
    """Replace what chance or the clock gave, so that building again gives the same bytes."""
    Article.objects.update(added_at=ADDED_AT)
    Event.objects.filter(joined_into__isnull=False).delete()
    for event in Event.objects.all():
        first = event.quotes.order_by("article__url", "start")[0]
        name = f"{first.article.url}#{first.start}-{first.end}"
        Event.objects.filter(pk=event.pk).update(uid=uuid.uuid5(uuid.NAMESPACE_URL, name))


def _fixture() -> str:
    rows = [
        *Publisher.objects.order_by("slug"),
        *Article.objects.order_by("url"),
        *Mention.objects.order_by("article__url", "start"),
        *Topic.objects.order_by("slug"),
        *Timeline.objects.order_by("slug"),
        *Event.objects.in_order(),
        *Quote.objects.order_by("article__url", "start", "event__uid"),
    ]
    fixture: str = serializers.serialize(
        "json",
        rows,
        indent=1,
        ensure_ascii=False,
        use_natural_foreign_keys=True,
        use_natural_primary_keys=True,
    )
    return f"{fixture}\n"

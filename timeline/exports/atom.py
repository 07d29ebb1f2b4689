"""A feed of what changed last: RFC 4287."""

from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from typing import Any

from django.utils.feedgenerator import Atom1Feed
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from timeline.exports.exported import Exported, absolute, source_of, when, words_of, written
from timeline.index import Found
from timeline.models import Event, Status

ENTRIES = 50
LOOKED_AT = 2_000  # records of the history


def atom(told: Exported) -> Iterator[str]:
    """The events that were published or changed last, the latest first."""
    changed = latest(told.asked.found)
    entries = [(event, changed[event.pk] or _added(event)) for event in _events(told, changed)]
    entries.sort(key=lambda entry: entry[1], reverse=True)
    feed = _Feed(
        title=written(told.timeline.title),
        link=told.address,
        description=written(told.timeline.introduction),
        feed_url=told.file("atom"),
        updated=entries[0][1] if entries else told.at,
    )
    for event, at in entries:
        feed.add_item(
            title=written(event.headline),
            link=absolute(event),
            description=written(_content(event)),
            unique_id=f"urn:uuid:{event.uid}",
            updateddate=at,
            categories=[written(topic.name) for topic in event.topics.all()],
        )
    yield feed.writeString("utf-8")


class _Feed(Atom1Feed):
    """Says when it changed even if it has no entry, so that the clock isn't asked."""

    def latest_post_date(self) -> datetime:
        updated: datetime = self.feed["updated"]
        return updated


def latest(found: Found) -> dict[int, datetime | None]:
    """The events that changed last, the latest first, and when; None where no record says."""
    history: Any = Event.history
    records = history.filter(status=Status.PUBLISHED).order_by("-history_date", "-history_id")
    changed: dict[int, datetime | None] = {}
    for event, at in records.values_list("id", "history_date")[:LOOKED_AT]:
        if event in found.ids and len(changed) < ENTRIES:
            changed.setdefault(event, at)
    newest = (event for event in reversed(found.ids[-ENTRIES:]) if event not in changed)
    return changed | dict.fromkeys(islice(newest, ENTRIES - len(changed)))


def _events(told: Exported, changed: dict[int, datetime | None]) -> Iterator[Event]:
    return told.asked.found.events(list(changed))


def _added(event: Event) -> datetime:
    """When the last article that tells the event came."""
    return max(quote.article.added_at for quote in event.quotes.all())


def _content(event: Event) -> SafeString:
    quotes = format_html_join(
        "", "<blockquote>{}</blockquote><p>— {}</p>",
        ((words_of(quote), source_of(quote)) for quote in event.quotes.all()),
    )  # fmt: skip
    return format_html("<p>{}.</p><p>{}</p>{}", when(event), event.summary, quotes)

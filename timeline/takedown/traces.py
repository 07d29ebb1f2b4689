"""The words of an article that stand beside it: in histories, undo records and the admin's log."""

from typing import Any

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet

from articles.models import Article
from timeline.models import Change, Event, Failure, Quote
from timeline.takedown.hanging import AT_ONCE, WORDED, Hanging
from timeline.takedown.redacting import TAKEN_DOWN


def redact_histories(hanging: Hanging) -> None:
    """Delete the records of its quotes; of events keep who and when, without words that go."""
    events: Any = Event.history
    quotes: Any = Quote.history
    touched = [row["event_id"] for row in hanging.past]
    quotes.filter(id__in=[row["id"] for row in hanging.past]).delete()
    changed = _cleaned(events.filter(id__in=touched), hanging)
    events.bulk_update(changed, WORDED, batch_size=AT_ONCE)


def _cleaned(records: QuerySet[Any], hanging: Hanging) -> list[Any]:
    changed = []
    for record in records.iterator(chunk_size=AT_ONCE):
        found = [name for name in WORDED if hanging.redactor.finds_in(getattr(record, name))]
        for name in found:
            setattr(record, name, TAKEN_DOWN)
        if found:
            changed.append(record)
    return changed


def redact_changes(hanging: Hanging) -> None:
    """Of what curators can undo take away rows that went, and words that go.

    The rest of a change can still be undone.
    """
    events = {row["event_id"] for row in hanging.past}
    there = set(Event.objects.filter(pk__in=events).values_list("pk", flat=True))
    names = {f"event {pk}" for pk in there}
    gone = {f"quote {row['id']}" for row in hanging.past} | {f"event {pk}" for pk in events - there}
    gone |= {f"article {version.pk}" for version in hanging.versions}
    clean = hanging.redactor.clean_all
    for change in Change.objects.order_by("pk").iterator(chunk_size=AT_ONCE):
        what = hanging.redactor.clean_sentence(change.what)
        if what == change.what and (names | gone).isdisjoint(change.after):
            continue
        change.what = what
        for rows in (change.before, change.after):
            kept = {key: clean(row) for key, row in rows.items() if key not in gone}
            rows.clear()
            rows.update(kept)
        change.save()


def redact_failures(hanging: Hanging) -> None:
    """Of texts that could not be taken in, forget those that are told by words that go."""
    finds = hanging.redactor.finds_in
    told = Failure.objects.values_list("pk", "where", "reason")
    gone = [pk for pk, *words in told.iterator(chunk_size=AT_ONCE) if any(map(finds, words))]
    Failure.objects.filter(pk__in=gone).delete()


def redact_log(hanging: Hanging) -> None:
    """What the admin noted of the article names it no more, and nothing else has its words."""
    redactor = hanging.redactor
    pks = {str(version.pk) for version in hanging.versions}
    of_articles = ContentType.objects.get_for_model(Article).pk
    for entry in LogEntry.objects.order_by("pk").iterator(chunk_size=AT_ONCE):
        is_its_own = entry.content_type_id == of_articles and entry.object_id in pks
        named = TAKEN_DOWN if is_its_own else redactor.clean(entry.object_repr)
        told = redactor.clean_sentence(entry.change_message)
        if (named, told) != (entry.object_repr, entry.change_message):
            entry.object_repr, entry.change_message = named, told
            entry.save()

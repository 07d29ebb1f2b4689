"""An article goes: its quotes and what nothing else tells with it, then each trace of its words."""

from django.core.exceptions import ValidationError
from django.db import connection, transaction

from articles.dates import in_words
from articles.models import Article, Tombstone
from timeline.curating.curation import lock
from timeline.events.settling import settle
from timeline.models import Event, Status, User
from timeline.search import catch_up
from timeline.takedown.hanging import WORDED, Hanging, hanging_on
from timeline.takedown.redacting import Redactor
from timeline.takedown.traces import (
    redact_changes,
    redact_failures,
    redact_histories,
    redact_log,
)


@transaction.atomic
def take_down(article: Article, by: User | None, reason: str) -> Tombstone:
    """Take the article down with all its versions, and give its tombstone. Nothing undoes this."""
    if not reason.strip():
        raise ValidationError("Say why it is taken down.")
    _overwrite_what_goes()
    hanging = hanging_on(Article.objects.select_for_update(of=("self",)).get(pk=article.pk))
    touched = list(Event.objects.filter(pk__in={row["event_id"] for row in hanging.past}))
    lock(*touched)
    _take_quotes(hanging)
    for event in Event.objects.filter(pk__in=[event.pk for event in touched]):
        _reword(event, hanging.redactor)
    redact_histories(hanging)
    redact_changes(hanging)
    redact_failures(hanging)
    redact_log(hanging)
    stones = {version.pk: _bury(version, by, reason.strip()) for version in hanging.versions}
    _search_anew()
    return stones[article.pk]


def _take_quotes(hanging: Hanging) -> None:
    """Take the quotes; published events that have no other become candidates, others go."""
    going, left_without = list(hanging.going), list(hanging.left_without)
    for event in left_without:
        event.status = Status.CANDIDATE
        event.save()
    hanging.quotes.delete()
    Event.objects.filter(pk__in=[event.pk for event in going]).delete()


def _reword(event: Event, redactor: Redactor) -> None:
    """Give the event what its remaining quotes say, where it had words that go."""
    settle(event)
    found = [name for name in WORDED if redactor.finds_in(getattr(event, name))]
    for name in found:
        setattr(event, name, _headline_without(event) if name == "headline" else "")
    if found:
        event.save()


def _headline_without(event: Event) -> str:
    """That of a quote which remains, else what can be said without any."""
    others = event.quotes.order_by("pk").values_list("headline", flat=True)
    return next(iter(others), f"Taken down: what happened {in_words(event.edtf)}"[:300])


def _bury(version: Article, by: User | None, reason: str) -> Tombstone:
    stone = Tombstone.objects.create(
        article=version.pk,
        url=version.url,
        text_hash=version.text_hash,
        publisher=version.publisher.name if version.publisher else "",
        published_on=version.published_on,
        by=by if by and by.is_authenticated else None,  # type: ignore[misc]
        reason=reason,
    )
    pk = version.pk
    version.delete()
    Article.history.filter(id=pk).delete()
    return stone


def _overwrite_what_goes() -> None:
    """Let SQLite leave nothing of deleted rows in its files. Of PostgreSQL's, autovacuum does."""
    if connection.vendor == "sqlite":
        _run("PRAGMA secure_delete = ON")
        transaction.on_commit(lambda: _run("PRAGMA wal_checkpoint(TRUNCATE)"))


def _search_anew() -> None:
    """Let the search know no words that went, also not in what it hasn't merged yet."""
    catch_up()
    if connection.vendor == "sqlite":
        _run("INSERT INTO timeline_search (timeline_search) VALUES ('optimize')")


def _run(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)

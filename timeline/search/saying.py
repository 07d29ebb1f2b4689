"""Which events say a term."""

from collections.abc import Iterable

from django.db import connection
from django.db.models import Exists, OuterRef, Q
from django.db.models.expressions import RawSQL
from pyroaring import BitMap

from timeline.models import Event, EventQuerySet, Topic
from timeline.search.engines import engine_of
from timeline.search.keeping import catch_up
from timeline.search.terms import Term, terms_of, texts_say


def ids_saying(term: Term, among: Iterable[int] = ()) -> BitMap:
    """The ids of the events whose own words say the term, published or not; among all or some."""
    engine = engine_of(connection)
    statement, parameters = engine.matching(term)
    if ids := ", ".join(map(str, among)):
        statement += f" AND {engine.id} IN ({ids})"
    with connection.cursor() as cursor:
        return engine.fetched(cursor, statement, parameters)


def ids_searched() -> BitMap:
    """The ids of all events whose words the search knows."""
    engine = engine_of(connection)
    with connection.cursor() as cursor:
        return engine.fetched(cursor, f"SELECT {engine.id} FROM timeline_search")  # noqa: S608


def saying(events: EventQuerySet, typed: str) -> EventQuerySet:
    """Those of the events that say all of what was typed, found as on the public page."""
    if not typed.strip():
        return events
    catch_up()
    conditions = list(map(_says, terms_of(typed)))
    return events.filter(*conditions) if conditions else events.none()


def _says(term: Term) -> Q:
    """Whether an event says the term, itself or by a topic's name, as a condition for queries."""
    topics = [topic.pk for topic in Topic.objects.all() if texts_say(topic.names, term)]
    carries = Event.topics.through.objects.filter(event=OuterRef("pk"), topic__in=topics)
    statement, parameters = engine_of(connection).matching(term)
    return Q(pk__in=RawSQL(statement, parameters)) | Q(Exists(carries))  # noqa: S611

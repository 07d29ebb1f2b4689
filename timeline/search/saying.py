"""Which events say a term."""

from collections.abc import Iterable

from django.db import connection
from django.db.models import Exists, OuterRef, Q
from django.db.models.expressions import RawSQL
from pyroaring import BitMap

from timeline.search.engines import engine_of
from timeline.search.terms import Term, texts_say


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


def saying(term: Term) -> Q:
    """Whether an event says the term, itself or by a topic's name, as a condition for queries."""
    from timeline.models import Event, Topic

    topics = [topic.pk for topic in Topic.objects.all() if texts_say(topic.names, term)]
    carries = Event.topics.through.objects.filter(event=OuterRef("pk"), topic__in=topics)
    statement, parameters = engine_of(connection).matching(term)
    return Q(pk__in=RawSQL(statement, parameters)) | Q(Exists(carries))  # noqa: S611

"""Whatever curators do, in whatever order, is undone in reverse, to the byte.

Taking an article down is not among it: it can't be undone, which is what it is for. Neither is the
arrival of articles, which curators don't do to events: versions that came are moved to.
"""

import random
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db.models import Q

from articles.models import Article
from articles.readers import Record
from timeline.curating import curation
from timeline.curating.changes import recording
from timeline.curating.quoting import move_to_version
from timeline.curating.redating import recorded, redating
from timeline.curating.undoing import undo
from timeline.desk.stranded import stranded, stranded_quotes
from timeline.events.ingest import ingest_record
from timeline.events.judging import DIFFERENT, judge
from timeline.models import Change, Event, Judgement, Quote, Timeline
from timeline.roles import CURATOR
from timeline.spreadsheets.rows import OWN_NOTES
from timeline.tests.factories import make_event, make_timeline
from timeline.tests.roles import make_user
from timeline.tests.tables import bring, table
from timeline.tests.test_changes import STEPS, exported, pks

pytestmark = pytest.mark.django_db
Rng = random.Random
BROUGHT = Q(publisher__name=OWN_NOTES) | Q(url__startswith="https://example.org/")
TEXT = (
    "Harbour Bank bought ferry yard {0} last month. The pier of Fogtown {0} opens next Tuesday. "
    "In May 2017 the {0}th boat sank off Leith, as {1} people looked on."
)


def taken(rng: Rng, story: Timeline) -> Change | None:
    """One of the steps on some of the story's events."""
    events = rng.sample(list(Event.objects.in_order()), 3)
    name = rng.choice(list(STEPS))
    with recording(None, name, pks(events)) as made:
        STEPS[name](events)
    return made.change


def split(rng: Rng, story: Timeline) -> Change | None:
    """A quote becomes an event of its own."""
    event = rng.choice(list(Event.objects.in_order()))
    with recording(None, "split", [event.pk]) as made:
        made.also(curation.split(event, event.quotes.all()[:1]))
    return made.change


def judged(rng: Rng, story: Timeline) -> Change | None:
    """Two quotes tell different events."""
    one, other = rng.sample(list(Quote.objects.order_by("pk")), 2)
    events = [one.event_id, other.event_id]
    with recording(None, "judged", events, tables=frozenset({Judgement})) as made:
        judge(one, [other], DIFFERENT)
    return made.change


def redated(rng: Rng, story: Timeline) -> Change | None:
    """An article gets another publication date, or loses it; what it tells moves with it."""
    article = rng.choice(list(Article.objects.order_by("pk")))
    day = rng.choice([None, date(2018, 1, 1) + timedelta(rng.randrange(700))])
    _, made = recorded(None, "redated", article, redating(article, day))
    return made.change


def moved_on(rng: Rng, story: Timeline) -> Change | None:
    """A quote moves to the newer version of its article, or is left."""
    found = [stranded(quote) for quote in stranded_quotes()]
    if not found:
        return None
    one = rng.choice(found)
    with recording(None, "moved a quote", [one.quote.event_id]) as made:
        if one.place:
            move_to_version(one.quote, one.newest, one.place.start, one.place.end)
        else:
            one.quote.kept_over = one.newest
            one.quote.save()
    return made.change


def imported(rng: Rng, story: Timeline) -> Change | None:
    """A table comes in: notes of its own, and a quote of an article that it makes."""
    number = rng.randrange(10**6)
    lines = table(
        "headline,date,quote,url",
        f"Ship {number} sails,2018-05,,",
        f"Ship {number} sinks,2018-06,It sank on day {number}.,https://example.org/{number}",
        f"Ship {number} is raised,2018,It sank on day {number}.,https://example.org/{number}",
    )
    return bring(lines, make_user(CURATOR, f"{number}")).change


ACTS: list[Callable[[Rng, Timeline], Change | None]] = [
    *[taken] * 5, split, judged, redated, redated, moved_on, imported,
]  # fmt: skip


def act(rng: Rng, story: Timeline) -> Change | None:
    """One act of a curator; None if it couldn't be taken, or changed nothing."""
    try:
        return rng.choice(ACTS)(rng, story)
    except ValidationError:
        return None


def make_world(story: Timeline) -> None:
    """Events by hand and by ingest, and newer versions of articles that some decided ones quote."""
    for year in range(6):
        make_event(f"201{year}", story, topics=["T"], is_published=bool(year % 2))
    given: dict[str, Any] = {"published": date(2019, 11, 5), "published_basis": "given"}
    for n in range(4):
        url = f"https://news.example.org/{n}"
        ingest_record(Record(text=TEXT.format(n, 10 + n), url=url, **given), story)
        for event in Event.objects.filter(quotes__article__url=url)[:2]:
            curation.publish(event)
        ingest_record(Record(text=f"Seen. {TEXT.format(n, 20)}", url=url, **given), story)


@pytest.mark.parametrize("steps", [15, pytest.param(200, marks=pytest.mark.slow)])
def test_whatever_is_done_is_undone_in_reverse(steps: int) -> None:
    rng = random.Random(steps)  # noqa: S311
    story = make_timeline("story")
    make_world(story)
    before = [exported()]
    changes: list[Change] = []
    while len(changes) < steps:
        if change := act(rng, story):
            changes.append(change)
            before.append(exported())
    assert before.pop() == exported() != before[0]
    for change in reversed(changes):
        undo(change, None)
        assert exported() == before.pop()
    assert not Article.objects.filter(BROUGHT).exists()  # by a table

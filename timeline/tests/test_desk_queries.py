"""How many queries a step at the desk takes: few, and no more where there are more rows."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from timeline.models import Event
from timeline.tests.factories import make_article, make_event, make_quote, make_timeline
from timeline.tests.test_desk import DESK, at, take

pytestmark = pytest.mark.django_db
WORDS = "Harbour Bank bought the Fogtown ferry yard for 12 million crowns in May 2012."
# BEGIN and COMMIT, or SAVEPOINT and RELEASE, read and write no rows.
BOUNDS = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")


def asked(client: Client, step: str, event: Event, **changes: Any) -> int:
    """How many queries a step takes, from the session that is read to the page to go on with."""
    form = client.get(at(event)).context["form"]
    sent = {box.html_name: box.value() for box in form if box.value() not in (None, False)}
    sent |= {"initial-topic_names": sent.get("topic_names", "")}
    with CaptureQueriesContext(connection) as queries:
        answer = client.post(at(event), {**sent, **changes, "step": step})
    assert answer.status_code == 302
    return sum(not query["sql"].startswith(BOUNDS) for query in queries.captured_queries)


def story_of(size: int) -> list[int]:
    """The ids of candidates with so many quotes each, the first of which tell one event."""
    story = make_timeline()
    made = [
        make_event("2012-05", story, is_published=False, topics=["Ferries", "Banks"], words=WORDS,
                   article=make_article(f"{WORDS} It was told {size} {n}."), dated="May 2012")
        for n in range(size + 5)
    ]  # fmt: skip
    for event in made[:6]:
        for n in range(size):
            make_quote(event, make_article(f"It was told, by {event.pk} {n}, in May 2012."),
                       dated="May 2012")  # fmt: skip
    return [event.pk for event in made]


@pytest.fixture(scope="module")
def stories(rows_of_module: None) -> list[list[int]]:
    """A small story, and a larger one."""
    return [story_of(2), story_of(6)]


# For each step the most that it takes, and to undo it: who asks takes three of them.
STEPS = {
    "accept": (12, 12),
    "reject": (11, 12),
    "save date": (11, 12),
    "save headline": (10, 12),
    "choose": (11, 12),
    "different": (12, 11),
    "merge": (44, 26),
    "gather": (44, 26),
    "split": (41, 33),
}


def taken(client: Client, step: str, events: list[Event]) -> tuple[int, int]:
    """How many queries the step takes, and then its undoing."""
    one, other = events[0], events[1]
    quotes = list(one.quotes.order_by("pk"))
    changes: dict[str, dict[str, Any]] = {
        "save date": {"edtf": "12 May 2012", "date_reason": "So its owner says."},
        "save headline": {"headline": "The yard was sold"},
        "gather": {"together": [event.pk for event in events[1:-1]]},
        "split": {"quote": [quote.pk for quote in quotes[1:]]},
    }
    more = {
        "merge": f" {other.pk}", "choose": f" {quotes[0].pk}",
        "different": f" {quotes[0].pk} {other.quotes.first().pk}",  # type: ignore[union-attr]
    }  # fmt: skip
    if step == "choose":
        one.edtf = "2013"
        one.save()
    name = step.partition(" ")[0] + more.get(step, "")
    done = asked(client, name, one, **changes.get(step, {}))
    return done, asked(client, "undo", one)


@pytest.mark.parametrize("step", STEPS)
def test_each_step_takes_few_queries_however_many_rows(
    curator: Client, stories: list[list[int]], step: str
) -> None:
    counts = []
    for ids in stories:
        events = [Event.objects.get(pk=pk) for pk in ids]
        take(curator, events[-1], "save")  # the order of the queue is worked out
        counts.append(taken(curator, step, events))
    assert counts[0] == counts[1]
    assert counts[1] <= STEPS[step], counts


def test_a_page_takes_no_more_queries_where_there_are_more_rows(
    curator: Client, stories: list[list[int]]
) -> None:
    counts = []
    for ids in stories:
        event = Event.objects.get(pk=ids[0])
        curator.get(DESK, follow=True)
        with CaptureQueriesContext(connection) as queries:
            curator.get(at(event))
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 12

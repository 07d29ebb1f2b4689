"""Reports as newswire has them: which become one event, are proposed as one, or neither."""

from datetime import date
from pathlib import Path

import pytest

from articles.readers import Record
from timeline.events.ingest import ingest_record
from timeline.events.proposals import proposed
from timeline.models import Event, Timeline

pytestmark = pytest.mark.django_db


def cases() -> list[tuple[str, list[str]]]:
    """What is expected and why, with its reports."""
    blocks = Path(__file__).with_name("reports.txt").read_text("utf-8").split("\n\n")[1:]
    return [(lines[0], lines[1:]) for lines in (block.splitlines() for block in blocks)]


def take_in(report: str, timeline: Timeline) -> None:
    day, _, text = report.strip().partition(" ")
    ingest_record(Record(text=text, published=date.fromisoformat(day)), timeline)


@pytest.mark.parametrize(("expected", "reports"), cases(), ids=[case for case, _ in cases()])
@pytest.mark.parametrize("order", [1, -1])
def test_what_becomes_of_two_reports(expected: str, reports: list[str], order: int) -> None:
    timeline = Timeline.objects.create(slug="velm", title="Velm")
    for report in reports[::order]:
        take_in(report, timeline)
    events = list(Event.objects.all())
    likely = any(proposed(event).single for event in events)
    found = "one" if len(events) == 1 else "proposed" if likely else "apart"
    assert (found, sum(event.quotes.count() for event in events)) == (expected.split(":")[0], 2)

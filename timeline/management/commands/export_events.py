"""`manage.py export_events`: events with their quotes, a line each."""

import csv
import json
from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from timeline.exports.tables import cells
from timeline.models import Event, Status, Timeline, with_evidence
from timeline.records import EVENT_FIELDS, event_record

STATUSES = [*Status.values, "all"]


class Command(BaseCommand):
    """Writes events to standard output, as JSON Lines or CSV, in order of time."""

    help = "Write events with their quotes to standard output, in order of time."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which events, and how."""
        parser.add_argument("--timeline", metavar="SLUG")
        parser.add_argument("--status", choices=STATUSES, default=Status.PUBLISHED.value)
        parser.add_argument("--format", choices=["jsonl", "csv"], default="jsonl")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write them."""
        records = _records(options["timeline"], options["status"])
        if options["format"] == "csv":
            self._write_csv(records)
            return
        for record in records:
            self.stdout.write(json.dumps(record, ensure_ascii=False))

    def _write_csv(self, records: Iterator[dict[str, Any]]) -> None:
        """One row an event; topics and quotes are JSON in their cells."""
        writer = csv.DictWriter(self.stdout, EVENT_FIELDS)
        writer.writeheader()
        for record in records:
            writer.writerow(cells(record))


def _records(slug: str | None, status: str) -> Iterator[dict[str, Any]]:
    events = with_evidence(Event.objects.in_order())
    if slug:
        timeline = Timeline.objects.filter(slug=slug).first()
        if timeline is None:
            raise CommandError(f"There is no timeline “{slug}”.")
        events = events.filter(timelines=timeline)
    if status != "all":
        events = events.filter(status=status)
    return (event_record(event) for event in events.iterator(chunk_size=500))

"""A sheet is tried, and imported as one change that can be undone."""

from collections import Counter
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from tablib import Dataset

from timeline.curating.changes import recording
from timeline.models import Change
from timeline.spreadsheets.columns import COLUMNS, NEEDED, Mapping
from timeline.spreadsheets.event_rows import EventResource
from timeline.spreadsheets.outcomes import ImportContext, RowOutcome
from timeline.spreadsheets.reading import Sheet


@dataclass(frozen=True)
class ImportReport:
    """What became, or would become, of each row; the change that was made, if any."""

    outcomes: list[RowOutcome]
    counts: Counter[str]
    change: Change | None = None


def try_sheet(sheet: Sheet, mapping: Mapping, context: ImportContext) -> ImportReport:
    """What importing the sheet would do. Nothing is stored."""
    resource = _run(sheet, mapping, context, is_tried=True)
    return ImportReport(resource.outcomes, resource.counts)


@transaction.atomic
def import_sheet(sheet: Sheet, mapping: Mapping, context: ImportContext) -> ImportReport:
    """Import the rows that are right, as one change: all of them, or none."""
    tried = _run(sheet, mapping, context, is_tried=True)
    known = {event.pk for event in tried.events.values() if event.pk}
    number = tried.counts["new"] + tried.counts["changed"]
    what = f"imported {number} row{'' if number == 1 else 's'} of {context.name}"
    with recording(context.by, what, known) as made:
        resource = _run(sheet, mapping, context, is_tried=False)
        for event in resource.events.values():
            if event.pk:
                made.also(event)
        made.also_articles(resource.sources.made)
    return ImportReport(resource.outcomes, resource.counts, made.change)


def _run(
    sheet: Sheet, mapping: Mapping, context: ImportContext, *, is_tried: bool
) -> EventResource:
    check_mapping(mapping)
    headers = _distinct(sheet.headers)
    holds = {headers[place]: column for place, column in mapping.items()}
    resource = EventResource(context, sheet.first, holds)
    result = resource.import_data(
        Dataset(*sheet.rows, headers=headers), dry_run=is_tried, use_transactions=False
    )
    for fault in result.base_errors:
        raise ValidationError(f"Nothing was imported. {fault.error}")
    for number, faults in result.row_errors():
        line = sheet.first + number - 1
        raise ValidationError(f"Nothing was imported. Line {line}: {faults[0].error}")
    return resource


def check_mapping(mapping: Mapping) -> None:
    """Raise ValidationError unless each thing is held by one column, and what is needed by some."""
    twice = [name for name, number in Counter(mapping.values()).items() if number > 1]
    missing = [name for name in NEEDED if name not in mapping.values()]
    problems = [f"Two columns hold “{COLUMNS[name].label}”." for name in twice]
    problems += [f"No column holds “{COLUMNS[name].label}”." for name in missing]
    if problems:
        raise ValidationError(problems)


def _distinct(headers: list[str]) -> list[str]:
    """The headers, with the number of its column behind each that is empty or stands twice."""
    numbers = Counter(headers)
    return [
        header if header and numbers[header] == 1 else f"{header} (column {place})".strip()
        for place, header in enumerate(headers, start=1)
    ]

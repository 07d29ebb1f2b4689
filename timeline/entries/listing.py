"""Events of a page under their headings, each as HTML: what isn't kept is read, worded and made."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from django.utils.safestring import mark_safe

from timeline.entries.markup import event_html
from timeline.entries.reading import EventRow, read_events
from timeline.entries.wording import Look, entry_of
from timeline.index.kept import Kept
from timeline.page.headings import Era, under_headings


class EventDate(NamedTuple):
    """An event by its id, and its date."""

    pk: int
    edtf: str


def eras_of(ids: Sequence[int], look: Look, kept: Kept) -> list[Era]:
    """The events, in this order, under headings; their HTML is that of the stretches.

    Those that aren't published any more are left out.
    """
    dates = kept.dates(ids)
    rows = (
        read_events(event for event in ids if event not in dates) if len(dates) < len(ids) else {}
    )
    dates |= {row.pk: row.edtf for row in rows.values()}
    eras = under_headings(EventDate(event, dates[event]) for event in ids if event in dates)
    stretches = [stretch for era in eras for stretch in era.stretches]
    levels = {event.pk: stretch.level for stretch in stretches for event in stretch.events}
    html = _html_of(levels, look, kept, rows)
    for stretch in stretches:
        told = (html[event.pk] for event in stretch.events if event.pk in html)
        stretch.html = mark_safe("\n".join(told))  # noqa: S308 - made by the template
    return eras


def _html_of(
    levels: dict[int, int], look: Look, kept: Kept, rows: dict[int, EventRow]
) -> dict[int, str]:
    """The HTML of each event, by its id, under headings of these levels."""
    html: dict[int, str] = {}
    for level in {*levels.values()}:
        here = [event for event, its_level in levels.items() if its_level == level]
        html |= kept.html(here, (look, level))
        missing = [event for event in here if event not in html]
        unread = [event for event in missing if event not in rows]
        known = rows | read_events(unread) if unread else rows
        made = dict(_made((known[event] for event in missing if event in known), look, level))
        kept.keep(made, (look, level))
        html |= {event: its_html for event, (_, its_html) in made.items()}
    return html


def _made(
    rows: Iterable[EventRow], look: Look, level: int
) -> Iterator[tuple[int, tuple[str, str]]]:
    """The id of each event, and its date and HTML."""
    for row in rows:
        yield row.pk, (row.edtf, event_html(entry_of(row, look), look, level))

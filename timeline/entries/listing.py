"""Events of a page under their headings, each as HTML: what isn't kept is read, worded and made."""

from collections.abc import Sequence

from django.utils.safestring import SafeString

from timeline.entries.look import Look
from timeline.entries.markup import at_level, event_html
from timeline.entries.reading import read_events
from timeline.entries.wording import entry_of
from timeline.index.kept import Kept
from timeline.page.headings import Era, EventDate, under_headings


def eras_of(ids: Sequence[int], look: Look, kept: Kept) -> list[Era]:
    """The events, in this order, under headings; their HTML is that of the sections.

    Those that aren't published any more are left out. Three queries, or none if all are kept.
    """
    shown = kept.shown(ids, look)
    if missing := [event for event in ids if event not in shown]:
        rows = read_events(missing).values()
        made = {row.pk: (row.edtf, event_html(entry_of(row, look), look)) for row in rows}
        kept.keep(made, look)
        shown |= made
    eras = under_headings(EventDate(event, shown[event][0]) for event in ids if event in shown)
    for section in (section for era in eras for section in era.sections):
        told = "\n".join(shown[event.pk][1] for event in section.events)
        section.html = at_level(told, section.level)
    return eras


def open_first(eras: Sequence[Era]) -> None:
    """Show the quotes of the first event."""
    for era in eras[:1]:
        first = era.sections[0]
        first.html = SafeString(first.html.replace("<details>", "<details open>", 1))

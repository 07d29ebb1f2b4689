"""What the columns of a table may hold, guessed by their names. Plain Python."""

import re
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Column:
    """What a column holds: its label for people, and other names that people give it."""

    label: str
    names: str = ""


COLUMNS = {
    "id": Column("Id of the event", "uid uuid event_id"),
    "headline": Column("Headline", "title event event_title what name heading"),
    "date": Column("Date", "when edtf start start_date day date_text"),
    "end": Column("End of what lasted", "end_date until to"),
    "summary": Column("Summary", "text description notes body details"),
    "topics": Column("Topics, with “;” between them", "topic tags tag group groups category"),
    "planned": Column("Planned (yes or no)", "is_planned"),
    "status": Column("Status", "state"),
    "quote": Column("Quote", "exact words quotation source_text evidence"),
    "before": Column("Words before the quote", "prefix"),
    "after": Column("Words after the quote", "suffix"),
    "stance": Column("The quote supports or disputes", "supports"),
    "article": Column("Title of the article", "article_title source_title"),
    "publisher": Column("Publisher", "source newspaper outlet publication medium"),
    "published": Column("Day of publication", "published_on publication_date article_date"),
    "url": Column("Address of the article", "link source_url article_url address web"),
}  # fmt: skip
# Columns that make a row; without the second no date can be given.
NEEDED = ("headline", "date")

Mapping = dict[int, str]


def guess(headers: Sequence[str]) -> Mapping:
    """By the place of each column what it holds, as far as its name says; nothing is held twice.

    >>> guess(["When", "What", "Weather", "Link"])
    {0: 'date', 1: 'headline', 3: 'url'}
    """
    found: Mapping = {}
    for holds, column in COLUMNS.items():  # a column's own name goes before its other names
        _take(found, headers, holds, {holds, _key(column.label)})
    for holds, column in COLUMNS.items():
        _take(found, headers, holds, set(column.names.split()))
    return dict(sorted(found.items()))


def _take(found: Mapping, headers: Sequence[str], holds: str, names: set[str]) -> None:
    if holds in found.values():
        return
    for place, header in enumerate(headers):
        if place not in found and _key(header) in names:
            found[place] = holds
            return


def _key(header: str) -> str:
    return re.sub(r"\W+", "_", header.strip().casefold()).strip("_")

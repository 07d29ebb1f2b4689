"""What a table makes anew, stored all at once: row by row, the queries take most of the time."""

from dataclasses import dataclass, field
from typing import Any

from timeline.events.build import draft_quote
from timeline.models import Event, Quote, Timeline, Topic
from timeline.spreadsheets.rows import FIELDS, SheetRow
from timeline.spreadsheets.sources import QuotePlace, SheetArticles


@dataclass
class Made:
    """An event that isn't stored yet, its topics, and the rows that it quotes."""

    event: Event
    topics: set[int] = field(default_factory=set)
    rows: list[tuple[SheetRow, QuotePlace | None]] = field(default_factory=list)


class Making:
    """The new events of one table."""

    def __init__(self) -> None:
        self._made: dict[Any, Made] = {}

    def add(
        self, event: Event, said: SheetRow, topics: list[Topic], place: QuotePlace | None
    ) -> None:
        """Take in a row of the event; its quote may stand in an article that isn't made yet."""
        made = self._made.setdefault(said.key, Made(event))
        made.topics |= {topic.pk for topic in topics}
        if said.quote or not made.rows:
            made.rows.append((said, place))

    def store(self, timeline: Timeline, sources: SheetArticles) -> None:
        """Store events, articles and quotes; each event is a curator's word."""
        every = list(self._made.values())
        for made in every:
            made.event.decide(*FIELDS)
        Event.objects.make_candidates(
            [made.event for made in every], timeline, [made.topics for made in every]
        )
        rows = [(made.event, *row) for made in every for row in made.rows]
        places = iter(sources.make([said for _, said, place in rows if place is None]))
        quotes: dict[Any, Quote] = {}
        for event, said, known in rows:
            place = known or next(places)
            quote = draft_quote(*place, event.edtf)
            quote.event, quote.stance = event, said.stance or Quote.Stance.SUPPORTS
            quotes.setdefault((event.pk, place.article.pk, place.start, place.end), quote)
        timeline.articles.add(*{quote.article for quote in quotes.values()})
        Quote.objects.bulk_create(quotes.values())

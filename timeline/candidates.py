"""The candidates that an article's claims may tell, found by the words that they share."""

from collections import Counter, defaultdict

from django.db.models import Q

from articles.dates import Span
from articles.models import Mention
from timeline.matching import Telling, same_as_all, telling
from timeline.models import Quote, Status, Timeline

# Longer spans than this ("since 2017", "the 1990s") are only compared where they are the same.
LONGEST_COMPARED = 366
# Of an event that very many quotes tell, so many stand for all.
TELLINGS_COMPARED = 20
SHARED_STEMS = 2


def tell(exact: str, start: int, mention: Mention, when: Span | None = None) -> Telling:
    """The telling of words that stand at `start` of the mention's article, at their date."""
    first, last = mention.start - start, mention.end - start
    days = when or mention
    return telling(exact, first, last, days.first_day, days.last_day)


class Candidates:
    """A timeline's candidates near the days of the claims asked about; each is loaded once."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._asked: set[tuple[int | None, int | None]] = set()
        self._tellings: dict[int, list[Telling]] = defaultdict(list)
        self._is_planned: dict[int, bool] = {}
        self._telling_stem: dict[str, set[int]] = defaultdict(set)

    def add(self, event_id: int, told: Telling, *, is_planned: bool) -> None:
        """Take in what a quote of a candidate tells."""
        self._is_planned[event_id] = is_planned
        if len(self._tellings[event_id]) < TELLINGS_COMPARED:
            self._tellings[event_id].append(told)
            for stem in told.weights:
                self._telling_stem[stem].add(event_id)

    def telling_the_same(self, told: Telling, *, is_planned: bool) -> int | None:
        """The id of the candidate that most surely tells the same event; of equals the oldest."""
        self._load(told.first_day, told.last_day)
        shared = Counter(
            event_id for stem in told.weights for event_id in self._telling_stem.get(stem, ())
        )
        scored = [
            (same_as_all(told, self._tellings[event_id]), -event_id)
            for event_id, stems in shared.items()
            if stems >= SHARED_STEMS and self._is_planned[event_id] == is_planned
        ]
        score, negative_id = max(scored, default=(0, 0))
        return -negative_id if score else None

    def _load(self, first_day: int | None, last_day: int | None) -> None:
        if (first_day, last_day) in self._asked:
            return
        self._asked.add((first_day, last_day))
        quotes = (
            Quote.objects.filter(
                _near(first_day, last_day),
                event__timelines=self._timeline,
                event__status=Status.CANDIDATE,
                mention__isnull=False,
            )
            .select_related("mention", "event", "article")
            .defer("article__text")
            .order_by("pk")
        )
        known = set(self._tellings)
        for quote in quotes.iterator(chunk_size=1000):
            if quote.event_id not in known and quote.mention:
                told = tell(quote.exact, quote.start, quote.mention, quote.when)
                self.add(quote.event_id, told, is_planned=quote.event.is_planned)


def _near(first_day: int | None, last_day: int | None) -> Q:
    """Events whose place in the order of time lets them overlap these days."""
    if first_day is None or last_day is None:
        return Q(event__first_day=first_day, event__last_day=last_day)
    earliest = first_day - LONGEST_COMPARED
    return Q(event__sort_day__range=(earliest, last_day), event__last_day__gte=first_day)

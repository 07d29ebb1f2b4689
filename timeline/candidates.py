"""The candidates that an article's claims may tell, found by the words that they share."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from django.db.models import Max, Q, QuerySet
from django.db.models.functions import Substr

from articles.models import Mention
from timeline.matching import same_as_all
from timeline.models import Event, Quote, Status, Timeline
from timeline.planned import Days, Told
from timeline.telling import Telling, telling

# So many characters of an article, about three sentences, say what it is about.
LEAD = 300
# Longer spans than this ("since 2017", "the 1990s") are only compared where they are the same.
LONGEST_COMPARED = 366
# Tellings are kept by stretches of so many days.
STRETCH = 31
SHARED_WORDS = 2
# So that what an article costs has a bound, however many tell of one day and one name: of the
# quotes stored at a time so many, the newest, are loaded; so many stand for an event; of the
# events that share a word so many, the newest, are looked at; so many that share most, compared.
QUOTES_LOADED = 1000
TELLINGS_COMPARED = 10
EVENTS_READ = 50
EVENTS_COMPARED = 20

# A stretch by its number, or a long or open span by its days.
Place = int | tuple[int | None, int | None]


def lead_of(title: str, text: str) -> str:
    """What an article is about: its title and the beginning of its text."""
    beginning = text[:LEAD]
    return beginning if title in beginning else f"{title}\n{beginning}"


def tell(exact: str, start: int, mention: Mention | None, days: Days, lead: str) -> Telling:
    """The telling of words that stand at `start` of their article, sought on these days."""
    first, last = (mention.start - start, mention.end - start) if mention else (0, 0)
    return telling(exact, first, last, *days, lead)


def tell_quotes(quotes: QuerySet[Quote], most: int) -> Iterator[tuple[Quote, Telling]]:
    """The first dated quotes, each with what it tells; without the texts of their articles."""
    beginning = Substr("article__text", 1, LEAD)
    for quote in (
        quotes.filter(Q(mention__isnull=False) | Q(told=Told.HAPPENED))
        .select_related("mention", "event", "article")
        .defer("article__text")
        .annotate(beginning=beginning)[:most]
    ):
        lead = lead_of(quote.article.title, quote.beginning)
        yield quote, tell(quote.exact, quote.start, quote.mention, quote.days_sought, lead)


class Candidates:
    """A timeline's candidates near the days of the claims asked about; each is loaded once.

    Made for one article, or for all that one process takes in: those that others make meanwhile
    are not seen.
    """

    def __init__(self, timeline: Timeline) -> None:
        self.timeline = timeline
        self.clear()

    def clear(self) -> None:
        """Forget all, so that it is loaded anew."""
        self._newest: int | None = None
        self._loaded: set[Place] = set()
        self._tellings: dict[int, list[Telling]] = defaultdict(list)
        self._is_planned: dict[int, bool] = {}
        self._telling_word: dict[tuple[str, Place], dict[int, None]] = defaultdict(dict)

    def add(self, event_id: int, told: Telling, *, is_planned: bool) -> None:
        """Take in what a quote of a candidate tells."""
        self._is_planned[event_id] = is_planned
        if len(self._tellings[event_id]) < TELLINGS_COMPARED:
            self._tellings[event_id].append(told)
            for place in _places(told):
                for word in told.words:
                    self._telling_word[word, place][event_id] = None

    def forget(self, event_id: int) -> None:
        """Compare nothing with an event that is a candidate no more."""
        self._tellings[event_id] = []
        self._is_planned.pop(event_id, None)

    def telling_the_same(self, told: Telling, *, is_planned: bool) -> int | None:
        """The id of the candidate that most surely tells the same event; of equals the oldest."""
        places = list(_places(told))
        self._load(places)
        scored = [
            (same_as_all(told, self._tellings[event_id]), -event_id)
            for event_id in self._sharing_most(told, places)
            if self._is_planned.get(event_id) == is_planned
        ]
        score, negative_id = max(scored, default=(0, 0))
        return -negative_id if score else None

    def _sharing_most(self, told: Telling, places: list[Place]) -> list[int]:
        shared: Counter[int] = Counter()
        for word in told.words:
            events: dict[int, None] = {}
            for place in places:
                found = self._telling_word.get((word, place), {})
                events.update(_last(found, EVENTS_READ))
            shared.update(events.keys())
        most = sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:EVENTS_COMPARED]
        return [event_id for event_id, words in most if words >= SHARED_WORDS]

    def _load(self, places: Iterable[Place]) -> None:
        if self._newest is None:
            self._newest = Event.objects.aggregate(newest=Max("pk"))["newest"] or 0
        for place in places:
            if place not in self._loaded:
                self._loaded.add(place)
                self._load_place(place)

    def _load_place(self, place: Place) -> None:
        known = set(self._tellings)
        stored = Quote.objects.filter(
            _within(place),
            event__pk__lte=self._newest,
            event__timelines=self.timeline,
            event__status=Status.CANDIDATE,
        )
        newest = list(tell_quotes(stored.order_by("-pk"), QUOTES_LOADED))
        for quote, told in reversed(newest):
            if quote.event_id not in known:
                self.add(quote.event_id, told, is_planned=quote.event.is_planned)


def _places(told: Telling) -> Iterable[Place]:
    first, last = told.first_day, told.last_day
    if first is None or last is None or last - first > LONGEST_COMPARED:
        return [(first, last)]
    return range(first // STRETCH, last // STRETCH + 1)


def _within(place: Place) -> Q:
    """Quotes of events whose days make them stand in this place."""
    if isinstance(place, tuple):
        return near(*place)
    return near(place * STRETCH, (place + 1) * STRETCH - 1)


def near(first_day: int | None, last_day: int | None) -> Q:
    """Quotes of events that may overlap these days; of an open end, only those with the same.

    What was over by a day, which is sought before it, may be of any event of the year before.
    """
    if first_day is None or last_day is None:
        return Q(event__first_day=first_day, event__last_day=last_day)
    earliest = first_day - LONGEST_COMPARED
    limits = Q(event__sort_day__range=(first_day, last_day + LONGEST_COMPARED))
    return Q(event__sort_day__range=(earliest, last_day), event__last_day__gte=first_day) | (
        limits & Q(event__first_day=None)
    )


def _last(events: dict[int, None], most: int) -> dict[int, None]:
    """The newest of the events, so many at most."""
    if len(events) <= most:
        return events
    newest = reversed(events)
    return dict.fromkeys(next(newest) for _ in range(most))

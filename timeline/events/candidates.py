"""The quotes of a timeline's candidates, loaded and gathered into groups."""

from collections.abc import Collection, Iterable
from functools import reduce
from operator import or_

from django.db.models import Max, Q

from timeline.events.gathering import Gathering
from timeline.events.judging import quotes_apart
from timeline.events.originals import credit_of, known_outlets
from timeline.events.tellings import OF_A_TIME, Place, places_of, tell_quotes, within
from timeline.events.topics import finder
from timeline.merging.tagging import TopicFinder
from timeline.merging.telling import Telling
from timeline.merging.voices import Group, Voice
from timeline.models import Event, Quote, Status, Timeline

# Of the quotes stored at a time so many, the newest, are loaded.
QUOTES_LOADED = 1000
PLACES_AT_ONCE = 50
QUOTES_AT_ONCE = 500
# About 300 MB.
VOICES_KEPT = 50_000


class Candidates:
    """A timeline's candidates near the days of the quotes that are taken in; each is loaded once.

    Made for one article, or for all that one process takes in: those that others make meanwhile
    are not seen.
    """

    def __init__(self, timeline: Timeline) -> None:
        self.timeline = timeline
        self.clear()

    def clear(self) -> None:
        """Forget all, so that it is loaded anew."""
        self._newest: int | None = None
        self._topics: TopicFinder | None = None
        self._outlets: TopicFinder | None = None
        self._loaded: set[Place] = set()
        self._groups: dict[int, Group] = {}
        self._voices: dict[tuple[object, ...], Voice] = {}
        self._gathering = Gathering(self.load)

    def forget_many(self) -> None:
        """Forget all if it is too much to keep: what is needed of it is loaded again."""
        if len(self._voices) > VOICES_KEPT:
            self.clear()

    def voice(self, told: Telling, published: int | None) -> Voice:
        """The voice of a quote that is not stored yet: one that is known, or a new one."""
        self.load([told])
        found = self._voices.get(_identity(told)) or self._add(Voice(told, published))
        found.heard(published)
        return found

    def voices_of(self, quotes: Collection[int]) -> list[Voice]:
        """The voices of stored quotes, those of candidates that are not loaded too."""
        if not quotes:
            return []
        self._load_quotes(Q(event__quotes__in=quotes), QUOTES_LOADED)
        voices = (voice for group in self._groups.values() for voice in group.voices)
        return [voice for voice in voices if not set(quotes).isdisjoint(voice.quotes)]

    def topics_in(self, quotes: Iterable[Quote]) -> set[int]:
        """The ids of the topics that the quotes name."""
        self._topics = self._topics or finder()
        return self._topics.topics_in(*(quote.exact for quote in quotes))

    def credit_of(self, quote: Quote) -> str:
        """Why the quote is second-hand by its own words: “credits Reuters”; or ""."""
        self._outlets = self._outlets or known_outlets()
        return credit_of(quote, self._outlets)

    def made(self, group: Group, event_id: int) -> None:
        """Take note of the event that a new group was given."""
        group.event_id = event_id
        self._groups[event_id] = group

    def gather(self, fresh: Iterable[Voice]) -> list[Voice]:
        """Give the voices, and those that are like them, the groups that fit.

        Gives those whose stored quotes are no longer in the event of their group.
        """
        return self._gathering.gather(fresh)

    def _add(self, voice: Voice) -> Voice:
        self._voices.setdefault(_identity(voice.telling), voice)
        self._gathering.add(voice)
        return voice

    def load(self, tellings: Iterable[Telling]) -> None:
        """Load the candidates that may tell the same as these, all at once."""
        wanted = {place for told in tellings for place in places_of(told)} - self._loaded
        self._loaded |= wanted
        conditions = list(within(wanted))
        for at in range(0, len(conditions), PLACES_AT_ONCE):
            which = reduce(or_, conditions[at : at + PLACES_AT_ONCE])
            self._load_quotes(which, QUOTES_LOADED * len(wanted))

    def _load_quotes(self, which: Q, most: int) -> None:
        """Load the newest of them, of events that are not known yet."""
        if self._newest is None:
            self._newest = Event.objects.aggregate(newest=Max("pk"))["newest"] or 0
            self._gathering.apart = quotes_apart(self.timeline)
        if not self._newest:
            return
        stored = Quote.objects.filter(
            which,
            OF_A_TIME,
            event__pk__lte=self._newest,
            event__timelines=self.timeline,
            event__status=Status.CANDIDATE,
        )
        newest = stored.order_by("-pk").values_list("pk", "event_id")[:most]
        unknown = sorted(pk for pk, event_id in newest if event_id not in self._groups)
        for at in range(0, len(unknown), QUOTES_AT_ONCE):
            part = Quote.objects.filter(pk__in=unknown[at : at + QUOTES_AT_ONCE]).order_by("pk")
            for quote, told in tell_quotes(part, QUOTES_AT_ONCE):
                self._take(quote, told)

    def _take(self, quote: Quote, told: Telling) -> None:
        group = self._groups.setdefault(quote.event_id, Group(quote.event_id))
        group.is_fixed |= quote.is_by_hand or bool(quote.event.decided)
        voice = self._voices.get(_identity(told))
        published = quote.article.published_day
        if voice is None or voice.group is not group:
            voice = self._add(Voice(told, published, quote.event_id, group=group))
        voice.heard(published)
        voice.quotes.append(quote.pk)
        voice.is_by_hand |= quote.is_by_hand


def _identity(told: Telling) -> tuple[object, ...]:
    return told.said, told.lead, told.first_day, told.last_day, told.is_planned

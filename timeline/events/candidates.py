"""The quotes of a timeline's candidates, loaded and gathered into groups."""

from collections import deque
from collections.abc import Collection, Iterable
from functools import reduce
from itertools import islice
from operator import or_

from django.db.models import Max, Q

from timeline.events.judging import quotes_apart
from timeline.events.originals import credit_of, known_outlets
from timeline.events.tellings import OF_A_TIME, Place, places_of, tell_quotes, within
from timeline.events.topics import finder
from timeline.events.voice_index import VoiceIndex
from timeline.merging.grouping import Likeness, alike, groups
from timeline.merging.matching import same_as_all, surely_same
from timeline.merging.tagging import TopicFinder
from timeline.merging.telling import Telling
from timeline.merging.voices import Group, Voice, regroup
from timeline.models import Event, Quote, Status, Timeline

# Of the quotes stored at a time so many, the newest, are loaded.
QUOTES_LOADED = 1000
PLACES_AT_ONCE = 50
QUOTES_AT_ONCE = 500
# Up to so many voices that are like each other, one by one, are gathered anew when one more comes,
# so that the order in which they came doesn't matter; larger groups only grow, and so many of
# their voices stand for them.
GATHERED_ANEW = 40
TELLINGS_COMPARED = 10
PAIRS_KEPT = 200_000
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
        self._apart: dict[int, set[int]] = {}
        self._topics: TopicFinder | None = None
        self._outlets: TopicFinder | None = None
        self._loaded: set[Place] = set()
        self._groups: dict[int, Group] = {}
        self._voices: dict[tuple[object, ...], Voice] = {}
        self._index = VoiceIndex()
        self._compared: dict[tuple[int, int], Likeness] = {}

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
        ordered = sorted(dict.fromkeys(fresh), key=lambda voice: voice.order)
        for voice in ordered:
            self._links(voice)
        done: dict[Voice, None] = {}
        for voice in ordered:
            if voice not in done:
                beside = self._component(voice)
                placed = [one for one in beside if one in done or one.event_id is not None]
                if len(beside) <= GATHERED_ANEW or not placed:
                    gathered = list(beside)[:GATHERED_ANEW]
                    self._gather_anew(gathered)
                    done.update(dict.fromkeys(gathered))
                elif not voice.group.is_fixed:
                    # No other group can be a match: its mean is no higher than its best pair.
                    linked = self._links(voice)
                    voice.move(self._likest_group(voice, (one for one in placed if one in linked)))
                    done[voice] = None
        return [voice for voice in done if voice.is_moved]

    def _gather_anew(self, those: Iterable[Voice]) -> None:
        voices = sorted(those, key=lambda voice: voice.order)
        numbers = {voice: number for number, voice in enumerate(voices)}
        fixed = {id(voice.group): voice.group for voice in voices if voice.group.is_fixed}
        together = [[numbers[voice] for voice in group.voices] for group in fixed.values()]

        def apart(one: int, other: int) -> bool:
            return self._are_apart(voices[one], voices[other])

        tellings = [voice.telling for voice in voices]
        parts = groups(tellings, together, apart, self._compare)
        regroup([[voices[number] for number in part] for part in parts])

    def _likest_group(self, voice: Voice, placed: Iterable[Voice]) -> Group:
        """The group that most surely tells the same event; of equals the first, else a new one."""
        likest, best = (voice.group if len(voice.group.voices) == 1 else Group()), 0.0
        for group in {id(one.group): one.group for one in placed}.values():
            if self._apart and any(self._are_apart(voice, one) for one in group.voices):
                continue
            others = (one.telling for one in group.voices if one is not voice)
            score = same_as_all(voice.telling, islice(others, TELLINGS_COMPARED))
            if score > best:
                likest, best = group, score
        return likest

    def _are_apart(self, one: Voice, other: Voice) -> bool:
        """Whether a curator judged that they tell different events."""
        judged = (self._apart[pk] for pk in one.quotes if pk in self._apart)
        return any(not apart.isdisjoint(other.quotes) for apart in judged)

    def _compare(self, one: Telling, other: Telling) -> Likeness:
        key = min(id(one), id(other)), max(id(one), id(other))
        if key not in self._compared:
            if len(self._compared) >= PAIRS_KEPT:
                self._compared.clear()
            self._compared[key] = alike(one, other)
        return self._compared[key]

    def _component(self, voice: Voice) -> dict[Voice, None]:
        """The voices that are like it, like those, and so on; all, or too many."""
        found = {voice: None}
        waiting = deque(found)
        while waiting and len(found) <= GATHERED_ANEW:
            one = waiting.popleft()
            with_it = islice(one.group.voices, GATHERED_ANEW + 1)
            beside = dict.fromkeys([*self._links(one), *with_it])
            waiting += [other for other in beside if other not in found]
            found.update(beside)
        return found

    def _links(self, voice: Voice) -> dict[Voice, None]:
        if voice.links is None:
            self.load([voice.telling])
            near = self._index.sharing_most(voice)
            voice.links = {one: None for one in near if surely_same(voice.telling, one.telling)}
            for one in voice.links:
                if one.links is not None:
                    one.links[voice] = None
        return voice.links

    def _add(self, voice: Voice) -> Voice:
        self._voices.setdefault(_identity(voice.telling), voice)
        self._index.add(voice)
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
            self._apart = quotes_apart(self.timeline)
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


def _identity(told: Telling) -> tuple[object, ...]:
    return told.said, told.lead, told.first_day, told.last_day, told.is_planned

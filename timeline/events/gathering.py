"""Voices get the groups that fit, whatever order they came in."""

from collections import deque
from collections.abc import Callable, Iterable
from itertools import islice

from timeline.events.voice_index import VoiceIndex
from timeline.merging.grouping import Likeness, alike, groups
from timeline.merging.matching import same_as_all, surely_same
from timeline.merging.telling import Telling
from timeline.merging.voices import Group, Voice, regroup

# Up to so many voices that are like each other, one by one, are gathered anew when one more comes,
# so that the order in which they came doesn't matter; larger groups only grow, and so many of
# their voices stand for them.
GATHERED_ANEW = 40
TELLINGS_COMPARED = 10
PAIRS_KEPT = 200_000


class Gathering:
    """The voices of a timeline as far as they are loaded, and how alike they are.

    `load` is called with tellings before others are sought that are like them; `apart` are, by the
    id of each quote, those that a curator judged different.
    """

    def __init__(self, load: Callable[[Iterable[Telling]], None]) -> None:
        self.apart: dict[int, set[int]] = {}
        self._load = load
        self._index = VoiceIndex()
        self._compared: dict[tuple[int, int], Likeness] = {}

    def add(self, voice: Voice) -> None:
        """Let it be found."""
        self._index.add(voice)

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
        together = [
            [[numbers[voice] for voice in part] for part in group.parts] for group in fixed.values()
        ]

        def apart(one: int, other: int) -> bool:
            return self._are_apart(voices[one], voices[other])

        tellings = [voice.telling for voice in voices]
        parts = groups(tellings, together, apart, self._compare)
        regroup([[voices[number] for number in part] for part in parts])

    def _likest_group(self, voice: Voice, placed: Iterable[Voice]) -> Group:
        """The group that most surely tells the same event; of equals the first, else a new one."""
        likest, best = (voice.group if len(voice.group.voices) == 1 else Group()), 0.0
        for group in {id(one.group): one.group for one in placed}.values():
            if self.apart and any(self._are_apart(voice, one) for one in group.voices):
                continue
            others = (one.telling for one in group.voices if one is not voice)
            score = same_as_all(voice.telling, islice(others, TELLINGS_COMPARED))
            if score > best:
                likest, best = group, score
        return likest

    def _are_apart(self, one: Voice, other: Voice) -> bool:
        """Whether a curator judged that they tell different events."""
        judged = (self.apart[pk] for pk in one.quotes if pk in self.apart)
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
            self._load([voice.telling])
            near = self._index.sharing_most(voice)
            voice.links = {one: None for one in near if surely_same(voice.telling, one.telling)}
            for one in voice.links:
                if one.links is not None:
                    one.links[voice] = None
        return voice.links

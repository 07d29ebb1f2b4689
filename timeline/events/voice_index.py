"""Voices, found by the words that they share with another at times that may agree."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from heapq import nsmallest
from itertools import chain, islice

from timeline.events.tellings import Place, places_of
from timeline.merging.days import can_agree
from timeline.merging.voices import Voice

# Of two that join by themselves hardly any share fewer words, unless the shorter has no more.
SHARED_WORDS = 3
# So that what an article costs has a bound, however many tell of one day and one name: of the
# voices that share a word so many are looked at, the oldest and the newest; of those the ones that
# share most are compared.
VOICES_READ = 100
VOICES_COMPARED = 30


class VoiceIndex:
    """The voices by the words that they say and the places in time where they stand."""

    def __init__(self) -> None:
        self._by_word: dict[tuple[str, Place], dict[Voice, None]] = defaultdict(dict)
        self._terse: set[Voice] = set()  # those of fewer words than are to be shared

    def add(self, voice: Voice) -> None:
        """Let it be found."""
        if len(voice.telling.words) < SHARED_WORDS:
            self._terse.add(voice)
        for place in places_of(voice.telling):
            for word in voice.telling.words:
                self._by_word[word, place][voice] = None

    def sharing_most(self, voice: Voice) -> list[Voice]:
        """Those that share the most words with it; of equals those of stored events first."""
        places = list(places_of(voice.telling))
        saying = (self._saying(word, places) for word in voice.telling.words)
        found = Counter(chain.from_iterable(saying))
        del found[voice]
        own = len(voice.telling.words)
        # Most share too few words, which is asked without a call.
        shared = {
            one: words
            for one, words in found.items()
            if (words >= SHARED_WORDS or (words > 1 and (words == own or one in self._terse)))
            and can_agree(voice.telling, one.telling)
        }
        fewest = min(sorted(shared.values(), reverse=True)[:VOICES_COMPARED], default=0)
        enough = (one for one, words in shared.items() if words >= fewest)

        def by_words(one: Voice) -> tuple[int, bool, tuple[float, str, str]]:
            return -shared[one], one.event_id is None, one.order

        return nsmallest(VOICES_COMPARED, enough, key=by_words)

    def _saying(self, word: str, places: Sequence[Place]) -> Iterable[Voice]:
        """The voices at the places that say the word, each once."""
        here = [_some(some) for place in places if (some := self._by_word.get((word, place)))]
        return here[0] if len(here) == 1 else dict.fromkeys(chain.from_iterable(here))


def _some(voices: dict[Voice, None]) -> Iterable[Voice]:
    """So many at most: the oldest, which large groups formed about, and the newest."""
    if len(voices) <= VOICES_READ:
        return voices
    half = VOICES_READ // 2
    return [*islice(voices, half), *islice(reversed(voices), half)]

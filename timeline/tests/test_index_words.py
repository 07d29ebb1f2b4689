"""What was found for words is kept for the terms asked for last, by threads side by side."""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from pyroaring import BitMap

from timeline.index import words
from timeline.index.days import Days
from timeline.index.snapshot import Names, Snapshot, TermMatches
from timeline.search import terms_of

TYPED = [f"word{number}" for number in range(4 * words.MOST_TERMS_KEPT)]


@pytest.fixture
def snapshot(monkeypatch: pytest.MonkeyPatch) -> Iterator[Snapshot]:
    monkeypatch.setattr(words, "catch_up", lambda: None)
    monkeypatch.setattr(words, "_asked", lambda snapshot, term: TermMatches(BitMap(), ()))
    days, switch = Days({}), sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield Snapshot({}, days, days, days, BitMap(), BitMap(), days, Names())
    sys.setswitchinterval(switch)


def test_threads_may_ask_side_by_side(snapshot: Snapshot) -> None:
    def ask(turn: int) -> None:
        for typed in TYPED[turn:] + TYPED[:turn]:
            words.ids_that_say(snapshot, typed)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(ask, range(0, len(TYPED), len(TYPED) // 100)))
    assert len(snapshot.said) <= words.MOST_TERMS_KEPT


def test_the_terms_asked_for_last_are_kept(snapshot: Snapshot) -> None:
    for typed in TYPED:
        words.ids_that_say(snapshot, typed)
    last = TYPED[-words.MOST_TERMS_KEPT :]
    assert [*snapshot.said] == [terms_of(typed)[0] for typed in last]

"""Sets of events by day count as looking at each event does."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from pyroaring import BitMap

from timeline.index.days import Days
from timeline.index.found import Found
from timeline.index.selection import Selection
from timeline.index.snapshot import Names, Snapshot

SOME_DAYS = st.integers(-800, 1_400)  # in two centuries, before and after year 1
EVENTS = st.dictionaries(
    st.integers(1, 300), st.tuples(SOME_DAYS, st.integers(-40, 0)), max_size=60
)
EDGES = st.one_of(
    st.lists(SOME_DAYS, max_size=20).map(sorted),
    st.tuples(SOME_DAYS, st.integers(1, 40)).map(lambda of: [of[0] + of[1] * n for n in range(20)]),
)


@given(EVENTS, EDGES, st.integers(1, 400))
def test_counts_are_those_of_each_event_by_itself(
    events: dict[int, tuple[int, int]], edges: list[int], one_in: int
) -> None:
    groups: dict[tuple[int, int], BitMap] = {}
    for event, place in events.items():
        groups.setdefault(place, BitMap()).add(event)
    chosen = BitMap(event for event in events if event % one_in == 0)
    expected = [
        sum(first <= events[event][0] < end for event in chosen) for first, end in pairwise(edges)
    ]
    assert Days.of(groups).counts(chosen.intersection_cardinality, edges) == expected


@given(EVENTS, st.integers(1, 60), st.integers(1, 5))
def test_a_set_is_counted_however_few_are_found(
    events: dict[int, tuple[int, int]], one_in: int, part: int
) -> None:
    groups: dict[tuple[int, int], BitMap] = {}
    for event, place in events.items():
        groups.setdefault(place, BitMap()).add(event)
    nothing = Days({})
    snapshot = Snapshot({}, Days.of(groups), nothing, nothing, BitMap(), BitMap(), nothing, Names())
    chosen = BitMap(event for event in events if event % one_in == 0)
    some = BitMap(event for event in events if event % part == 0)
    found = Found(snapshot, snapshot.starts.all, {"topic": chosen}, (1, Selection(topic="one")))
    assert found.count(some) == len(chosen & some)
    assert list(found.in_order()) == sorted(chosen, key=lambda event: (*events[event], event))


@given(EVENTS, SOME_DAYS, st.integers(1, 60))
def test_spans_are_those_of_each_event_by_itself(
    events: dict[int, tuple[int, int]], day: int, one_in: int
) -> None:
    groups: dict[tuple[int, int], BitMap] = {}
    for event, place in events.items():
        groups.setdefault(place, BitMap()).add(event)
    days = Days.of(groups)
    for _ in range(2):  # made, and kept
        assert days.before(day) == BitMap(e for e, place in events.items() if place[0] < day)
        assert days.since(day) == BitMap(e for e, place in events.items() if place[0] >= day)
    chosen = BitMap(event for event in events if event % one_in == 0)
    at = [events[event][0] for event in chosen]
    expected = (min(at), max(at)) if at else None
    assert days.ends(chosen, chosen.intersection_cardinality) == expected

"""Scales, folds, bins and ticks: from day numbers to places on the axis."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.dates import day_number, iso_day
from timeline.axis.density import HEIGHT, bars_of, overlapping
from timeline.axis.folding import Count
from timeline.axis.scale import MOST_BINS, Scale, scale_of
from timeline.axis.ticks import GAP, Tick, ticks_of
from timeline.axis.widths import TIERS, text_width
from timeline.axis.zooming import MOST_STEPS, beside, cells, narrower, wider

DAYS = st.integers(day_number(-12_000, 1, 1), day_number(9_000, 1, 1))
STORIES = st.lists(DAYS, min_size=1, max_size=30)


def begun(days: list[int]) -> Count:
    """What counts the days between each two."""
    return lambda edges: [sum(a <= day < b for day in days) for a, b in pairwise(edges)]


def scale_of_days(*days: tuple[int, int, int] | int, is_folded: bool = True) -> Scale:
    """The scale of events on these days."""
    numbers = [day if isinstance(day, int) else day_number(*day) for day in days]
    return scale_of(min(numbers), max(numbers), begun(numbers), is_folded=is_folded)


@pytest.mark.parametrize(
    ("first", "last", "unit", "begins", "ends"),
    [
        ((2019, 11, 4), (2019, 11, 4), "day", "2019-11-01", "2019-11-30"),
        ((2019, 11, 4), (2019, 12, 24), "day", "2019-11-04", "2019-12-24"),
        ((2019, 1, 2), (2020, 6, 9), "week", "2019-01-01", "2020-06-30"),
        ((2012, 3, 4), (2019, 12, 24), "month", "2012-03-01", "2019-12-31"),
        ((1990, 3, 4), (2019, 12, 24), "quarter", "1990-01-01", "2019-12-31"),
        ((1914, 3, 4), (2019, 12, 24), "year", "1914-01-01", "2019-12-31"),
        ((1066, 3, 4), (2019, 12, 24), "decade", "1060-01-01", "2019-12-31"),
        ((-43, 3, 15), (2019, 12, 24), "century", "-0099-01-01", "2099-12-31"),
    ],
)
def test_unit_and_edges(
    first: tuple[int, int, int], last: tuple[int, int, int], unit: str, begins: str, ends: str
) -> None:
    scale = scale_of_days(first, last)
    assert scale.unit.name == unit
    assert (iso_day(scale.first), iso_day(scale.last)) == (begins, ends)


def test_axis_keeps_to_what_was_asked_for() -> None:
    first, last = day_number(2018, 3, 12), day_number(2018, 11, 4)
    scale = scale_of(first, last, begun([]), limits=(first, None))
    assert (scale.first, iso_day(scale.last)) == (first, "2018-11-30")


def test_far_days_are_folded_away_only_where_they_crowd_the_others() -> None:
    recent = [day_number(2015 + year, month, 5) for year in range(5) for month in (2, 9)]
    old = [day_number(-43, 3, 15), day_number(1024, 6, 1)]
    scale = scale_of_days(*old, *recent)
    assert [iso_day(segment.first)[:5] for segment in scale.segments] == ["-0043", "1024-", "2015-"]
    assert [iso_day(fold.first) for fold in scale.folds()] == ["-0042-01-01", "1025-01-01"]
    assert len(scale_of_days(*old, *recent, is_folded=False).segments) == 1
    assert len(scale_of_days(*old).segments) == 1, "two events crowd nobody"
    century = [day_number(1900 + 10 * decade, 1, 1) for decade in range(11)]
    assert len(scale_of_days(*century).segments) == 1


@given(STORIES)
def test_every_event_is_in_sight_and_in_order(days: list[int]) -> None:
    scale = scale_of_days(*days)
    places = [scale.at(day + 0.5) for day in sorted(set(days))]
    assert all(one < two for one, two in pairwise(places))
    assert places[0] >= 0
    assert places[-1] <= 100.0000001
    assert all(any(s.first <= day <= s.last for s in scale.segments) for day in days)


@given(STORIES)
def test_all_segments_have_one_scale_and_fill_the_axis(days: list[int]) -> None:
    segments = scale_of_days(*days).segments
    lengths = [segment.width / (segment.last + 1 - segment.first) for segment in segments]
    assert max(lengths) == pytest.approx(min(lengths))
    assert segments[0].x == 0
    assert segments[-1].x + segments[-1].width == pytest.approx(100)


@given(STORIES)
def test_bins_are_whole_few_and_count_everything(days: list[int]) -> None:
    scale, count = scale_of_days(*days), overlapping([(day, day) for day in days])
    bins = scale.bins()
    assert len(bins) <= MOST_BINS
    assert all(one[1] < two[0] for one, two in pairwise(bins))
    bars = bars_of(scale, count)
    assert sum(bar.count for bar in bars) == len(days)
    assert max(bar.height for bar in bars) == HEIGHT
    assert all(0 < bar.width <= 100 and bar.y >= 0 for bar in bars)


def shown(scale: Scale, tier: str) -> list[Tick]:
    """The ticks that windows of this tier show."""
    tiers = list(TIERS)[: list(TIERS).index(tier) + 1]
    return [tick for tick in ticks_of(scale) if tick.tier in tiers]


@pytest.mark.parametrize(
    ("days", "tier", "labels"),
    [
        ([(2019, 11, 1), (2019, 11, 30)], "n", ["Nov 2019", "10", "15", "20", "25"]),
        ([(2019, 1, 2), (2019, 3, 31)], "n", ["2 Jan 2019", "Feb", "Mar"]),
        ([(2012, 3, 4), (2019, 12, 24)], "m",
         ["Mar 2012", "2014", "2015", "2016", "2017", "2018", "2019"]),
        ([(1914, 1, 1), (2019, 12, 24)], "m",
         ["1914", "1930", "1940", "1950", "1960", "1970", "1980", "1990", "2000", "2010"]),
        ([(-999, 1, 1), (1999, 12, 31)], "m",
         ["1000 BC", "500 BC", "AD 1", "AD 500", "1000", "1500"]),
    ],
)  # fmt: skip
def test_ticks(days: list[tuple[int, int, int]], tier: str, labels: list[str]) -> None:
    assert [tick.label for tick in shown(scale_of_days(*days), tier)] == labels


@given(STORIES, st.sampled_from(list(TIERS)))
def test_labels_never_meet(days: list[int], tier: str) -> None:
    ticks = shown(scale_of_days(*days), tier)
    assert ticks
    em = TIERS[tier] / 100
    ends = []
    for tick in ticks:
        width = text_width(tick.label)
        left = tick.x * em - (width if tick.is_last else 0)
        ends.append((left, left + width))
    assert all(one[1] + GAP / 2 <= two[0] for one, two in pairwise(sorted(ends)))
    assert all(left >= 0 and right <= TIERS[tier] + GAP for left, right in ends)


@given(STORIES)
def test_a_step_narrower_is_shorter_and_leads_back(days: list[int]) -> None:
    scale = scale_of_days(*days)
    _unit, steps = narrower(scale)
    assert len(steps) <= max(MOST_STEPS, 31)
    for step in steps:
        assert (step.first, step.last) != (scale.first, scale.last)
        around = wider((step.first, step.last), (scale.first, scale.last))
        assert all(a.first <= step.first and step.last <= a.last for a in around)
    assert 1 <= len(cells(scale, 40)) <= 40


@pytest.mark.parametrize(
    ("first", "last", "around", "before", "after"),
    [
        ((2018, 5, 1), (2018, 5, 31), ["2000/2099", "2010/2019", "2018/2018"],
         "2018-04/2018-04", "2018-06/2018-06"),
        ((2018, 5, 4), (2018, 5, 4), ["2000/2099", "2010/2019", "2018/2018", "2018-05/2018-05"],
         "2018-05-03/2018-05-03", "2018-05-05/2018-05-05"),
        ((2018, 5, 4), (2018, 6, 9), ["2000/2099", "2010/2019", "2018/2018"], "", ""),
        ((1900, 1, 1), (1999, 12, 31), [], "1800/1899", "2000/2099"),
        ((2000, 1, 1), (2099, 12, 31), [], "1900/1999", ""),
    ],
)  # fmt: skip
def test_ways_out_and_beside(
    first: tuple[int, int, int], last: tuple[int, int, int], around: list[str], before: str,
    after: str,
) -> None:  # fmt: skip
    window = day_number(*first), day_number(*last)
    whole = day_number(1700, 1, 1), day_number(2020, 12, 31)
    found = ["/".join(stretch.edges) for stretch in wider(window, whole)]
    assert found == around
    both = ["/".join(stretch.edges) if stretch else "" for stretch in beside(window, whole)]
    assert both == [before, after]

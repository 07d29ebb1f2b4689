"""How events are drawn: shapes, labels and rows."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.dates import day_number, parse_edtf
from timeline.axis.drawing import MOST_MARKS, REST, lanes_of
from timeline.axis.lanes import MOST_ROWS, Lane, lane_of, packed
from timeline.axis.marks import Mark, shape_of, shapes_of
from timeline.axis.scale import Scale, scale_of
from timeline.axis.widths import TIERS, shortened, text_width

FIRST, LAST = day_number(2010, 1, 1), day_number(2019, 12, 31)
TEN_YEARS = scale_of(FIRST, LAST, lambda edges: [0] * (len(edges) - 1))
DATES = st.one_of(
    st.dates().map(lambda day: day.replace(year=2008 + day.year % 14, day=1).isoformat()),
    st.integers(2005, 2025).map(str),
    st.sampled_from(
        ["201X", "2012/2015", "2012-03/..", "[..2014]", "[2013..]", "../2011", "2016~"]
    ),
)
HEADLINES = st.text(max_size=60) | st.sampled_from(["The bridge opens", "中国人民银行成立" * 4])


def mark(edtf: str, headline: str = "The bridge opens", *lanes: str, number: int = 1) -> Mark:
    """A mark as the database gives it."""
    span = parse_edtf(edtf)
    return Mark(
        number, headline, span.edtf, span.first_day, span.last_day,
        is_throughout=span.is_throughout, is_approximate=span.is_approximate, lanes=lanes,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("edtf", "kind", "is_small", "begins", "ends"),
    [
        ("2015-06-01", "day", True, "firm", "firm"),
        ("2015-06", "within", True, "firm", "firm"),
        ("2015", "within", False, "firm", "firm"),
        ("2015/2016", "through", False, "firm", "firm"),
        ("2015-06-01/2015-06-09", "through", True, "firm", "firm"),
        ("2015/..", "through", False, "firm", "open"),
        ("../2015", "through", False, "open", "firm"),
        ("[2015..]", "within", False, "firm", "open"),
        ("[..2015]", "within", False, "open", "firm"),
        ("20XX", "within", False, "cut", "cut"),
        ("2019/2024", "through", False, "firm", "cut"),
        ("2005/2010-01", "through", False, "cut", "firm"),
    ],
)
def test_shape_says_how_precise_the_date_is(
    edtf: str, kind: str, is_small: bool, begins: str, ends: str
) -> None:
    shape = shape_of(mark(edtf), TEN_YEARS)
    assert (shape.kind, shape.is_small) == (kind, is_small)
    assert (shape.begins, shape.ends) == (begins, ends)


@pytest.mark.parametrize(
    ("edtf", "x", "end"),
    [
        ("2015", 50.0, 60.0),
        ("2015/..", 50.0, 100.0),
        ("../2014", 0.0, 50.0),
        ("[..2014]", 42.0, 50.0),
        ("[..2010]", 2.0, 10.0),
        ("[2015..]", 50.0, 58.0),
        ("20XX", 0.0, 100.0),
    ],
)
def test_span_reaches_from_its_first_day_to_its_last(edtf: str, x: float, end: float) -> None:
    shape = shape_of(mark(edtf), TEN_YEARS)
    assert [shape.x, shape.end] == pytest.approx([x, end], abs=0.05)


def test_what_is_out_of_sight_is_not_drawn() -> None:
    marks = [mark(edtf) for edtf in ("2009-12-31", "2020-01-01", "[..2009]", "[2020..]", "2015")]
    assert [shape.of for shape in shapes_of(marks, TEN_YEARS)] == [marks[-1]]


@pytest.mark.parametrize(
    ("edtf", "side"),
    [("2010-03-01", "right"), ("2019-11-01", "left"), ("../2019", "in")],
)
def test_label_stands_where_there_is_room(edtf: str, side: str) -> None:
    shape = shape_of(mark(edtf), TEN_YEARS)
    assert shape.label
    assert (shape.label.text, shape.label.side) == ("The bridge opens", side)


@pytest.mark.parametrize(
    ("text", "most", "found"),
    [
        ("The bridge opens", 20, "The bridge opens"),
        ("The bridge opens, at last", 10, "The bridge…"),
        ("The\n bridge\topens", 20, "The bridge opens"),
        ("Unbroken" * 9, 6, "Unbroken…"),
        ("中国人民银行成立", 5, "中国人民…"),
        ("Z" + "\u0334" * 900 + "algo", 20, "Z\u0334\u0334algo"),
    ],
)
def test_shortening(text: str, most: float, found: str) -> None:
    assert shortened(text, most) == found


@given(st.text(), st.floats(2, 40))
def test_shortened_text_fits(text: str, most: float) -> None:
    assert text_width(shortened(text, most)) <= most


EXTENTS = st.lists(st.tuples(st.floats(0, 50), st.floats(0.5, 9)).map(lambda e: (e[0], sum(e))))


@given(EXTENTS)
def test_rows_hold_what_does_not_meet_and_are_few(extents: list[tuple[float, float]]) -> None:
    rows = packed(extents)
    for row in set(rows):
        those = sorted(extent for extent, at in zip(extents, rows, strict=True) if at == row)
        assert all(one[1] <= two[0] for one, two in pairwise(those))
    deepest = max((sum(a <= x < b for a, b in extents) for x, _ in extents), default=0)
    assert len(set(rows)) == deepest, "as few rows as there are extents at one place"


def check(lane: Lane) -> None:
    """No shape of a lane covers another, or leaves the drawing, in windows of any tier."""
    for tier, width in TIERS.items():
        is_labelled = tier in lane.labelled
        extents = [p.shape.extent(tier, with_label=is_labelled) for p in lane.placed]
        rows = [placed.rows[tier] for placed in lane.placed]
        assert all(row < MOST_ROWS for row in rows)
        for row in set(rows):
            those = sorted(e for e, at in zip(extents, rows, strict=True) if at == row)
            assert all(one[1] <= two[0] for one, two in pairwise(those))
        if is_labelled:
            assert all(left >= -1 and right <= width + 1 for left, right in extents)


@given(st.lists(st.builds(mark, DATES, HEADLINES), max_size=60))
def test_nothing_in_a_lane_covers_anything_else(marks: list[Mark]) -> None:
    lane = lane_of("", marks, TEN_YEARS)
    check(lane)
    drawn = sum(placed.shape.count for placed in lane.placed)
    assert drawn == len(shapes_of(marks, TEN_YEARS)), "each event is drawn, or counted"


@pytest.mark.parametrize("edtf", ["2015-06-01", "2015", "[..2015]", "201X"])
def test_many_events_of_one_date_are_counted(edtf: str) -> None:
    lane = lane_of("", [mark(edtf)] * 200, TEN_YEARS)
    check(lane)
    assert [placed.shape.count for placed in lane.placed] == [200]


def test_narrowest_axis_has_room_for_a_day() -> None:
    day = day_number(2020, 1, 3)
    scale: Scale = scale_of(day, day, lambda edges: [1], limits=(day, day))
    check(lane_of("", [mark("2020-01-03"), mark("2020"), mark("2020-01")], scale))


def test_event_stands_in_each_of_its_lanes_and_else_in_the_last() -> None:
    marks = [
        mark("2015", "One", "banks"),
        mark("2016", "Two", "courts", "banks"),
        mark("2017", "Three", "weather"),
        mark("2018", "Four"),
    ]
    lanes = lanes_of(marks, ["banks", "courts", "trade"], TEN_YEARS)
    told = {
        lane.name: [p.shape.of.headline for p in lane.placed if isinstance(p.shape.of, Mark)]
        for lane in lanes
    }
    assert told == {"banks": ["One", "Two"], "courts": ["Two"], REST: ["Three", "Four"]}


def test_each_event_is_drawn_once_where_there_are_many() -> None:
    marks = [mark("2015", "One", "banks", "courts")] * (MOST_MARKS // 2 + 1)
    lanes = lanes_of(marks, ["banks", "courts"], TEN_YEARS)
    assert [(lane.name, lane.count) for lane in lanes] == [("courts", len(marks))]

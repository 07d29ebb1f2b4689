"""One date from many, and what sources disagree on."""

import re
from collections.abc import Sequence
from datetime import date

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from articles.dates import parse_edtf
from articles.readers import Record
from timeline.curating import curation
from timeline.events.disputes import disputes
from timeline.events.ingest import ingest_record
from timeline.events.proposals import proposed
from timeline.merging.agreement import SourceDate, agreed, exclude_each_other
from timeline.models import Event, Timeline

# A date, who gives it, and the day on which that was published.
Given = tuple[str, str, int]


def readings(given: Sequence[Given]) -> list[SourceDate]:
    return [SourceDate(parse_edtf(edtf), source, day) for edtf, source, day in given]


NOV_4, NOV_5 = "2019-11-04", "2019-11-05"


@pytest.mark.parametrize(
    ("given", "expected", "is_at_odds"),
    [
        ([("2019", "A", 1), (NOV_4, "B", 2), ("2019-11", "C", 3)], NOV_4, False),
        ([("[..2019-11-04]", "A", 1), ("2019-11", "B", 2)], "2019-11", False),
        ([("2018-04", "A", 1), ("2018-04-17", "B", 2), ("2018-04-20", "C", 3)], "2018-04", True),
        ([(NOV_4, "A", 1), (NOV_4, "B", 1), (NOV_5, "C", 3)], NOV_4, True),
        ([(NOV_4, "A", 1), (NOV_5, "B", 3)], NOV_5, True),
        ([(NOV_4, "A", 1), (NOV_4, "A", 2), (NOV_5, "B", 3)], NOV_5, True),
        ([(NOV_4, "A", 1), (NOV_4, "B", 1), (NOV_5, "B", 3)], NOV_5, True),
    ],
)
def test_the_most_precise_date_that_sources_agree_on(
    given: list[Given], expected: str, is_at_odds: bool
) -> None:
    assert agreed(readings(given)).edtf == expected
    assert agreed(readings(given[::-1])).edtf == expected
    assert exclude_each_other(readings(given)) == is_at_odds


DATES = ("2018", "2018-04", "2018-04-17", "2018-04-20", "[..2018-04-18]", "2019-01", "2017-09/..")


@given(
    st.lists(
        st.tuples(st.sampled_from(DATES), st.sampled_from("ABC"), st.integers(1, 3)),
        min_size=1, max_size=6,
    )
)  # fmt: skip
def test_the_order_of_sources_does_not_matter(given: list[Given]) -> None:
    found = {agreed(readings(order)).edtf for order in (given, given[::-1], sorted(given))}
    assert len(found) == 1
    assert found <= {edtf for edtf, *_ in given}


LEDGER = Record(
    text="The Harbour Board sold 12 ferries to Leeds Council in York on 4 November 2019.",
    publisher="Ledger",
    url="https://ledger.example.org/1",
    published=date(2019, 11, 5),
)
COURIER = Record(
    text="The Harbour Board sold 12 ferries to Leeds Council in York on 3 November 2019.",
    publisher="Courier",
    url="https://courier.example.org/1",
    published=date(2019, 11, 6),
)
HERALD = Record(
    text="The Harbour Board sold 15 ferries to Leeds Council in York on 4 November 2019.",
    publisher="Herald",
    url="https://herald.example.org/1",
    published=date(2019, 11, 7),
)
GAZETTE = Record(
    text="The Harbour Board will sell 12 ferries to Leeds Council in York in 2020.",
    publisher="Gazette",
    url="https://gazette.example.org/1",
    published=date(2019, 11, 8),
)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("other", "against", "said"),
    [
        (
            COURIER,
            "4 November 2019 against 3 November 2019",
            "sources disagree on the date: 4 November 2019 (Ledger, 5 November 2019); "
            "3 November 2019 (Courier, 6 November 2019)",
        ),
        (
            HERALD,
            "12 against 15 ferries",
            "sources disagree: 12 against 15 ferries (Ledger, 5 November 2019; "
            "Herald, 7 November 2019)",
        ),
        (
            GAZETTE,
            "told as done, and no earlier as planned",
            "sources disagree on whether it had happened: told as done on 4 November 2019 "
            "(Ledger, 5 November 2019), as planned in 2020 (Gazette, 8 November 2019)",
        ),
    ],
)
def test_a_conflict_is_proposed_then_kept_and_said(other: Record, against: str, said: str) -> None:
    timeline = Timeline.objects.create(slug="harbour", title="The harbour")
    first = ingest_record(LEDGER, timeline).article.quotes.get().event
    ingest_record(other, timeline)
    assert Event.objects.count() == 2
    [proposal] = proposed(first).single
    assert proposal.conflict == [against]
    curation.join(first, [proposal.event])
    first.refresh_from_db()
    assert (first.edtf, first.quotes.count()) == ("2019-11-04", 2)
    assert disputes(first.quotes.all()) == [said]


@pytest.mark.django_db
def test_a_source_that_corrects_itself_is_named_as_such() -> None:
    timeline = Timeline.objects.create(slug="harbour", title="The harbour")
    first = ingest_record(LEDGER, timeline).article.quotes.get().event
    later = Record(
        text=COURIER.text, publisher="Ledger", url="https://l.example.org/2",
        published=date(2019, 11, 9),
    )  # fmt: skip
    second = ingest_record(later, timeline).article.quotes.get().event
    curation.join(first, [second])
    [said] = disputes(first.quotes.all())
    assert said.endswith("3 November 2019 (later, correcting itself, Ledger, 9 November 2019)")


@pytest.mark.django_db
def test_conflicts_are_said_in_the_readers_language() -> None:
    timeline = Timeline.objects.create(slug="harbour", title="The harbour")
    records = (LEDGER, COURIER, HERALD, GAZETTE)
    first, *others = [ingest_record(one, timeline).article.quotes.get().event for one in records]
    curation.join(first, others)
    with override("zh-hans"):
        said = disputes(first.quotes.all())
    left = re.sub(r"Ledger|Courier|Herald|Gazette|ferries|[“”，（）：；、]", "", " ".join(said))
    assert re.findall(r"[A-Za-z]+", left) == []
    assert "来源说法不一：12 与 15 ferries（Ledger，2019年11月5日；Herald，2019年11月7日）" in said

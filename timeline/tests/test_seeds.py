"""Five real articles, end to end. Their text is not ours: give the folder as DATELINE_SEEDS."""

import os
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest

from articles.models import Article
from articles.readers import read_file
from timeline.events.ingest import ingest_record
from timeline.events.proposals import proposed
from timeline.events.reread import reread
from timeline.models import Event, Timeline

FOLDER = os.environ.get("DATELINE_SEEDS", "")
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not FOLDER, reason="DATELINE_SEEDS names no folder of seed articles"),
]

PUBLISHED = {
    "000": date(2019, 11, 4),
    "001": date(2019, 11, 7),
    "002": date(2019, 11, 5),
    "003": date(2020, 1, 10),
    "004": date(2019, 12, 9),
}
# EDTF → for each event at that date, the articles that tell it.
TOLD = {
    "2017-06": [{"000"}],
    "2018-03": [{"000"}],
    "2018-04": [{"000", "001", "003"}],
    "2017-09/..": [{"003"}],
    "2019-06-11": [{"000"}],
    "2019-09": [{"003"}],
    "[..2019-09]": [{"003"}],
    "2019-10-24~": [{"000", "001", "002"}],
    "[..2019-11]": [{"004"}],
    "[..2020-01-10]": [{"003"}],
    "2019-11-05": [{"002"}],
    "[2019-12-09..2048]": [{"004"}],
}


def ingest_all(*, is_dated: bool) -> None:
    timeline = Timeline.objects.create(slug="seeds", title="Seeds")
    for path in sorted(Path(FOLDER).glob("*.txt")):
        for item in read_file(path):
            assert item.record is not None
            published = PUBLISHED[path.name[:3]] if is_dated else None
            article = ingest_record(item.record, timeline, published).article
            article.author = path.name[:3]
            article.save()


def told() -> dict[str, list[set[str]]]:
    found: dict[str, list[set[str]]] = defaultdict(list)
    for event in Event.objects.in_order():
        for quote in event.quotes.all():
            assert quote.article.text[quote.start : quote.end] == quote.exact
        found[event.edtf].append({quote.article.author for quote in event.quotes.all()})
    return found


def test_events_of_the_seeds() -> None:
    ingest_all(is_dated=True)
    found = told()
    assert {edtf: found[edtf] for edtf in TOLD} == TOLD
    assert {"000", "001", "002"} <= set.union(*found["2019-11-04"], *found["[..2019-11-04]"])
    assert {"003"} in found["[..2019]"]
    planned = Event.objects.filter(edtf="2020", is_planned=True)
    assert planned.exists()
    assert Event.objects.filter(edtf="2018-05").count() == 0


def test_what_several_candidates_tell_is_proposed_at_once() -> None:
    ingest_all(is_dated=True)
    signing = max(Event.objects.filter(edtf="2019-11-04"), key=lambda one: one.quotes.count())
    cluster = proposed(signing).cluster
    assert cluster is not None
    assert cluster.articles == 4
    assert not any("Nanshan" in one.headline for one in cluster.events)
    for other in cluster.events:  # it is the same one from each of them
        theirs = proposed(other).cluster
        assert theirs is not None
        assert {other, *theirs.events} == {signing, *cluster.events}
    [speech] = proposed(Event.objects.get(edtf="2019-10-24~")).single
    assert [quote.article.author for quote in speech.event.quotes.all()] == ["003"]


def test_without_their_dates_the_relative_ones_wait() -> None:
    ingest_all(is_dated=False)
    assert "2019-10-24~" not in told()
    article = Article.objects.get(author="001")
    article.published_on = PUBLISHED["001"]
    article.save()
    reread(article)
    assert any("001" in articles for articles in told()["2019-10-24~"])

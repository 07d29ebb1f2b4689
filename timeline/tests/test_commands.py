"""The commands as a person runs them: files in, lines out, and a clear word on what failed."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article
from timeline.curating import curation
from timeline.models import Event, Timeline, with_evidence
from timeline.records import event_record

pytestmark = pytest.mark.django_db

MARKED = """# The yard opens

Published at: **2019-11-07**

Original: [Harbour Ledger](https://ledger.example.org/yard)

The yard opened last month. It had closed on 4 May 2012.
"""


def run(*arguments: str) -> str:
    """What the command prints, on both streams."""
    out = io.StringIO()
    call_command(*arguments, stdout=out, stderr=out)
    return out.getvalue()


def exported(*arguments: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run("export_events", *arguments).splitlines()]


@pytest.fixture
def marked(tmp_path: Path) -> str:
    path = tmp_path / "yard.md"
    path.write_text(MARKED, encoding="utf-8")
    return str(path)


def test_a_folder_is_ingested_whole_and_once(tmp_path: Path, marked: str) -> None:
    (tmp_path / "lines.jsonl").write_text(
        '{"text": "Rain fell on 5 June 2013.", "url": "https://a.example.org/"}\n'
        "{broken\n"
        '{"text": "Snow fell on 6 June 2013."}\n'
    )
    (tmp_path / "empty.txt").write_text("")
    out = io.StringIO()
    with pytest.raises(CommandError, match="2 articles could not"):
        call_command("ingest", str(tmp_path), stdout=out, stderr=out)
    assert (
        "Articles: 3 added, 0 unchanged, 0 filled in, 0 as new versions, 2 failed."
        in out.getvalue()
    )
    assert "lines.jsonl:2: " in out.getvalue()
    assert "empty.txt: " in out.getvalue()
    assert "2 articles without a publication date" in out.getvalue()
    assert "Candidates that wait for a curator on “Timeline”: 4, at /admin/" in out.getvalue()
    before = exported("--status", "all")
    with pytest.raises(CommandError):
        call_command("ingest", str(tmp_path), stdout=out, stderr=out)
    assert "0 added, 3 unchanged" in out.getvalue()
    assert exported("--status", "all") == before


def test_a_given_date_and_publisher(tmp_path: Path) -> None:
    path = tmp_path / "plain.txt"
    path.write_text("The yard opened last month.")
    run("ingest", str(path), "--published", "2019-11-07", "--publisher", "Harbour Ledger")
    article = Article.objects.get()
    assert article.published_basis == "given"
    assert str(article.publisher) == "Harbour Ledger"
    assert Event.objects.get().edtf == "2019-10"


def test_a_given_date_wants_a_single_article(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"The yard {name} opened last month.")
    with pytest.raises(CommandError, match="single article"):
        run("ingest", str(tmp_path), "--published", "2019-11-07")
    assert not Article.objects.exists()
    with pytest.raises(CommandError, match="is no date"):
        run("ingest", str(tmp_path), "--published", "tomorrow")


def test_several_timelines_want_a_choice(marked: str) -> None:
    for slug in ("one", "two"):
        Timeline.objects.create(slug=slug, title=slug)
    with pytest.raises(CommandError, match="one, two"):
        run("ingest", marked)
    with pytest.raises(CommandError, match="no timeline “three”"):
        run("ingest", marked, "--timeline", "three")
    run("ingest", marked, "--timeline", "two")
    assert {e["edtf"] for e in exported("--timeline", "two", "--status", "candidate")} == {
        "2012-05-04",
        "2019-10",
    }
    assert exported("--timeline", "one", "--status", "all") == []


def test_an_article_that_breaks_stops_no_other(
    tmp_path: Path, marked: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("Rain fell on 5 June 2013.")
    original = Event.prepare

    def prepare(event: Event) -> None:
        if "Rain" in event.headline:
            raise RuntimeError("no room")
        original(event)

    monkeypatch.setattr(Event, "prepare", prepare)
    out = io.StringIO()
    with pytest.raises(CommandError, match="1 article could not"):
        call_command("ingest", str(tmp_path), stdout=out, stderr=out)
    assert "a.txt: RuntimeError: no room" in out.getvalue()
    assert Article.objects.get().title == "The yard opens"


def test_an_exported_line_has_all_that_programs_are_promised(marked: str) -> None:
    run("ingest", marked)
    curation.publish(Event.objects.get(edtf="2019-10"))
    [line] = exported()
    assert list(line) == [
        "id", "headline", "summary", "edtf", "first", "last", "granularity", "status", "planned",
        "topics", "quotes",
    ]  # fmt: skip
    assert (line["first"], line["last"], line["granularity"]) == (
        "2019-10-01",
        "2019-10-31",
        "month",
    )
    [quote] = line["quotes"]
    assert list(quote) == [
        "article", "publisher", "url", "published", "start", "end", "exact", "prefix", "suffix",
        "mention", "stance", "told",
    ]  # fmt: skip
    assert quote["exact"] == "The yard opened last month."
    assert quote["mention"]["text"] == "last month"
    assert quote["published"] == "2019-11-07"


def test_csv_cannot_run_as_a_formula(marked: str) -> None:
    run("ingest", marked)
    event = Event.objects.in_order()[0]
    event.headline = "=1+1"
    event.save()
    rows = list(csv.DictReader(io.StringIO(run("export_events", "--status=all", "--format=csv"))))
    assert [row["headline"] for row in rows] == ["'=1+1", "The yard opened"]
    assert json.loads(rows[0]["quotes"])[0]["exact"] == "It had closed on 4 May 2012."
    assert run("export_events", "--format=csv").startswith("id,headline,")


def test_the_public_reads_no_further_than_the_next_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("No. Yes. Rain fell on 5 June 2013. Snow. Ice. Hail fell, too.")
    run("ingest", str(tmp_path))
    event = with_evidence(Event.objects.all()).get()
    [public], [full] = (
        event_record(event, is_public=is_public)["quotes"] for is_public in (True, False)
    )
    assert (public["prefix"], public["suffix"]) == ("Yes. ", " Snow.")
    assert (full["prefix"], full["suffix"]) == ("No. Yes. ", " Snow. Ice. Hail fell, too.")


def test_export_takes_the_same_queries_for_any_number(
    tmp_path: Path, django_assert_num_queries: Any
) -> None:
    for month in ("May", "June", "July"):
        (tmp_path / f"{month}.txt").write_text(f"Rain in {month} fell on 5 {month} 2013.")
    run("ingest", str(tmp_path))
    with django_assert_num_queries(3):
        assert len(exported("--status", "all")) == 3


def test_an_article_that_breaks_stops_no_other_reread(
    tmp_path: Path, marked: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("Rain fell on 5 June 2013.")
    run("ingest", str(tmp_path))
    broken = Article.objects.get(text__startswith="Rain").pk

    def read_mentions(article: Article) -> set[int]:
        if article.pk == broken:
            raise RuntimeError("no room")
        return set()

    monkeypatch.setattr("timeline.events.reread.read_mentions", read_mentions)
    out = io.StringIO()
    with pytest.raises(CommandError, match="Not every article"):
        call_command("reread", "--all", stdout=out, stderr=out)
    assert f"article {broken}: RuntimeError: no room" in out.getvalue()
    assert "Articles read again: 1." in out.getvalue()


def test_only_what_lacks_a_date_is_said_to_wait_for_one(tmp_path: Path, marked: str) -> None:
    (tmp_path / "a.txt").write_text("Rain fell last month, before the day after the flood.")
    assert (
        "1 article without a publication date; dates in the text that are not resolved: 2."
        in run("ingest", str(tmp_path))
    )


def test_reread_by_command(marked: str) -> None:
    run("ingest", marked)
    article = Article.objects.get()
    article.mentions.update(edtf="1999", why="An older rule.")
    assert "Articles read again: 1. Mentions changed: 2." in run("reread", str(article.pk))
    assert {event.edtf for event in Event.objects.all()} == {"2012-05-04", "2019-10"}
    assert "changed: 0. Quotes moved: 0. Candidates added: 0." in run("reread", "--all")
    for wrong in ([], ["--all", "1"], [str(article.pk + 1)], ["9" * 30]):
        with pytest.raises(CommandError):
            run("reread", *wrong)


def test_other_languages_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("El astillero abrió el mes pasado, con una gran fiesta.")
    (tmp_path / "b.txt").write_text("Varvet öppnade förra månaden med en stor fest i hamnen.")
    (tmp_path / "c.txt").write_text("The yard opened last month.")
    told = run("ingest", str(tmp_path))
    assert "1 article in “es”.\n" in told
    assert "1 article in “sv”; no dates are read in that language.\n" in told
    assert "in “en”" not in told

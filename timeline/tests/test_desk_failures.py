"""Texts that could not be read wait at the desk until they are, or somebody dismisses them."""

import json
from contextlib import suppress
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from articles.models import Article
from timeline.models import Failure, Timeline
from timeline.takedown import take_down
from timeline.tests.admin_pages import told
from timeline.tests.factories import make_article, make_curator, make_timeline

pytestmark = pytest.mark.django_db
DESK = "/desk/failures/"


@pytest.fixture
def story() -> Timeline:
    return make_timeline("story")


def ingest(*paths: Path) -> None:
    with suppress(CommandError):
        call_command("ingest", *map(str, paths), timeline="story", verbosity=0)


def take(client: Client, step: str) -> str:
    """What is told of a step on the one failure that waits."""
    return told(client.post(DESK, {"step": f"{step} {Failure.objects.get().pk}"}, follow=True))


def test_a_file_is_tried_again_until_it_is_read(
    curator: Client, story: Timeline, tmp_path: Path
) -> None:
    file = tmp_path / "note.md"
    file.write_bytes(b"\xff\xfe\x00\x00")
    ingest(file)
    page = curator.get(DESK).content.decode()
    assert "note.md" in page
    assert Failure.objects.get().reason.capitalize()[:40] in page
    assert "could not be taken in" in take(curator, "again")
    file.write_text("# Fog\n\nPublished at: **2019-11-05**\n\nFog lay on the harbour yesterday.")
    assert "Took in “Fog”" in take(curator, "again")
    assert (Failure.objects.count(), Article.objects.count()) == (0, 1)
    assert b"None waits" in curator.get(DESK).content


def test_of_lines_one_is_tried_again(curator: Client, story: Timeline, tmp_path: Path) -> None:
    file = tmp_path / "news.jsonl"
    lines = [json.dumps({"text": f"Rain fell on {n} May 2018."}) for n in (1, 2, 3)]
    file.write_text("\n".join([lines[0], "{", lines[2]]))
    ingest(file)
    assert Failure.objects.get().where.endswith("news.jsonl:2")
    file.write_text("\n".join(lines))
    assert "Took in" in take(curator, "again")
    assert Article.objects.count() == 3
    assert not Failure.objects.exists()


def test_what_is_ingested_later_waits_no_more(story: Timeline, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("")
    ingest(file)
    ingest(file)
    assert Failure.objects.count() == 1
    file.write_text("It rained on 4 May 2018.")
    ingest(file)
    assert not Failure.objects.exists()


def test_it_is_dismissed(curator: Client, clerk: Client, story: Timeline) -> None:
    Failure.objects.note(story, {f"upload.jsonl:{n}": "it is broken." for n in range(30)})
    assert "Bring it again" in curator.get(DESK + "?page=2").content.decode()
    one = Failure.objects.order_by("pk")[0]
    assert clerk.post(DESK, {"step": f"dismiss {one.pk}"}).status_code == 403
    answer = curator.post(DESK, {"step": f"dismiss {one.pk}"}, follow=True)
    assert "Dismissed upload.jsonl:0." in told(answer)
    assert Failure.objects.count() == 29
    assert curator.post(DESK, {"step": "dismiss x"}).status_code == 404
    assert curator.post(DESK, {"step": "sing"}).status_code == 400


def test_a_file_that_is_gone_is_told(curator: Client, story: Timeline, tmp_path: Path) -> None:
    Failure.objects.note(story, {"gone.txt": "it is broken."}, str(tmp_path))
    assert "could not be taken in" in take(curator, "again")
    assert Failure.objects.count() == 1


def test_it_goes_with_an_article_whose_words_tell_it(story: Timeline) -> None:
    article = make_article("The old ferry sank in fog on 4 May, said its captain.")
    reason = "“the old ferry sank in fog on 4 May” has no date"
    Failure.objects.note(story, {"a.txt": reason, "b.txt": "it is empty"})
    take_down(article, make_curator("root"), "asked")
    assert Failure.objects.get().where == "b.txt"

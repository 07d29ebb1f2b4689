"""Tables are imported and exported in the admin."""

from typing import Any
from unittest.mock import Mock

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.readers import ReadError
from timeline.admin import importing
from timeline.models import Change, Event, Timeline
from timeline.spreadsheets.writing import FORMATS
from timeline.tests.admin_pages import act, told
from timeline.tests.factories import make_event, make_timeline

pytestmark = pytest.mark.django_db
PAGE = "/admin/timeline/event/import/"
TABLE = """When,Happening,Weather
4 May 2018,The bridge opens,Rain
,Nothing,Fog
2019,A ferry sinks,<b>Sun</b>"""


@pytest.fixture
def story() -> Timeline:
    return make_timeline("story")


def upload(client: Client, story: Timeline, text: str = TABLE, name: str = "table.csv") -> Any:
    file = SimpleUploadedFile(name, text.encode())
    return client.post(PAGE, {"file": file, "timeline": story.pk})


def sent(page: Any, **changes: str) -> dict[str, Any]:
    """What the page of the columns sends."""
    form = page.context["form"]
    data = {box.html_name: box.value() or "" for box in form if box.name != "decides"}
    return {**data, **changes}


def test_a_table_is_looked_at_mapped_and_imported(curator: Client, story: Timeline) -> None:
    page = upload(curator, story)
    assert "No column holds “Headline”" in page.content.decode()
    assert 'value="import"' not in page.content.decode()
    page = curator.post(PAGE, sent(page, **{"column-1": "headline", "step": "try"}))
    body = page.content.decode()
    assert page.context["counts"] == {"new": 2, "wrong": 1}
    assert "Import 2 rows" in body
    assert "It has no date." in body
    assert "&lt;b&gt;Sun&lt;/b&gt;" in body
    assert not Event.objects.exists()
    done = curator.post(PAGE, sent(page, step="import"), follow=True)
    assert "2 rows new" in told(done)
    assert "1 row could not be read, and was left out" in told(done)
    assert "Undo: imported 2 rows of table.csv" in told(done)
    assert {*Event.objects.values_list("headline", "status")} == {
        ("The bridge opens", "candidate"),
        ("A ferry sinks", "candidate"),
    }
    undo = reverse("admin:timeline_change_undo", args=[Change.objects.get().pk])
    curator.post(undo)
    assert not Event.objects.exists()


def test_what_cannot_be_read_is_said_beside_the_file(curator: Client, story: Timeline) -> None:
    page = upload(curator, story, "{", "timeline.json")
    assert "no JSON as TimelineJS reads it" in page.content.decode()


def test_of_a_file_too_large_no_more_is_read_than_shows_it(
    curator: Client, story: Timeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = Mock(side_effect=ReadError("It is too large."))
    monkeypatch.setattr(importing, "MOST_BYTES", 20)
    monkeypatch.setattr(importing, "read_sheet", reader)
    assert "It is too large." in upload(curator, story).text
    assert len(reader.call_args.args[0]) == 21


def test_a_page_that_was_changed_or_is_old_is_refused(curator: Client, story: Timeline) -> None:
    page = upload(curator, story)
    data = sent(page, step="import", **{"column-1": "headline"})
    answer = curator.post(PAGE, {**data, "sheet": data["sheet"][:-2]}, follow=True)
    assert "choose the file again" in told(answer)
    assert not Event.objects.exists()


def test_without_a_timeline_it_says_what_to_do(curator: Client) -> None:
    assert "There is no timeline yet" in curator.get(PAGE).content.decode()


@pytest.mark.parametrize("made", FORMATS.values(), ids=FORMATS)
def test_what_is_selected_is_exported(curator: Client, story: Timeline, made: Any) -> None:
    event, other = make_event("2018", story), make_event("2019", story)
    page = act(curator, f"export_{made.ending.replace('.', '_')}", event)
    assert made.ending in page["Content-Disposition"]
    assert page["Content-Type"] == made.media_type
    if made.ending != "xlsx":
        assert event.headline in page.content.decode()
        assert other.headline not in page.content.decode()


def test_queries_of_an_export_do_not_grow(curator: Client, story: Timeline) -> None:
    events = [make_event("2018", story, topics=["Rain"]) for _ in range(12)]
    asked = []
    for some in (events[:2], events):
        with CaptureQueriesContext(connection) as queries:
            act(curator, "export_csv", *some)
        asked.append(len(queries))
    assert asked[0] == asked[1]

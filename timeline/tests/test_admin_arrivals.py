"""Articles that a curator pastes or uploads."""

import json
from datetime import date
from typing import Any

import pytest
from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from articles.models import Article
from articles.readers import Record
from articles.store import Unstored, read_record
from timeline.models import Event, Timeline
from timeline.tests.admin_pages import (
    ARTICLES,
    page_of,
    told,
)
from timeline.tests.factories import make_timeline

pytestmark = pytest.mark.django_db

VERBS = ("opened", "leaked", "closed")
ADD = "admin:articles_article_add"
DATED = """# The lock opens

Published at: **2019-11-05**
Original: [Canal Gazette](https://canal.example.org/lock)

The new lock opened yesterday, after four years of work.
"""
PLAIN = "The new lock opened yesterday, after four years of <b>work</b>.\n\n  It leaks."


@pytest.fixture
def timeline() -> Timeline:
    return make_timeline("canal")


def arrive(client: Client, timeline: Timeline, **given: Any) -> Any:
    """The response, redirects followed, to an article that arrives."""
    return client.post(reverse(ADD), {"timeline": timeline.pk, **given}, follow=True)


def upload(name: str, content: str | bytes) -> SimpleUploadedFile:
    """A file as a browser sends it."""
    return SimpleUploadedFile(name, content.encode() if isinstance(content, str) else content)


def test_a_pasted_article_is_read_as_ingest_reads_it(curator: Client, timeline: Timeline) -> None:
    page = arrive(curator, timeline, text=DATED, title="Ignored", publisher="Ignored too")
    article = Article.objects.get()
    assert (article.title, str(article.publisher)) == ("The lock opens", "Canal Gazette")
    assert (article.published_on, article.published_basis) == (date(2019, 11, 5), "header")
    assert Event.objects.get().edtf == "2019-11-04"
    assert "1 article: 1 added" in told(page)
    assert "1 candidate to decide" in told(page)
    assert page.request["PATH_INFO"] == page_of(article)
    again = told(arrive(curator, timeline, text=DATED))
    assert "1 unchanged" in again
    assert "1 candidate to decide" in again
    assert "1 new version" in told(arrive(curator, timeline, text=DATED.replace("four", "five")))


def test_what_the_article_does_not_say_is_given(curator: Client, timeline: Timeline) -> None:
    given = {"published_on": "2019-11-05", "title": "A lock", "publisher": "Canal Gazette"}
    arrive(curator, timeline, text=PLAIN, **given, url="https://canal.example.org/2")
    article = Article.objects.get()
    assert (article.title, str(article.publisher)) == ("A lock", "Canal Gazette")
    assert (article.url, article.published_basis) == ("https://canal.example.org/2", "given")
    assert Event.objects.get().edtf == "2019-11-04"


def test_a_file_of_lines_brings_many(curator: Client, timeline: Timeline) -> None:
    lines = [json.dumps({"text": f"The lock leaked on {day} May 2019."}) for day in (3, 4)]
    file = upload("locks.jsonl", "\n".join([*lines, "{broken"]))
    page = arrive(curator, timeline, file=file)
    assert Article.objects.count() == Event.objects.count() == 2
    assert "2 articles: 2 added" in told(page)
    assert "1 article could not be read" in told(page)
    assert "locks.jsonl:3" in told(page)
    assert page.request["PATH_INFO"] == reverse(ARTICLES)


def test_an_article_that_breaks_stops_no_other(
    curator: Client, timeline: Timeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(record: Record, published_on: date | None) -> Unstored:
        if "leaked" in record.text:
            raise RecursionError("too deep")
        return read_record(record, published_on)

    monkeypatch.setattr("timeline.events.ingest.read_record", read)
    lines = [json.dumps({"text": f"The lock {verb} on 3 May 2019."}) for verb in VERBS]
    page = arrive(curator, timeline, file=upload("locks.jsonl", "\n".join(lines)))
    assert "2 articles: 2 added" in told(page)
    assert "locks.jsonl:2: " in told(page)
    assert "too deep" in told(page)
    assert Article.objects.count() == Event.objects.count() == 2


def test_what_breaks_a_reader_is_told(
    curator: Client, timeline: Timeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(text: str) -> Record:
        raise RecursionError("too deep")

    monkeypatch.setattr("timeline.admin.arrivals.read_pasted", read)
    page = arrive(curator, timeline, text=PLAIN)
    assert "too deep" in str(page.context["adminform"].form.errors["text"])


def test_only_what_arriving_changed_is_logged(curator: Client, timeline: Timeline) -> None:
    for _ in range(2):
        arrive(curator, timeline, text=PLAIN)
    arrive(curator, timeline, text=PLAIN, title="A lock")
    log = LogEntry.objects.order_by("pk").values_list("action_flag", "change_message")
    assert list(log) == [(ADDITION, "Added."), (CHANGE, "Filled in.")]


@pytest.mark.parametrize(
    ("field", "given"),
    [
        ("__all__", {}),
        ("__all__", {"text": "  \n "}),
        ("__all__", {"text": PLAIN, "file": ("a.txt", "And this.")}),
        ("text", {"text": "<html><body></body></html>"}),
        ("file", {"file": ("a.txt", b"")}),
        ("file", {"file": ("a.txt", b"\x00\x01\x02" * 99)}),
        ("file", {"file": ("a.jsonl", "[1]\n{}")}),
        ("file", {"file": ("a.txt", " \n")}),
        ("url", {"text": PLAIN, "url": "javascript:alert(1)"}),
        (
            "url",
            {"file": ("a.jsonl", '{"text": "A."}\n{"text": "B."}'), "url": "https://a.example"},
        ),
        ("published_on", {"text": PLAIN, "published_on": "04.11"}),
        ("timeline", {"text": PLAIN, "timeline": ""}),
    ],
)
def test_what_cannot_be_read_is_told_beside_its_field(
    curator: Client, timeline: Timeline, field: str, given: dict[str, Any]
) -> None:
    if "file" in given:
        given = {**given, "file": upload(*given["file"])}
    page = curator.post(reverse(ADD), {"timeline": timeline.pk, **given})
    assert field in page.context["adminform"].form.errors
    assert not Article.objects.exists()


def test_replaced_versions_say_so(curator: Client, timeline: Timeline) -> None:
    arrive(curator, timeline, text=DATED)
    arrive(curator, timeline, text=DATED.replace("four", "five"))
    new, old = Article.objects.order_by("-pk")
    for page in (reverse(ARTICLES), page_of(old)):
        assert f'class="replaced" href="{page_of(new)}"' in curator.get(page).content.decode()
    assert "replaces an older one" in curator.get(page_of(new)).content.decode()

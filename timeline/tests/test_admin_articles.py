"""Articles in the admin: taken in, dated, looked at, and kept."""

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
from articles.store import read_mentions
from timeline.curation import publish
from timeline.ingest import ingest_record
from timeline.models import Event, Timeline
from timeline.tests.admin_pages import (
    ARTICLES,
    data_of,
    page_of,
    sent_by,
    sent_from,
    submit,
    told,
)
from timeline.tests.factories import make_article, make_event, make_timeline

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
    def read(article: Article) -> set[int]:
        if "leaked" in article.text:
            raise RecursionError("too deep")
        return read_mentions(article)

    monkeypatch.setattr("timeline.ingest.read_mentions", read)
    lines = [json.dumps({"text": f"The lock {verb} on 3 May 2019."}) for verb in VERBS]
    page = arrive(curator, timeline, file=upload("locks.jsonl", "\n".join(lines)))
    assert "2 articles: 2 added" in told(page)
    assert "locks.jsonl:2: " in told(page)
    assert "too deep" in told(page)
    assert Article.objects.count() == Event.objects.count() == 2


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


def undated(timeline: Timeline) -> Article:
    """An article whose only date waits for the article's own."""
    return ingest_record(Record(text=PLAIN, title="A lock"), timeline).article


def list_data(page: Any, article: Article, **typed: str) -> dict[str, Any]:
    """What the list sends when these boxes of the article's row were typed into."""
    formset = page.context["cl"].formset
    data: dict[str, Any] = {"_save": "Save"}
    for form in (formset.management_form, *formset.forms):
        data |= sent_by(form)
        if getattr(form, "instance", None) == article:
            data |= {f"{form.prefix}-{name}": value for name, value in typed.items()}
    return data


def test_a_date_set_in_the_list_reads_the_article_again(
    curator: Client, timeline: Timeline
) -> None:
    article, other = undated(timeline), make_article()
    assert not Event.objects.exists()
    page = curator.get(reverse(ARTICLES))
    assert 'aria-label="Published on, of “A lock”"' in page.content.decode()
    data = list_data(page, article, published_on="2019-11-05")
    page = curator.post(reverse(ARTICLES), data, follow=True)
    article.refresh_from_db()
    other.refresh_from_db()
    assert (article.published_basis, other.published_basis) == ("curator", "")
    assert Event.objects.get().edtf == "2019-11-04"
    assert "1 mention read again, 0 quotes moved, 1 candidate added" in told(page)
    assert told(page).count("read again") == 1


def test_a_stale_list_takes_back_no_date(curator: Client, timeline: Timeline) -> None:
    article, other = undated(timeline), make_article(published_on=None)
    page = curator.get(reverse(ARTICLES))
    data = list_data(page, article, published_on="2019-11-05")
    other.published_on = date(2020, 1, 2)
    other.save()
    curator.post(reverse(ARTICLES), data)
    article.refresh_from_db()
    other.refresh_from_db()
    assert (article.published_on, other.published_on) == (date(2019, 11, 5), date(2020, 1, 2))


def test_a_stale_page_takes_back_no_date(curator: Client) -> None:
    article = make_article(published_on=None)
    data = data_of(curator, page_of(article))
    article.published_on = date(2020, 1, 2)
    article.save()
    curator.post(page_of(article), {**data, "author": "A. Lock-Keeper"})
    article.refresh_from_db()
    assert (article.author, article.published_on) == ("A. Lock-Keeper", date(2020, 1, 2))
    page = curator.post(page_of(article), {**data, "published_on": "2019-11-05"})
    errors = str(page.context["adminform"].form.errors["published_on"])
    assert "Meanwhile it was set to 2020-01-02" in errors
    curator.post(page_of(article), sent_from(page.context))
    article.refresh_from_db()
    assert (article.published_on, article.published_basis) == (date(2019, 11, 5), "curator")


def test_a_date_changed_on_the_page_moves_candidates(curator: Client, timeline: Timeline) -> None:
    article = undated(timeline)
    submit(curator, page_of(article), published_on="2019-11-05")
    page = submit(curator, page_of(article), published_on="2019-11-06")
    assert "1 quote moved" in told(page)
    assert Event.objects.get().edtf == "2019-11-05"
    page = submit(curator, page_of(article), author="A. Lock-Keeper")
    assert "read again" not in told(page)
    submit(curator, page_of(article), published_on="")
    article.refresh_from_db()
    assert (article.published_on, article.published_basis) == (None, "curator")
    assert not Event.objects.exists()


def test_published_events_that_a_reading_contradicts_are_named(
    curator: Client, timeline: Timeline
) -> None:
    article = undated(timeline)
    submit(curator, page_of(article), published_on="2019-11-05")
    candidate = Event.objects.get()
    publish(candidate)
    page = submit(curator, page_of(article), published_on="2019-11-06")
    assert "1 published event is now quoted with another date than it has" in told(page)
    assert f'<a href="{page_of(candidate)}">' in told(page)
    assert Event.objects.get().edtf == "2019-11-04"


def test_the_page_shows_the_text_with_its_mentions(curator: Client, timeline: Timeline) -> None:
    article = undated(timeline)
    page = curator.get(page_of(article)).content.decode()
    assert "of &lt;b&gt;work&lt;/b&gt;.\n\n  It leaks." in page
    mention = article.mentions.get(kind="date")
    assert f'id="at-{mention.start}" class="mention unresolved-mention' in page
    assert 'data-reading="date not known">yesterday</mark>' in page
    assert 'class="mention duration-mention"' in page
    assert page.count('<tr class="waits">') == 1
    assert page.index(">yesterday</a>") < page.index(">after four years</a>")


def test_a_text_is_never_edited(curator: Client, timeline: Timeline) -> None:
    article = undated(timeline)
    submit(curator, page_of(article), text="Other words.", published_basis="page")
    article.refresh_from_db()
    assert (article.text, article.published_basis) == (PLAIN, "")


@pytest.mark.parametrize(
    ("field", "value"),
    [("url", "ftp://a.example"), ("url", "https://a.example/1"), ("language", "no tag")],
)
def test_what_an_article_cannot_hold_is_refused(
    curator: Client, timeline: Timeline, field: str, value: str
) -> None:
    article = undated(timeline)
    make_article(PLAIN, url="https://a.example/1")
    page = submit(curator, page_of(article), **{field: value})
    assert field in page.context["adminform"].form.errors


def test_replaced_versions_say_so(curator: Client, timeline: Timeline) -> None:
    arrive(curator, timeline, text=DATED)
    arrive(curator, timeline, text=DATED.replace("four", "five"))
    new, old = Article.objects.order_by("-pk")
    for page in (reverse(ARTICLES), page_of(old)):
        assert f'class="replaced" href="{page_of(new)}"' in curator.get(page).content.decode()
    assert "replaces an older one" in curator.get(page_of(new)).content.decode()


@pytest.mark.parametrize("is_bulk", [False, True])
def test_what_is_quoted_cannot_be_deleted(curator: Client, is_bulk: bool) -> None:
    event = make_event(timeline=make_timeline())
    for thing, list_page in (
        (event.quotes.get().article, ARTICLES),
        (event.timelines.get(), "admin:timeline_timeline_changelist"),
    ):
        name = "_".join((thing._meta.app_label, str(thing._meta.model_name)))
        url = reverse(f"admin:{name}_delete", args=[thing.pk])
        data = {"post": "yes"}
        if is_bulk:
            url = reverse(list_page)
            data |= {"action": "delete_selected", "_selected_action": str(thing.pk)}
        page = curator.post(url, data)
        assert event.headline in page.content.decode()
        assert "can’t be deleted" in page.content.decode()
        assert type(thing)._default_manager.filter(pk=thing.pk).exists()


def test_what_is_not_quoted_can_be_deleted(curator: Client, timeline: Timeline) -> None:
    article = undated(timeline)
    curator.post(reverse("admin:articles_article_delete", args=[article.pk]), {"post": "yes"})
    curator.post(reverse("admin:timeline_timeline_delete", args=[timeline.pk]), {"post": "yes"})
    assert not Article.objects.exists()
    assert not Timeline.objects.exists()


def test_articles_are_narrowed_and_found(curator: Client, timeline: Timeline) -> None:
    article = undated(timeline)
    make_article("Es regnet.", language="de", title="Regen")
    for query, titles in (
        ("dated=no", ["A lock"]),
        ("dated=yes", ["Regen"]),
        ("q=regen", ["Regen"]),
        ("q=news.example", ["Regen"]),
        ("timeline=canal", ["A lock"]),
        ("publisher__id__exact=0", []),
        ("language=de", ["Regen"]),
    ):
        page = curator.get(f"{reverse(ARTICLES)}?{query}")
        assert [row.title for row in page.context["cl"].result_list] == titles, query
    boxes = {
        "term": "lock",
        "app_label": "timeline",
        "model_name": "quote",
        "field_name": "article",
    }
    choices = curator.get(reverse("admin:autocomplete"), boxes).json()["results"]
    assert choices == [{"id": str(article.pk), "text": "A lock"}]

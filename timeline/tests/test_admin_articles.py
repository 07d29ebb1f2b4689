"""Articles in the admin: dated, looked at, found, and not overwritten."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Article
from articles.readers import Record
from timeline.curating.curation import publish
from timeline.events.ingest import ingest_record
from timeline.models import Change, Event, Timeline
from timeline.tests.admin_pages import (
    ARTICLES,
    data_of,
    page_of,
    send,
    sent_by,
    sent_from,
    submit,
    told,
)
from timeline.tests.factories import make_article, make_timeline
from timeline.tests.test_changes import exported

pytestmark = pytest.mark.django_db

PLAIN = "The new lock opened yesterday, after four years of <b>work</b>.\n\n  It leaks."


@pytest.fixture
def timeline() -> Timeline:
    return make_timeline("canal")


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
    send(curator, page_of(article), published_on="2019-11-05")
    page = submit(curator, page_of(article), published_on="2019-11-06")
    assert "1 quote moved" in told(page)
    assert Event.objects.get().edtf == "2019-11-05"
    page = submit(curator, page_of(article), author="A. Lock-Keeper")
    assert "read again" not in told(page)
    send(curator, page_of(article), published_on="")
    article.refresh_from_db()
    assert (article.published_on, article.published_basis) == (None, "curator")
    assert not Event.objects.exists()


def test_published_events_that_a_reading_contradicts_are_named(
    curator: Client, timeline: Timeline
) -> None:
    article = undated(timeline)
    send(curator, page_of(article), published_on="2019-11-05")
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
    assert page.index(">yesterday</a>") < page.index(">four years</a>")


def test_a_text_is_never_edited(curator: Client, timeline: Timeline) -> None:
    article = undated(timeline)
    send(curator, page_of(article), text="Other words.", published_basis="page")
    article.refresh_from_db()
    assert (article.text, article.published_basis) == (PLAIN, "")


def test_a_corrected_language_reads_the_article_again(curator: Client, timeline: Timeline) -> None:
    text = "La nueva esclusa abrió ayer. Las obras duraron desde el 4 de mayo."
    record = Record(text=text, language="en", published=date(2019, 11, 5))
    article = ingest_record(record, timeline).article
    assert not article.mentions.exists()
    send(curator, page_of(article), language="es")
    read = article.mentions.order_by("start").values_list("edtf", flat=True)
    assert list(read) == ["2019-11-04", "2019-05-04/.."]
    assert {event.edtf for event in Event.objects.all()} == {"2019-11-04", "2019-05-04/.."}


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


def test_a_corrected_date_is_undone_with_what_it_moved(curator: Client, timeline: Timeline) -> None:
    article = undated(timeline)
    send(curator, page_of(article), published_on="2019-11-05")
    before = exported()
    page = submit(curator, page_of(article), published_on="2019-11-06", language="es")
    assert "Undo: corrected what “A lock” is read by" in told(page)
    assert exported() != before
    change = Change.objects.latest("pk")
    lines = curator.get(reverse("admin:timeline_change_change", args=[change.pk]))
    assert "Article “A lock”" in lines.content.decode()
    curator.post(reverse("admin:timeline_change_undo", args=[change.pk]))
    assert exported() == before
    article.refresh_from_db()
    assert (str(article.published_on), article.language) == ("2019-11-05", "en")

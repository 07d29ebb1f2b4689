"""What a curator may delete, what goes with it, and what is held."""

from typing import Any

import pytest
from django.contrib.admin import ModelAdmin
from django.contrib.auth.models import Permission, User
from django.db.models import ProtectedError
from django.test import Client
from django.urls import reverse

from articles.models import Article
from timeline.curating.curation import join, reject
from timeline.models import Event, Quote, Timeline
from timeline.tests.admin_pages import (
    ARTICLES,
    page_of,
)
from timeline.tests.factories import make_article, make_event, make_quote, make_timeline

pytestmark = pytest.mark.django_db


def deleting(article: Article, *, is_bulk: bool) -> dict[str, Any]:
    """Where and what a browser sends to delete the article, from its page or from the list."""
    if is_bulk:
        chosen = {"action": "delete_selected", "_selected_action": str(article.pk)}
        return {"path": reverse(ARTICLES), "data": {"post": "yes", **chosen}}
    path = reverse("admin:articles_article_delete", args=[article.pk])
    return {"path": path, "data": {"post": "yes"}}


@pytest.mark.parametrize("is_bulk", [False, True])
def test_an_article_pasted_by_mistake_goes_with_its_candidates(
    curator: Client, is_bulk: bool
) -> None:
    article, kept = make_article("It rained. It poured."), make_article("It rained here too.")
    candidate = make_event(article=article, words="It rained.", is_published=False)
    rejected = make_event(article=article, words="It poured.", is_published=False)
    empty = make_event(article=article, is_published=False)
    join(rejected, [empty])
    reject(rejected)
    shared = make_event("2019", article=kept, is_published=False)
    make_quote(shared, article, "It rained.")
    away = deleting(article, is_bulk=is_bulk)
    asked = {name: value for name, value in away["data"].items() if name != "post"}
    method = curator.post if is_bulk else curator.get
    page = method(away["path"], asked).content.decode()
    for event, status in ((candidate, "candidate"), (rejected, "rejected"), (empty, "rejected")):
        assert f"{event.headline}</a> ({status})" in page
    assert f'Quote “It rained.” of Event: <a href="{page_of(shared)}">' in page
    assert "<li>Events: 3</li>" in page
    assert "<li>Quotes: 4</li>" in page
    curator.post(**away)
    assert list(Event.objects.all()) == [shared]
    assert list(Article.objects.all()) == [kept]
    assert shared.quotes.get().article == kept
    assert Event.history.filter(history_type="-").count() == 3


@pytest.mark.parametrize("is_bulk", [False, True])
def test_a_published_event_holds_all_that_its_article_made(curator: Client, is_bulk: bool) -> None:
    event = make_event(is_published=True)
    article = event.quotes.get().article
    candidate = make_event(article=article, words="it happened", is_published=False)
    page = curator.post(**deleting(article, is_bulk=is_bulk)).content.decode()
    assert "can’t be deleted" in page
    assert event.headline in page
    assert candidate.headline not in page
    assert Event.objects.count() == Quote.objects.count() == 2


@pytest.mark.parametrize("is_bulk", [False, True])
def test_deleting_fails_as_a_whole(
    curator: Client, monkeypatch: pytest.MonkeyPatch, is_bulk: bool
) -> None:
    event = make_event(is_published=False)
    away = deleting(event.quotes.get().article, is_bulk=is_bulk)

    def fail(*given: Any) -> None:
        raise ProtectedError("Quoted meanwhile.", set())

    monkeypatch.setattr(ModelAdmin, "delete_queryset" if is_bulk else "delete_model", fail)
    with pytest.raises(ProtectedError):
        curator.post(**away)
    assert event.quotes.exists()


def test_who_may_not_delete_quotes_deletes_no_quoted_article(curator: Client) -> None:
    user = User.objects.get(username="ada")
    user.user_permissions.remove(Permission.objects.get(codename="delete_quote"))
    article = make_event(is_published=False).quotes.get().article
    assert curator.post(**deleting(article, is_bulk=False)).status_code == 403
    assert Event.objects.exists()


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


def test_what_is_not_quoted_can_be_deleted(curator: Client) -> None:
    article, timeline = make_article(), make_timeline()
    curator.post(reverse("admin:articles_article_delete", args=[article.pk]), {"post": "yes"})
    curator.post(reverse("admin:timeline_timeline_delete", args=[timeline.pk]), {"post": "yes"})
    assert not Article.objects.exists()
    assert not Timeline.objects.exists()

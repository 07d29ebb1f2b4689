"""Every address of the admin, and who reaches it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.urls import reverse

from timeline.models import Event
from timeline.tests.admin_pages import act
from timeline.tests.factories import make_article, make_event, make_timeline

pytestmark = pytest.mark.django_db

MODELS = ["articles_publisher", "articles_article"]
MODELS += ["timeline_event", "timeline_timeline", "timeline_topic"]
LISTED = [f"{model}_{page}" for model in MODELS for page in ("changelist", "add")]
OF_ONE = [f"{model}_{page}" for model in MODELS for page in ("change", "history")]
DELETED = [f"{model}_delete" for model in MODELS if model != "timeline_event"]


@pytest.fixture
def address() -> Callable[[str], str]:
    event = make_event(timeline=make_timeline(), topics=["Bridges"])
    article = event.quotes.get().article
    things: dict[str, Any] = {"event": event, "article": article, "publisher": article.publisher}
    things |= {"timeline": event.timelines.get(), "topic": event.topics.get()}

    def find(name: str) -> str:
        model, page = name.split("_")[1], name.split("_")[-1]
        is_of_one = page in ("change", "history", "delete")
        return reverse(f"admin:{name}", args=[things[model].pk] if is_of_one else [])

    return find


def test_curators_alone_reach_it(
    address: Callable[[str], str], client: Client, clerk: Client, curator: Client
) -> None:
    for name in (*LISTED, *OF_ONE, *DELETED, "timeline_event_read_date"):
        url = address(name)
        answer = client.get(url)
        assert (answer.status_code, "login" in answer["Location"]) == (302, True), name
        assert clerk.get(url).status_code == 403, name
        assert curator.get(url).status_code == 200, name


@pytest.mark.parametrize("action", ["publish", "reject", "withdraw", "join"])
def test_nobody_else_acts(action: str, client: Client, clerk: Client) -> None:
    event, other = make_event(is_published=False), make_event(is_published=True)
    before = list(Event.objects.values())
    for visitor in (client, clerk):
        act(visitor, f"{action}_selected", event, other, into=str(event.pk))
        act(visitor, "delete_selected", event, other, post="yes")
    assert list(Event.objects.values()) == before


def test_nobody_deletes_an_event(curator: Client) -> None:
    event = make_event()
    url = reverse("admin:timeline_event_delete", args=[event.pk])
    assert curator.post(url, {"post": "yes"}).status_code == 403
    act(curator, "delete_selected", event, post="yes")
    assert Event.objects.filter(pk=event.pk).exists()


def test_a_viewer_sees_and_cannot_change(clerk: Client) -> None:
    viewer = User.objects.get(username="bob")
    viewer.user_permissions.set(Permission.objects.filter(codename__startswith="view_"))
    event = make_event(is_published=False)
    url = reverse("admin:timeline_event_change", args=[event.pk])
    page = clerk.get(url)
    assert page.status_code == 200
    assert b"_step" not in page.content
    assert clerk.post(url, {"_step": "publish"}).status_code == 403
    assert clerk.get(reverse("admin:articles_article_add")).status_code == 403


def test_the_front_page_tells_what_waits(curator: Client, clerk: Client) -> None:
    assert b"make a timeline" in curator.get(reverse("admin:index")).content
    make_timeline()
    make_event(is_published=False)
    make_event(is_published=True)
    undated = make_article(published_on=None)
    page = curator.get(reverse("admin:index"))
    assert b"<strong>1</strong>\n      candidate</a>" in page.content
    assert b"<strong>1</strong>\n      article</a>" in page.content
    assert b"Dateline" in page.content
    assert b"Waiting" not in clerk.get(reverse("admin:index")).content
    candidates = f"{reverse('admin:timeline_event_changelist')}?status__exact=candidate"
    assert candidates in page.content.decode()
    assert len(curator.get(candidates).context["cl"].result_list) == 1
    assert reverse("desk_articles") in page.content.decode()
    assert undated.title in curator.get(reverse("desk_articles"), follow=True).content.decode()

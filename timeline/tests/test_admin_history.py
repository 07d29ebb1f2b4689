"""The history of what curators change: shown to the end, put back where nothing can break."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Publisher
from timeline.curating.curation import reject
from timeline.models import Event, Topic
from timeline.tests.admin_pages import act, page_of, send
from timeline.tests.factories import make_article, make_event, make_quote

pytestmark = pytest.mark.django_db


def told_of(page: str) -> list[str]:
    """What the lines of a history say became of the event or quote, the newest first."""
    return re.findall(r"<td>((?:Quote|Created|Changed|Deleted)[^\n]*)</td>", page)


def history_of(client: Client, thing: Any, page: int = 1) -> str:
    """The page of its history, as text."""
    name = f"admin:{thing._meta.label_lower.replace('.', '_')}_history"
    response = client.get(reverse(name, args=[thing.pk]), {"p": page})
    assert response.status_code == 200
    return response.content.decode()


def test_who_changed_what(curator: Client) -> None:
    event = make_event("1930", is_published=False, headline="A <b>ferry</b>")
    send(curator, page_of(event), edtf="about 1931", _step="reject")
    page = history_of(curator, event)
    assert "<del>1930</del> → <ins>1931~</ins>" in page
    assert "<del>candidate</del> → <ins>rejected</ins>" in page
    assert "ada" in page
    assert "<b>ferry" not in page
    assert "Sort day" not in page


def test_what_became_of_quotes(curator: Client) -> None:
    event = make_event("1930", is_published=False, article=make_article("The <b>ferry</b> sank."))
    other = make_event("1930", is_published=False, article=make_article("Fog, and a wreck."))
    send(curator, page_of(event), **{"quotes-0-stance": "disputes"})
    act(curator, "join_selected", event, other, into=str(other.pk))
    lines = told_of(history_of(curator, other))
    assert "Quote taken from another event: “The &lt;b&gt;ferry&lt;/b&gt; sank.”" in lines
    assert "Quote added: “Fog, and a wreck.”" in lines
    left = history_of(curator, event)
    assert [line for line in told_of(left) if line.startswith("Quote")] == [
        f"Quote {became}: “The &lt;b&gt;ferry&lt;/b&gt; sank.”"
        for became in ("moved to another event", "changed", "added")
    ]
    assert "<strong>Stance</strong>: <del>supports</del> → <ins>disputes</ins>" in left
    send(curator, page_of(other), **{"quotes-0-DELETE": "on"})
    assert told_of(history_of(curator, other))[0].startswith("Quote removed: ")


def test_events_and_quotes_share_pages(
    curator: Client, monkeypatch: pytest.MonkeyPatch, django_assert_max_num_queries: Any
) -> None:
    monkeypatch.setattr("articles.admin.HistoryAdmin.history_list_per_page", 4)
    event = make_event("1930", is_published=False)
    for year in ("1931", "1932", "1933"):
        make_quote(event, make_article(f"It is told in {year}."))
        event.edtf = year
        event.save()
    pages = [told_of(history_of(curator, event, page)) for page in (1, 2)]
    assert [len(lines) for lines in pages] == [4, 4]
    assert pages[0][1] == "Quote added: “It is told in 1933.”"
    assert pages[1][-1] == "Created"
    with django_assert_max_num_queries(20):
        history_of(curator, event)


@pytest.mark.parametrize("is_bulk", [False, True])
def test_a_topic_that_is_deleted_leaves_a_line_with_its_events(
    curator: Client, is_bulk: bool
) -> None:
    event = make_event("1930", topics=["Ferries"])
    topic = event.topics.get()
    address = reverse("admin:timeline_topic_delete", args=[topic.pk])
    chosen = {"action": "delete_selected", "_selected_action": str(topic.pk)}
    if is_bulk:
        address = reverse("admin:timeline_topic_changelist")
    curator.post(address, {"post": "yes", **(chosen if is_bulk else {})})
    assert not Topic.objects.exists()
    page = history_of(curator, event)
    assert page.index("<strong>Topics</strong>") < page.index("<strong>Status</strong>")
    assert "ada" in page


def test_a_long_history_has_pages(curator: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("articles.admin.HistoryAdmin.history_list_per_page", 2)
    event = make_event("1930", is_published=False)
    for year in ("1931", "1932", "1933"):
        event.edtf = year
        event.save()
    assert "<del>1931</del> → <ins>1932</ins>" in history_of(curator, event)
    assert "<del>1930</del> → <ins>1931</ins>" in history_of(curator, event, page=2)
    assert 'style="' not in history_of(curator, event)


def test_an_event_is_not_put_back_past_its_invariants(curator: Client) -> None:
    event = make_event()
    published: Any = event.history.filter(status="published").first()
    reject(event)
    event.quotes.all().delete()
    url = reverse("admin:timeline_event_simple_history", args=[event.pk, published.pk])
    assert curator.get(url).status_code == 403
    assert curator.post(url, {"headline": "Back", "edtf": "1930"}).status_code == 403
    assert Event.objects.get().status == "rejected"
    assert url not in history_of(curator, event)


def test_a_publisher_is_put_back(curator: Client, clerk: Client) -> None:
    publisher = Publisher.objects.named("Canal Gazette")
    first: Any = publisher.history.get()
    publisher.name = "Gazette"
    publisher.save()
    url = reverse("admin:articles_publisher_simple_history", args=[publisher.pk, first.pk])
    assert url in history_of(curator, publisher)
    assert clerk.get(url).status_code == 403
    old = curator.get(url).context["adminform"].form
    curator.post(url, {box.name: box.value() for box in old})
    publisher.refresh_from_db()
    assert publisher.name == "Canal Gazette"


@pytest.mark.parametrize("number", ["abc", "%00", "1_5Fx", "٣", "9" * 30])
def test_what_can_be_no_id_has_no_history(curator: Client, number: str) -> None:
    assert curator.get(f"/admin/timeline/event/{number}/history/").status_code == 404

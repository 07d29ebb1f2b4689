"""The history of what curators change: shown to the end, put back where nothing can break."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Publisher
from timeline.curation import reject
from timeline.models import Event
from timeline.tests.admin_pages import page_of, submit
from timeline.tests.factories import make_event

pytestmark = pytest.mark.django_db


def history_of(client: Client, thing: Any, page: int = 1) -> str:
    """The page of its history, as text."""
    name = f"admin:{thing._meta.label_lower.replace('.', '_')}_history"
    response = client.get(reverse(name, args=[thing.pk]), {"p": page})
    assert response.status_code == 200
    return response.content.decode()


def test_who_changed_what(curator: Client) -> None:
    event = make_event("1930", is_published=False, headline="A <b>ferry</b>")
    submit(curator, page_of(event), edtf="about 1931", _step="reject")
    page = history_of(curator, event)
    assert "<del>1930</del> → <ins>1931~</ins>" in page
    assert "<del>candidate</del> → <ins>rejected</ins>" in page
    assert "ada" in page
    assert "<b>ferry" not in page
    assert "Sort day" not in page


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

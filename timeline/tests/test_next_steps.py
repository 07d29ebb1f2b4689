"""Where nothing is yet, the admin and the desk say what to do next, and to whom it is open."""

import re

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from timeline.roles import ADMINISTRATOR, CONTRIBUTOR, CURATOR
from timeline.templatetags.next_steps import EMPTY
from timeline.tests.factories import make_event, make_timeline
from timeline.tests.roles import visitor

pytestmark = pytest.mark.django_db


def list_of(model: str) -> str:
    return reverse(f"admin:{model.replace('.', '_')}_changelist")


@pytest.mark.parametrize("role", [CONTRIBUTOR, CURATOR, ADMINISTRATOR])
def test_every_empty_list_says_what_to_do(role: str) -> None:
    client = visitor(role)
    for model, (why, *_) in EMPTY.items():
        page = client.get(list_of(model)).content.decode()
        found = re.search(r'<p class="next-step">(.*?)</p>', page, re.DOTALL)
        assert found
        assert why in found[1]
        link = re.search(r'href="([^"]+)"', found[1])
        assert link or role == CONTRIBUTOR
        if link:
            assert client.get(link[1], follow=True).status_code == 200


def test_a_list_with_rows_says_nothing(curator: Client) -> None:
    make_event(timeline=make_timeline())
    address = list_of("timeline.event")
    assert "next-step" not in curator.get(address).content.decode()
    nothing = curator.get(f"{address}?q=nowhere").content.decode()
    assert "Nothing fits what you asked for" in nothing
    assert 'href="?">Show all' in nothing


def test_the_front_page_leads_a_contributor_to_nothing_closed() -> None:
    client = visitor(CONTRIBUTOR)
    page = client.get(reverse("admin:index")).content.decode()
    assert "Ask a curator to make a timeline" in page
    make_timeline()
    page = client.get(reverse("admin:index")).content.decode()
    assert reverse("admin:timeline_event_import") in page


def test_the_desk_without_candidates_leads_on(curator: Client) -> None:
    cache.clear()
    page = curator.get("/desk/").content.decode()
    for name in ("admin:articles_article_add", "admin:timeline_event_import", "desk_keys"):
        assert f'href="{reverse(name)}"' in page


def test_the_keys_are_the_same_at_the_desk_and_where_they_are_tried(curator: Client) -> None:
    cache.clear()
    event = make_event(is_published=False)
    pages = [curator.get(address) for address in ("/desk/keys/", f"/desk/{event.pk}/")]
    keys = [re.findall(r"<dt>.*?</dt>", page.content.decode()) for page in pages]
    assert keys[0] == keys[1]
    assert len(keys[0]) > 8

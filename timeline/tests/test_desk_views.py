"""Filters of the desk, kept by each curator under names of her own."""

import pytest
from django.test import Client

from timeline.models import SavedView
from timeline.tests.admin_pages import told
from timeline.tests.factories import make_curator, make_event, make_timeline

pytestmark = pytest.mark.django_db
KEEP = "/desk/views/"


def test_a_view_is_kept_listed_and_forgotten(curator: Client) -> None:
    make_event("2014", make_timeline("harbour"), is_published=False, is_planned=True)
    query = "kind=planned&timeline=harbour&page=7&q="
    page = curator.post(KEEP, {"name": "Plans", "query": query}, follow=True)
    assert page.redirect_chain[0] == ("/desk/?timeline=harbour&kind=planned", 302)
    assert "“Plans” is kept" in told(page)
    [view] = page.context["views"]
    assert f'<a href="/desk/?{view.query.replace("&", "&amp;")}">Plans</a>' in page.content.decode()
    curator.post(KEEP, {"name": "Plans", "query": "kind=inferred"})
    assert SavedView.objects.get().query == "kind=inferred"
    curator.post(KEEP, {"forget": str(view.pk)})
    assert not SavedView.objects.exists()


def test_each_curator_has_her_own(curator: Client) -> None:
    other = SavedView.objects.create(by=make_curator("other"), name="Hers", query="")
    curator.post(KEEP, {"name": "Hers", "query": "kind=planned"})
    curator.post(KEEP, {"forget": str(other.pk)})
    assert sorted(SavedView.objects.values_list("name", "query")) == [
        ("Hers", ""), ("Hers", "kind=planned"),
    ]  # fmt: skip
    assert len(curator.get("/desk/").context["views"]) == 1


def test_what_cannot_be_kept_is_refused(clerk: Client, curator: Client) -> None:
    assert clerk.post(KEEP, {"name": "Plans"}).status_code == 403
    for name in ("", " ", "x" * 81):
        page = curator.post(KEEP, {"name": name}, follow=True)
        assert "needs a name" in told(page)
    for number in range(31):
        page = curator.post(KEEP, {"name": f"View {number}"}, follow=True)
    assert "forget one first" in told(page)
    assert SavedView.objects.count() == 30

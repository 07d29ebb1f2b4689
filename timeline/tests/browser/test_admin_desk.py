"""A curator at work in a real browser. The page fixture fails on whatever the console reports."""

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from timeline.models import Event
from timeline.tests.admin_pages import EVENTS, page_of
from timeline.tests.factories import make_article, make_curator, make_event, make_timeline


@pytest.fixture
def desk(page: Page, live_server: LiveServer) -> Page:
    """The page of a signed-in curator."""
    make_curator("ada")
    page.goto(reverse("admin:login"))
    page.fill("#id_username", "ada")
    page.fill("#id_password", "open")
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("heading", name="The curator's desk")).to_be_visible()
    return page


def test_a_candidate_is_dated_quoted_and_published(desk: Page) -> None:
    event = make_event("2001", make_timeline(), is_published=False)
    make_article("The ferry sank in fog.\n\nNobody drowned.", title="A ferry sinks")
    desk.goto(page_of(event))
    desk.get_by_label("Date:").press_sequentially(" ")
    desk.get_by_label("Date:").fill("about May 2018")
    expect(desk.locator("#date-reading")).to_have_text("understood as 2018-05~: about May 2018")
    desk.locator(".field-article .select2-selection").last.click()
    desk.locator(".select2-search__field").last.press_sequentially("ferry")
    desk.get_by_role("option", name="A ferry sinks").click()
    desk.get_by_label("Words:").first.fill("fog. Nobody drowned.")
    desk.get_by_role("button", name="Save and publish").first.click()
    expect(desk.get_by_text("was published")).to_be_visible()
    event.refresh_from_db()
    assert (event.status, event.edtf, event.quotes.count()) == ("published", "2018-05~", 2)


def test_events_are_joined_from_the_list(desk: Page) -> None:
    events = [make_event(str(year), is_published=False) for year in (1930, 1931)]
    desk.goto(reverse(EVENTS))
    for box in desk.locator("input.action-select").all():
        box.check()
    desk.get_by_label("Action:").select_option("join_selected")
    desk.get_by_role("button", name="Go").click()
    desk.get_by_label(events[1].headline).check()
    desk.get_by_role("button", name="Join 2 events").click()
    expect(desk.get_by_text("2 events are one now")).to_be_visible()
    assert Event.objects.get(joined_into=None) == events[1]


def test_every_page_keeps_to_the_policy(desk: Page) -> None:
    event = make_event(timeline=make_timeline())
    names = ["articles_article", "timeline_event", "timeline_timeline", "articles_publisher"]
    for name in names:
        for page in ("changelist", "add"):
            desk.goto(reverse(f"admin:{name}_{page}"))
    article = event.quotes.get().article
    for thing in (event, article):
        desk.goto(page_of(thing))
        desk.goto(page_of(thing).replace("change", "history"))
    desk.goto(reverse("admin:articles_article_delete", args=[article.pk]))
    expect(desk.get_by_text("This can’t be deleted")).to_be_visible()


@pytest.mark.parametrize("width", [320, 768, 1440])
def test_no_page_scrolls_sideways(desk: Page, width: int) -> None:
    event = make_event(timeline=make_timeline(), headline="A ferry " + "sinks again and " * 12)
    desk.set_viewport_size({"width": width, "height": 900})
    article = event.quotes.get().article
    addresses = [reverse("admin:index"), reverse("admin:articles_article_add"), reverse(EVENTS)]
    for address in (*addresses, page_of(event), page_of(article)):
        desk.goto(address)
        hidden = desk.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert hidden <= 0, address

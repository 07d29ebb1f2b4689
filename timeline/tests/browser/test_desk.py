"""A curator goes through the queue by keys alone, in a real browser."""

from datetime import date
from typing import Literal

import pytest
from django.core.cache import cache
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from timeline.models import Change, Event, Timeline
from timeline.tests.browser.test_access import violations
from timeline.tests.browser.test_admin_desk import desk as desk
from timeline.tests.factories import make_article, make_event, make_quote, make_timeline

WAITING = 50


@pytest.fixture
def story(live_server: LiveServer) -> Timeline:
    cache.clear()
    return make_timeline("harbour")


@pytest.fixture
def events(story: Timeline) -> list[Event]:
    """As many candidates as a curator goes through at one sitting, in the order of the queue."""
    return [
        make_event(str(1900 + n), story, is_published=False, headline=f"Boat {n} sails")
        for n in range(WAITING)
    ]


def shown(desk: Page, event: Event) -> None:
    """Wait until the desk shows the event."""
    expect(desk.locator("#desk h1")).to_have_text(event.headline)


def test_fifty_candidates_by_keys_alone(desk: Page, events: list[Event]) -> None:
    keys = "aaxjx" * (WAITING // 5)
    desk.goto("/desk/")
    for key, event in zip(keys, events, strict=True):
        shown(desk, event)
        desk.keyboard.press(key)
    expect(desk.locator("#desk h1")).to_have_text(events[3].headline)
    became = {"a": "published", "x": "rejected", "j": "candidate"}
    expected = {event.pk: became[key] for key, event in zip(keys, events, strict=True)}
    assert dict(Event.objects.values_list("pk", "status")) == expected
    assert Change.objects.count() == WAITING - keys.count("j")
    for event in (events[49], events[47], events[46]):
        desk.keyboard.press("u")
        shown(desk, event)
        expect(desk.locator(".told")).to_contain_text("Undid")
    assert Event.objects.filter(status="candidate").count() == keys.count("j") + 3


def test_headline_and_date_by_keys(desk: Page, events: list[Event]) -> None:
    desk.goto("/desk/")
    desk.keyboard.press("h")
    desk.keyboard.press("Control+a")
    desk.keyboard.type("A boat sails at last")  # with a, x and the like in it
    desk.keyboard.press("Escape")
    desk.keyboard.press("e")
    desk.keyboard.press("Control+a")
    desk.keyboard.type("about May 2018")
    expect(desk.locator("#date-reading")).to_have_text("understood as 2018-05~: about May 2018")
    desk.keyboard.press("Enter")
    expect(desk.locator(".told")).to_contain_text("Changed “A boat sails at last”")
    desk.keyboard.press("a")
    shown(desk, events[1])
    event = Event.objects.get(pk=events[0].pk)
    assert (event.headline, event.edtf, event.status) == (
        "A boat sails at last",
        "2018-05~",
        "published",
    )


def test_merge_split_and_undo_by_keys(desk: Page, story: Timeline) -> None:
    words = "Harbour Bank bought the Fogtown ferry yard for 12 million crowns in May 2012."
    for more in ("", " It was told again."):
        article = make_article(words + more)
        make_event("2012-05", story, is_published=False, article=article, words=words,
                   dated="May 2012", headline=f"The yard is sold{more}")  # fmt: skip
    _first, second = Event.objects.in_order()
    old = make_article("A boat sank in 1999.", published_on=date(2000, 1, 1))
    make_quote(second, old, dated="1999")
    desk.goto(f"/desk/{second.pk}/")
    desk.keyboard.press("s")
    desk.keyboard.press("Space")
    desk.get_by_role("button", name="Split marked").press("Enter")
    expect(desk.locator("#its-sources")).to_have_text("1 quote")
    desk.keyboard.press("m")
    desk.keyboard.press("1")
    expect(desk.locator("#desk h1")).not_to_have_text(second.headline)
    second.refresh_from_db()
    assert second.joined_into
    for undone in ("joined", "split"):
        desk.keyboard.press("u")
        expect(desk.locator(".told")).to_contain_text(f"Undid: {undone}")
    assert Event.objects.filter(status="candidate").count() == 2
    assert sorted(event.quotes.count() for event in Event.objects.all()) == [1, 2]


def test_keys_can_be_switched_off(desk: Page, events: list[Event]) -> None:
    desk.goto("/desk/")
    desk.keyboard.press("?")
    desk.get_by_label("single keys act").uncheck()
    desk.keyboard.press("a")
    desk.goto(f"/desk/{events[1].pk}/")
    expect(desk.locator("#keys-on")).not_to_be_checked()
    desk.keyboard.press("x")
    desk.keyboard.press("j")
    shown(desk, events[1])
    assert not Event.objects.exclude(status="candidate").exists()


def test_without_javascript(desk: Page, events: list[Event]) -> None:
    state = desk.context.storage_state()
    context = desk.context.browser.new_context(  # type: ignore[union-attr]
        java_script_enabled=False, storage_state=state, base_url=desk.url.split("/admin")[0]
    )
    page = context.new_page()
    page.goto("/desk/")
    page.get_by_role("button", name="Accept").click()
    shown(page, events[1])
    page.get_by_role("button", name="Undo my last").click()
    shown(page, events[0])
    assert Event.objects.filter(status="candidate").count() == WAITING
    context.close()


@pytest.mark.parametrize("width", [320, 768, 1440])
def test_it_does_not_scroll_sideways(desk: Page, events: list[Event], width: int) -> None:
    desk.set_viewport_size({"width": width, "height": 900})
    desk.goto("/desk/")
    assert desk.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_nothing(desk: Page, story: Timeline, colours: Literal["light", "dark"]) -> None:
    words = "Harbour Bank bought the Fogtown ferry yard for 12 million crowns in May 2012."
    for more in ("", " It was told again."):
        make_event("2012-05", story, is_published=False, article=make_article(words + more),
                   words=words, dated="May 2012")  # fmt: skip
    make_quote(Event.objects.in_order()[0], stance="disputes")
    desk.emulate_media(color_scheme=colours)
    for address in ("/desk/", "/desk/?q=nowhere", "/desk/keys/"):
        desk.goto(address)
        assert violations(desk) == [], address


def test_keys_are_tried_without_consequences(desk: Page, events: list[Event]) -> None:
    desk.goto("/desk/keys/")
    expect(desk.locator("#tried")).to_contain_text("0 of")
    for key in "axehimdsujk/?123":
        desk.keyboard.press(key)
    expect(desk.locator("#tried")).to_have_text("You know them all.")
    assert Event.objects.filter(status="candidate").count() == WAITING
    assert not Change.objects.exists()

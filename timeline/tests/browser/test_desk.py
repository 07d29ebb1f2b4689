"""A curator goes through the queue by keys alone, in a real browser."""

from datetime import date
from typing import Any, Literal

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


# What is pressed at one candidate after the other, what becomes of it, and what is recorded.
SITTING: list[tuple[list[str], str, list[str]]] = [
    (["a"], "published", ["published"]),
    (["x"], "rejected", ["rejected"]),
    (["j"], "candidate", []),
    (["m", "1"], "rejected", ["joined"]),
    (["a", "u", "x"], "rejected", ["published", "undid: published", "rejected"]),
    (["s", "Space", "o", "j"], "candidate", ["split"]),
    (["x", "u", "a"], "published", ["rejected", "undid: rejected", "published"]),
    (["a"], "published", ["published"]),
    (["s", "Space", "o", "u", "x"], "rejected", ["split", "undid: split", "rejected"]),
    (["x"], "rejected", ["rejected"]),
] * (WAITING // 10)


def make_sitting(story: Timeline) -> list[Event]:
    """A candidate for each line of the table, as its keys need it, in the order of the queue."""
    made = []
    for number, (keys, _, _) in enumerate(SITTING):
        year = str(1900 + number)
        words = f"Harbour Bank bought ferry yard {number} for {number + 2} million in May {year}."
        said: dict[str, Any] = {"edtf": f"{year}-05", "timeline": story, "words": words,
                                "dated": f"May {year}"}  # fmt: skip
        event = make_event(**said, is_published=False, article=make_article(words),
                           headline=f"Yard {number} is sold")  # fmt: skip
        make_quote(event, make_article(f"A {number}th boat was launched."))
        if "m" in keys:
            make_event(**said, article=make_article(f"{words} So it was told."))
        made.append(event)
    return made


def shown(desk: Page, event: Event) -> None:
    """Wait until the desk shows the event."""
    expect(desk.locator("#desk h1")).to_have_text(event.headline)


def press(desk: Page, event: Event, keys: list[str]) -> None:
    """Press the keys at the event, each when the one before it has done its work."""
    for key in keys:
        desk.keyboard.press(key)
        if key == "u":
            shown(desk, event)
            expect(desk.locator(".told")).to_contain_text("Undid")
        elif key == "o":
            expect(desk.locator(".told")).to_contain_text("Split")
        elif key in "ax":
            expect(desk.locator("#desk h1")).not_to_have_text(event.headline)


def test_fifty_candidates_by_keys_alone(desk: Page, story: Timeline) -> None:
    events = make_sitting(story)
    desk.goto("/desk/")
    for event, (keys, _, _) in zip(events, SITTING, strict=True):
        shown(desk, event)
        press(desk, event, keys)
    expect(desk.locator("#desk h1")).to_have_text(events[2].headline)  # passed over
    expected = {event.pk: status for event, (_, status, _) in zip(events, SITTING, strict=True)}
    assert dict(Event.objects.filter(pk__in=expected).values_list("pk", "status")) == expected
    joined = {event.pk for event, (keys, _, _) in zip(events, SITTING, strict=True) if "m" in keys}
    assert {event.pk for event in Event.objects.exclude(joined_into=None)} == joined
    split_off = sum(changes == ["split"] for _, _, changes in SITTING)
    assert Event.objects.count() == WAITING + len(joined) + split_off
    recorded = [done for _, _, changes in SITTING for done in changes]
    told = [change.what for change in Change.objects.order_by("pk")]
    assert len(told) == len(recorded)
    pairs = zip(told, recorded, strict=True)
    assert [what for what, begin in pairs if not what.startswith(begin)] == []


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


def test_a_key_held_down_decides_once(desk: Page, events: list[Event]) -> None:
    desk.goto("/desk/")
    for _ in range(5):  # from the second on the browser says that it repeats
        desk.keyboard.down("x")
        shown(desk, events[1])
    assert Event.objects.filter(status="rejected").count() == 1


def test_what_could_not_be_done_is_told_and_what_was_typed_stays(
    desk: Page, events: list[Event], problems: list[str]
) -> None:
    desk.goto("/desk/")
    desk.fill("#id_headline", "A boat sails at last")
    desk.route("**/desk/*/", lambda route: route.fulfill(status=500))
    desk.get_by_role("button", name="Save", exact=True).click()
    expect(desk.locator(".told")).to_contain_text("failed on the server (500)")
    desk.unroute("**/desk/*/")
    desk.context.set_offline(True)
    desk.get_by_role("button", name="Save", exact=True).click()
    expect(desk.locator(".told")).to_contain_text("can’t be reached")
    desk.context.set_offline(False)
    desk.context.clear_cookies(name="sessionid")
    desk.get_by_role("button", name="Save", exact=True).click()
    expect(desk.locator(".told")).to_contain_text("signed out")
    expect(desk.locator("#id_headline")).to_have_value("A boat sails at last")
    problems.clear()  # the browser reports each


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
    for key in "axehimdsoujk/?123":
        desk.keyboard.press(key)
    expect(desk.locator("#tried")).to_have_text("You know them all.")
    assert Event.objects.filter(status="candidate").count() == WAITING
    assert not Change.objects.exists()

"""What WCAG 2.2 asks for that axe can't see, point by point."""

import re
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from timeline.models import Timeline
from timeline.tests.factories import make_article, make_event, make_timeline

pytestmark = pytest.mark.django_db(transaction=True)
ADDRESSES = ["/t/story/", "/t/story/?view=sources", "/t/story/?q=nothing"]


@pytest.fixture
def story() -> Timeline:
    """Eight events, one a year, by turns of two topics."""
    story = make_timeline("story")
    for year in range(2011, 2019):
        topic = "Bridges" if year % 2 else "Ferries"
        article = make_article(f"It opened in May {year}.", language="en")
        make_event(
            f"{year}-05", story, headline=f"Opening of {year}", topics=[topic], article=article,
            dated=f"in May {year}",
        )  # fmt: skip
    return story


def events(page: Page) -> list[str]:
    return page.locator(".era li :is(h3, h4)").all_inner_texts()


@pytest.mark.parametrize("address", ADDRESSES)
def test_landmarks(page: Page, story: Timeline, address: str) -> None:
    page.goto(address)
    for role in ("banner", "main", "search", "contentinfo"):
        expect(page.get_by_role(role)).to_have_count(1)
    expect(page.locator("[role=application]")).to_have_count(0)
    names = page.locator("nav").evaluate_all("all => all.map(one => one.ariaLabel)")
    assert all(names)
    assert len(names) == len(set(names))


@pytest.mark.parametrize("address", [*ADDRESSES, "event", "article"])
def test_headings_leave_out_no_level(page: Page, story: Timeline, address: str) -> None:
    event = story.events.first()
    assert event
    places = {
        "event": event.get_absolute_url(),
        "article": f"/articles/{event.quotes.get().article_id}/",
    }
    page.goto(places.get(address, address))
    tags = page.locator(":is(h1, h2, h3, h4, h5, h6):visible").evaluate_all(
        "all => all.map(one => +one.tagName[1])"
    )
    assert tags[0] == 1
    assert tags.count(1) == 1
    assert all(level <= before + 1 for before, level in pairwise(tags))


def test_list_as_screen_readers_have_it(page: Page, story: Timeline) -> None:
    page.goto("/t/story/?from=2018&to=2018")
    page.locator(".era summary").click()
    expect(page.locator(".era")).to_match_aria_snapshot("""
        - heading "2018" [level=2]
        - heading "May" [level=3]
        - list:
          - listitem:
            - paragraph:
              - time: May 2018
              - text: some time in the month
            - heading "Opening of 2018" [level=4]:
              - link "Opening of 2018"
            - group:
              - text: 1 quote from 1 source
              - figure:
                - blockquote:
                  - text: It opened
                  - mark: in May 2018
                - paragraph: "/Date words: “in May 2018”/"
                - paragraph:
                  - link "In context"
                  - link "Original"
            - paragraph:
              - link "Ferries"
    """)


def test_status_is_one_short_line(page: Page, story: Timeline) -> None:
    page.goto("/t/story/")
    expect(page.get_by_role("status")).to_have_text("8 events, 2011 to 2018")
    page.locator(".facets").get_by_role("link", name="Bridges 4").click()
    expect(page.get_by_role("status")).to_have_text("4 events, 2011 to 2017")


def test_focus_stays_where_it_was(page: Page, story: Timeline) -> None:
    page.goto("/t/story/")
    page.locator("#topic-bridges").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#topic-bridges[aria-current]")).to_be_focused()
    page.locator("#chip-topic").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".chips")).to_have_count(0)
    expect(page.locator("#results")).to_be_focused()
    page.get_by_label("Words").fill("2012")
    page.get_by_label("Words").press("Enter")
    expect(page.get_by_role("status")).to_have_text("1 event, 2012")
    expect(page.get_by_label("Words")).to_be_focused()


def test_changing_a_field_submits_nothing(page: Page, story: Timeline) -> None:
    page.goto("/t/story/", wait_until="networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_label("Words").fill("2012")
    page.locator("#id_from").fill("2015")
    page.get_by_label("Imprecise dates").select_option("wholly within")
    page.locator("#id_from").blur()
    page.wait_for_timeout(600)
    assert asked == []


def test_bars_of_the_brush_are_apart(page: Page, story: Timeline) -> None:
    page.goto("/t/story/")
    bars = page.locator("#bars")
    assert bars.evaluate("(bars) => getComputedStyle(bars).vectorEffect") == "non-scaling-stroke"
    assert bars.evaluate("(bars) => bars.getAttribute('d').match(/M/g).length") == 8


def test_brush_filters_by_keyboard_and_says_so(page: Page, story: Timeline) -> None:
    page.goto("/t/story/")
    expect(page.get_by_role("group", name="Dates")).to_contain_text(
        "Move the ends, and the page follows."
    )
    low = page.get_by_role("slider", name="From")
    expect(low).to_have_attribute("aria-valuetext", "May 2011")
    low.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(low).to_have_attribute("aria-valuetext", "May 2013")
    expect(page.get_by_role("status")).to_have_text("6 events, 2013 to 2018")
    expect(low).to_be_focused()
    expect(page.locator("#id_from")).to_have_value("2013-05")
    assert page.url.endswith("?from=2013-05")
    high = page.get_by_role("slider", name="To")
    high.focus()
    page.keyboard.press("Home")  # not before the other end
    expect(high).to_have_attribute("aria-valuetext", "May 2013")
    expect(page.get_by_role("status")).to_have_text("1 event, 2013")


def test_without_script_there_is_no_brush_and_no_key(plain_page: Page, story: Timeline) -> None:
    plain_page.goto("/t/story/")
    expect(plain_page.locator(".brush")).to_be_hidden()
    expect(plain_page.locator("#keys")).to_be_hidden()
    plain_page.locator(".facets").get_by_role("link", name="Bridges 4").click()
    expect(plain_page.get_by_role("status")).to_have_text("4 events, 2011 to 2017")
    plain_page.get_by_role("link", name="Remove: Bridges").click()
    expect(plain_page.get_by_role("status")).to_have_text("8 events, 2011 to 2018")


def test_keys_move_and_can_be_switched_off(page: Page, story: Timeline) -> None:
    page.goto("/t/story/")
    focused = "document.activeElement.textContent"
    for key, expected in (("j", 2011), ("j", 2012), ("j", 2013), ("k", 2012)):
        page.keyboard.press(key)
        assert page.evaluate(focused) == f"Opening of {expected}"
    page.keyboard.press("/")
    expect(page.get_by_label("Words")).to_be_focused()
    page.keyboard.type("j/k")
    expect(page.get_by_label("Words")).to_have_value("j/k")
    switch = page.get_by_role("button", name="Keys")
    expect(switch).to_have_attribute("aria-pressed", "true")
    switch.click()
    page.reload()
    expect(switch).to_have_attribute("aria-pressed", "false")
    switch.focus()
    page.keyboard.press("j")
    expect(switch).to_be_focused()


def test_boxes_are_folded_on_a_telephone_until_wanted(page: Page, story: Timeline) -> None:
    page.set_viewport_size({"width": 375, "height": 800})
    page.goto("/t/story/")
    expect(page.locator(".era .when").first).to_be_in_viewport()
    words = page.get_by_label("Words")
    expect(words).to_be_hidden()
    page.keyboard.press("/")
    expect(words).to_be_focused()
    words.fill("2012")
    words.press("Enter")
    expect(page.get_by_role("status")).to_have_text("1 event, 2012")
    page.reload()
    expect(words).to_have_value("2012")
    expect(words).to_be_visible()


def test_keys_can_be_switched_off_after_going_back(page: Page, story: Timeline) -> None:
    page.goto("/t/story/")
    page.get_by_role("link", name="Bridges 4").click()
    expect(page.get_by_role("status")).to_have_text("4 events, 2011 to 2017")
    page.go_back()
    expect(page.get_by_role("status")).to_have_text("8 events, 2011 to 2018")
    switch = page.get_by_role("button", name="Keys")
    switch.click()
    expect(switch).to_have_attribute("aria-pressed", "false")
    page.go_forward()
    expect(page.get_by_role("status")).to_have_text("4 events, 2011 to 2017")
    expect(switch).to_have_attribute("aria-pressed", "false")


@pytest.mark.parametrize("has_script", [True, False])
def test_link_to_a_quote_moves_the_focus_to_it(
    story: Timeline, has_script: bool, request: pytest.FixtureRequest
) -> None:
    page: Page = request.getfixturevalue("page" if has_script else "plain_page")
    page.goto("/t/story/")
    page.get_by_role("link", name="In context").first.click()
    expect(page.locator("mark:target")).to_be_focused()


def test_skip_links_lead_past_filter_and_facets(page: Page, story: Timeline) -> None:
    page.goto("/t/story/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the main part")).to_be_in_viewport()
    page.get_by_role("link", name="Skip to the events").focus()
    expect(page.get_by_role("link", name="Skip to the events")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Opening of 2011"


def test_wheel_is_nobodys_but_the_readers(page: Page, story: Timeline) -> None:
    page.set_viewport_size({"width": 800, "height": 400})
    for address in ("/t/story/", "/t/story/?view=axis"):
        page.goto(address)
        page.mouse.move(400, 300)
        page.mouse.wheel(0, 200)
        page.wait_for_function("scrollY >= 150")


@pytest.mark.parametrize("address", ["/t/story/?q=opened&topic=bridges", "/t/story/?view=sources"])
def test_four_hundred_percent(page: Page, story: Timeline, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 256})  # 1280 by 1024 at 400 %
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    cut = """() => [...document.querySelectorAll("main :is(a, button, input, h1, h3, h4)")]
        .filter((one) => one.checkVisibility() && !one.closest(".skip, .brush, .unseen"))
        .map((one) => one.getBoundingClientRect())
        .filter((box) => box.left < 0 || box.right > 320.5).length"""
    assert page.evaluate(cut) == 0


def test_still_where_motion_is_unwelcome(page: Page, story: Timeline) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto("/t/story/")
    moving = """() => [...document.querySelectorAll("*")].filter((one) =>
        getComputedStyle(one).transitionProperty !== "none" &&
        getComputedStyle(one).transitionDuration !== "0s").length"""
    assert page.evaluate(moving) == 0


def test_signs_are_seen_in_forced_colours(page: Page, story: Timeline) -> None:
    page.emulate_media(forced_colors="active")
    page.goto("/t/story/")
    look = """() => { const sign = getComputedStyle(document.querySelector(".when"), "::after");
        return [sign.borderTopColor, getComputedStyle(document.body).backgroundColor]; }"""
    sign, paper = page.evaluate(look)
    assert sign != paper
    assert re.fullmatch(r"rgb.*", sign)

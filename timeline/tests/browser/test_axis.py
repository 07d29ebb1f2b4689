"""The axis in a real browser: nothing covers anything else, and the keyboard reaches all of it."""

import re
from datetime import date, timedelta

import pytest
from playwright.sync_api import Locator, Page, expect

from timeline.models import Timeline
from timeline.tests.factories import make_event, make_timeline

pytestmark = pytest.mark.django_db(transaction=True)
WIDTHS = (320, 768, 1440)
# Pairs of parts, of different links, that lie on one another by more than a hair's breadth.
MEETING = """() => {
  const isSeen = (part) => getComputedStyle(part).display !== "none";
  const partsOf = (link) => [...link.querySelectorAll("text, rect:not(.hit), line, use")]
    .filter(isSeen).map((part) => [link.textContent, part.getBoundingClientRect()]);
  const meet = ([, a], [, b]) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4;
  const found = [];
  for (const row of document.querySelectorAll(".lane > svg")) {
    const links = [...row.querySelectorAll("a")].map(partsOf);
    links.forEach((parts, number) => links.slice(number + 1).forEach((others) => {
      for (const one of parts) for (const other of others) if (meet(one, other))
        found.push([one[0], other[0]]);
    }));
  }
  const ticks = [...document.querySelectorAll(".ticks g")].filter(isSeen)
    .map((tick) => [tick.textContent, tick.querySelector("text").getBoundingClientRect()]);
  ticks.forEach((one, number) => ticks.slice(number + 1).forEach((other) => {
    if (meet(one, other)) found.push([one[0], other[0]]);
  }));
  return found;
}"""
OUTSIDE = """() => [...document.querySelectorAll("#axis text")].filter((text) => {
  const box = text.getBoundingClientRect();
  return box.width && (box.left < 0 || box.right > document.documentElement.clientWidth);
}).map((text) => text.textContent)"""


@pytest.fixture
def story() -> Timeline:
    story = make_timeline("story")
    for number in range(30):
        day = date(2015, 1, 1) + timedelta(days=number * number * 3)
        make_event(day.isoformat(), story, headline=f"The council votes on bridge {number}",
                   topics=["Votes" if number % 3 else "Bridges"])  # fmt: skip
    old = ("-0043-03-15", "1024~", "2016", "2016-05/2018-02", "2017-09/..", "[..2022]", "201X")
    headline = "Καίσαρ · 中国人民银行成立 · عنوان الخبر هنا"
    for edtf in old:
        make_event(edtf, story, headline=headline, topics=["Old"])
    return story


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_covers_anything_else(page: Page, story: Timeline, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("/t/story/?view=axis")
    expect(page.locator(".lane")).to_have_count(3)
    assert page.evaluate(MEETING) == []
    assert page.evaluate(OUTSIDE) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def focused(page: Page) -> Locator:
    return page.locator("#axis svg a:focus")


def test_axis_is_one_stop_with_arrow_keys(page: Page, story: Timeline) -> None:
    page.goto("/t/story/?view=axis")
    page.locator("#axis .skip").focus()
    page.keyboard.press("Tab")
    expect(focused(page).locator("title")).to_have_text(re.compile("44 BC, 1 event"))
    page.keyboard.press("ArrowRight")
    expect(focused(page).locator("title")).to_have_text(re.compile("1024, 1 event"))
    said = focused(page).locator("title").text_content()
    expect(page.locator("#axis-said")).to_have_text(said or "")
    page.keyboard.press("ArrowDown")
    expect(focused(page).locator("title")).to_have_text(re.compile(": "))
    page.keyboard.press("End")
    page.keyboard.press("Tab")
    expect(page.locator("#axis svg a:focus")).to_have_count(0)
    page.keyboard.press("Shift+Tab")
    expect(focused(page)).to_have_count(1)
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("from=-0043-01&to=-0043-03&view=axis$"))


def test_link_past_the_axis(page: Page, story: Timeline) -> None:
    page.goto("/t/story/?view=axis")
    page.locator("#axis .skip").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#axis svg')") is None


def test_wheel_scrolls_the_page(page: Page, story: Timeline) -> None:
    page.goto("/t/story/?view=axis")
    page.locator(".density").hover()
    before = page.evaluate("scrollY")
    page.mouse.wheel(0, 200)
    page.wait_for_function(f"scrollY > {before}")


def test_mark_opens_the_event_in_the_list_without_javascript(
    plain_page: Page, story: Timeline
) -> None:
    page = plain_page
    page.goto("/t/story/?view=axis")
    page.locator("svg.density a").nth(2).click()
    expect(page.locator(".ways [aria-current]")).to_be_visible()
    page.get_by_role("link", name="All dates").click()
    page.locator(".lane a", has_text="bridge 21").first.click()
    expect(page.locator("li:target")).to_contain_text("The council votes on bridge 21")
    expect(page.locator("li:target")).to_be_in_viewport()


def test_link_to_the_view_is_copied(page: Page, story: Timeline) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("/t/story/?view=axis")
    page.get_by_role("link", name="Share, save, print").click()
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.get_by_label("Link to this view").input_value()
    assert copied.endswith("/t/story/?view=axis")

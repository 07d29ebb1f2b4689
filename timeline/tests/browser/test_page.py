"""The public pages in a real browser: with JavaScript, without it, by keyboard, on paper."""

import re

import pytest
from playwright.sync_api import Page, expect

from articles.dates.box import compile_rules
from timeline.models import Timeline
from timeline.tests.factories import make_article, make_event, make_quote, make_timeline

pytestmark = pytest.mark.django_db(transaction=True)
HEADLINES = "#results li :is(h3, h4)"
WIDTHS = [320, 375, 768, 1440]


@pytest.fixture
def story() -> Timeline:
    story = make_timeline("story", introduction="How the bridge came to the town.")
    text = "The office said that the bridge opened on 4 November 2019 for walkers."
    event = make_event(
        "2019-11-04",
        story,
        headline="The bridge opens",
        topics=["Bridges"],
        article=make_article(text),
        dated="4 November 2019",
    )
    make_quote(
        event, make_article("It opened a day later.", publisher="Hill Gazette"), stance="disputes"
    )
    make_event("2018-21", story, headline="The bridge is planned", is_planned=True)
    make_event("-0043", story, headline="A ferry crosses the river", topics=["Ferries"])
    return story


def choose(page: Page, topic: str) -> None:
    """Narrow the list down to a topic, and wait until the page has settled."""
    page.locator(".facets").get_by_role("link", name=topic).click()
    expect(page.get_by_role("link", name=f"Remove: {topic}")).to_be_visible()
    expect(
        page.locator(".htmx-request, .htmx-swapping, .htmx-settling, .htmx-added")
    ).to_have_count(0)


def headlines(page: Page) -> list[str]:
    return page.locator(HEADLINES).all_inner_texts()


def is_same_document(page: Page) -> bool:
    """Whether the page was swapped in part, not loaded anew, since `mark_document`."""
    return bool(page.evaluate("window.isMarked === true"))


def mark_document(page: Page) -> None:
    page.evaluate("window.isMarked = true")


def test_filter_swaps_the_results_and_pushes_the_address(page: Page, story: Timeline) -> None:
    page.goto("/t/story/")
    mark_document(page)
    page.get_by_label("Words").fill("bridge")
    page.get_by_label("From", exact=True).first.fill("2019")
    page.get_by_role("button", name="Filter").click()
    expect(page.get_by_role("status")).to_have_text("1 event, 2019")
    expect(page.locator("#note-from")).to_have_text("from 1 January 2019 (2019)")
    assert headlines(page) == ["The bridge opens"]
    assert is_same_document(page)
    assert page.url.endswith("/t/story/?q=bridge&from=2019")


def test_links_change_the_results_alone_but_not_the_view(page: Page, story: Timeline) -> None:
    page.goto("/t/story/")
    mark_document(page)
    page.locator(".told .topics").get_by_role("link", name="Ferries").click()
    expect(page).to_have_url(re.compile(r"/t/story/\?topic=ferries$"))
    expect(page.locator(HEADLINES)).to_have_text(["A ferry crosses the river"])
    assert is_same_document(page)
    page.get_by_role("link", name="Axis").click()
    expect(page.locator("#axis")).to_be_visible()
    assert not is_same_document(page)


def test_back_button_restores_list_and_boxes(page: Page, story: Timeline) -> None:
    page.goto("/t/story/")
    mark_document(page)
    choose(page, "Ferries")
    expect(page.locator(HEADLINES)).to_have_count(1)
    page.get_by_label("Words").fill("unheard of")
    page.get_by_role("button", name="Filter").click()
    expect(page.locator(HEADLINES)).to_have_count(0)
    page.go_back()
    expect(page.locator(HEADLINES)).to_have_count(1)
    assert page.url.endswith("/t/story/?topic=ferries")
    expect(page.get_by_label("Words")).to_have_value("")
    expect(page.get_by_role("link", name="Remove: Ferries")).to_be_visible()
    page.go_back()
    expect(page.locator(HEADLINES)).to_have_count(3)
    expect(page.get_by_role("link", name="Remove:")).to_have_count(0)
    page.go_forward()
    expect(page.locator(HEADLINES)).to_have_count(1)
    assert is_same_document(page)


def test_history_over_a_filter_and_its_clearing(page: Page, story: Timeline) -> None:
    def shows(query: str, words: str, *expected: str) -> None:
        expect(page.locator(HEADLINES)).to_have_text(expected)
        expect(page).to_have_url(re.compile(rf"/t/story/{re.escape(query)}$"))
        expect(page.get_by_label("Words")).to_have_value(words)

    everything = ("A ferry crosses the river", "The bridge is planned", "The bridge opens")
    page.goto("/t/story/")
    shows("", "", *everything)
    page.get_by_label("Words").fill("FERRY")
    page.get_by_label("Words").press("Enter")
    shows("?q=FERRY", "FERRY", everything[0])
    page.get_by_role("link", name="Clear the filter").click()
    shows("", "", *everything)
    page.go_back()
    shows("?q=FERRY", "FERRY", everything[0])
    page.go_back()
    shows("", "", *everything)
    page.go_forward()
    shows("?q=FERRY", "FERRY", everything[0])
    page.go_forward()
    shows("", "", *everything)


def test_back_from_another_page_gives_the_whole_page(page: Page, story: Timeline) -> None:
    page.goto("/t/story/")
    choose(page, "Ferries")
    expect(page.locator(HEADLINES)).to_have_count(1)
    page.get_by_role("link", name="A ferry crosses the river").click()
    expect(page.locator("h1")).to_have_text("A ferry crosses the river")
    page.go_back()
    expect(page.locator("h1")).to_have_text("The story of story")
    assert headlines(page) == ["A ferry crosses the river"]
    page.reload()
    expect(page.locator("h1")).to_have_text("The story of story")


def test_date_that_is_not_understood_is_said_by_its_box(page: Page, story: Timeline) -> None:
    compile_rules()  # as a server does when it starts
    page.goto("/t/story/")
    mark_document(page)
    choose(page, "Bridges")
    expect(page.locator(HEADLINES)).to_have_count(1)
    page.get_by_label("From", exact=True).first.fill("the year of the cat")
    page.get_by_label("From", exact=True).first.press("Enter")
    expect(page.locator("#note-from")).to_contain_text("isn’t understood")
    expect(page.get_by_label("From", exact=True).first).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_label("From", exact=True).first).to_be_focused()
    assert headlines(page) == ["The bridge opens"]
    assert is_same_document(page)
    page.get_by_label("From", exact=True).first.fill("")
    page.get_by_label("From", exact=True).first.press("Enter")
    expect(page.locator("#note-from")).to_be_empty()


def test_failed_filter_is_asked_for_as_a_whole_page(
    page: Page, story: Timeline, problems: list[str]
) -> None:
    page.goto("/t/story/")
    Timeline.objects.update(reach="curators")
    page.get_by_role("button", name="Filter").click()
    expect(page.locator("h1")).to_have_text("There is nothing here")
    assert all("404" in problem for problem in problems)
    problems.clear()


def test_everything_works_without_javascript(plain_page: Page, story: Timeline) -> None:
    page = plain_page
    page.goto("/")
    page.get_by_label("Words").fill("bridge")
    page.get_by_label("To", exact=True).fill("2018")
    page.get_by_role("button", name="Filter").click()
    assert headlines(page) == ["The bridge is planned"]
    expect(page.get_by_label("Words")).to_have_value("bridge")
    page.get_by_role("link", name="Clear the filter").click()
    assert len(headlines(page)) == 3
    page.locator("summary").last.click()
    expect(page.locator("blockquote mark")).to_have_text("4 November 2019")
    page.get_by_role("link", name="In context").last.click()
    assert re.search(r"/articles/\d+/#q-\d+$", page.url)
    expect(page.locator("mark:target")).to_be_in_viewport()
    page.get_by_role("link", name="Quoted for the event").click()
    expect(page.locator("h1")).to_have_text("The bridge opens")


def test_all_parts_of_the_quote_that_a_link_leads_to_are_lit(page: Page, story: Timeline) -> None:
    article = make_article("One fell. Two rose. Three fell. Four rose. Five fell.")
    events = [
        make_event("2019", story, article=article, words=words)
        for words in ("One fell. Two rose.", "rose. Three fell.", "fell. Four rose.", "Five fell.")
    ]
    lit = """() => [...document.querySelectorAll(".passage mark")].filter((mark) =>
        getComputedStyle(mark).backgroundColor !== "rgba(0, 0, 0, 0)").map((mark) =>
        [...mark.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data).join("")
    ).join("")"""
    for event in events:
        quote = event.quotes.get()
        page.goto(f"/articles/{article.pk}/#q-{quote.pk}")
        page.reload()
        assert page.evaluate(lit) == quote.exact


def test_keyboard_alone_reaches_and_opens_a_quote(page: Page, story: Timeline) -> None:
    page.goto("/t/story/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the main part")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Words")).to_be_focused()
    page.keyboard.type("opens")
    page.keyboard.press("Enter")
    expect(page.locator(HEADLINES)).to_have_count(1)
    expect(page.get_by_label("Words")).to_be_focused()
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.tagName") == "SUMMARY":
            break
    page.keyboard.press("Enter")
    expect(page.locator("blockquote").first).to_be_visible()


def test_paper_shows_every_quote(page: Page, story: Timeline) -> None:
    page.goto("/t/story/")
    expect(page.locator("blockquote").last).to_be_hidden()
    page.emulate_media(media="print")
    for quote in page.locator("blockquote").all():
        expect(quote).to_be_visible()
    page.emulate_media(media="screen")
    expect(page.locator("blockquote").last).to_be_hidden()

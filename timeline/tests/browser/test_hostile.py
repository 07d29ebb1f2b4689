"""Articles that mean harm: shown as text, within their place, on every page."""

import pytest
from playwright.sync_api import Page, expect

from timeline.models import Event, Timeline
from timeline.tests.factories import make_article, make_event, make_timeline

pytestmark = pytest.mark.django_db(transaction=True)
WIDTHS = [320, 375, 768, 1440]
SCRIPT = '<img src=x onerror="window.isBroken = true"><script>window.isBroken = true</script>'
OVERRIDE = "\u202egnihtyna rof"
STACK = "u" + "\u0334\u0326" * 5_000
LONG = "w" * 100_000


@pytest.fixture
def story() -> Timeline:
    story = make_timeline("story", introduction=LONG[:300])
    story.title = f"{OVERRIDE} {'x' * 90}"
    story.save()
    return story


@pytest.fixture
def event(story: Timeline) -> Event:
    """An event of which every text is hostile."""
    make_event("2018", story, headline="A harmless one")
    text = f"{SCRIPT} {OVERRIDE} {STACK} {LONG} in May 2020. It ended."
    article = make_article(
        text, title=f"{SCRIPT} {STACK[:400]}", publisher=f"{OVERRIDE} {'P' * 150}",
        author=f"{OVERRIDE}{SCRIPT}",
    )  # fmt: skip
    return make_event(
        "2020-01/2020-03", story, headline=f"{SCRIPT}{STACK[:100]}{'L' * 100}", summary=SCRIPT,
        topics=[f"{OVERRIDE} {'T' * 150}"], article=article, dated="in May 2020",
    )  # fmt: skip


def addresses(event: Event) -> list[str]:
    article = event.quotes.get().article_id
    views = ["/t/story/", "/t/story/?view=axis", "/t/story/?view=sources"]
    return [*views, event.get_absolute_url(), f"/articles/{article}/", "/"]


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_wider_than_the_window(page: Page, event: Event, width: int) -> None:
    make_timeline()  # so that the front page lists both
    page.set_viewport_size({"width": width, "height": 800})
    for address in addresses(event):
        page.goto(address)
        for summary in page.locator("summary:visible").all():
            if not summary.evaluate("summary => summary.parentElement.open"):
                summary.click()
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, address


def test_no_script_of_an_article_runs(page: Page, event: Event) -> None:
    for address in addresses(event):
        page.goto(address)
        assert page.evaluate("window.isBroken") is None
        expect(page.locator("img")).to_have_count(0)


def test_stacked_letters_stay_in_their_place(page: Page, event: Event) -> None:
    spills = """(words) => [...document.querySelectorAll("main *")].filter((element) =>
        [...element.childNodes].some((node) => node.nodeType === 3 && node.data.includes(words))
        && !element.closest(":is(title, svg, .unseen, style, script)")
    ).filter((element) => {
        for (let one = element; one; one = one.parentElement)
            if (getComputedStyle(one).overflowY !== "visible") return false;
        return true;
    }).map((element) => element.outerHTML.slice(0, 80))"""
    for address in addresses(event):
        page.goto(address)
        assert page.evaluate(spills, "\u0334\u0326" * 10) == [], address


def test_overrides_turn_no_words_but_their_own(page: Page, event: Event) -> None:
    """What follows a publisher's or topic's name on a line stands to its right."""
    page.goto(event.get_absolute_url())
    follows = """() => {
        const cite = document.querySelector("cite");
        const range = document.createRange();
        range.selectNodeContents(cite.nextSibling);
        const [after] = range.getClientRects();
        const [own] = [...cite.getClientRects()].slice(-1);
        return after.left >= own.right - 1 || after.top > own.top;
    }"""
    assert page.evaluate(follows)

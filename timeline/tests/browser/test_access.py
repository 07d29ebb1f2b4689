"""Every public page and state before axe, in light and dark, with our JavaScript and without.

Without, the scripts come empty: axe itself needs a browser that runs some.
"""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from timeline.models import Event, Timeline
from timeline.tests.factories import make_article, make_event, make_quote, make_timeline

pytestmark = pytest.mark.django_db(transaction=True)
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture
def story() -> Timeline:
    story = make_timeline("story", introduction="How the bridge came to the town.")
    article = make_article("Le pont fut ouvert le 4 novembre 2019.", language="fr")
    event = make_event(
        "2019-11-04", story, headline="The bridge opens", summary="At last.", topics=["Bridges"],
        article=article, dated="4 novembre 2019",
    )  # fmt: skip
    other = make_article("It opened a day later.", publisher="Hill Gazette")
    make_quote(event, other, stance="disputes", dated="a day later")
    make_event("2018-21", story, headline="The bridge is planned", is_planned=True)
    make_event("-0043", story, headline="A ferry crosses the river", topics=["Ferries"])
    return story


def bridge(_story: Timeline) -> Event:
    return Event.objects.get(headline="The bridge opens")


STATES: dict[str, Callable[[Timeline], str]] = {
    "list": lambda story: "/t/story/",
    "filtered": lambda story: "/t/story/?q=bridge&from=spring+2018&topic=bridges",
    "not understood": lambda story: "/t/story/?from=the+year+of+the+cat",
    "nothing found": lambda story: "/t/story/?q=cat&from=2019",
    "axis": lambda story: "/t/story/?view=axis",
    "sources": lambda story: "/t/story/?view=sources",
    "share": lambda story: "/t/story/share/?view=axis",
    "paper": lambda story: "/t/story/?all=1",
    "embedded list": lambda story: "/embed/story/",
    "embedded axis": lambda story: "/embed/story/?view=axis",
    "event": lambda story: bridge(story).get_absolute_url(),
    "article": lambda story: f"/articles/{bridge(story).quotes.first().article_id}/",  # type: ignore[union-attr]
    "timelines": lambda story: f"/?{make_timeline()}",
    "sign in": lambda story: "/sign-in/",
    "nowhere": lambda story: "/nowhere/",
}


# Colours that fade into each other when the scheme changes are looked at once they have.
FADED = """async () => {
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  await Promise.allSettled(document.getAnimations().map((one) => one.finished));
}"""


def violations(page: Page) -> list[str]:
    """What axe finds wrong: rule, what it says, and where."""
    page.evaluate(FADED)
    found = Axe().run(page, options={"runOnly": TAGS, "resultTypes": ["violations"]})
    return [
        f"{one['id']}: {one['help']}: {node['html'][:200]} {node['failureSummary']}"
        for one in found.response["violations"]
        for node in one["nodes"]
    ]


@pytest.mark.parametrize("has_script", [True, False], ids=["script", "plain"])
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(
    state: str, has_script: bool, story: Timeline, page: Page, problems: list[str]
) -> None:
    if not has_script:
        page.route("**/*.js", lambda route: route.fulfill(status=200, body=""))
    page.goto(STATES[state](story))
    for summary in page.locator("summary:visible").all():
        if not summary.evaluate("summary => summary.parentElement.open"):
            summary.click()
    page.emulate_media(color_scheme="light")
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page) == []
    if state == "nowhere":
        problems.clear()  # the browser notes the status 404


def test_axe_would_find_something(page: Page, story: Timeline) -> None:
    page.goto("/t/story/")
    page.evaluate("document.querySelector('h1').style.color = '#eee'")
    assert any(found.startswith("color-contrast") for found in violations(page))

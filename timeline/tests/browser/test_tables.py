"""A table is imported, and an article taken down, in a real browser, before axe too."""

from collections.abc import Iterator
from typing import Literal

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from articles.models import Article
from timeline.models import Event
from timeline.roles import ADMINISTRATOR
from timeline.tests.browser.test_access import violations
from timeline.tests.factories import make_article, make_event, make_timeline
from timeline.tests.roles import make_user

pytestmark = pytest.mark.django_db(transaction=True)
TABLE = {
    "name": "table.csv",
    "mimeType": "text/csv",
    "buffer": b"When,Happening\n4 May 2018,The bridge opens\n31 February 2019,Nothing",
}


@pytest.fixture
def seen_by_axe(office: Page, problems: list[str]) -> Iterator[None]:
    """Lets pass what axe itself does to a page, which the policy of the admin forbids.

    That the pages keep to it, the last test sees.
    """
    yield
    problems.clear()


@pytest.fixture
def office(page: Page) -> Page:
    """The page of an administrator who has signed in on the site itself."""
    make_user(ADMINISTRATOR, "root")
    page.goto("/sign-in/")
    page.get_by_label("Username").fill("root")
    page.get_by_label("Password").fill("open")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("link", name="root")).to_be_visible()
    return page


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.usefixtures("seen_by_axe")
def test_a_table_is_imported(office: Page, colours: Literal["light", "dark"]) -> None:
    make_timeline("story")
    office.emulate_media(color_scheme=colours)
    office.goto(reverse("admin:timeline_event_import"))
    assert violations(office) == []
    office.get_by_label("File").set_input_files(TABLE)  # type: ignore[arg-type]
    office.get_by_role("button", name="Look at it").click()
    office.get_by_label("Happening").select_option("headline")
    office.get_by_role("button", name="Try with these columns").click()
    expect(office.get_by_role("status")).to_contain_text("1 new")
    assert violations(office) == []
    office.get_by_role("button", name="Import 1 row").click()
    expect(office.get_by_text("Imported: 1 row new")).to_be_visible()
    assert Event.objects.get().edtf == "2018-05-04"


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.usefixtures("seen_by_axe")
def test_an_article_is_taken_down(office: Page, colours: Literal["light", "dark"]) -> None:
    article = make_article("The bridge opened late.")
    make_event("2018", make_timeline("story"), article=article, headline="The bridge opens")
    office.emulate_media(color_scheme=colours)
    office.goto(reverse("admin:articles_article_change", args=[article.pk]))
    office.get_by_role("link", name="Take down").click()
    expect(office.get_by_text("This can’t be undone")).to_be_visible()
    assert violations(office) == []
    office.get_by_label("Reason").fill("A court says so.")
    office.get_by_role("button", name="Take it down for good").click()
    expect(office.get_by_text("Nothing of its text is left")).to_be_visible()
    assert violations(office) == []
    assert not Article.objects.exists()


@pytest.mark.parametrize("width", [320, 768, 1440])
def test_nothing_scrolls_sideways(office: Page, width: int) -> None:
    article = make_event(timeline=make_timeline("story")).quotes.get().article
    office.set_viewport_size({"width": width, "height": 900})
    names = ["admin:index", "admin:timeline_event_import", "admin:articles_tombstone_changelist"]
    take_down = reverse("admin:articles_article_take_down", args=[article.pk])
    for address in (*map(reverse, names), take_down, "/desk/keys/", "/sign-in/"):
        office.goto(address)
        assert office.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, address

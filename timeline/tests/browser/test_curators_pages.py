"""Every page of curators before axe, at 400 per cent, and kept to the strict policy."""

from collections.abc import Callable
from typing import Literal

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from timeline.curating.changes import recording
from timeline.curating.curation import reject
from timeline.models import Event, Failure, Picture, Topic
from timeline.tests.admin_pages import EVENTS, page_of
from timeline.tests.browser.test_access import violations
from timeline.tests.factories import make_article, make_event, make_quote, make_timeline
from timeline.tests.test_pictures import drawn

WORDS = "Harbour Bank bought the Fogtown ferry yard for 12 million crowns in May 2012."
SHEET = "headline,date,quote,weather\nThe quay is mended,2019-05,,rain\nBad,31 February 2019,,fog\n"


@pytest.fixture
def desk(page: Page, live_server: LiveServer) -> Page:
    """The page of a signed-in administrator, and something of everything to look at."""
    user = User.objects.create_superuser("root", password="open")
    story = make_timeline("harbour")
    for more in ("", " It was told."):
        make_event("2012-05", story, is_published=False, words=WORDS, dated="May 2012",
                   article=make_article(WORDS + more), topics=["Ferries"])  # fmt: skip
    event = make_event("2013", story, headline="The ferry sails")
    make_quote(event, make_article("It sailed a year later, said the Post.", publisher="Post"))
    event.picture = Picture.objects.keep(drawn())
    event.picture_alt, event.picture_credit = "A ferry", "Ada Reed"
    event.save()
    make_article("Last year in April 2018 the quay was mended.", published_on=None)
    Failure.objects.note(
        story, {"note.md": "it is empty.", "news.jsonl:3": "it is no object."}, "x"
    )
    with recording(user, "rejected one", [event.pk]):
        reject(event)
    page.goto(reverse("admin:login"))
    page.fill("#id_username", "root")
    page.fill("#id_password", "open")
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("heading", name="The curator's desk")).to_be_visible()
    return page


def last() -> Event:
    return Event.objects.get(headline="The ferry sails")


def joining(desk: Page) -> None:
    """The page before events are joined."""
    desk.goto(reverse(EVENTS))
    for box in desk.locator("input.action-select").all():
        box.check()
    desk.get_by_label("Action:").select_option("join_selected")
    desk.get_by_role("button", name="Go").click()
    expect(desk.get_by_role("button", name="Join")).to_be_visible()


def importing(desk: Page) -> None:
    """The page on which a table's columns are said, with what would become of its rows."""
    desk.goto(reverse("admin:timeline_event_import"))
    file = {"name": "table.csv", "mimeType": "text/csv", "buffer": SHEET.encode()}
    desk.locator("input[type=file]").set_input_files(file)  # type: ignore[arg-type]
    desk.locator("form input[type=submit], form button").last.click()
    expect(desk.get_by_text("The quay is mended").first).to_be_visible()


def to(name: str, of: Callable[[], object] | None = None) -> Callable[[Page], None]:
    """The page of this name, of the row if one is given."""

    def go(desk: Page) -> None:
        desk.goto(reverse(name, args=[of().pk] if of else []))  # type: ignore[attr-defined]

    return go


PAGES: dict[str, Callable[[Page], object]] = {
    "front page": to("admin:index"),
    "desk": lambda desk: desk.goto("/desk/"),
    "desk, decided": to("desk_candidate", last),
    "desk, articles": lambda desk: desk.goto("/desk/articles/"),
    "desk, versions": to("desk_versions"),
    "desk, failures": to("desk_failures"),
    "desk, keys": to("desk_keys"),
    "events": to("admin:timeline_event_changelist"),
    "event": lambda desk: desk.goto(page_of(last())),
    "event, new": to("admin:timeline_event_add"),
    "candidate": to("admin:timeline_event_change", lambda: Event.objects.order_by("pk")[0]),
    "event's history": to("admin:timeline_event_history", last),
    "joining": joining,
    "import": to("admin:timeline_event_import"),
    "import, columns": importing,
    "articles": to("admin:articles_article_changelist"),
    "articles, new": to("admin:articles_article_add"),
    "article": to("admin:articles_article_change", lambda: last().quotes.all()[0].article),
    "taking down": to("admin:articles_article_take_down", lambda: last().quotes.all()[0].article),
    "changes": to("admin:timeline_change_changelist"),
    "change": to("admin:timeline_change_change", lambda: last().changes.all()[0]),
    "topics": to("admin:timeline_topic_changelist"),
    "topic": to("admin:timeline_topic_change", lambda: Topic.objects.all()[0]),
    "names": to("admin:timeline_topic_names"),
    "timelines": to("admin:timeline_timeline_changelist"),
    "timeline, new": to("admin:timeline_timeline_add"),
    "judgements": to("admin:timeline_judgement_changelist"),
    "accounts": to("admin:auth_user_changelist"),
}


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_and_400_per_cent_fit(desk: Page, name: str, problems: list[str]) -> None:
    PAGES[name](desk)
    assert problems == []  # the policy holds
    schemes: tuple[Literal["light", "dark"], ...] = ("light", "dark")
    for colours in schemes:
        desk.emulate_media(color_scheme=colours)
        assert violations(desk) == []
    problems.clear()  # axe tries styles of its own
    # 1280 pixels at 400 per cent are 320.
    desk.set_viewport_size({"width": 320, "height": 256})
    assert desk.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0

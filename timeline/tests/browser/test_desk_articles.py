"""Articles, versions and dates at the desk, in a real browser; and two curators on one event."""

from datetime import date
from typing import Literal

import pytest
from django.core.cache import cache
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from articles.models import Article
from articles.readers import Record
from timeline.curating.curation import join, publish
from timeline.events.ingest import ingest_record
from timeline.models import Change, Event, Timeline
from timeline.tests.browser.test_access import violations
from timeline.tests.browser.test_admin_desk import desk as desk
from timeline.tests.factories import make_article, make_curator, make_event, make_timeline

TEXT = "The old lock <b>opened</b> yesterday 🚢. It cost much. The ferry sank on 4 May 2012, late."
SAID = "On 4 May 2012 the ferry Aurora left the harbour of Fogtown with 31 passengers."
STATES = ("article", "preview", "twice", "versions", "conflict", "views")


@pytest.fixture
def story(live_server: LiveServer) -> Timeline:
    cache.clear()
    return make_timeline("harbour")


@pytest.fixture
def article(story: Timeline) -> Article:
    return ingest_record(Record(text=TEXT, language="en", title="A lock"), story).article


def at(article: Article) -> str:
    return reverse("desk_article", args=[article.pk])


def test_words_that_are_selected_become_a_candidate(desk: Page, article: Article) -> None:
    Event.objects.all().delete()
    desk.goto(at(article))
    desk.evaluate("""() => {
        const text = document.getElementById("text");
        const marks = [...text.querySelectorAll("mark")];
        const mark = marks.find((one) => one.textContent.includes("May"));
        const range = document.createRange();
        range.setStart(mark.previousSibling, mark.previousSibling.length - "sank on ".length);
        range.setEnd(mark.nextSibling, ", late".length);
        getSelection().addRange(range);
    }""")
    expect(desk.locator("#quote_words")).to_have_value("sank on 4 May 2012, late")
    assert desk.locator("#quote_at").input_value() == str(TEXT.index("sank on"))
    desk.keyboard.press("q")
    expect(desk.locator(".told")).to_contain_text("Made a candidate")
    event = Event.objects.get()
    assert (event.edtf, event.quotes.get().exact) == ("2012-05-04", "sank on 4 May 2012, late")
    desk.keyboard.press("u")
    expect(desk.locator(".told")).to_contain_text("Undid")
    assert not Event.objects.exists()


def test_a_date_is_previewed_and_set_by_keys(desk: Page, article: Article) -> None:
    desk.goto("/desk/articles/")
    desk.keyboard.press("e")
    desk.keyboard.type("5 November 2019")
    desk.keyboard.press("Enter")
    expect(desk.locator(".preview")).to_contain_text("would be new, on 4 November 2019")
    article.refresh_from_db()
    assert article.published_on is None
    desk.keyboard.press("Escape")
    desk.keyboard.press("a")
    expect(desk.locator("#desk h1")).to_have_text("No article waits")
    article.refresh_from_db()
    assert article.published_on == date(2019, 11, 5)


def test_two_curators_on_one_event_lose_nothing(
    desk: Page, browser: Browser, live_server: LiveServer, story: Timeline
) -> None:
    event = make_event("2012-05-04", story, is_published=False, headline="The ferry sails")
    make_curator("bea")
    context = browser.new_context(base_url=live_server.url)
    other = context.new_page()
    other.goto(f"{reverse('admin:login')}?next={reverse('desk_candidate', args=[event.pk])}")
    other.fill("#id_username", "bea")
    other.fill("#id_password", "open")
    other.get_by_role("button", name="Log in").click()
    desk.goto(reverse("desk_candidate", args=[event.pk]))
    for page, headline in ((other, "Bea's ferry sails"), (desk, "Ada's ferry sails")):
        page.get_by_label("Headline").fill(headline)
        page.get_by_role("button", name="Save", exact=True).click()
        page.wait_for_selector(".told p, .errorlist")
    # The second is told who was first, and sees both versions: theirs above, her own in the box.
    expect(desk.locator(".errorlist").first).to_contain_text("The curator bea changed this event")
    expect(desk.locator(".errorlist").first).to_contain_text("It is now “Bea's ferry sails”")
    expect(desk.get_by_label("Headline")).to_have_value("Ada's ferry sails")
    event.refresh_from_db()
    assert event.headline == "Bea's ferry sails"
    desk.get_by_role("button", name="Save", exact=True).click()
    expect(desk.locator(".told")).to_contain_text("Changed “Ada's ferry sails”")
    assert [str(change) for change in Change.objects.order_by("pk")] == [
        "changed “Bea's ferry sails”", "changed “Ada's ferry sails”",
    ]  # fmt: skip
    context.close()


def show(desk: Page, state: str, article: Article, story: Timeline) -> None:
    """Bring the desk into one of its states."""
    if state == "versions":
        fields = {"language": "en", "url": "https://a.example/1", "published": date(2012, 5, 5)}
        ingest_record(Record(text=f"It rained. {SAID}", **fields), story)  # type: ignore[arg-type]
        publish(Event.objects.get(edtf="2012-05-04", quotes__exact=SAID))
        ingest_record(Record(text=SAID.replace("31", "30"), **fields), story)  # type: ignore[arg-type]
        desk.goto("/desk/versions/")
        expect(desk.locator("ins")).to_have_text("30")
    elif state == "conflict":
        told = [
            make_event(f"2012-05-0{day}", story, is_published=False, dated=f"{day} May 2012",
                       article=make_article(f"It sank on {day} May 2012."))
            for day in (4, 5)
        ]  # fmt: skip
        join(told[0], [told[1]])
        desk.goto(reverse("desk_candidate", args=[told[0].pk]))
        desk.get_by_role("button", name="Take 5 May 2012").click()
        expect(desk.locator(".told")).to_contain_text("Its sources disagree")
    elif state == "views":
        desk.goto("/desk/?kind=happened")
        desk.get_by_text("Keep this as a view").click()
        desk.get_by_label("Keep what is shown as").fill("What happened")
        desk.get_by_role("button", name="Keep", exact=True).click()
        expect(desk.get_by_role("link", name="What happened")).to_be_visible()
    else:
        desk.goto(at(article))
        if state == "preview":
            desk.get_by_label("Published on").fill("5 November 2019")
            desk.get_by_role("button", name="Show what would change").click()
            expect(desk.locator(".preview")).to_be_visible()
        elif state == "twice":
            desk.get_by_label("Words").fill("The")
            desk.get_by_role("button", name="Quote these words").click()
            expect(desk.get_by_text("Which place?")).to_be_visible()


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_and_400_per_cent_fit(
    desk: Page, article: Article, story: Timeline, state: str
) -> None:
    show(desk, state, article, story)
    schemes: tuple[Literal["light", "dark"], ...] = ("light", "dark")
    for scheme in schemes:
        desk.emulate_media(color_scheme=scheme)
        assert violations(desk) == []
    # 1280 pixels at 400 per cent are 320.
    desk.set_viewport_size({"width": 320, "height": 256})
    assert desk.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    buttons = desk.locator("#desk button:visible")
    for button in buttons.all():
        box = button.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320

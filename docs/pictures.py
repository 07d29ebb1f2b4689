"""Takes the pictures of the documentation from a demo that runs; `make pictures` calls it so:

    pictures.py http://localhost:8000 NAME PASSWORD

The browser knows no other host than localhost.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from timeline.tests.browser.conftest import FLAGS, find_chromium

HERE = Path(__file__).parent
DISPUTED = "A noodle shop takes its first test payment in digital yuan"
LIST = "/?from=2019&to=2019&within=certain"
NOTES = {
    "name": "notes.csv",
    "mimeType": "text/csv",
    "buffer": b"""When,Happening,Weather,Paper,Quote
4 May 2018,The bridge over the Sill opens,Rain,Harbour Post,"The bridge was opened on 4 May 2018."
about 1850,A ferry crosses the Sill,,,
31 February 2019,Nothing at all,,,""",
}


def main(site: str, name: str, password: str) -> None:
    """Write every picture beside this file."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
        first = browser.new_page()
        first.goto(site)
        timeline = first.url.rstrip("/")  # the front page leads to the only timeline
        first.get_by_role("link", name=DISPUTED).click()
        event = first.url
        take(browser, f"{timeline}{LIST}", "timeline", opens=DISPUTED)
        take(browser, f"{timeline}/?view=axis", "axis")
        take(browser, f"{timeline}/?view=sources&from=2019", "sources")
        take(browser, event, "event", height=1100)
        take(browser, f"{timeline}/?sources=2", "narrow", width=375, height=812, is_dark=True)
        page = browser.new_page(viewport={"width": 1280, "height": 900}, locale="en-GB")
        page.goto(f"{site}/sign-in/")
        page.get_by_label("Username").fill(name)
        page.get_by_label("Password").fill(password)
        page.get_by_role("button", name="Sign in").click()
        take_desk(page, site)
        browser.close()


def take_desk(page: Page, site: str) -> None:
    """The curator's side. A candidate is rejected, to show it, and is one again at the end."""
    steps: dict[str, Callable[[], object]] = {
        "front": lambda: page.goto(f"{site}/admin/"),
        "keys": lambda: page.goto(f"{site}/desk/keys/"),
        "desk": lambda: page.goto(f"{site}/desk/"),
        "articles": lambda: page.get_by_role("link", name="Whole article").first.click(),
        "undo": lambda: show_change(page, site),
        "import": lambda: show_import(page, site),
    }
    for picture, show in steps.items():
        show()
        page.screenshot(path=HERE / f"{picture}.png")


def show_change(page: Page, site: str) -> None:
    """The page of a change, just before its button is pressed."""
    page.goto(f"{site}/desk/")
    page.get_by_role("button", name="Reject").click()
    page.locator(".told p").wait_for()
    page.goto(f"{site}/admin/timeline/change/")
    page.locator("#result_list .field-what a").first.click()


def show_import(page: Page, site: str) -> None:
    """The change is undone, and a table tried."""
    page.get_by_role("button", name="Undo this").click()
    page.goto(f"{site}/admin/timeline/event/import/")
    page.get_by_label("File").set_input_files(NOTES)  # type: ignore[arg-type]
    page.get_by_role("button", name="Look at it").click()
    page.get_by_label("Happening").select_option("headline")
    page.get_by_label("Paper").select_option("publisher")
    page.get_by_role("button", name="Try with these columns").click()


def take(
    browser: Browser,
    address: str,
    name: str,
    *,
    width: int = 1280,
    height: int = 1000,
    is_dark: bool = False,
    opens: str = "",
) -> None:
    """A picture of what a window of this size shows; `opens` is the event whose quotes it shows."""
    page = browser.new_page(
        viewport={"width": width, "height": height},
        color_scheme="dark" if is_dark else "light",
        locale="en-GB",
    )
    page.goto(address)
    if opens:
        event = page.get_by_role("listitem").filter(has=page.get_by_role("link", name=opens))
        event.locator("summary").click()
        page.evaluate("scrollTo(0, document.querySelector('#found').offsetTop - 24)")
    elif "view=" in address or width < height / 2:
        page.evaluate("scrollTo(0, document.querySelector('.filter').offsetTop - 24)")
    page.screenshot(path=HERE / f"{name}.png")
    page.close()


if __name__ == "__main__":
    main(*sys.argv[1:])

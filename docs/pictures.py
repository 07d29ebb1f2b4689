"""Takes the pictures of the documentation from a demo that runs: pictures.py http://localhost:8000.

The browser knows no other host than localhost.
"""

import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from timeline.tests.browser.conftest import FLAGS, find_chromium

HERE = Path(__file__).parent
DISPUTED = "A noodle shop takes its first test payment in digital yuan"
LIST = "/?from=2019&to=2019&within=certain"


def main(site: str) -> None:
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
        take(browser, f"{timeline}{LIST}", "narrow", width=375, height=812, is_dark=True)
        browser.close()


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
    main(sys.argv[1])

"""A real browser before a real server. What goes wrong unseen on a page fails its test."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    expect,
    sync_playwright,
)
from pytest_django.live_server_helper import LiveServer

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = [
    "--no-sandbox",  # root, as in a container, gets no sandbox
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",
]
NO_CHROMIUM = (
    "no Chromium for the tests of the browser: install it (Debian: apt install chromium) "
    "or set CHROMIUM to its path"
)
PATIENCE = 10_000  # milliseconds; a missing element fails in this time


def find_chromium() -> str | None:
    """The path of Chromium: $CHROMIUM, else the first known name on the PATH."""
    if named := os.environ.get("CHROMIUM"):
        return shutil.which(named)
    return next(filter(None, map(shutil.which, NAMES)), None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test in this folder as one of the browser; skip it where there is none."""
    here = Path(__file__).parent
    chromium = find_chromium()
    for item in items:
        if here in item.path.parents:
            item.add_marker("browser")
            if not chromium:
                item.add_marker(pytest.mark.skip(reason=NO_CHROMIUM))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests.

    While Playwright runs, its event loop is the main thread's, and Django takes every query
    of a test for one made in the middle of asynchronous code: it is told that none is.
    """
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        chromium = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
        expect.set_options(timeout=PATIENCE)
        yield chromium
        chromium.close()


@pytest.fixture
def problems() -> list[str]:
    """What went wrong unseen so far. A test that means to provoke an error clears it."""
    return []


@pytest.fixture
def page(browser: Browser, live_server: LiveServer, problems: list[str]) -> Iterator[Page]:
    """A page in a fresh context, with the live server's address as the base of its URLs."""
    yield from _page_of(browser.new_context(base_url=live_server.url), problems)


@pytest.fixture
def plain_page(browser: Browser, live_server: LiveServer, problems: list[str]) -> Iterator[Page]:
    """The same without JavaScript."""
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    yield from _page_of(context, problems)


def _page_of(context: BrowserContext, problems: list[str]) -> Iterator[Page]:
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    _watch(page, problems)
    yield page
    context.close()
    assert not problems, "\n".join(problems)


def _watch(page: Page, problems: list[str]) -> None:
    """Note console and script errors, breaches of the policy, and requests to other hosts."""

    def on_request(request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in ("data", "blob", "about") and parts.hostname != "localhost":
            problems.append(f"another host was asked: {request.url}")

    def on_console(line: ConsoleMessage) -> None:
        if line.type == "error":
            problems.append(f"console: {line.text} ({line.location['url']})")

    page.context.on("request", on_request)
    page.context.on("console", on_console)
    page.context.on("weberror", lambda error: problems.append(f"script error: {error.error}"))

"""What a timeline's page costs its readers, in a real browser on a synthetic timeline.

    python benchmarks/page.py 1000 10000 [--view axis] [--json]

For each number of events a timeline is made in a database of its own, served by gunicorn as
`make run` does, and read by Chromium (CHROMIUM, or the first of the usual names on the PATH). Times
are medians of three, in milliseconds; `first event` is from the beginning of the navigation to the
frame that shows one, `filter` from the click to the frame after the results are settled. A slow
reader has a processor four times slower, 1.6 Mbit/s and 150 ms to the server and back. Bytes are
those on the wire with an empty cache; `blocking` sums what long tasks take beyond 50 ms each, until
the page is first asked anything: Playwright then puts a large script of its own into it.
`read plainly` counts events met by following links without JavaScript (up to 40 pages), `on paper`
those of `?all=1`, which has a cap. Queries are the most that any of several filters takes.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import urlopen

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, sync_playwright
from served import Served

ROOT = Path(__file__).resolve().parent.parent
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
RUNS = 3
MOST_PAGES = 40
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 2e5, "uploadThroughput": 2e5}
EVENT = {"list": ".era li", "axis": "#axis svg a"}
FILTERS = ("", "from=2001", "topic=topic-3", "topic=topic-3&publisher=paper-1&from=2001&to=2015")
# Notes when the first event was on the screen, and what tasks took longer than 50 ms.
WATCH = """
window.blocked = 0;
new PerformanceObserver((list) => {
  for (const task of list.getEntries()) window.blocked += Math.max(0, task.duration - 50);
}).observe({ type: "longtask", buffered: true });
const look = () => requestAnimationFrame(() => {
  if (!document.querySelector("%s")) return look();
  requestAnimationFrame(() => { window.firstEvent = performance.now(); });
});
look();
"""
FILTER = """() => new Promise((done) => {
  const form = document.querySelector("form.filter");
  form.querySelector("[name=from]").value = "2010";
  const began = performance.now();
  addEventListener("htmx:afterSettle", () => requestAnimationFrame(() => requestAnimationFrame(
    () => done(performance.now() - began))), { once: true });
  form.requestSubmit();
})"""


def build(total: int) -> None:
    """Make the timeline in the database that the environment names."""
    sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]
    os.environ["DJANGO_SETTINGS_MODULE"] = "timeline.settings"
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    import_module("synthetic").make_timeline(total)
    print(json.dumps(most_queries()))


def most_queries() -> dict[str, int]:
    """The queries of the costliest of some pages, by view, when the index is up to date."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client, found = Client(SERVER_NAME="127.0.0.1"), {}
    for view in EVENT:
        client.get(f"/t/story/?view={view}")
        counts = []
        for query in FILTERS:
            with CaptureQueriesContext(connection) as captured:
                client.get(f"/t/story/?view={view}&{query}")
            counts.append(len(captured))
        found[view] = max(counts)
    return found


@contextmanager
def site(total: int) -> Iterator[tuple[str, dict[str, int]]]:
    """A timeline of so many events, served: its address, and its queries by view."""
    with tempfile.TemporaryDirectory() as folder:
        database = f"sqlite:///{folder}/page.sqlite3"
        environment = {**os.environ, "DATABASE_URL": database, "DEBUG": "false"}
        collect = ["manage.py", "collectstatic", "--noinput", "--verbosity", "0"]
        for run in (collect, [__file__, "--build", str(total)]):
            built = subprocess.run(  # noqa: S603
                [sys.executable, *run],
                env=environment, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True,
            )  # fmt: skip
        with Served(ROOT, environment) as served:
            address = f"{served.origin}/t/story/"
            for _ in range(8):
                urlopen(address).read()  # noqa: S310  # both workers then have the index at hand
            yield address, json.loads(built.stdout.splitlines()[-1])


@contextmanager
def opened(browser: Browser, view: str, **options: Any) -> Iterator[tuple[Page, CDPSession]]:
    """A page of a new context with an empty cache, and its session of the DevTools protocol."""
    context: BrowserContext = browser.new_context(**options)
    page = context.new_page()
    page.add_init_script(WATCH % EVENT[view])
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    yield page, session
    context.close()


def first_event(browser: Browser, address: str, view: str, *, is_slow: bool) -> dict[str, float]:
    """When the first event is seen, and for how long the page does not answer."""
    with opened(browser, view) as (page, session):
        if is_slow:
            session.send("Network.emulateNetworkConditions", SLOW)
            session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        page.goto(address)
        page.wait_for_timeout(2_500 if is_slow else 1_000)
        return {
            "first event": page.evaluate("window.firstEvent"),
            "blocking": page.evaluate("window.blocked"),
        }


def filtering(browser: Browser, address: str, view: str) -> dict[str, float]:
    """From the click on "Filter" to the new results."""
    with opened(browser, view) as (page, _):
        page.goto(address)
        return {"filter": page.evaluate(FILTER)}


def weight(browser: Browser, address: str, view: str) -> dict[str, float]:
    """Bytes on the wire, other hosts that were asked, elements, and the heap in megabytes."""
    with opened(browser, view) as (page, session):
        sizes: list[float] = []
        hosts: set[str | None] = set()
        session.on("Network.loadingFinished", lambda one: sizes.append(one["encodedDataLength"]))
        page.on("request", lambda request: hosts.add(urlsplit(request.url).hostname))
        page.goto(address, wait_until="networkidle")
        session.send("HeapProfiler.collectGarbage")
        heap = session.send("Runtime.getHeapUsage")["usedSize"]
        return {
            "kB on the wire": sum(sizes) / 1000,
            "other hosts": len(hosts - {"127.0.0.1"}),
            "elements": page.evaluate("document.querySelectorAll('*').length"),
            "heap MB": heap / 1e6,
            "axe violations": len(Axe().run(page).response["violations"]),
        }


def without_script(browser: Browser, address: str) -> dict[str, float]:
    """How many events can be read page by page, and how many stand on paper."""
    with opened(browser, "list", java_script_enabled=False) as (page, _):
        page.goto(address)
        read, pages = page.locator(EVENT["list"]).count(), 1
        while pages < MOST_PAGES and (later := page.locator("a[rel=next]")).count():
            later.first.click()
            read, pages = read + page.locator(EVENT["list"]).count(), pages + 1
        page.goto(f"{address}?all=1")
        return {"read plainly": read, "on paper": page.locator(EVENT["list"]).count()}


def median_of(measure: Callable[[], dict[str, float]]) -> dict[str, float]:
    """The median of each figure."""
    rows = [measure() for _ in range(RUNS)]
    return {name: statistics.median(row[name] for row in rows) for name in rows[0]}


def measured(browser: Browser, total: int, view: str) -> dict[str, float]:
    """All figures of a view of a timeline of so many events."""
    with site(total) as (story, queries):
        address = story if view == "list" else f"{story}?view={view}"
        quick = median_of(lambda: first_event(browser, address, view, is_slow=False))
        slow = median_of(lambda: first_event(browser, address, view, is_slow=True))
        return {
            "first event": quick["first event"],
            "first event, slow": slow["first event"],
            "blocking, slow": slow["blocking"],
            **median_of(lambda: filtering(browser, address, view)),
            **weight(browser, address, view),
            **(without_script(browser, story) if view == "list" else {}),
            "queries": queries[view],
        }


def chromium() -> str:
    """The path of the browser."""
    names = (os.environ.get("CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome")
    found = next(filter(None, map(shutil.which, filter(None, names))), None)
    return found or sys.exit("No Chromium was found: install it, or set CHROMIUM to its path.")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("totals", type=int, nargs="+", metavar="EVENTS")
    parser.add_argument("--view", choices=EVENT, default="list")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--build", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.build:
        return build(options.totals[0])
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        found = {total: measured(browser, total, options.view) for total in options.totals}
        browser.close()
    if options.json:
        print(json.dumps({"view": options.view, "events": found}))
        return None
    print(f"{'':20}" + "".join(f"{total:>12,}" for total in found))
    for name in next(iter(found.values())):
        print(f"{name:20}" + "".join(f"{row[name]:12.1f}" for row in found.values()))
    return None


if __name__ == "__main__":
    main()

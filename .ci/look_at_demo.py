"""Waits for the site at the address given, and looks at what it serves as a browser would."""

import gzip
import re
import sys
import time
from http.client import HTTPMessage
from urllib.error import URLError
from urllib.request import Request, urlopen

POLICY = {
    "default-src 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
}


def get(url: str) -> tuple[HTTPMessage, bytes]:
    """Headers and body, as compressed as the server sends it; raises HTTPError from status 400."""
    request = Request(url, headers={"Accept-Encoding": "gzip"})  # noqa: S310
    with urlopen(request, timeout=10) as response:  # noqa: S310
        return response.headers, response.read()


def wait_for(url: str, seconds: float) -> None:
    """Return once the site answers."""
    end = time.monotonic() + seconds
    while True:
        try:
            get(url)
        except URLError as error:
            if not isinstance(error.reason, ConnectionRefusedError):
                raise
            if time.monotonic() > end:
                sys.exit(f"{url} does not answer")
            time.sleep(0.3)
        else:
            return


def look_at_page(url: str) -> str:
    """The page's HTML, sent under the policy."""
    headers, body = get(url)
    policy = {part.strip() for part in headers["Content-Security-Policy"].split(";")}
    assert policy == POLICY, f"{url} is sent under {policy}"
    if headers["Content-Encoding"] == "gzip":
        body = gzip.decompress(body)
    return body.decode()


def look_at_static(url: str) -> None:
    """A style sheet or script comes compressed, and for good."""
    headers, _ = get(url)
    assert headers["Content-Encoding"] == "gzip", f"{url} is not compressed"
    assert "immutable" in headers["Cache-Control"], f"{url} is not cached for good"


def look_at(site: str) -> None:
    """Front page, timeline, log-in and every style sheet and script of the timeline."""
    wait_for(f"{site}/", seconds=60)
    slug = re.search(r"/t/[\w-]+/", look_at_page(f"{site}/"))
    assert slug, "the front page names no timeline"
    page = look_at_page(site + slug[0])
    assert page.count("<blockquote") > 1, "the timeline shows no quotes"
    look_at_page(f"{site}/admin/login/")
    static = re.findall(r'"(/static/[^"]+\.(?:css|js))"', page)
    assert static, "the timeline has no style sheet"
    for path in static:
        look_at_static(site + path)
    print(f"{slug[0]} is served, and {len(static)} style sheets and scripts")


if __name__ == "__main__":
    look_at(sys.argv[1])

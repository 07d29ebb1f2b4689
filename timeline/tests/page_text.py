"""What tests read from a page."""

import re
from typing import Any

from django.test import Client

from timeline.index.live import snapshot_now
from timeline.search import catch_up

HTMX = {"HTTP_HX_REQUEST": "true"}
RESTORING = HTMX | {"HTTP_HX_HISTORY_RESTORE_REQUEST": "true"}


def bring_up_to_date() -> None:
    """Let index and search know what was stored, as the first page after each change does."""
    snapshot_now()
    catch_up()


def body_of(client: Client, address: str = "/t/story/", **headers: Any) -> str:
    """The page at the address as text; it must be there."""
    response = client.get(address, **headers)
    assert response.status_code == 200
    return response.content.decode()


def headlines(body: str) -> list[str]:
    """The headlines of a timeline's page, in order."""
    return re.findall(r'<h[34] dir="auto"><a href="/events/\d+/">(.*?)</a>', body)


def offers(body: str) -> dict[str, dict[str, int]]:
    """The facets of a page: for each filter its values and the numbers beside them."""
    aside = re.search(r"<aside.*?</aside>", body, re.DOTALL)
    links = re.findall(r'<a id="(\w+)-(\S+)" href.*?<span>(\d+)</span>', aside[0] if aside else "")
    found: dict[str, dict[str, int]] = {}
    for name, value, number in links:
        found.setdefault(name, {})[value] = int(number)
    return found

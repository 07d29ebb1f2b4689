"""What tests read from a page."""

import re
from typing import Any

from django.test import Client

HTMX = {"HTTP_HX_REQUEST": "true"}
RESTORING = HTMX | {"HTTP_HX_HISTORY_RESTORE_REQUEST": "true"}


def body_of(client: Client, address: str = "/t/story/", **headers: Any) -> str:
    """The page at the address as text; it must be there."""
    response = client.get(address, **headers)
    assert response.status_code == 200
    return response.content.decode()


def headlines(body: str) -> list[str]:
    """The headlines of a timeline's page, in order."""
    return re.findall(r'<h[34]><a href="/events/\d+/">(.*?)</a>', body)

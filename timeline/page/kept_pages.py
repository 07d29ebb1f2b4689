"""Pages that anybody may see, kept until something they tell of changes."""

import gzip
import re
from collections import OrderedDict
from collections.abc import Callable
from functools import partial, wraps
from threading import Lock
from typing import Any, NamedTuple

import brotli
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language

from timeline.index.live import snapshot_now

MOST_PAGES = 500
# Compressed, so that all of them together stay under some ten megabytes.
LARGEST = 50_000
# Quick ones: a page is compressed while its reader waits.
COMPRESS: dict[str, Callable[[bytes], bytes]] = {
    "br": lambda body: brotli.compress(body, quality=5),
    "gzip": lambda body: gzip.compress(body, 3, mtime=0),
}
ACCEPTED = re.compile(r"\b(br|gzip)\b(?!\s*;\s*q=0\.?0*\s*(?:,|$))")
VARIES_BY = ("HX-Request", "HX-History-Restore-Request")

View = Callable[..., HttpResponse]


class KeptPage(NamedTuple):
    """A response whose body is compressed."""

    body: bytes
    headers: dict[str, str]


class Shelf:
    """The pages of one snapshot of the index; of the next there are none yet."""

    def __init__(self) -> None:
        self._snapshot: object = None
        self._pages: OrderedDict[Any, KeptPage] = OrderedDict()
        self._lock = Lock()

    def get(self, snapshot: object, key: Any) -> KeptPage | None:
        """The page, if it is of this snapshot."""
        with self._lock:
            if snapshot is not self._snapshot or key not in self._pages:
                return None
            self._pages.move_to_end(key)
            return self._pages[key]

    def put(self, snapshot: object, key: Any, page: KeptPage) -> None:
        """Keep the page; the one that was asked for longest ago may have to go."""
        with self._lock:
            if snapshot is not self._snapshot:
                self._snapshot, self._pages = snapshot, OrderedDict()
            self._pages[key] = page
            if len(self._pages) > MOST_PAGES:
                self._pages.popitem(last=False)


_shelf = Shelf()


def kept(view: View) -> View:
    """Give what the view gave to the same question, while the index is the same.

    For views that show everybody what the index and its events say, and nothing else; whoever is
    signed in gets a page made for them. Vouches for a page only within one day. The view gets the
    `snapshot` that its page is to tell of.
    """

    @wraps(view)
    def give(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        snapshot = snapshot_now()
        make = partial(view, request, *args, snapshot=snapshot, **kwargs)
        if request.user.is_authenticated:
            return make()
        accepted = ACCEPTED.findall(request.headers.get("Accept-Encoding", ""))
        encoding = "br" if "br" in accepted else "gzip"
        key = (*_key(request), encoding)
        page = _shelf.get(snapshot, key)
        if page is None:
            response = make()
            if response.status_code != 200 or response.cookies or response.streaming:
                return response
            page = KeptPage(COMPRESS[encoding](response.content), dict(response.items()))
            if len(page.body) <= LARGEST:
                _shelf.put(snapshot, key, page)
        return _response(page, encoding if accepted else "")

    return give


def _key(request: HttpRequest) -> tuple[object, ...]:
    asked = (request.headers.get(name) for name in VARIES_BY)
    return request.get_full_path(), *asked, get_language(), timezone.localdate()


def _response(page: KeptPage, encoding: str) -> HttpResponse:
    """The page as it is kept, or unpacked if the reader's browser takes none of the encodings."""
    body = page.body if encoding else gzip.decompress(page.body)
    response = HttpResponse(body, headers=page.headers)
    if encoding:
        response["Content-Encoding"] = encoding
    response["Content-Length"] = str(len(body))
    patch_vary_headers(response, ["Accept-Encoding"])
    return response

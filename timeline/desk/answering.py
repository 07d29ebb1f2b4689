"""How the desk's pages are answered: whole or, for HTMX, without the frame; and to whom."""

from typing import Any, cast
from urllib.parse import urlencode

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django_htmx.http import push_url
from django_htmx.middleware import HtmxDetails

MOST_UPCOMING = 6
# By the name of each desk's first page that of the page of one row.
OF_ONE = {"desk": "desk_candidate", "desk_articles": "desk_article"}


def answer(request: HttpRequest, name: str, context: dict[str, Any]) -> HttpResponse:
    """The page of this name; for HTMX the part of it that changes."""
    htmx = cast(HtmxDetails, request.htmx)  # type: ignore[attr-defined]
    is_partial = bool(htmx) and not htmx.history_restore_request
    template = f"desk/_{name}.html" if is_partial else f"desk/{name}.html"
    framed = {**admin.site.each_context(request), "title": "Review", **context}
    response = render(request, template, framed)
    if is_partial:
        push_url(response, request.get_full_path())
    patch_vary_headers(response, ["HX-Request", "HX-History-Restore-Request"])
    return response


def address(request: HttpRequest, name: str, pk: int | None) -> str:
    """The page of the row of this id, or the first page of its desk, with the same narrowing."""
    path = reverse(OF_ONE[name], args=[pk]) if pk else reverse(name)
    given = {key: value for key, value in request.GET.items() if value}
    return f"{path}?{urlencode(given)}" if given else path


def check_sits_here(request: HttpRequest) -> None:
    """Raise PermissionDenied unless the user works on events."""
    if not (request.user.is_staff and request.user.has_perm("timeline.change_event")):
        raise PermissionDenied


def tell_refusal(request: HttpRequest, error: ValidationError) -> None:
    """Say why a step could not be taken."""
    for reason in error.messages:
        messages.error(request, reason)


def tell_done(request: HttpRequest, what: str) -> None:
    """Say what was done: “published “The pier opens””, as a sentence."""
    messages.success(request, f"{what[:1].upper()}{what[1:]}.")

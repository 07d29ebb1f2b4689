"""What one person may see is kept by no cache that others share."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import patch_cache_control

Answer = Callable[[HttpRequest], HttpResponseBase]


def keep_private(answer: Answer) -> Answer:
    """The middleware that says so of every page that was asked for with a session.

    A browser may keep it, but asks again each time: so nobody sees it after signing out.
    """

    def give(request: HttpRequest) -> HttpResponseBase:
        response = answer(request)
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            patch_cache_control(response, private=True, no_cache=True)
        return response

    return give

"""The reader's language is that of the browser; the curator's is English throughout."""

from django.http import HttpRequest
from django.middleware.locale import LocaleMiddleware
from django.utils import translation

OF_CURATORS = ("/admin/", "/desk/")


class ReaderLanguageMiddleware(LocaleMiddleware):
    """Django's choice of a language by Accept-Language, for the public pages alone.

    Of the curator's only Django's own words are translated, and half a translation is none.
    """

    def process_request(self, request: HttpRequest) -> None:
        """Choose the language in which the request is answered."""
        if request.path.startswith(OF_CURATORS):
            translation.activate("en-gb")
            request.LANGUAGE_CODE = "en-gb"
        else:
            super().process_request(request)

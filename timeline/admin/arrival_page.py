"""The page on which articles arrive, in place of a form for a new row."""

from collections.abc import Sequence
from typing import Any

from django.contrib.admin.helpers import AdminForm
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from articles.admin import HistoryAdmin
from articles.models import Article
from articles.store import Outcome
from timeline.admin.arrivals import ArrivalForm
from timeline.curating.telling import tell_arrivals
from timeline.events.ingest import Ingested


class ArrivalPage(HistoryAdmin[Article]):
    """The admin of articles, as far as they are pasted or uploaded."""

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The page on which articles are pasted or uploaded."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = ArrivalForm(request.POST or None, request.FILES or None)
        if form.is_valid():
            arrived, failures = form.store()
            tell_arrivals(request, arrived, failures)
            self._log_arrivals(request, arrived)
            return HttpResponseRedirect(self._after_arrival(arrived))
        return self._render_arrival(request, form)

    def _log_arrivals(self, request: HttpRequest, arrived: Sequence[Ingested]) -> None:
        logs = {
            Outcome.ADDED: self.log_addition,
            Outcome.NEW_VERSION: self.log_addition,
            Outcome.FILLED: self.log_change,
        }
        for one in arrived:
            if log := logs.get(one.outcome):
                log(request, one.article, f"{one.outcome.capitalize()}.")

    def _after_arrival(self, arrived: Sequence[Ingested]) -> str:
        if len(arrived) == 1:
            return reverse("admin:articles_article_change", args=[arrived[0].article.pk])
        return reverse("admin:articles_article_changelist")

    def _render_arrival(self, request: HttpRequest, form: ArrivalForm) -> HttpResponse:
        fieldsets = [
            (None, {"fields": ["text", "file", "timeline"]}),
            ("What you know besides", {"fields": ["published_on", "title", "publisher", "url"]}),
        ]
        context = {
            **self.admin_site.each_context(request),
            "title": "Add articles",
            "opts": self.opts,
            "adminform": AdminForm(form, fieldsets, {}),  # type: ignore[arg-type]
            "media": self.media + form.media,
        }
        return TemplateResponse(request, "admin/articles/article/add_form.html", context)

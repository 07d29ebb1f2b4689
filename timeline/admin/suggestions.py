"""What an article's text says of its own publication date: shown, and accepted by a button."""

from bisect import bisect_left
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import URLPattern, path, reverse
from django.utils.safestring import SafeString

from articles.admin import HistoryAdmin
from articles.dates import in_words
from articles.models import Article
from timeline.admin.changes import offer_undo
from timeline.curating.redating import accepting, recorded
from timeline.curating.telling import tell_reread


class SuggestionPage(HistoryAdmin[Article]):
    """The admin of articles, as far as they suggest their own publication date.

    A curator accepts a single day as it is; of a wider span the curator types the day.
    """

    def get_urls(self) -> list[URLPattern]:
        """The parent's addresses, and the one that accepts a suggestion."""
        accept = self.admin_site.admin_view(self.accept_view)
        return [
            path("<int:pk>/accept/", accept, name="articles_article_accept"),
            *super().get_urls(),
        ]

    def get_fieldsets(self, request: HttpRequest, obj: Article | None = None) -> Any:
        """The parent's, without an empty suggestion; with its button for those who may press it."""
        name = ""
        if obj and obj.suggestion:
            may_change = self.has_change_permission(request, obj)
            name = "acceptable" if may_change and not obj.published_on else "suggested"
        (title, options), *rest = super().get_fieldsets(request, obj)
        fields = [name if field == "suggested" else field for field in options["fields"]]
        return [(title, {**options, "fields": list(filter(None, fields))}), *rest]

    @admin.display(description="written")
    def suggested(self, article: Article) -> SafeString:
        """When it was probably written, and the evidence."""
        return _shown(article, may_accept=False)

    @admin.display(description="written")
    def acceptable(self, article: Article) -> SafeString:
        """The same with a button for a single day."""
        return _shown(article, may_accept=True)

    @admin.display(description="known from", ordering="published_basis")
    def known_from(self, article: Article) -> str:
        """How its publication date is known; else when it was probably written."""
        when = article.suggestion.get("when")
        if when and not article.published_on:
            return f"probably {in_words(when)}"
        return article.get_published_basis_display()

    def accept_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Take the suggested day as the publication date, if it is still what was shown."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        if not self.has_change_permission(request):
            raise PermissionDenied
        with transaction.atomic():
            article = get_object_or_404(Article.objects.select_for_update(), pk=pk)
            self._accept(request, article)
        return HttpResponseRedirect(reverse("admin:articles_article_change", args=[pk]))

    def _accept(self, request: HttpRequest, article: Article) -> None:
        day = request.POST.get("day", "")
        try:
            act = accepting(article, day)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
            return
        what = f"dated “{article}” {in_words(day)}"
        done, made = recorded(request.user, what, article, act)
        self.log_change(request, article, f"Accepted {day} as its publication date.")
        tell_reread(request, article, done)
        offer_undo(request, made.change)


def _shown(article: Article, *, may_accept: bool) -> SafeString:
    day: str = article.suggestion["day"]
    marked = list(article.mentions.order_by("start").values_list("start", flat=True))
    context = {
        "words": article.suggestion["words"],
        "evidence": [
            {"says": piece["says"], "mark": _first_within(marked, piece["start"], piece["end"])}
            for piece in article.suggestion["evidence"]
        ],
        "may_accept": may_accept,
        "day": day,
        "day_in_words": in_words(day).removeprefix("on ") if day else "",
    }
    return render_to_string("admin/articles/article/suggestion.html", context)


def _first_within(starts: list[int], start: int, end: int) -> int | None:
    """The first of the starts that lies in a stretch, if any does."""
    place = bisect_left(starts, start)
    return starts[place] if place < len(starts) and starts[place] < end else None

"""The page on which an article is taken down, and the tombstones that are left of such."""

from dataclasses import dataclass

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse

from articles.admin import HistoryAdmin
from articles.models import Article, Tombstone
from timeline.models import Event
from timeline.takedown import Hanging, hanging_on, take_down

MOST_SHOWN = 20
FIELDS = ("article", "publisher", "url", "published_on", "taken_down_at", "by", "reason")


@dataclass(frozen=True)
class AffectedEvents:
    """Events of which the same becomes: how many, and the first of them."""

    label: str
    number: int
    events: list[Event]

    @property
    def left(self) -> int:
        """How many are not shown."""
        return self.number - len(self.events)


class ReasonForm(forms.Form):
    """Why an article is taken down."""

    reason = forms.CharField(
        max_length=400,
        widget=forms.TextInput({"class": "vTextField"}),
        help_text="Kept with the tombstone, for those who work here. No words of the text, please.",
    )


class TakeDownPage(HistoryAdmin[Article]):
    """The admin of articles, as far as they are taken down."""

    def get_urls(self) -> list[URLPattern]:
        """The parent's addresses, and the one that takes an article down."""
        view = self.admin_site.admin_view(self.take_down_view)
        return [
            path("<int:pk>/take-down/", view, name="articles_article_take_down"),
            *super().get_urls(),
        ]

    def take_down_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """What hangs on the article; with a reason given, it is taken down."""
        if not request.user.has_perm("articles.take_down_article"):
            raise PermissionDenied
        article = get_object_or_404(Article, pk=pk)
        form = ReasonForm(request.POST or None)
        if not form.is_valid():
            return self._ask(request, article, form)
        stone = take_down(article, request.user, form.cleaned_data["reason"])
        self.log_addition(request, stone, "Taken down.")  # type: ignore[arg-type]
        messages.success(request, "It was taken down. Nothing of its text is left here.")
        return HttpResponseRedirect(reverse("admin:articles_tombstone_change", args=[stone.pk]))

    def _ask(self, request: HttpRequest, article: Article, form: ReasonForm) -> HttpResponse:
        hanging = hanging_on(article)
        context = {
            **self.admin_site.each_context(request),
            "title": f"Take down “{article}”?",
            "opts": self.opts,
            "article": article,
            "form": form,
            "hanging": hanging,
            "groups": groups_of(hanging),
        }
        return TemplateResponse(request, "admin/articles/article/take_down.html", context)


def groups_of(hanging: Hanging) -> list[AffectedEvents]:
    """The events that hang on it, by what becomes of them."""
    reworded = list(hanging.reworded())
    groups = [
        _group("Published and left without a quote: back to the candidates", hanging.left_without),
        _group("Never published and told by nothing else: deleted", hanging.going),
        _group("Kept by the quotes of others", hanging.staying),
        AffectedEvents("Losing a headline or summary that has its words", len(reworded),
              reworded[:MOST_SHOWN]),
    ]  # fmt: skip
    return [group for group in groups if group.number]


def _group(label: str, events: QuerySet[Event]) -> AffectedEvents:
    return AffectedEvents(label, events.count(), list(events[:MOST_SHOWN]))


@admin.register(Tombstone)
class TombstoneAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # Django has no brackets here
    """What was taken down. Deleting a tombstone lets the text be added again."""

    list_display = FIELDS
    list_select_related = ["by"]
    list_per_page = 50
    show_full_result_count = False
    readonly_fields = FIELDS
    search_fields = ["url", "publisher", "reason"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Nobody: they are left by what is taken down."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Tombstone | None = None) -> bool:
        """Nobody."""
        return False

    def has_view_permission(self, request: HttpRequest, obj: Tombstone | None = None) -> bool:
        """Whoever sees articles."""
        return request.user.has_perm("articles.view_article")

    def has_delete_permission(self, request: HttpRequest, obj: Tombstone | None = None) -> bool:
        """Whoever takes articles down."""
        return request.user.has_perm("articles.take_down_article")

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Whoever sees articles."""
        return self.has_view_permission(request)

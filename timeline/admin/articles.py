"""Articles: taken in, dated, and shown with what was read of them."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db import models, transaction
from django.db.models import Count, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Substr
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles.models import WAITING, Article, Mention, PublishedBasis
from timeline.admin.arrival_page import ArrivalPage
from timeline.admin.arrivals import DayInput
from timeline.admin.article_form import ArticleForm, ListedForm
from timeline.admin.article_tables import mention_table, quote_table
from timeline.admin.changes import offer_undo
from timeline.admin.filters import DatedFilter, TimelineFilter
from timeline.admin.held import Deleted
from timeline.admin.suggestions import SuggestionPage
from timeline.admin.taking_back import take_back, with_what_goes
from timeline.admin.taking_down import TakeDownPage
from timeline.curating.marking import marked_text
from timeline.curating.redating import recorded
from timeline.curating.telling import tell_reread
from timeline.events.reread import Reread, reread

OPENING_LENGTH = 60
# What the dates of a text are read by.
READ_BY = {"published_on", "language"}


@admin.register(Article)
class ArticleAdmin(SuggestionPage, TakeDownPage, ArrivalPage):
    """Articles. Their text is never edited; a corrected one comes in as a new version."""

    form = ArticleForm
    can_revert = False
    list_display = [
        "name", "published_on", "known_from", "publisher", "waiting", "version",
    ]  # fmt: skip
    list_editable = ["published_on"]
    list_filter = [
        DatedFilter, "publisher", TimelineFilter, ("language", admin.AllValuesFieldListFilter),
    ]  # fmt: skip
    formfield_overrides = {models.DateField: {"widget": DayInput}}
    list_select_related = ["publisher"]
    search_fields = ["title", "url"]
    search_help_text = "Words of the title or the URL."
    autocomplete_fields = ["publisher"]
    readonly_fields = [
        "version", "published_basis", "suggested", "acceptable", "added_at", "marked", "read",
        "quoted",
    ]  # fmt: skip
    fieldsets = [
        (None, {"fields": ["version", ("published_on", "published_basis"), "suggested", "title",
                           "publisher", "url", ("author", "language"), "public_text", "added_at"]}),
        ("Text", {"fields": ["marked"], "classes": ["wide-field"]}),
        ("Words that name a time", {"fields": ["read"], "classes": ["wide-field"]}),
        ("Quoted by", {"fields": ["quoted"], "classes": ["wide-field"]}),
    ]  # fmt: skip

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        """Articles without their texts, which may be long, but with their first words."""
        unresolved = Mention.objects.filter(WAITING, article=OuterRef("pk"))
        counted = unresolved.order_by().values("article").annotate(n=Count("pk")).values("n")
        return (
            super()
            .get_queryset(request)
            .defer("text")
            .annotate(
                opening=Substr("text", 1, OPENING_LENGTH),
                newer=F("replaced_by__pk"),
                unresolved=Subquery(counted),
            )
        )

    def get_changelist_form(self, request: HttpRequest, **kwargs: Any) -> Any:
        """The form of a row of the list."""
        return super().get_changelist_form(request, form=ListedForm, **kwargs)

    @admin.display(description="title", ordering="title")
    def name(self, article: Article) -> str:
        """The title, else how the text begins."""
        return article.title or f"{getattr(article, 'opening', '').strip()}…"

    def action_checkbox(self, obj: Article) -> SafeString:
        """The box that selects a row; the parent would fetch the text of untitled articles."""
        return format_html(
            '<input type="checkbox" name="{}" value="{}" class="action-select" '
            'aria-label="Select “{}” for an action">',
            ACTION_CHECKBOX_NAME,
            obj.pk,
            self.name(obj),
        )

    @admin.display(description="dates waiting", ordering="unresolved")
    def waiting(self, article: Article) -> str:
        """How many of its dates can't be resolved yet."""
        return str(getattr(article, "unresolved", None) or "")

    @admin.display(description="version")
    def version(self, article: Article) -> str:
        """Whether it was replaced by a newer version, or replaces an older one."""
        newer = getattr(article, "newer", None)
        if newer:
            return _version("replaced by a newer one", newer, "replaced")
        older = article.replaces_id
        return _version("replaces an older one", older, "replacing") if older else "the only one"

    @admin.display(description="text")
    def marked(self, article: Article) -> SafeString:
        """The text with its mentions marked."""
        return format_html(
            '<div class="article-text" lang="{}" tabindex="0" role="region" '
            'aria-label="The text">{}</div>',
            article.language,
            marked_text(article.text, article.mentions.order_by("start")),
        )

    @admin.display(description="mentions")
    def read(self, article: Article) -> SafeString:
        """A table of what was read, and why."""
        return mention_table(article, article.mentions.order_by("start"))

    @admin.display(description="quotes")
    def quoted(self, article: Article) -> SafeString:
        """The events that quote it."""
        return quote_table(article)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """The page of an article; another one is added on a page that differs from it."""
        context["show_save_and_add_another"] = False
        return super().render_change_form(request, context, *args, **kwargs)

    def get_deleted_objects(
        self, objs: Sequence[Any] | QuerySet[Any], request: HttpRequest
    ) -> Deleted:
        """What goes with the articles; published events that quote them keep them."""
        return with_what_goes(objs, request, super().get_deleted_objects(objs, request))

    def delete_model(self, request: HttpRequest, obj: Article) -> None:
        """Delete the article, with what it alone had made."""
        with transaction.atomic():
            take_back([obj])
            super().delete_model(request, obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        """The same for several."""
        with transaction.atomic():
            take_back(queryset)
            super().delete_queryset(request, queryset)

    def save_model(self, request: HttpRequest, obj: Article, form: Any, change: bool) -> None:
        """Store the article; where a curator changed what its dates are read by, read it again."""
        if "published_on" in form.changed_data:
            obj.published_basis = PublishedBasis.CURATOR
        if not READ_BY & set(form.changed_data):
            super().save_model(request, obj, form, change)
            return

        def store_and_read() -> Reread:
            super(ArticleAdmin, self).save_model(request, obj, form, change)
            return reread(obj)

        what = f"corrected what “{obj}” is read by"
        done, made = recorded(request.user, what, obj, store_and_read)
        tell_reread(request, obj, done)
        offer_undo(request, made.change)


def _version(words: str, other: int, css_class: str) -> SafeString:
    address = reverse("admin:articles_article_change", args=[other])
    return format_html('<a class="{}" href="{}">{}</a>', css_class, address, words)

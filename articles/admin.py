"""The part of the admin that knows no event: publishers, and the history that all pages show."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeVar

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.text import capfirst
from simple_history.admin import SimpleHistoryAdmin
from simple_history.template_utils import HistoricalRecordContextHelper

from articles.models import Publisher

M = TypeVar("M", bound=Model)

if TYPE_CHECKING:
    _Admin = admin.ModelAdmin
else:

    class _Admin(SimpleHistoryAdmin):
        """Django's ModelAdmin takes its model in brackets in its stubs only."""

        def __class_getitem__(cls, model: type[Model]) -> type["_Admin"]:
            return cls


class HistoryAdmin(_Admin[M]):
    """Keeps who changed what, and shows it a page at a time.

    With `can_revert` an old version can be put back by its form. Not so where saving must keep
    more than the form knows: there the history only tells. `derived` fields follow from
    others, so that a curator who reads a history learns nothing from them.
    """

    can_revert = True
    derived = frozenset({"text_hash"})
    list_per_page = 50
    show_full_result_count = False
    history_list_per_page = 50
    object_history_list_template = "admin/history_list.html"

    def revert_disabled(self, request: HttpRequest, obj: M | None = None) -> bool:
        """Whether old versions can only be looked at."""
        return not self.can_revert or not self.has_change_permission(request, obj)

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The history; 404 of what can be no id, with which the parent would ask the database."""
        if not (object_id.isascii() and object_id.isdecimal()):
            raise Http404
        response: HttpResponse = super().history_view(request, object_id, extra_context)
        return response

    def history_form_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """An old version in a form that puts it back; the parent hides only its button."""
        if self.revert_disabled(request):
            raise PermissionDenied
        response: HttpResponse = super().history_form_view(  # type: ignore[misc]
            request, *args, **kwargs
        )
        return response

    def set_history_delta_changes(
        self, request: HttpRequest, historical_records: Sequence[Any], **kwargs: Any
    ) -> None:
        """Give each record what it changed, also the last one of a page."""
        records = list(historical_records)
        for record, older in pairwise(records):
            self.set_changes(request, record, older)
        if records and (older := records[-1].prev_record):
            self.set_changes(request, records[-1], older)

    def get_historical_record_context_helper(
        self, request: HttpRequest, historical_record: Any
    ) -> HistoricalRecordContextHelper:
        """What words changes: by the record's own model, which may be of a part of this one."""
        return HistoricalRecordContextHelper(historical_record.instance_type, historical_record)

    def set_changes(self, request: HttpRequest, record: Any, older: Any) -> None:
        """Give one record what it changed, compared with the one before it."""
        delta = record.diff_against(older, excluded_fields=self.derived, foreign_keys_are_objs=True)
        context = self.get_historical_record_context_helper(request, record)
        changes = context.context_for_delta_changes(delta)
        record.history_delta_changes = [*changes, *self._changes_by_steps(record, older)]

    def _changes_by_steps(self, record: Any, older: Any) -> Iterator[dict[str, str]]:
        """What changed in fields that no form has, as a status: the parent passes over them."""
        for field in record.tracked_fields:
            is_told = field.editable or field.name in self.derived
            if not is_told and getattr(record, field.attname) != getattr(older, field.attname):
                name = capfirst(field.verbose_name)
                yield {"field": name, "old": _shown(older, field), "new": _shown(record, field)}


def _shown(record: Any, field: Any) -> str:
    value = getattr(record, field.attname)
    return str(dict(field.flatchoices).get(value, value))


@admin.register(Publisher)
class PublisherAdmin(HistoryAdmin[Publisher]):
    """Who publishes, and how much of their articles the public may read."""

    list_display = ["name", "public_text", "article_count"]
    list_filter = ["public_text"]
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Publisher]:
        """Publishers with the number of their articles."""
        return super().get_queryset(request).annotate(article_total=Count("articles"))

    @admin.display(description="articles", ordering="article_total")
    def article_count(self, publisher: Publisher) -> int:
        """How many articles it published."""
        return int(publisher.article_total)  # type: ignore[attr-defined]

"""What the lists of articles and events can be narrowed to."""

from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.db.models import Exists, F, IntegerField, Max, Min, OuterRef, QuerySet
from django.db.models.functions import Cast
from django.http import HttpRequest

from articles.dates import EdtfError, parse_edtf
from articles.dates.days import day_parts, iso_year
from articles.models import Article, Publisher
from timeline.models import Event, Quote, Timeline, Topic
from timeline.phrasing.precision import label_in_text

Choices = list[tuple[str, str]]
# Added to day numbers so that division rounds years BCE the same way on every database.
ABOVE_ZERO = 100 * 146_097
MOST_YEARS = 24


class DatedFilter(admin.SimpleListFilter):
    """Whether an article's publication date is known."""

    title = "publication date"
    parameter_name = "dated"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:
        """Known or not."""
        return [("yes", "known"), ("no", "not known")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        """The articles with or without a date."""
        if self.value() not in ("yes", "no"):
            return queryset
        return queryset.filter(published_on__isnull=self.value() == "no")


class TimelineFilter(admin.SimpleListFilter):
    """The timeline that articles or events stand on.

    Django's own filter sorts out duplicates, of which there are none, and so reads every row.
    """

    title = "timeline"
    parameter_name = "timeline"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:
        """Every timeline."""
        return list(Timeline.objects.values_list("slug", "title"))

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """The rows on the timeline."""
        return queryset.filter(timelines__slug=self.value()) if self.value() else queryset


class TopicFilter(admin.SimpleListFilter):
    """The topic that events carry."""

    title = parameter_name = "topic"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:
        """Every topic in use."""
        used = Topic.objects.filter(events__isnull=False).distinct()
        return list(used.values_list("slug", "name"))

    def queryset(self, request: HttpRequest, queryset: QuerySet[Event]) -> QuerySet[Event]:
        """The events that carry it."""
        return queryset.filter(topics__slug=self.value()) if self.value() else queryset


class PublisherFilter(admin.SimpleListFilter):
    """Who published an article that events quote."""

    title = parameter_name = "publisher"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:
        """Every publisher of an article."""
        used = Publisher.objects.filter(articles__isnull=False).distinct()
        return list(used.values_list("slug", "name"))

    def queryset(self, request: HttpRequest, queryset: QuerySet[Event]) -> QuerySet[Event]:
        """The events that quote it."""
        quotes = Quote.objects.filter(event=OuterRef("pk"), article__publisher__slug=self.value())
        return queryset.filter(Exists(quotes)) if self.value() else queryset


class YearFilter(admin.SimpleListFilter):
    """The year, or decade, in which events begin ("2018", "201X")."""

    title = "year"
    parameter_name = "year"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:
        """The years that have events; where they are many, decades, and the years of one."""
        years = sorted(set(years_with_events()))
        if len(years) <= MOST_YEARS:
            return [_year(year) for year in years]
        choices: dict[str, str] = {}
        for year in years:
            value, label = _decade(year)
            choices[value] = label
            if self._chosen_decade() == value:
                choices.update([_year(year)])
        return list(choices.items())

    def _chosen_decade(self) -> str:
        value = self.value() or ""
        return value if value.endswith("X") else f"{value[:-1]}X"

    def queryset(self, request: HttpRequest, queryset: QuerySet[Event]) -> QuerySet[Event]:
        """The events that begin (or, without a beginning, end) in the year or decade."""
        if not self.value():
            return queryset
        try:
            span = parse_edtf(self.value() or "")
        except EdtfError as error:
            raise IncorrectLookupParameters(str(error)) from error
        return queryset.filter(sort_day__range=(span.first_day, span.last_day))


def years_with_events() -> Iterator[int]:
    """Every year (astronomically numbered) in which an event begins; some come twice.

    One query groups the days by 365: such a group touches two years at most, those of its first
    and its last day, so that nothing but these has to be read.
    """
    group = Cast((F("sort_day") + ABOVE_ZERO) / 365, IntegerField())
    ends = Event.objects.order_by().values(group=group)
    for row in ends.annotate(first=Min("sort_day"), last=Max("sort_day")):
        yield from (day_parts(row[end])[0] for end in ("first", "last"))


def _year(year: int) -> tuple[str, str]:
    return iso_year(year), f"{year}" if year > 0 else f"{1 - year} BC"


def _decade(year: int) -> tuple[str, str]:
    """The decade of a year; EDTF has none beyond four digits, where each year stands by itself."""
    if abs(year) > 9999:
        return _year(year)
    value = f"{iso_year(year)[:-1]}X"
    return value, label_in_text(value).removeprefix("the ")

"""Timelines, their events, and the quotes that each event stands on."""

import uuid
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from articles.dates import EdtfError, parse_edtf
from articles.models import Article, Mention
from timeline.querysets import (
    EventQuerySet,
    QuoteQuerySet,
    TimelineQuerySet,
    check_quotes_remain,
)

CONTEXT_LENGTH = 32
# Stands for an open end where spans are compared: no two dates lie further apart.
OPEN_SPAN = 2**31 - 1


class Timeline(models.Model):
    """A named collection of events, told from a pile of articles."""

    slug = models.SlugField(max_length=80, unique=True)
    title = models.CharField(max_length=200)
    introduction = models.TextField(blank=True)
    is_public = models.BooleanField("public", default=True)
    articles = models.ManyToManyField(Article, blank=True, related_name="timelines")

    objects = TimelineQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title

    def natural_key(self) -> tuple[str]:
        """What fixtures name this timeline by."""
        return (self.slug,)

    def get_absolute_url(self) -> str:
        """The address of its page."""
        return reverse("timeline", args=[self.slug])


class TopicManager(models.Manager["Topic"]):
    """Finds topics by slug."""

    def get_by_natural_key(self, slug: str) -> "Topic":
        """The topic with this slug."""
        return self.get(slug=slug)


class Topic(models.Model):
    """A person, body, place or theme that readers filter by."""

    name = models.CharField(max_length=200, unique=True)
    slug = models.SlugField(max_length=80, unique=True)
    aliases = models.JSONField(default=list, blank=True, help_text="Other names, as a JSON list.")

    objects = TopicManager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str]:
        """What fixtures name this topic by."""
        return (self.slug,)


class Status(models.TextChoices):
    """Whether a curator has chosen to show an event."""

    CANDIDATE = "candidate", "candidate"
    PUBLISHED = "published", "published"
    REJECTED = "rejected", "rejected"


class Event(models.Model):
    """Something that happened, or is planned, at a time that its quotes tell."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    headline = models.CharField(max_length=300)
    summary = models.TextField(blank=True)
    edtf = models.CharField("date (EDTF)", max_length=200)
    first_day = models.IntegerField(null=True, editable=False)
    last_day = models.IntegerField(null=True, editable=False)
    granularity = models.CharField(max_length=10, blank=True, editable=False)
    sort_day = models.IntegerField(editable=False)
    sort_span = models.IntegerField(editable=False, help_text="Minus its days: the longer first.")
    status = models.CharField(
        max_length=10, choices=Status, default=Status.CANDIDATE, editable=False
    )
    is_planned = models.BooleanField("planned", default=False)
    topics = models.ManyToManyField(Topic, blank=True, related_name="events")
    timelines = models.ManyToManyField(Timeline, blank=True, related_name="events")
    decided = models.JSONField(
        default=list, blank=True, editable=False, help_text="The fields that a curator decided."
    )
    joined_into = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="joined", editable=False
    )
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = EventQuerySet.as_manager()
    history = HistoricalRecords(m2m_fields=[topics, timelines])

    class Meta:
        ordering = ["sort_day", "sort_span", "id"]
        indexes = [
            models.Index(fields=["sort_day", "sort_span", "id"], name="event_order"),
            models.Index(fields=["status", "sort_day"], name="event_status_order"),
        ]

    def __str__(self) -> str:
        return self.headline

    def natural_key(self) -> tuple[str]:
        """What fixtures name this event by."""
        return (str(self.uid),)

    def get_absolute_url(self) -> str:
        """The address of its page."""
        return reverse("event", args=[self.pk])

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store the row with the days of its date; published, it must have a quote."""
        self._read_date()
        if self.status == Status.PUBLISHED and not (self.pk and self.quotes.exists()):
            raise ValidationError(
                f"“{self.headline}” can't be published without a quote that supports it."
            )
        self.version += 1
        super().save(*args, **kwargs)

    def _read_date(self) -> None:
        try:
            span = parse_edtf(self.edtf)
        except EdtfError as error:
            raise ValidationError({"edtf": str(error)}) from error
        first, last = span.first_day, span.last_day
        anchor = first if first is not None else last
        if anchor is None:
            raise ValidationError({"edtf": f"“{self.edtf}” has neither a first nor a last day."})
        self.edtf, self.first_day, self.last_day = span.edtf, first, last
        self.granularity, self.sort_day = span.granularity, anchor
        is_open = first is None or last is None
        self.sort_span = -OPEN_SPAN if is_open else first - last  # type: ignore[operator]

    def decide(self, *fields: str) -> None:
        """Mark the fields as a curator's word, which no reading of articles moves again."""
        self.decided = sorted({*self.decided, *fields})


class Quote(models.Model):
    """The exact words of an article that an event stands on.

    Positions and context as in the W3C Web Annotation model: TextPositionSelector (`start`,
    `end`, half open, in code points) and TextQuoteSelector (`exact`, `prefix`, `suffix`).
    """

    class Stance(models.TextChoices):
        """What the words say of the event."""

        SUPPORTS = "supports", "supports"
        DISPUTES = "disputes", "disputes"

    event = models.ForeignKey(Event, models.CASCADE, related_name="quotes")
    article = models.ForeignKey(Article, models.PROTECT, related_name="quotes")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    exact = models.TextField()
    prefix = models.CharField(max_length=CONTEXT_LENGTH, blank=True, editable=False)
    suffix = models.CharField(max_length=CONTEXT_LENGTH, blank=True, editable=False)
    mention = models.ForeignKey(
        Mention, models.SET_NULL, null=True, blank=True, related_name="quotes"
    )
    stance = models.CharField(max_length=10, choices=Stance, default=Stance.SUPPORTS)

    objects = QuoteQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["article", "start"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "article", "start", "end"], name="quote_once_an_event"
            ),
            models.CheckConstraint(condition=Q(start__lt=F("end")), name="quote_not_empty"),
        ]

    def __str__(self) -> str:
        return self.exact if len(self.exact) <= 80 else f"{self.exact[:79]}…"

    def natural_key(self) -> tuple[str, str, str, int, int]:
        """What fixtures name this quote by."""
        return (str(self.event.uid), *self.article.natural_key(), self.start, self.end)

    natural_key.dependencies = [  # type: ignore[attr-defined]
        "timeline.event",
        "articles.mention",
    ]

    def clean(self) -> None:
        """Check that the words stand in the article at the place that they claim."""
        text = self.article.text
        if not self.exact or text[self.start : self.end] != self.exact:
            raise ValidationError(
                f"The words “{self}” do not stand in “{self.article}” at characters "
                f"{self.start} to {self.end}."
            )
        mention = self.mention
        if mention and not (
            mention.article_id == self.article_id
            and self.start <= mention.start
            and mention.end <= self.end
        ):
            raise ValidationError("The words of the date must lie within the quote.")
        self.prefix = text[max(0, self.start - CONTEXT_LENGTH) : self.start]
        self.suffix = text[self.end : self.end + CONTEXT_LENGTH]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store the quote with its context, if its words stand in the article."""
        self.clean()
        with transaction.atomic():
            if self.pk:
                elsewhere = Quote.objects.filter(pk=self.pk).exclude(event=self.event_id)
                check_quotes_remain(elsewhere)
            super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Delete the quote, unless it is the last one of a published event."""
        with transaction.atomic():
            check_quotes_remain(Quote.objects.filter(pk=self.pk))
            return super().delete(*args, **kwargs)

"""Events: what happened, or is planned, and when."""

import uuid
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse

from articles.dates import EdtfError, parse_edtf
from articles.histories import Records
from timeline.models.event_queryset import EventQuerySet
from timeline.models.picture import Picture
from timeline.models.timeline import Timeline, Topic

# Stands for an open end where spans are compared: no two dates lie further apart.
OPEN_SPAN = 2**31 - 1


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
    is_inferred = models.BooleanField(
        "date inferred from publication", default=False,
        help_text="No source says when: it was over by the day of publication. Untick this to "
        "stand by that, or give another date; before, the event can’t be published.",
    )  # fmt: skip
    date_reason = models.CharField(
        "why this date", max_length=300, blank=True,
        help_text="Shown to readers beside a date that a curator settled.",
    )  # fmt: skip
    picture = models.ForeignKey(
        Picture, models.PROTECT, null=True, blank=True, editable=False, related_name="events"
    )
    picture_alt = models.CharField(
        "what the picture shows", max_length=500, blank=True,
        help_text="Read to those who can’t see it.",
    )  # fmt: skip
    picture_credit = models.CharField("whose picture it is", max_length=300, blank=True)
    topics = models.ManyToManyField(Topic, blank=True, related_name="events")
    timelines = models.ManyToManyField(Timeline, blank=True, related_name="events")
    decided = models.JSONField(
        default=list, blank=True, editable=False, help_text="The fields that a curator decided."
    )
    made_for = models.ForeignKey(
        Timeline, models.SET_NULL, null=True, blank=True, related_name="+", editable=False,
        help_text="The timeline on which it was first a candidate.",
    )  # fmt: skip
    joined_into = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="joined", editable=False
    )
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = EventQuerySet.as_manager()
    history = Records(m2m_fields=[topics, timelines])

    class Meta:
        base_manager_name = "objects"  # related managers keep what must hold, too
        ordering = ["sort_day", "sort_span", "id"]
        permissions = [("publish_event", "Can publish, reject, join and split events")]
        constraints = [
            models.CheckConstraint(
                condition=Q(picture=None) | ~Q(picture_alt="") & ~Q(picture_credit=""),
                name="picture_says_what_and_whose",
            )
        ]
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
        """Store the row with the days of its date; published, it must have a quote, and a date
        that a source names or a curator stands by.
        """
        self.prepare()
        if self.status == Status.PUBLISHED:
            Event.objects.check_published([self])
        super().save(*args, **kwargs)

    def take_over(self, stored: "Event") -> None:
        """Be as the other, which was read from the same row."""
        for field in self._meta.concrete_fields:
            setattr(self, field.attname, getattr(stored, field.attname))
        self._prefetched_objects_cache: dict[str, Any] = {}

    def prepare(self) -> None:
        """Read the date and count the version, before the row is stored."""
        self._read_date()
        self.version += 1

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

    def check_date_stands(self) -> None:
        """Raise ValidationError if the date is only inferred, and no curator stands by it."""
        if self.is_inferred:
            raise ValidationError(
                f"No source says when “{self.headline}”: its date is inferred from publication. "
                "On its page, untick that to stand by it, or give another date; then publish."
            )

    def decide(self, *fields: str) -> None:
        """Mark the fields as a curator's word, which no reading of articles moves again."""
        self.decided = sorted({*self.decided, *fields})
        if "edtf" in fields:
            self.is_inferred = False

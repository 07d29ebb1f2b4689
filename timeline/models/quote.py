"""Quotes: the exact words of an article that an event stands on."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q

from articles.dates import Span
from articles.histories import Records
from articles.models import Article, Mention
from timeline.claims.headline import make_headline
from timeline.claims.planned import Days, Told, days_sought
from timeline.claims.quoted import date_given, read_at
from timeline.models.event import Event
from timeline.models.quote_queryset import QuoteQuerySet, check_quotes_remain

CONTEXT_LENGTH = 32


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
    counted = models.CharField(
        max_length=200, blank=True, editable=False,
        help_text="A date (EDTF) that no words of the quote name, but that follows from others.",
    )  # fmt: skip
    counted_why = models.CharField(
        max_length=300, blank=True, editable=False, help_text="How it follows, for people."
    )
    headline = models.CharField(
        max_length=300, blank=True, editable=False, help_text="That it would give an event."
    )
    told = models.CharField(
        max_length=10, choices=[(str(told), str(told)) for told in Told if told], blank=True,
        help_text="How the words tell what they date; empty where they don't say.",
    )  # fmt: skip
    second_hand = models.CharField(
        max_length=200, blank=True, editable=False,
        help_text="Why it adds no source of its own: “credits Reuters”; empty where it does.",
    )  # fmt: skip
    is_by_hand = models.BooleanField(
        "put here by a curator", default=False, editable=False,
        help_text="No reading of articles takes it from its event.",
    )  # fmt: skip
    kept_over = models.ForeignKey(
        Article, models.SET_NULL, null=True, blank=True, editable=False, related_name="+",
        help_text="The newer version over which a curator left the quote on this one.",
    )  # fmt: skip

    objects = QuoteQuerySet.as_manager()
    history = Records()

    class Meta:
        base_manager_name = "objects"  # related managers keep what must hold, too
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

    @property
    def when(self) -> Span | None:
        """The date that the words give the event, told as they do when they were published."""
        return date_given(self)

    @property
    def dated(self) -> tuple[int, int] | None:
        """Where in its article the words stand that its date was read from."""
        read = read_at(self)
        return (self.start + read[0], self.start + read[1]) if read else None

    @property
    def days_sought(self) -> Days:
        """The days on which other sources may tell the same."""
        when = self.when
        if when is None or self.counted:
            return (when.first_day, when.last_day) if when else (None, None)
        return days_sought(self.mention, self.told, self.article.published_day)

    @property
    def is_undated(self) -> bool:
        """Whether no words give its date, neither its own nor others that it follows from."""
        return self.mention_id is None and not self.counted

    def make_headline(self) -> str:
        """A headline made of its words alone."""
        mention = self.mention
        start, end = (mention.start, mention.end) if mention else (self.start, self.start)
        made = make_headline(self.exact, start - self.start, end - self.start)
        return made or self.exact[:120]

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
        self.headline = self.headline or self.make_headline()
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

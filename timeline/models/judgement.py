"""Judgements: a curator's word on two quotes, which no likeness of words outweighs."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone


class Judgement(models.Model):
    """A curator's word that two quotes tell the same event or different ones.

    It outlives merges: wherever the two are moved, events with quotes judged different don't become
    one until a curator lifts it, by deleting it. `one` is the older of the quotes.
    """

    class Verdict(models.TextChoices):
        """What the two quotes tell."""

        SAME = "same", "the same event"
        DIFFERENT = "different", "different events"

    one = models.ForeignKey("timeline.Quote", models.CASCADE, related_name="+", editable=False)
    other = models.ForeignKey("timeline.Quote", models.CASCADE, related_name="+", editable=False)
    verdict = models.CharField("they tell", max_length=10, choices=Verdict, editable=False)
    judged_at = models.DateTimeField(default=timezone.now, editable=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+"
    )

    class Meta:
        ordering = ["-judged_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], name="judged_once"),
            models.CheckConstraint(condition=Q(one__lt=F("other")), name="judged_in_order"),
        ]

    def __str__(self) -> str:
        return f"“{self.one}” and “{self.other}” tell {self.get_verdict_display()}"
